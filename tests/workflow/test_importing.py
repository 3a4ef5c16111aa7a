"""Files become documents; what cannot be read is refused, and nothing of it is kept."""

import docx
import pytest

from taqabul import paths
from taqabul.domain.errors import InvalidInput, UnreadableFile
from taqabul.domain.files import Aside, Metadata
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions, ParagraphRule
from taqabul.storage import documents
from taqabul.workflow.aligning import align_files, texts_of
from taqabul.workflow.importing import import_files, keep_files, preview_files
from taqabul.workflow.projects import list_documents
from taqabul.workflow.reading_files import check_pair, read_files


@pytest.fixture
def write(tmp_path):
    def written(name, text):
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return written


ARABIC = "مرحبا بكم في المدينة\n\nهذا نص قصير. وهذه جملة."
ENGLISH = "Welcome to the city\n\nThis is a short text. And this is a sentence."


def test_a_bilingual_file_becomes_two_documents_in_source_and_target_order(studio, write):
    library = studio.open()
    report = import_files(library, [write("both.txt", ENGLISH + "\n\n" + ARABIC)])
    assert [(d.language, d.paragraphs, d.title) for d in report.documents] == [
        (Language.ARABIC, 2, "both"),
        (Language.ENGLISH, 2, "both"),
    ]
    assert report.pair == tuple(d.id for d in report.documents)
    assert any("both.txt: Read as UTF-8" in finding for finding in report.findings)
    source, target = texts_of(library, *report.pair)
    assert source == [["مرحبا بكم في المدينة"], ["هذا نص قصير.", "وهذه جملة."]]
    assert target == [["Welcome to the city"], ["This is a short text.", "And this is a sentence."]]


def test_two_files_may_come_in_either_order(studio, write):
    library = studio.open()
    report = import_files(library, [write("e.txt", ENGLISH), write("a.txt", ARABIC)])
    languages = {d.id: d.language for d in report.documents}
    assert [languages[id_] for id_ in report.pair] == [Language.ARABIC, Language.ENGLISH]


def test_two_files_in_one_language_are_refused(studio, write):
    library = studio.open()
    with pytest.raises(InvalidInput, match="Both files are in Arabic"):
        import_files(library, [write("1.txt", ARABIC), write("2.txt", ARABIC)])
    assert list_documents(library) == []


def test_one_language_alone_is_said_and_kept(studio, write):
    library = studio.open()
    report = import_files(library, [write("a.txt", ARABIC)])
    assert report.pair is None
    assert any("Arabic only" in finding for finding in report.findings)
    assert [d.language for d in list_documents(library)] == [Language.ARABIC]


@pytest.mark.parametrize("content", ["", b"\x00\x01\x02\x7fELF\x00\x00", "123 456\n\n!!!"])
def test_what_is_no_text_is_refused_with_its_reason(studio, write, content):
    library = studio.open()
    report = import_files(library, [write("odd.txt", content)])
    assert (report.documents, report.pair) == ([], None)
    assert isinstance(report.refused[0].error, UnreadableFile)
    assert report.refused[0].error.hint
    assert list_documents(library) == []


@pytest.mark.parametrize("content", ["", "123"])
def test_half_a_pair_is_not_kept(studio, write, content):
    library = studio.open()
    report = import_files(library, [write("a.txt", ARABIC), write("e.txt", content)])
    assert [one.path.name for one in report.refused] == ["e.txt"]
    assert list_documents(library) == []


def test_of_many_files_the_good_ones_come_in(studio, write):
    library = studio.open()
    files = [write("1.txt", ARABIC), write("2.txt", ""), write("3.txt", ENGLISH)]
    report = import_files(library, files)
    assert [d.title for d in report.documents] == ["1", "3"]
    assert len(report.refused) == 1
    assert report.pair == (1, 2)


def test_no_file_is_bad_input(studio):
    with pytest.raises(InvalidInput):
        import_files(studio.open(), [])


def test_choices_are_followed(studio, write):
    library = studio.open()
    path = write("lines.txt", "\n".join(["سطر أول", "سطر ثان", "", "سطر ثالث"]).encode("cp1256"))
    options = ImportOptions(encoding="cp1256", paragraphs=ParagraphRule.LINES, title="Lines")
    report = import_files(library, [path], options)
    (document,) = report.documents
    assert (document.title, document.paragraphs, document.encoding) == ("Lines", 3, "cp1256")
    assert document.rule_used is ParagraphRule.LINES


def test_a_preview_finds_the_same_and_keeps_nothing(studio, write):
    path = write("both.txt", ENGLISH + "\n\n" + ARABIC)
    assert preview_files([path]) == import_files(studio.open(), [path]).findings
    with pytest.raises(UnreadableFile):
        preview_files([write("empty.txt", "")])


def test_every_letter_of_the_samples_is_in_some_paragraph(studio):
    library = studio.open()
    for path in sorted(paths.seeds().glob("*.txt")):
        report = import_files(library, [path])
        assert report.refused == []
        with library.database.read() as transaction:
            ids = {d.id for d in report.documents}
            kept = [text for one in ids for text in documents.texts_of(transaction, one)]
        letters = sorted(filter(str.isalnum, path.read_text("utf-8-sig")))
        assert sorted(filter(str.isalnum, "".join(kept))) == letters


