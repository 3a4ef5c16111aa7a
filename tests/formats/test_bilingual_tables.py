"""Documents that are a table of two languages come in as pairs; others as the texts they are."""

import io
import zipfile

import pytest
from tests.formats.told import pairs

from taqabul.domain.files import BitextFile, TextFile
from taqabul.formats.registry import read_file

AR = ["وصل الوفد إلى القاهرة.", "قال الوزير نعم.", "انتهى البيان."]
EN = ["The delegation reached Cairo.", "The minister said yes.", "End of statement."]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word(rows: list[list[str]], before: str = "", after: str = "") -> bytes:
    cells = (("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row)) for row in rows)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    body = "".join(map(paragraph, filter(None, [before]))) + f"<w:tbl>{table}</w:tbl>"
    body += "".join(map(paragraph, filter(None, [after])))
    return packed({"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'})


def odt(rows: list[list[str]], before: str = "", after: str = "") -> bytes:
    def one(text: str) -> str:
        return f"<text:p>{text}</text:p>" if text else ""

    cells = ("".join(f"<table:table-cell>{one(cell)}</table:table-cell>" for cell in row) for row in rows)
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    content = (
        f'<office:document-content xmlns:office="{OFFICE}office:1.0" xmlns:text="{OFFICE}text:1.0" '
        f'xmlns:table="{OFFICE}table:1.0"><office:body><office:text>{one(before)}<table:table>{table}'
        f"</table:table>{one(after)}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def page(rows: list[list[str]], before: str = "", after: str = "") -> bytes:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    around = [f"<p>{text}</p>" if text else "" for text in (before, after)]
    return f"<!doctype html><meta charset=utf-8><body>{around[0]}<table>{table}</table>{around[1]}</body>".encode()


def marked(rows: list[list[str]], before: str = "", after: str = "") -> bytes:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    table = "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])
    return "\n\n".join(filter(None, [before, table, after])).encode()


def packed(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture(
    params=[(".docx", word), (".odt", odt), (".html", page), (".md", marked)],
    ids=["docx", "odt", "html", "md"],
)
def read(request, tmp_path):
    ending, make = request.param

    def reading(*content):
        path = tmp_path / f"a{ending}"
        path.write_bytes(make(*content))
        return read_file(path)

    return reading


def test_rows_are_pairs_whichever_column_is_arabic(read):
    numbered = [[str(n), english, arabic] for n, (arabic, english) in enumerate(zip(AR, EN, strict=True), 1)]
    file = read([["#", "English", "Arabic"], *numbered])
    assert isinstance(file, BitextFile)
    assert pairs(file) == list(zip(AR, EN, strict=True))


def test_what_stands_around_the_table_faces_nothing_and_is_kept(read):
    file = read([[a, e] for a, e in zip(AR, EN, strict=True)], "Title", "ختام")
    assert pairs(file) == [("", "Title"), *zip(AR, EN, strict=True), ("ختام", "")]


def test_a_text_with_a_small_table_is_a_text(read):
    assert isinstance(read([[AR[0], EN[0]], [AR[1], EN[1]]], "A long English text. " * 20), TextFile)
    assert isinstance(read([[AR[0], AR[1]], [AR[2], AR[0]]]), TextFile)
    assert isinstance(read([[AR[0], EN[0]]]), TextFile)
