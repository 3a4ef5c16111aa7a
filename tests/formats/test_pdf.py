"""PDF documents by several producers become the paragraphs that somebody printed."""

import base64
import html
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel
from tests.formats.mutations import mutated
from tests.formats.pdf_files import draw, place, print_html, writer
from tests.formats.test_written_documents import HEADER, row

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Aside, BlockKind
from taqabul.formats import pdf
from taqabul.formats.bilingual_pdf import BilingualPdfWriter
from taqabul.formats.pdf_worker import Extracted, Refusal, extract
from taqabul.formats.registry import read_file

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PROTECTED = base64.b64decode(
    "JVBERi0xLjMKJeLjz9MKMSAwIG9iago8PAovUHJvZHVjZXIgPGEzZDEwZDRkOTQ+Cj4+CmVuZG9iagoyIDAgb2JqCjw8Ci9UeXBl"
    "IC9QYWdlcwovQ291bnQgMQovS2lkcyBbIDQgMCBSIF0KPj4KZW5kb2JqCjMgMCBvYmoKPDwKL1R5cGUgL0NhdGFsb2cKL1BhZ2Vz"
    "IDIgMCBSCj4+CmVuZG9iago0IDAgb2JqCjw8Ci9UeXBlIC9QYWdlCi9SZXNvdXJjZXMgPDwKPj4KL01lZGlhQm94IFsgMC4wIDAu"
    "MCA3MiA3MiBdCi9QYXJlbnQgMiAwIFIKPj4KZW5kb2JqCjUgMCBvYmoKPDwKL1YgMgovUiAzCi9MZW5ndGggMTI4Ci9QIDQyOTQ5"
    "NjcyOTIKL0ZpbHRlciAvU3RhbmRhcmQKL08gPDBlNTIyOTI1YTNlNGU4NzRjM2NmYWNiZWY1MTFhNzNhYzRlYzJiZDg2NWRjZDNk"
    "NDYyNzYxNDkxN2FiZmQ3ZTQ+Ci9VIDw4ZDY0YWViYmI5ZDQ1YTBmNWJhNGVlOGY0NmJiMzQ0ZjI4YmY0ZTVlNGU3NThhNDE2NDAw"
    "NGU1NmZmZmEwMTA4Pgo+PgplbmRvYmoKeHJlZgowIDYKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDE1IDAwMDAwIG4gCjAw"
    "MDAwMDAwNTkgMDAwMDAgbiAKMDAwMDAwMDExOCAwMDAwMCBuIAowMDAwMDAwMTY3IDAwMDAwIG4gCjAwMDAwMDAyNTkgMDAwMDAg"
    "biAKdHJhaWxlcgo8PAovU2l6ZSA2Ci9Sb290IDMgMCBSCi9JbmZvIDEgMCBSCi9JRCBbIDwyM2IzYzA2ZTY3YzA4NzI2NGUzYjQ0"
    "OTBiZjZmOWM0YT4gPDIzYjNjMDZlNjdjMDg3MjY0ZTNiNDQ5MGJmNmY5YzRhPiBdCi9FbmNyeXB0IDUgMCBSCj4+CnN0YXJ0eHJl"
    "Zgo0NzQKJSVFT0YK"
)
"""An empty page, locked with the password "secret" by pypdf."""


def paragraphs(text):
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def page_of(parts):
    ways = ["rtl" if any("\u0600" <= one <= "\u06ff" for one in part) else "ltr" for part in parts]
    shown = "".join(f"<p dir={way}>{html.escape(part)}</p>" for way, part in zip(ways, parts, strict=True))
    return f"<html><meta charset=utf-8><body style=\"font-family:'DejaVu Sans'\">{shown}</body></html>"


def body(extracted):
    return [block.text for block in extracted.blocks if block.aside is None]


def refusal(path):
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    assert caught.value.hint
    return caught.value.message


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_what_qt_prints_is_read_again(seed, tmp_path, qapp):
    path = tmp_path / "printed.pdf"
    parts = paragraphs(seed.read_text("utf-8"))
    print_html(path, page_of(parts))
    extracted = extract(path)
    found = body(extracted)
    assert Indel.normalized_similarity(" ".join(parts), " ".join(found)) > 0.99
    assert sum(part in found for part in parts) >= 0.8 * len(parts)
    assert [block.text for block in extracted.blocks if block.aside is Aside.PAGE_NUMBER][:1] in ([], ["1"])


