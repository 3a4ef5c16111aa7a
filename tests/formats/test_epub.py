"""Books, written by LibreOffice and EbookLib."""

import io
import zipfile

import pytest
from tests.formats.test_documents import FILES, refusal

from taqabul.domain.files import Block, BlockKind, Metadata
from taqabul.formats.registry import read_file

SAMPLE = FILES / "book.epub"
CHAPTER = "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'><head><title/></head><body>{}</body></html>"


@pytest.fixture
def book(tmp_path):
    """A book of some chapters, written by EbookLib, with a table of contents in both of EPUB's ways."""
    epub = pytest.importorskip("ebooklib.epub")

    def write(*chapters):
        made = epub.EpubBook()
        made.set_title("كتاب")
        made.add_author("كاتبة")
        made.add_author("Somebody", role="trl", uid="t")
        made.add_metadata("DC", "date", "2024-05-06T00:00:00Z")
        items = []
        for number, content in enumerate(chapters):
            item = epub.EpubItem(
                f"c{number}", f"text/c {number}.xhtml", "application/xhtml+xml", content.encode()
            )
            made.add_item(item)
            items.append(item)
        made.add_item(epub.EpubNcx())
        made.add_item(epub.EpubNav())
        made.spine = ["nav", *items]
        path = tmp_path / "a.epub"
        epub.write_epub(path, made)
        return path

    return write


def test_what_libreoffice_writes_is_read():
    file = read_file(SAMPLE)
    texts = [block.text for block in file.blocks]
    assert "قالَ الوزيرُ: «نعم» ٣٫٥٪ \u200f(COVID-19)\u200e 👩\u200d👩\u200d👧." in texts
    assert Block("هيفاء زنكنة", BlockKind.CELL) in file.blocks
    assert [block.kind for block in file.blocks[-2:]] == [BlockKind.FOOTNOTE] * 2
    assert file.metadata.title == "بيان — Statement"


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning")
def test_chapters_are_read_in_their_order_and_contents_are_no_text(book):
    first = CHAPTER.format(
        "<h1>الفصل الأوّل</h1><p>نصّ<a epub:type='noteref' href='#n'>1</a> أول</p><aside epub:type='footnote' id='n'>حاشية</aside>"
    )
    broken = "<html><head><title/></head><body><p>ill-formed &nbsp;<br>text<a id='x'/> goes on</body>"
    file = read_file(book(first, broken))
    assert file.blocks == (
        Block("الفصل الأوّل", BlockKind.HEADING),
        Block("نصّ أول"),
        Block("ill-formed\ntext goes on"),
        Block("حاشية", BlockKind.FOOTNOTE),
    )
    assert file.metadata == Metadata(title="كتاب", author="كاتبة", translator="Somebody", date="2024-05-06")


def changed(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(SAMPLE) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            if name not in members:
                new.writestr(name, old.read(name))
        for name, content in members.items():
            if content is not None:
                new.writestr(name, content)
    return data.getvalue()


def test_a_book_that_cannot_be_read_is_told(tmp_path):
    path = tmp_path / "a.epub"
    with zipfile.ZipFile(SAMPLE) as archive:
        (chapter,) = [name for name in archive.namelist() if name.endswith("section0001.xhtml")]
    lock = f"<encryption><EncryptedData><CipherData><CipherReference URI='{chapter}'/></CipherData></EncryptedData></encryption>"
    for members, told in [
        ({"META-INF/encryption.xml": lock}, "is locked"),
        ({"META-INF/container.xml": None}, "lacks its part"),
        ({"META-INF/container.xml": "<container/>"}, "lacks its part"),
        ({chapter: b"<p></p>"}, "holds no text"),
        ({chapter: b"<p>" + b" " * 33 * 1024**2}, "holds too much"),
    ]:
        path.write_bytes(changed(**members))
        assert told in refusal(path)
