"""Taqabul: an Arabic text and its English version, facing each other.

import -> segment -> align -> review -> annotate -> export

Each stage has its word, and the word is the same in every layer: ``workflow/aligning.py`` is what
``cli/aligning.py`` and the window call. ARCHITECTURE.md draws the whole.
"""

__version__ = "0.1.0"