@pytest.mark.parametrize("number", [1, 2, 4])
def test_arabic_that_was_set_from_the_left_is_put_together_with_its_stops_at_the_end(number, tmp_path, qapp):
    """As programs print plain text: flush left, with what ends a paragraph to the right of it."""
    path = tmp_path / "plain.pdf"
    parts = paragraphs(SEEDS[number].read_text("utf-8"))
    shown = "".join(f"<p dir=ltr align=left>{html.escape(part)}</p>" for part in parts)
    print_html(path, f"<body style=\"font-family:'DejaVu Sans'\">{shown}</body>")
    found = body(extract(path))
    assert Indel.normalized_similarity(" ".join(parts), " ".join(found)) > 0.99
    assert sum(part in found for part in parts) >= 0.8 * len(parts)
    assert not [text for text in found if text.startswith(".")]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("seed", SEEDS[:2], ids=lambda path: path.stem[:3])
def test_what_libreoffice_prints_is_read_again(seed, tmp_path):
    parts = paragraphs(seed.read_text("utf-8"))
    (tmp_path / "page.html").write_text(page_of(["—", *parts]), encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "page.html"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=200, capture_output=True)
    found = body(extract(tmp_path / "page.pdf"))
    assert Indel.normalized_similarity(" ".join(parts), " ".join(found)) > 0.98


def test_shapes_in_the_order_they_are_seen_become_text(tmp_path, qapp):
    path = tmp_path / "shapes.pdf"
    seen = "2024 \ufead\ufe8d\ufeab\ufe81 12 \ufef2\ufed3 )\ufe95\ufeed\ufeae\ufef4\ufe91( \ufe94\ufee8\ufef3\ufeaa\ufee4\ufedf\ufe8d"
    place(path, [seen, "\ufee1\ufefc\ufeb4\ufedf\ufe8d"])
    assert " ".join(body(extract(path))) == "المدينة (بيروت) في 12 آذار 2024 السلام"


def test_running_heads_and_page_numbers_are_marked(tmp_path, qapp):
    path = tmp_path / "book.pdf"
    long = [
        "تاريخ المدينة القديمة في زمن البحر طويل ولا ينتهي عند هذا",
        "السور الذي بناه أهلها من حجر الجبل القريب.",
    ]
    names = ("", "بيروت", "دمشق", "القاهرة", "بغداد")
    pages = [
        [
            (520, 40, "تاريخ المدينة", 10),
            *[(520, 100 + 18 * n, f"{long[n % 2]} {names[number]}") for n in range(6)],
            (300, 800, f"— {'٠١٢٣٤٥٦٧٨٩'[number]} —", 10),
        ]
        for number in range(1, 5)
    ]
    draw(path, pages)
    file = read_file(path)
    marked = [(block.aside, block.text) for block in file.blocks if block.aside]
    assert [text for aside, text in marked if aside is Aside.PAGE_NUMBER] == [
        "— ١ —",
        "— ٢ —",
        "— ٣ —",
        "— ٤ —",
    ]
    assert [text for aside, text in marked if aside is Aside.RUNNING_HEAD] == ["تاريخ المدينة"] * 4
    assert "4 running heads marked as none of the text." in file.findings
    assert all("تاريخ المدينة القديمة" in text for text in body(file))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            ["The old town lies on a hill", "and looks over the wide sea"],
            ["to the islands in the north", "where the ships used to wait."],
            "left",
        ),
        (
            ["وإلى الجزر في الشمال البعيد", "حيث كانت السفن تنتظر الريح."],
            ["تقع المدينة القديمة على تل", "وتطل على البحر الواسع كله"],
            "right",
        ),
    ],
)
def test_columns_are_read_one_after_the_other(left, right, expected, tmp_path, qapp):
    path = tmp_path / "columns.pdf"
    begin = (60, 330) if expected == "left" else (270, 540)
    lines = [
        (begin[side], 100 + 16 * n, part[n % 2]) for n in range(8) for side, part in ((0, left), (1, right))
    ]
    draw(path, [lines])
    extracted = extract(path)
    first, second = (left, right) if expected == "left" else (right, left)
    assert extracted.columns == 1
    text = " ".join(body(extracted))
    assert text.replace("  ", " ") == " ".join([*first * 4, *second * 4])


