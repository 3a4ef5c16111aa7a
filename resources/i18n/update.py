"""Collects the window's strings into taqabul_en.ts and makes taqabul_en.qm, which holds English plurals.

Run it with the project's Python after changing any string: ``python resources/i18n/update.py``. Translators
copy taqabul_en.ts to taqabul_<language>.ts, translate it with Qt Linguist, and release it with lrelease.
"""  # noqa: INP001

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent.parent / "desktop" / "taqabul" / "ui"
TOOLS = Path(sys.executable).parent
ENDING = re.compile(r"\((e?s)\)")


def collect(out: Path) -> None:
    """Write all marked strings to a fresh .ts file."""
    files = sorted(str(path) for path in SOURCES.rglob("*.py"))
    tool = str(TOOLS / "pyside6-lupdate")
    command = [tool, "-no-obsolete", "-locations", "none", *files, "-ts", str(out)]
    subprocess.run(command, check=True, cwd=HERE, stdout=subprocess.DEVNULL)  # noqa: S603
    fill_plurals(out)


def fill_plurals(path: Path) -> None:
    """Give strings that count an English singular and plural: "%n pair(s)" and "%n stretch(es)" have both in them."""
    tree = ET.parse(path)  # noqa: S314
    for message in tree.iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        if "%n" not in source or translation is None:
            continue
        message.set("numerus", "yes")
        translation.clear()
        for text in (ENDING.sub("", source), ENDING.sub(r"\1", source)):
            ET.SubElement(translation, "numerusform").text = text
    tree.getroot().set("language", "en")
    tree.getroot().set("sourcelanguage", "en")
    ET.indent(tree, "    ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ET.tostring(tree.getroot(), encoding="unicode") + "\n", encoding="utf-8")


if __name__ == "__main__":
    english = HERE / "taqabul_en.ts"
    english.unlink(missing_ok=True)
    collect(english)
    release = [
        str(TOOLS / "pyside6-lrelease"),
        "-silent",
        str(english),
        "-qm",
        str(english.with_suffix(".qm")),
    ]
    subprocess.run(release, check=True)  # noqa: S603
