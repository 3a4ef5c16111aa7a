"""What is known of documents besides their text: kept, changed, undone; and what their paragraphs were."""

from dataclasses import replace

import pytest

from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import Block, BlockKind, Metadata, TextFile
from taqabul.domain.language import Language
from taqabul.workflow import describing, history, importing, reading_files, reviewing, tidying
from taqabul.workflow.aligning import align_files
from taqabul.workflow.projects import bitext_summary, rename_document
from taqabul.workflow.rows import iter_rows

ABOUT = Metadata("كلمة الافتتاح", "سلمى حداد", "John Reed", "2024-05", "https://example.org/a")
BLOCKS = (
    Block("كلمة الافتتاح", BlockKind.HEADING),
    Block("أهلا بكم في القاهرة. نبدأ اليوم."),
    Block("شارك هذا المقال", aside="sharing"),
    Block("المصدر الأول", BlockKind.FOOTNOTE),
    Block("Opening speech", BlockKind.HEADING),
    Block("Welcome to Cairo. We begin today."),
    Block("First source", BlockKind.FOOTNOTE),
)


@pytest.fixture
def library(studio):
    return studio.open()


@pytest.fixture
def opened(library, tmp_path, monkeypatch):
    """A bitext of a file whose format tells its parts."""
    path = tmp_path / "speech.docx"

    def read(path, _options):
        text = "\n\n".join(block.text for block in BLOCKS)
        return TextFile(path.name, text, "utf-8", "0" * 64, (), BLOCKS, ABOUT)

    monkeypatch.setattr(reading_files, "read_file", read)
    return align_files(library, [path]).bitext


def kinds(library, bitext):
    rows = list(iter_rows(library, bitext))
    return [one.kind for side in ("source", "target") for row in rows for one in getattr(row, side)]


def test_what_a_file_says_of_its_text_is_kept(library, opened):
    source, target = describing.sides_described(library, opened)
    assert source.document.metadata == target.document.metadata == ABOUT
    assert (source.file, source.encoding) == ("speech.docx", "utf-8")
    assert bitext_summary(library, opened).title == ABOUT.title


def test_the_kinds_of_paragraphs_are_kept_and_survive_cutting_and_undo(library, opened):
    each = [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.FOOTNOTE]
    assert sorted(kinds(library, opened)) == sorted(each * 2)
    heading = next(
        one for row in iter_rows(library, opened) for one in row.source if one.kind is BlockKind.HEADING
    )
    reviewing.split_paragraph(library, opened, heading.id, 5)
    assert kinds(library, opened).count(BlockKind.HEADING) == 3
    history.undo(library, opened)
    assert sorted(kinds(library, opened)) == sorted(each * 2)


def test_details_are_changed_together_and_the_shelf_undo_brings_them_back(library, opened):
    source, target = (one.document for one in describing.sides_described(library, opened))
    before = tidying.order_of(library)
    told = replace(ABOUT, title="  Opening  speech ", date="٢٠٢٤-٠٥-٣١", author="")
    describing.describe_documents(library, {target.id: told, source.id: replace(ABOUT, source="")})
    now = [one.document.metadata for one in describing.sides_described(library, opened)]
    assert now == [replace(ABOUT, source=""), replace(told, title="Opening speech", date="2024-05-31")]
    way_back = before.where_other(tidying.order_of(library))
    redo = tidying.put_back(library, way_back)
    assert [one.document.metadata for one in describing.sides_described(library, opened)] == [ABOUT, ABOUT]
    tidying.put_back(library, redo)
    assert [one.document.metadata for one in describing.sides_described(library, opened)] == now


def test_another_title_leaves_the_rest(library, opened):
    source = describing.sides_described(library, opened)[0].document
    rename_document(library, source.id, "خطاب")
    assert describing.described(library, source.id).document.metadata == replace(ABOUT, title="خطاب")


@pytest.mark.parametrize(
    "date", ["May 2024", "2024-13", "2024-5", "2024-02-30", "2024-W10-1", "20240531", "-"]
)
def test_what_is_no_date_is_refused_and_nothing_is_changed(library, opened, date):
    source, target = (one.document for one in describing.sides_described(library, opened))
    with pytest.raises(InvalidInput, match="no date"):
        describing.describe_documents(
            library, {source.id: Metadata("ب"), target.id: replace(ABOUT, date=date)}
        )
    assert [one.document.metadata for one in describing.sides_described(library, opened)] == [ABOUT, ABOUT]


def test_a_title_is_needed(library, opened):
    source = describing.sides_described(library, opened)[0].document
    with pytest.raises(InvalidInput, match="title"):
        describing.describe_documents(library, {source.id: Metadata(" ")})


def test_documents_of_plain_texts_are_named_after_their_files(library, tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("هذه رسالة قصيرة.\n\nThis is a short letter.", encoding="utf-8")
    report = importing.import_files(library, [path])
    about = describing.described(library, report.documents[0].id).document
    assert about.metadata == Metadata("letter")
    assert about.language is Language.ARABIC