def test_headings_lists_hyphens_indents_and_footnotes_are_told(tmp_path, qapp):
    path = tmp_path / "report.pdf"
    full = "A line of the report that fills the whole width of its column, or so it seems to"
    lines = [
        (60, 80, "A long report", 20),
        (60, 120, full),
        (60, 136, "those who read it. The next word was parted at the end of this line for an exam-"),
        (60, 152, "ple of what printers do."),
        (80, 168, "An indent begins another paragraph, and this line is long enough to fill it all"),
        (60, 184, "up to here."),
        (60, 216, "• First point"),
        (60, 232, "• Second point"),
        (60, 760, "1 A note below the text.", 8),
        (60, 772, "2 Another one.", 8),
    ]
    draw(path, [lines])
    extracted = extract(path)
    assert [(block.kind, block.text[:28]) for block in extracted.blocks] == [
        (BlockKind.HEADING, "A long report"),
        (BlockKind.PARAGRAPH, full[:28]),
        (BlockKind.PARAGRAPH, "An indent begins another par"),
        (BlockKind.LIST_ITEM, "• First point"),
        (BlockKind.LIST_ITEM, "• Second point"),
        (BlockKind.FOOTNOTE, "1 A note below the text."),
        (BlockKind.FOOTNOTE, "2 Another one."),
    ]
    assert "for an example of what printers do." in extracted.blocks[1].text
    assert extracted.hyphens == 1


@pytest.mark.parametrize(
    ("paragraphs", "notes", "expected"),
    [
        (
            [
                "It was signed in Cairo.<sup>1</sup> The land<sup>12</sup> of 5 km<sup>2</sup> is ours.<sup>7</sup> See<sup>2.1</sup>"
            ],
            ["1 On 3 May.", "2 Or less.", "12 See page 7"],
            "It was signed in Cairo. The land of 5 km2 is ours.7 See2.1",
        ),
        (
            ["وُقّعت في القاهرة.<sup>١</sup> والأرض<sup>(٢)</sup> لنا، وهي ٥ كم<sup>٢</sup>."],
            ["١ في الثالث من أيار.", "(٢) أو أقل من ذلك."],
            "وُقّعت في القاهرة. والأرض لنا، وهي ٥ كم٢.",
        ),
    ],
)
def test_raised_numbers_that_lead_to_footnotes_are_no_text(paragraphs, notes, expected, tmp_path, qapp):
    way = "rtl" if "\u0600" <= expected[0] <= "\u06ff" else "ltr"
    html = "".join(f"<p dir={way}>{one}</p>" for one in paragraphs)
    html += "".join(f"<p dir={way} style='font-size:8pt'>{one}</p>" for one in notes)
    print_html(tmp_path / "notes.pdf", html, numbered=False)
    extracted = extract(tmp_path / "notes.pdf")
    assert [(block.kind, block.text) for block in extracted.blocks] == [
        (BlockKind.PARAGRAPH, expected),
        *((BlockKind.FOOTNOTE, one) for one in notes),
    ]
    assert extracted.references == 2


def test_letters_that_are_drawn_in_pieces_are_read_once(tmp_path):
    """As programs print fonts whose dots are signs of their own, and call each piece by the letter."""
    lines = ["يبدأ العمل بهذه الاتفاقية في بيت قديم", "وتفصل محاكم بيروت في كل نزاع", "خلال شهر شباط القادم"]
    with (tmp_path / "pieces.pdf").open("wb") as out:
        rows = [row(arabic, "The agreement", notes=()) for arabic in lines]
        BilingualPdfWriter().write(rows, out, HEADER)
    extracted = extract(tmp_path / "pieces.pdf")
    text = " ".join(block.text for block in extracted.blocks)
    assert [line for line in lines if line in text] == lines