def test_a_text_that_is_there_already_is_not_kept_twice(studio, write):
    library = studio.open()
    first = import_files(library, [write("both.txt", ENGLISH + "\n\n" + ARABIC)])
    second = import_files(library, [write("a.txt", ARABIC), write("other.txt", "Another text. In English.")])
    known = {d.language: (d.id, d.known) for d in second.documents}
    assert known[Language.ARABIC] == (first.pair[0], True)
    assert known[Language.ENGLISH][1] is False
    assert len(list_documents(library)) == 3


def test_a_text_cut_in_another_way_is_another_document(studio, write):
    library = studio.open()
    path = write("a.txt", "سطر أول\nسطر ثان\n\nسطر ثالث\nسطر رابع")
    blocks = import_files(library, [path], ImportOptions(paragraphs=ParagraphRule.BLANK_LINES))
    lines = import_files(library, [path], ImportOptions(paragraphs=ParagraphRule.LINES))
    assert [d.paragraphs for d in (*blocks.documents, *lines.documents)] == [2, 4]
    assert len(list_documents(library)) == 2


def test_more_than_two_files_are_no_pair(studio, write):
    files = [write("1.txt", ARABIC), write("2.txt", ENGLISH), write("3.txt", ENGLISH + "\n\nMore.")]
    with pytest.raises(InvalidInput, match="These are 3 files"):
        check_pair(read_files(files))
    assert align_files(studio.open(), files).bitext is None


PAGE = "عنوان الخبر\n\nشارك على فيسبوك\n\nهذا نص الخبر.\n\nرمز الخبر ٧٧١٢٣"


def test_parts_of_a_page_are_told_and_kept(studio, write):
    report = import_files(studio.open(), [write("page.txt", PAGE)])
    assert [d.paragraphs for d in report.documents] == [4]
    assert (
        "page.txt: 2 paragraphs look like parts (sharing bars 1, codes and addresses 1) of a page around the text; kept."
    ) in report.findings


def test_parts_of_a_page_pasted_into_a_document_are_told_and_kept_until_they_are_unwanted(tmp_path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "رأس الصفحة"
    for text in PAGE.split("\n\n"):
        document.add_paragraph(text)
    path = tmp_path / "page.docx"
    document.save(path)
    (read,) = read_files([path]).prepared
    assert [len(text.paragraphs) for text in read.texts] == [4]
    told = [finding for finding in read.findings if "of a page around the text" in finding]
    assert told == [
        "page.docx: 2 paragraphs look like parts (sharing bars 1, codes and addresses 1) of a page around the text; kept."
    ]
    (read,) = read_files([path], ImportOptions(leave_out=frozenset({Aside.SHARING, Aside.CODE}))).prepared
    assert [body for body, _ in read.texts[0].paragraphs] == ["عنوان الخبر", "هذا نص الخبر."]


def test_subtitles_that_say_the_same_again_are_no_parts_of_a_page(write):
    cues = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\nشارك على فيسبوك\n\n" for n in range(1, 5))
    (read,) = read_files([write("a.srt", cues)], ImportOptions(leave_out=frozenset(Aside))).prepared
    assert len(read.texts[0].paragraphs) == 4
    assert not any("of a page" in finding for finding in read.findings)


def test_parts_of_a_page_are_left_out_on_demand(studio, write):
    read = read_files([write("page.txt", PAGE)], ImportOptions(leave_out=frozenset({Aside.SHARING})))
    assert [d.paragraphs for d in keep_files(studio.open(), read).documents] == [3]
    assert sum("1 paragraph looks like part" in finding for finding in read.findings) == 2


def test_a_text_of_nothing_but_parts_of_a_page_is_kept(studio, write):
    options = ImportOptions(leave_out=frozenset(Aside))
    report = import_files(studio.open(), [write("page.txt", "شارك على فيسبوك\n\nاقرأ المزيد")], options)
    assert [d.paragraphs for d in report.documents] == [2]


def test_one_of_two_files_is_cleared_of_a_page_too(write):
    options = ImportOptions(leave_out=frozenset(Aside))
    read = read_files([write("e.txt", ENGLISH + "\n\nShare on Facebook"), write("a.txt", PAGE)], options)
    assert [[len(text.paragraphs) for text in one.texts] for one in read.prepared] == [[2], [2]]


def test_what_a_plain_text_says_of_itself_is_kept(studio, write):
    text = (
        "عودة المرجان\n\nكتبت: رنا حداد\n\n٣ آذار ٢٠١٤\n\n"
        "نمت مستعمرات المرجان في شمال الخليج بمقدار الثلث منذ نقل الميناء، بحسب ما قال باحثون في علوم البحار يوم الثلاثاء."
        "\n\nالمصدر: جريدة الخليج"
    )
    (read,) = read_files([write("page.txt", text)]).prepared
    assert read.texts[0].title == "عودة المرجان"
    assert read.texts[0].metadata == Metadata("عودة المرجان", "رنا حداد", "", "2014-03-03", "جريدة الخليج")
