"""LibreOffice opens what is exported, and sets it from right to left. Runs where LibreOffice is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.formats.test_writers import HEADER, ROW

from taqabul.formats.rows import Segment
from taqabul.formats.writers import WRITERS

OFFICE, PDF_TEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = [
    pytest.mark.skipif(
        OFFICE is None, reason="LibreOffice is not installed (Debian: libreoffice-writer-nogui)"
    ),
    pytest.mark.timeout(240),
]

ROWS = [
    ROW._replace(
        id=str(number),
        source=arabic,
        target=english,
        source_segments=(Segment(str(number), arabic, (number, 0)),),
        target_segments=(Segment(str(number), english, (number, 0)),),
    )
    for number, (arabic, english) in enumerate(
        [
            ("اجتمع المجلس يوم الأحد، وقرّر NATO «تأجيل» الجلسة.", "The council met on Sunday."),
            ("=1+1 وصل 35 وفداً", "=1+1 <b>35</b> delegations"),
        ],
        start=1,
    )
]


def converted(folder: Path, ending: str, to: str) -> Path:
    """The export, as LibreOffice writes it in another format."""
    out = folder / f"out{ending}"
    writer = WRITERS[ending]
    with out.open("wb") as stream:
        writer.write(ROWS, stream, HEADER)  # type: ignore[union-attr]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        str(OFFICE),
        profile,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(folder / "done"),
        str(out),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    return folder / "done" / f"out.{to.partition(':')[0]}"


@pytest.mark.skipif(PDF_TEXT is None, reason="pdftotext is not installed (Debian: poppler-utils)")
def test_a_word_document_becomes_pages_from_right_to_left(tmp_path: Path) -> None:
    page = converted(tmp_path, ".docx", "pdf")
    boxes = subprocess.run(
        [str(PDF_TEXT), "-bbox", str(page), "-"], check=True, capture_output=True, text=True, timeout=60
    ).stdout
    places = {}
    for line in boxes.splitlines():
        if "<word " in line:
            word = line.partition(">")[2].partition("<")[0]
            places.setdefault(word, float(line.partition('xMin="')[2].partition('"')[0]))
    # The source stands to the right of the target, and a sentence begins at its right end. Words are listed as they
    # are seen, letter by letter from the left.
    arabic = [places[word[::-1]] for word in ("يوم", "المجلس", "اجتمع")]
    assert arabic == sorted(arabic)
    assert places["The"] < places["council"] < arabic[0]


def test_a_workbook_is_a_sheet_from_right_to_left_without_formulas(tmp_path: Path) -> None:
    done = load_workbook(converted(tmp_path, ".xlsx", "xlsx"))["pairs"]
    assert done.sheet_view.rightToLeft
    assert [done["B3"].value, done["C3"].value] == [ROWS[1].source, ROWS[1].target]
    assert done["C3"].data_type == "s"
