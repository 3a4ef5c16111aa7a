"""Writes annotations.schema.json anew from the records that the files hold.

.venv/bin/python resources/schemas/update.py
"""  # noqa: INP001

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "desktop"))

from taqabul.formats.annotations.own_schema import schema  # noqa: E402 - found only now

if __name__ == "__main__":
    text = json.dumps(schema(), ensure_ascii=False, indent=1)
    (HERE / "annotations.schema.json").write_text(f"{text}\n", encoding="utf-8")
