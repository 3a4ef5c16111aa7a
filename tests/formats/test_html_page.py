"""Web pages: by LibreOffice, as newspapers make them, as browsers save them, and badly made ones."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from tests.formats.test_documents import FILES

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Aside, Block, BlockKind, Metadata
from taqabul.domain.options import ImportOptions
from taqabul.formats import html_page
from taqabul.formats.registry import read_file

NEWS = FILES / "news.html"


def page(folder, body, name="a.html", encoding="utf-8", head=""):
    path = folder / name
    path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return path


def texts(path):
    return [block.text for block in read_file(path).blocks]


def test_the_text_of_a_page_is_told_from_what_surrounds_it():
    blocks = read_file(NEWS).blocks
    asides = {block.text: block.aside for block in blocks if block.aside}
    assert asides == {
        "الرئيسية": Aside.MENU,
        "رياضة": Aside.MENU,
        "صورة الوزير في مكتبه": Aside.CAPTION,
        "اقرأ أيضا: خبر آخر عن الموضوع نفسه": Aside.READ_MORE,
        "شارك": Aside.SHARING,
        "التعليقات": Aside.COMMENTS,
        "تعليق من قارئ يقول فيه رأيه بكل صراحة ووضوح في هذا الموضوع.": Aside.COMMENTS,
        "حقوق النشر محفوظة": Aside.MENU,
    }
    kinds = [block.kind for block in blocks if block.aside is None]
    assert kinds == [
        BlockKind.HEADING,
        *[BlockKind.PARAGRAPH] * 4,
        BlockKind.HEADING,
        *[BlockKind.LIST_ITEM] * 2,
        BlockKind.PARAGRAPH,
    ]
    assert blocks[4].text.startswith("قالَ الوزيرُ: «نعم» ٣٫٥٪ \u200f(COVID-19)\u200e 👩\u200d👩\u200d👧، ثم")


def test_what_a_page_says_of_itself_is_kept():
    assert read_file(NEWS).metadata == Metadata(
        title="المقاومة تعلن موقفها", author="كاتبة", date="2025-03-04", source="https://example.org/news/1"
    )


def test_a_page_without_menus_is_all_text_and_marks_of_notes_are_none():
    blocks = read_file(FILES / "saved.html").blocks
    shown = [block.text for block in blocks if block.aside is None]
    assert shown[:2] == [
        "بَيَانٌ صَحَفِيٌّ",
        "قالَ الوزيرُ: «نعم» ٣٫٥٪ \u200f(COVID-19)\u200e 👩\u200d👩\u200d👧.",
    ]
    assert Block("حاشيةٌ أولى.", BlockKind.FOOTNOTE) in blocks
    assert Block("سرّي — Draft", aside=Aside.RUNNING_HEAD) in blocks
    assert "novelist" in shown


@pytest.mark.parametrize(
    ("mark", "back"),
    [
        ("<sup><a href='#n1'>1</a></sup>", "<sup><a href='#r1'>1</a></sup>"),
        ("<a href='notes.html#n1'><sup>[1]</sup></a>", "<a href='text.html#r1'><sup>[1]</sup></a> "),
        (
            "<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference><span lang=EN>[1]</span></span></a>",
            "<a href='#_ftnref1'><span class=MsoFootnoteReference>[1]</span></a> ",
        ),
    ],
)
def test_raised_numbers_that_lead_to_notes_and_back_are_no_text(tmp_path, mark, back):
    body = f"<p>He paid 5 m<sup>2</sup> of land.{mark} Then <a href='#p'>he</a> left.</p><div id=ftn1><p>{back}See article 4.</p></div>"
    blocks = read_file(page(tmp_path, body)).blocks
    assert [(one.text, one.kind) for one in blocks] == [
        ("He paid 5 m2 of land. Then he left.", BlockKind.PARAGRAPH),
        ("See article 4.", BlockKind.FOOTNOTE),
    ]


def test_scripts_and_what_is_hidden_are_no_text(tmp_path):
    path = page(
        tmp_path,
        "<script>alert('x')</script><p hidden>no</p><p style='display: none'>no</p><textarea>no</textarea>"
        "<template><p>no</p></template><p onclick='evil()'>yes<!-- no --></p><iframe src='http://x'>no</iframe>",
    )
    assert texts(path) == ["yes"]


def test_breaks_part_lines_and_two_of_them_paragraphs(tmp_path):
    path = page(
        tmp_path, "<div>سطر<br>آخر<br><br>فقرة&nbsp;&amp; <b>bold</b>\n text<p>after</div><pre>  a\n  b</pre>"
    )
    assert texts(path) == ["سطر\nآخر", "فقرة\u00a0& bold text", "after", "a\n  b"]


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("cp1256", "<meta charset=windows-1256>"),
        ("cp1256", "<meta http-equiv='Content-Type' content='text/html; charset=windows-1256'>"),
        ("cp1256", "<meta charset=no-such-thing>"),
        ("cp1256", ""),
        ("iso8859-6", "<meta charset='ISO-8859-6'>"),
        ("utf-16", ""),
        ("utf-8", "<meta charset=windows-1256>"),
    ],
)
def test_a_page_is_decoded_by_what_it_is(tmp_path, encoding, head):
    path = page(tmp_path, "<p>كان هذا النص في صفحة قديمة من الموقع", encoding=encoding, head=head)
    assert texts(path) == ["كان هذا النص في صفحة قديمة من الموقع"]


def test_the_encoding_can_be_chosen(tmp_path):
    path = page(tmp_path, "<p>سلام", encoding="iso8859-6", head="<meta charset=windows-1256>")
    file = read_file(path, ImportOptions(encoding="iso8859-6"))
    assert (file.text, file.encoding) == ("سلام", "iso8859-6")


def test_a_text_without_tags_is_read_as_plain_text(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("1 < 2\n\nنص", encoding="utf-8")
    assert read_file(path).text == "1 < 2\n\nنص"


def test_a_page_that_a_browser_saved_with_its_pictures_is_read(tmp_path):
    saved = MIMEMultipart("related")
    saved["Snapshot-Content-Location"] = "https://example.org/1"
    saved["Date"] = "Tue, 4 Mar 2025 10:00:00 +0000"
    saved.attach(MIMEText("body { }", "css"))
    saved.attach(MIMEText("<html><head><title>عنوان</title></head><body><p>سلامٌ عليكم</p>", "html", "cp1256"))
    path = tmp_path / "a.mht"
    path.write_bytes(saved.as_bytes())
    file = read_file(path)
    assert file.text == "سلامٌ عليكم"
    assert file.metadata == Metadata(title="عنوان", date="2025-03-04", source="https://example.org/1")


@pytest.mark.parametrize("content", ["", "Subject: x\n\nno page", "Content-Type: text/html\n\n"])
def test_a_saved_page_without_a_page_is_refused(tmp_path, content):
    path = tmp_path / "a.mhtml"
    path.write_text(f"MIME-Version: 1.0\n{content}", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="holds no web page"):
        read_file(path)


def test_pages_made_to_hurt_are_read_or_refused(tmp_path):
    for body in ["<a href='" * 5000, "<!--" * 5000, "<p " + "a='b' " * 5_000 + f"c='{'d ' * 20_000}'>"]:
        path = page(tmp_path, f"<p>start</p>{body}")
        assert texts(path)[0] == "start"
    attributes = " ".join(f"a{number}" for number in range(40_000))
    for body, told in {
        "<p>x</p>" * 2_200_000: "too long",
        "<p>x" * 1_000_001: "too long",
        "<div>" * 20_000 + "deep": "nested too deeply",
        "<p>" + "<b>" * 20_000 + "deep": "nested too deeply",
        f"<p {attributes}>x": "thousands of attributes",
    }.items():
        path = page(tmp_path, body)
        with pytest.raises(UnreadableFile, match=told):
            read_file(path)


def test_a_page_of_very_many_parts_is_read_whole_without_a_judgement_on_them(tmp_path):
    path = page(tmp_path, "<nav><p>Menu</p></nav>" + "<p>One sentence more.</p>" * 20_000)
    file = read_file(path)
    assert len(file.blocks) == 20_001
    assert [block.aside for block in file.blocks[:2]] == [Aside.MENU, None]


def test_a_page_that_is_all_preformatted_is_text(tmp_path):
    path = page(tmp_path, "<pre>One line of it.</pre><pre>Another line.</pre>")
    assert [(block.text, block.aside) for block in read_file(path).blocks] == [
        ("One line of it.", None),
        ("Another line.", None),
    ]


def test_a_long_value_of_an_attribute_is_no_harm_to_the_text_around_it(tmp_path):
    data = "a " * 40_000
    path = page(tmp_path, f"<p title=it's>It's one</p><div data-x='{data}'><p>two it's</p></div>")
    assert texts(path) == ["It's one", "two it's"]


def test_pictures_kept_inside_a_page_do_not_count(tmp_path):
    path = page(tmp_path, f"<p>x<img src='data:image/png;base64,{'A' * 17_000_000}'></p>")
    assert texts(path) == ["x"]


def test_tables_are_given_as_they_are(tmp_path):
    path = page(
        tmp_path,
        "<table><thead><tr><th>ع<th>E</thead><tr><td>أ<p>ب<td>A<table><tr><td>inner</table></table><table></table>",
    )
    assert html_page.tables(path) == [[["ع", "E"], ["أ\nب", "A\ninner"]], []]