def test_a_vowel_sign_stays_with_its_letter_beside_a_column_that_stands_a_little_higher(tmp_path):
    lines = ["سافر أحمد إلى عمّان يوم الثلاثاء، ثم عاد محمّد إلى لبنان", "كلّمت المعلّمة تلاميذها"]
    with (tmp_path / "signs.pdf").open("wb") as out:
        rows = [row(arabic, "Ahmed came to Amman on Tuesday", notes=()) for arabic in lines]
        BilingualPdfWriter().write(rows, out, HEADER)
    text = " ".join(block.text for block in extract(tmp_path / "signs.pdf").blocks)
    assert [line for line in lines if line in text] == lines
    assert text.count("ّ") == sum(line.count("ّ") for line in lines)


def test_a_letter_whose_sign_is_divided_with_its_vowel_leaves_no_gap(tmp_path):
    lines = [
        "يبدأ العمل في بيروت",
        "زار الملك عمّان ومدن الشمال، وعاد إلى عمّان",
        "تفصل محاكم عمّان في كل نزاع",
        "بُنِيَ البيتُ في عَمّان",
    ]
    with (tmp_path / "divided.pdf").open("wb") as out:
        rows = [row(arabic, "The king visited Amman", notes=()) for arabic in lines]
        BilingualPdfWriter().write(rows, out, HEADER)
    text = " ".join(block.text for block in extract(tmp_path / "divided.pdf").blocks)
    assert [line for line in lines if line in text] == lines
    assert text.count("ُ") == 2


AGREED = [
    (
        "اتفاقية تعاون بين جامعة بيروت ووزارة الصحة",
        "Cooperation agreement of the University of Beirut and the Ministry of Health",
    ),
    (
        "يبدأ العمل بهذه الاتفاقية في ٣ أيار ٢٠٢٤ ولمدة ثلاث سنوات.",
        "It enters into force on 3 May 2024 for a term of three years.",
    ),
    (
        "يدفع الطرف الأول مبلغ ١٥٠٠ دينار خلال ثلاثين يوما من تاريخه.",
        "The first party pays 1,500 dinars within thirty days.",
    ),
    (
        "تخضع الاتفاقية للقانون الأردني، وتفصل محاكم عمّان في كل نزاع.",
        "The laws of Jordan apply; the courts of Amman decide any dispute arising from it.",
    ),
    (
        "حررت من نسختين باللغتين العربية والإنجليزية.",
        "It was drawn up in two copies, in Arabic and in English.",
    ),
]


@pytest.mark.parametrize("arabic_left", [True, False])
def test_a_table_of_two_languages_is_read_column_by_column_however_near_they_are(arabic_left, tmp_path, qapp):
    cells = (
        (
            f"<td width=50% dir=rtl><p dir=rtl>{arabic}</p></td>",
            f"<td width=50%><p dir=ltr>{english}</p></td>",
        )
        for arabic, english in AGREED
    )
    rows = "".join(f"<tr>{''.join(pair if arabic_left else pair[::-1])}</tr>" for pair in cells)
    html = f"<h2>Agreement</h2><table width=100% cellspacing=0 cellpadding=2>{rows}</table>"
    print_html(tmp_path / "table.pdf", html, numbered=False)
    extracted = extract(tmp_path / "table.pdf")
    (head, *texts) = (block.text for block in extracted.blocks)
    assert head == "Agreement"
    columns = [list(column) for column in zip(*AGREED, strict=True)]
    assert texts in ([*columns[0], *columns[1]], [*columns[1], *columns[0]])
    assert extracted.columns == 1


def test_a_paragraph_runs_on_over_the_page(tmp_path, qapp):
    path = tmp_path / "two.pdf"
    first = [
        (60, 100 + 16 * n, "A line of the text that fills the width of its column, as all of these do")
        for n in range(5)
    ]
    draw(path, [first, [(60, 100, "and ends here."), (60, 140, "Another paragraph.")]])
    assert [text[-14:] for text in body(extract(path))] == ["and ends here.", "her paragraph."]


