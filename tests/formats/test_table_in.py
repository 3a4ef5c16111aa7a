"""Tables come in: columns guessed by header and script, or said; separators, quotes and sheets found out."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.told import damaged, ends_well, pairs

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput, UnreadableFile
from taqabul.domain.files import TextFile
from taqabul.domain.options import ColumnRole, ImportOptions
from taqabul.formats.registry import read_file

AR, EN = "النص العربي هنا", "The English text is here"


def read(path, content: str | bytes, **options):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(path, ImportOptions(**options))


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("header", ["", "Arabic{0}English\n", "source{0}target\n", "الترجمة{0}النص الأصلي\n"])
def test_the_separator_is_found_and_a_header_is_no_pair(tmp_path, separator, header):
    lines = "".join(f"{AR} {n}{separator}{EN} {n}\n" for n in range(3))
    file = read(tmp_path / "a.csv", header.format(separator) + lines)
    assert pairs(file) == [(f"{AR} {n}", f"{EN} {n}") for n in range(3)]


def test_names_of_columns_are_found_below_a_title(tmp_path):
    rows = [
        ["Glossary 2024", None, None],
        [],
        ["#", "English", "العربية"],
        [1, EN, AR],
        [2, f"{EN} 2", f"{AR} ٢"],
    ]
    book = openpyxl.load_workbook(io.BytesIO(workbook(Terms=rows)))
    book.active.merge_cells("A1:C1")
    book.save(tmp_path / "a.xlsx")
    file = read_file(tmp_path / "a.xlsx", ImportOptions())
    assert pairs(file) == [(AR, EN), (f"{AR} ٢", f"{EN} 2")]
    chosen = ImportOptions(columns=((ColumnRole.ENGLISH, "English"), (ColumnRole.ARABIC, "العربية")))
    assert pairs(read_file(tmp_path / "a.xlsx", chosen)) == pairs(file)


def test_a_title_above_the_names_of_columns_stays_where_it_is_text_of_a_language(tmp_path):
    content = f"Agreement,\nEnglish,Arabic\n{EN},{AR}\nEnglish,العربية\n"
    found = pairs(read(tmp_path / "a.csv", content))
    assert found == [("", "Agreement"), (AR, EN), ("العربية", "English")]


def test_columns_are_told_by_script_whatever_their_order(tmp_path):
    content = f"id,note,target,status,source\n1,why,{AR},confirmed,{EN}\n2,,{AR} ٢,needs-review,{EN} 2\n"
    file = read(tmp_path / "a.csv", content)
    assert pairs(file) == [(AR, EN), (f"{AR} ٢", f"{EN} 2")]
    assert [link.status for link in file.links] == [LinkStatus.CONFIRMED, LinkStatus.NEEDS_REVIEW]
    assert [link.notes for link in file.links] == [("why",), ()]


@pytest.mark.parametrize("name", ["3", "Second draft"])
def test_a_person_may_say_which_column_is_meant(tmp_path, name):
    content = f"Arabic,First draft,Second draft\n{AR},An old text,{EN}\n"
    file = read(tmp_path / "a.csv", content, columns=((ColumnRole.ENGLISH, name),))
    assert pairs(file) == [(AR, EN)]


def test_it_is_said_where_other_columns_could_be_meant(tmp_path):
    file = read(tmp_path / "a.csv", f"{AR},An old text of it,{EN}\n" * 3)
    assert not file.certain
    file = read(tmp_path / "b.csv", f"{AR},{EN}\n" * 3)
    assert file.certain


@pytest.mark.parametrize("name", ["9", "0", "Missing"])
def test_a_column_that_is_not_there_is_named(tmp_path, name):
    with pytest.raises(InvalidInput, match=name):
        read(tmp_path / "a.csv", f"Arabic,English\n{AR},{EN}\n", columns=((ColumnRole.ENGLISH, name),))


def test_cells_may_hold_breaks_separators_and_quotes(tmp_path):
    file = read(tmp_path / "a.csv", f'"{AR}\nسطر","He said: ""yes"", twice"\r\n{AR},{EN}\r\n')
    assert pairs(file) == [(f"{AR}\nسطر", 'He said: "yes", twice'), (AR, EN)]


def test_quotes_between_tabs_are_text_unless_they_enclose_cells(tmp_path):
    file = read(tmp_path / "a.tsv", f'{AR}\t"Open only\n{AR}\t"Said" she\n{AR}\t{EN}\n')
    assert [target for _, target in pairs(file)] == ['"Open only', '"Said" she', EN]
    file = read(tmp_path / "b.tsv", f'{AR}\t"A ""b""\tc"\n')
    assert pairs(file) == [(AR, 'A "b"\tc')]


def test_what_hunalign_joined_is_parted(tmp_path):
    file = read(tmp_path / "a.tsv", f"{AR} ~~~ ثم هذا\t{EN}\t0.7\n{AR}\t{EN}\t1.2\n")
    assert pairs(file)[0] == (f"{AR}+ثم هذا", EN)
    assert len(file.source) == 3


@pytest.mark.parametrize("name", ["pairs.txt", "hunalign.out"])
def test_what_hunalign_wrote_as_text_is_known_without_its_ending(tmp_path, name):
    rows = f"{AR} ~~~ ثم هذا\t{EN}\t0.7\n\tNo Arabic here\t-0.3\n{AR}\t{EN}\t1e-05\n"
    assert pairs(read(tmp_path / name, rows)) == [(f"{AR}+ثم هذا", EN), ("", "No Arabic here"), (AR, EN)]
    assert isinstance(read(tmp_path / name, f"{AR}\t{EN}\tof 1999\n" * 3), TextFile)


def test_a_heading_alone_is_in_its_language(tmp_path):
    file = read(tmp_path / "a.tsv", "Introduction\t\n" + f"{AR}\t{EN}\n" * 4 + "\tمقدمة\n")
    assert pairs(file) == [("", "Introduction"), *[(AR, EN)] * 4, ("مقدمة", "")]


def test_a_table_without_both_languages_is_a_text(tmp_path):
    assert isinstance(read(tmp_path / "a.tsv", f"1\t{AR}\n2\t{AR}\n"), TextFile)
    with pytest.raises(UnreadableFile, match="in Arabic"):
        read(tmp_path / "a.tsv", f"1\t{EN}\n", columns=((ColumnRole.ENGLISH, "2"),))


def test_an_old_code_page_and_utf_16_are_read(tmp_path):
    text = f"{AR};{EN}\n" * 4
    assert pairs(read(tmp_path / "a.csv", text.encode("cp1256")))[0] == (AR, EN)
    assert pairs(read(tmp_path / "b.csv", text.encode("utf-16")))[0] == (AR, EN)


def test_the_sheet_with_most_text_is_read_or_the_one_that_is_named(tmp_path):
    data = workbook(Notes=[["x", 1]], Texts=[["Arabic", "English", "score"], [AR, EN, 0.5], [AR, 3, None]])
    file = read(tmp_path / "a.xlsx", data)
    assert pairs(file) == [(AR, EN), (AR, "3")]
    assert file.links[0].confidence == 0.5
    with pytest.raises(UnreadableFile, match=r"has no sheet “Other”\.") as caught:
        read(tmp_path / "a.xlsx", data, sheet="Other")
    assert "Notes, Texts" in caught.value.hint
    with pytest.raises(UnreadableFile, match="No column"):
        read(tmp_path / "a.xlsx", data, sheet="Notes")


def test_a_table_of_a_hundred_thousand_columns_is_refused(tmp_path):
    with pytest.raises(UnreadableFile) as caught:
        read(tmp_path / "a.csv", ",".join([AR, EN] * 50_000))
    assert "100,000 columns" in caught.value.message


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b"0" * 50_000_000)
    return out.getvalue()


def rewritten(change) -> bytes:
    """A workbook of one pair, of which each part became what ``change`` makes of its name and bytes."""
    whole = io.BytesIO(workbook(A=[[AR, EN]]))
    out = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def with_entities() -> bytes:
    entities = b'<!DOCTYPE a [<!ENTITY x "y">]>'
    return rewritten(lambda name, data: entities + data if "sheet1" in name else data)


def far_down() -> bytes:
    return rewritten(lambda _name, data: data.replace(b'<row r="1">', b'<row r="99999999999">'))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (bomb(), "unpack"),
        (with_entities(), "declares entities"),
        (workbook(A=[[AR, EN]])[:-100], "damaged"),
        (b"\xd0\xcf\x11\xe0 old", "old Word or Office"),
        (b"%PDF-1.4", "PDF"),
        (b"", "is empty"),
        (workbook(A=[[]]), "No column"),
    ],
)
def test_hostile_and_broken_workbooks_are_refused_in_words(tmp_path, content, words):
    with pytest.raises(UnreadableFile, match=words) as caught:
        read(tmp_path / "a.xlsx", content)
    assert caught.value.hint


def test_a_row_far_down_ends_the_reading(tmp_path):
    with pytest.raises(UnreadableFile, match="rows"):
        read(tmp_path / "a.xlsx", far_down())


def test_what_openpyxl_prints_of_a_damaged_style_does_not_come_among_what_we_write(tmp_path, capsys):
    damaged_style = rewritten(
        lambda name, data: data.replace(b'xfId="0"', b'xfId="7"') if "styles" in name else data
    )
    with pytest.raises(UnreadableFile):
        read(tmp_path / "a.xlsx", damaged_style)
    assert capsys.readouterr().out == ""


WHOLE = {
    ".csv": f'id,source,target,note\n1,"{AR}\nb","{EN}, ""x""",\n2,{AR},{EN},n\n'.encode(),
    ".tsv": f'{AR}\t"{EN}"\n{AR}\t{EN}\n'.encode(),
    ".xlsx": workbook(A=[["Arabic", "English"], [AR, EN], [AR, EN]]),
}


@pytest.mark.parametrize("ending", WHOLE)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_table_is_read_or_refused(tmp_path, ending, data):
    assert ends_well(tmp_path / f"a{ending}", data.draw(damaged(WHOLE[ending])) or b" ")
