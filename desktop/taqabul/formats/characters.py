"""Characters that files cannot hold."""

import re
from typing import Final

NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, escaped or not."""

NOT_UTF_8: Final = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs: no character, and nothing that UTF-8 could hold."""