def test_lines_set_with_their_last_letter_first_are_turned(tmp_path, qapp):
    path = tmp_path / "turned.pdf"
    lines = ["وصل الوفد إلى المدينة القديمة", "وكان في استقبال الوفد رئيس البلدية"]
    place(path, lines)
    extracted = extract(path)
    assert extracted.turned == 2
    assert " ".join(body(extracted)) == " ".join(lines)


def test_what_stands_outside_of_the_page_is_left_out(tmp_path, qapp):
    path = tmp_path / "beyond.pdf"
    draw(path, [[(60, 100, "Inside."), (60, -20, "Above."), (60, 900, "Below."), (700, 300, "Beside.")]])
    assert body(extract(path)) == ["Inside."]


def test_pictures_of_pages_are_refused(tmp_path, qapp):
    path = tmp_path / "scanned.pdf"
    draw(path, [[]])
    assert "holds no text" in refusal(path)


def test_a_password_is_told(tmp_path):
    path = tmp_path / "locked.pdf"
    path.write_bytes(PROTECTED)
    assert refusal(path) == "“locked.pdf” is protected by a password."


def test_letters_that_a_font_hides_are_doubted(tmp_path, qapp):
    path, fonts = tmp_path / "a.pdf", tmp_path / "fonts.pdf"
    text = paragraphs(SEEDS[3].read_text("utf-8"))[2:14]
    hidden = str.maketrans("abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
    print_html(path, page_of(text))
    print_html(fonts, page_of([one.lower().translate(hidden) for one in text]))
    assert read_file(path).certain
    file = read_file(fonts)
    assert not file.certain
    assert "OCR" in file.findings[0]


def test_damage_is_told(tmp_path):
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"nothing else" * 50)
    assert "is damaged" in refusal(path)


def test_other_files_are_not_taken_for_pdf(tmp_path):
    path = tmp_path / "picture.pdf"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    assert refusal(path) == "“picture.pdf” is a picture, not a PDF document."


def test_a_pdf_by_another_name_is_read(tmp_path, qapp):
    draw(tmp_path / "a.pdf", [[(60, 100, "A short text.")]])
    (tmp_path / "a.pdf").rename(tmp_path / "a.txt")
    file = read_file(tmp_path / "a.txt")
    assert file.text == "A short text."
    assert "it is a PDF document" in file.findings[0]


def test_a_process_that_ends_or_takes_too_long_is_a_refusal(tmp_path, qapp, monkeypatch):
    path = tmp_path / "a.pdf"
    draw(path, [[(60, 100, "A short text.")]])
    monkeypatch.setattr(pdf, "work", print)  # ends without an answer
    assert "is damaged" in refusal(path)
    monkeypatch.setattr(pdf, "_STARTING_SECONDS", 0)
    assert "takes too long" in refusal(path)


@pytest.fixture(scope="module")
def sample(tmp_path_factory, qapp):
    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    print_html(path, page_of(paragraphs(SEEDS[0].read_text("utf-8"))[:12]))
    return path.read_bytes()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(random=st.randoms(use_true_random=False))
def test_any_damage_ends_in_text_or_a_reason(sample, random):
    outcome = extract(mutated(sample, random))
    assert isinstance(outcome, Extracted | Refusal)


def test_nothing_is_imported_for_other_files():
    code = "import taqabul.formats.registry, sys; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode == 0


def test_a_page_without_letters_between_others_is_told(tmp_path, qapp):
    path = tmp_path / "gap.pdf"
    draw(path, [[(60, 100, "First page.")], [], [(60, 100, "Third page.")]])
    assert any(finding.startswith("1 page without text") for finding in read_file(path).findings)


def test_titles_that_a_program_wrote_are_no_titles(tmp_path, qapp):
    for title, kept in (
        ("The old town", "The old town"),
        ("Microsoft Word - a.doc", ""),
        ("draft2.indd", ""),
    ):
        path = tmp_path / "titled.pdf"
        print_titled(path, title)
        assert read_file(path).metadata.title == kept


def print_titled(path, title):
    from PySide6.QtGui import QPainter

    made = writer(path)
    made.setTitle(title)
    painter = QPainter(made)
    painter.drawText(500, 500, "Text")
    painter.end()
