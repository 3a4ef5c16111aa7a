"""LibreOffice opens what is exported, and sets it from right to left. Runs where LibreOffice is installed."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from tests.formats.test_writers import HEADER, ROW

from taqabul.formats.rows import ExportRow, Segment
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


def exported(folder: Path, ending: str, rows: list[ExportRow]) -> Path:
    """The export."""
    out = folder / f"out{ending}"
    with out.open("wb") as stream:
        WRITERS[ending].write(rows, stream, HEADER)  # type: ignore[union-attr]
    return out


def office(folder: Path, *words: str) -> None:
    """Run LibreOffice with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run([str(OFFICE), profile, "--headless", *words], check=True, capture_output=True, timeout=200)


def converted(folder: Path, ending: str, to: str) -> Path:
    """The export, as LibreOffice writes it in another format."""
    out = exported(folder, ending, ROWS)
    office(folder, "--convert-to", to, "--outdir", str(folder / "done"), str(out))
    return folder / "done" / f"out.{to.partition(':')[0]}"


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Decide(given, made, verb)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(given, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; verb &amp; "AllTrackedChanges", "", 0, Array())
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(made, filter())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>
"""
EMPTY_LIBRARY = LIBRARY.replace('<library:element library:name="Changes"/>', "")


def decided(folder: Path, given: Path, verb: str) -> Path:
    """The document after its changes were accepted or rejected."""
    basic = folder / "profile" / "user" / "basic" / "Standard"
    office(folder, "--terminate_after_init")  # makes the profile
    (basic / "Changes.xba").write_text(MACRO, "utf-8")
    (basic / "script.xlb").write_text(LIBRARY, "utf-8")
    (basic / "dialog.xlb").write_text(EMPTY_LIBRARY, "utf-8")
    made = folder / f"{verb}.docx"
    office(folder, f'macro:///Standard.Changes.Decide("{given.as_uri()}","{made.as_uri()}","{verb}")')
    return made


AT = datetime(2026, 2, 1, 8, 30, tzinfo=UTC)
CORRECTED = [
    ROW._replace(
        source=new_source,
        target=new_target,
        source_segments=(Segment("1", new_source, (1, 0), old_source, "رنا Rana", AT),),
        target_segments=(Segment("1", new_target, (1, 0), old_target, "Omar", AT),),
    )
    for old_source, new_source, old_target, new_target in [
        (
            "اجتمع المجلس يوم الأحد.",
            "اجتمع مجلس NATO يوم الاثنين.",
            "The council met on Sunday.",
            "It met on Monday.",
        ),
        ("قال «نعم»\nثم غادر", "قال «لا»\nوغادر", "He said 5 & left", "He said <b>6</b> & left"),
    ]
]


@pytest.mark.parametrize("verb", ["Accept", "Reject"])
def test_corrections_can_be_accepted_and_rejected(tmp_path: Path, verb: str) -> None:
    made = decided(tmp_path, exported(tmp_path, ".docx", CORRECTED), verb)
    lines = [row.cells for row in Document(str(made)).tables[0].rows[1:]]
    for row, cells in zip(CORRECTED, lines, strict=True):
        segments = (*row.source_segments, *row.target_segments)
        wanted = [one.text if verb == "Accept" else one.imported for one in segments]
        assert [cells[1].text, cells[2].text] == wanted


def test_corrections_are_changes_of_their_authors(tmp_path: Path) -> None:
    given = exported(tmp_path, ".docx", CORRECTED)
    office(tmp_path, "--convert-to", "fodt", "--outdir", str(tmp_path), str(given))
    names = {"o": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "d": "http://purl.org/dc/elements/1.1/"}
    infos = etree.parse(tmp_path / "out.fodt").iterfind(".//o:change-info", names)
    told = {
        tuple(one.findtext(f"d:{name}", namespaces=names) for name in ("creator", "date")) for one in infos
    }
    assert told == {("رنا Rana", "2026-02-01T08:30:00"), ("Omar", "2026-02-01T08:30:00")}


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
