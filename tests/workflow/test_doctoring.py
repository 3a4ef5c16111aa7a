"""What files hold is told before anything is kept; what is chosen then is done, and only that."""

import pytest

from taqabul import paths
from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import Aside, Metadata
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions
from taqabul.storage import documents
from taqabul.text.repairs import REPAIRS
from taqabul.workflow import describing, shelving
from taqabul.workflow.aligning import align_read, is_known, made_before
from taqabul.workflow.batches import import_pairs
from taqabul.workflow.doctoring import Examination, examine
from taqabul.workflow.importing import import_files
from taqabul.workflow.mending import advised, repairs_named
from taqabul.workflow.pairing import find_pairs
from taqabul.workflow.projects import list_documents
from taqabul.workflow.rows import iter_rows

ARABIC = (
    "افتتح الوزير المؤتمر في القاهرة.",
    "قال إن العمل سيبدأ في ٣ أيار.",
    "شارك على فيسبوك",
    "اقرأ المزيد",
)
ENGLISH = ("The minister opened the conference in Cairo.", "Work would begin on 3 May, he said.")
BOTH = "\n\n".join((*ARABIC, *ENGLISH))
FORMS = BOTH.replace("المؤتمر في", "ﺍﻟﻤﺆﺗﻤﺮ  ﻓﻲ").replace("إن العمل", "إن\u00a0العـمل\u200f")


@pytest.fixture
def write(tmp_path):
    def written(name, text):
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return written


def texts(diagnosis, language):
    return [one.text for one in diagnosis.passages[language] if one.number is not None]


def choices(diagnosis):
    return {one.repair or one.aside: one.done for one in diagnosis.findings if one.is_choice}


def test_a_clean_text_needs_no_decision(write):
    diagnosis = examine([write("a.txt", BOTH)])
    assert not diagnosis.asks
    assert diagnosis.problem is None
    assert texts(diagnosis, Language.ENGLISH) == list(ENGLISH)
    assert choices(diagnosis) == {Aside.READ_MORE: False, Aside.SHARING: False}


@pytest.mark.parametrize("seed", sorted(paths.seeds().glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_samples_need_no_decision(seed):
    assert not examine([seed]).asks


@pytest.mark.parametrize(
    ("name", "data", "sign"),
    [
        ("garbled", BOTH.encode().decode("cp1256").encode(), "Garbled letters"),
        ("forms", FORMS.encode(), "Presentation forms"),
        ("guessed", BOTH.replace("٣", "3").encode("cp1256"), "encoding is a guess"),
        ("damaged", (BOTH * 9).encode().replace("إ".encode(), b"\xd8", 1), "encoding is a guess"),
        ("uneven", (BOTH + "\n\n" + "\n\n".join(ENGLISH) * 18).encode(), "times as long"),
    ],
)
def test_what_needs_a_decision(write, name, data, sign):
    diagnosis = examine([write(f"{name}.txt", data)])
    assert any(sign in one.text for one in diagnosis.findings if one.asks)


def test_repairs_are_told_with_what_they_change_and_only_those_chosen_are_made(write):
    path = write("a.txt", FORMS)
    before = examine([path])
    assert {name for name, done in choices(before).items() if not done} >= {
        "presentation-forms", "bidi", "spaces", "double-spaces", "tatweel",
    }  # fmt: skip
    (change,) = before.shown["presentation-forms"]
    assert (change.language, "ﺍﻟﻤﺆﺗﻤﺮ" in change.before, "المؤتمر" in change.after) == (
        Language.ARABIC,
        True,
        True,
    )
    after = examine([path], ImportOptions(repairs=frozenset({"presentation-forms", "tatweel"})))
    assert texts(after, Language.ARABIC)[:2] == [
        "افتتح الوزير المؤتمر  في القاهرة.",
        "قال إن\u00a0العمل\u200f سيبدأ في ٣ أيار.",
    ]
    assert choices(after)["tatweel"]
    assert not choices(after)["bidi"]
    assert "a.txt: Mended on the way in: tatweel inside words out (1 paragraph)." in after.read.findings


def test_advised_repairs_are_suggested(write):
    examination = Examination([write("a.txt", FORMS)])
    assert examination.look().options.repairs == frozenset()
    assert examination.suggest().options.repairs == {"presentation-forms"}
    assert not examination.suggest().asks


def test_a_garbled_text_is_mended_before_its_languages_are_told_apart(write, studio):
    library, path = studio.open(), write("a.txt", BOTH.encode().decode("cp1256"))
    done = align_read(library, examine([path], ImportOptions(repairs=repairs_named(["all"]))).read)
    rows = list(iter_rows(library, done.bitext))
    assert {one.text for row in rows for one in row.source} == set(ARABIC)
    with library.database.read() as transaction:
        kept = documents.read_file(transaction, list_documents(library)[0].file)
    assert kept.text == BOTH.encode().decode("cp1256")
    assert "a.txt: Mended on the way in: garbled letters back to what they were (4 lines)." in kept.findings
    assert describing.sides_described(library, done.bitext)[0].findings == kept.findings


def test_parts_of_a_page_are_shown_and_left_out_on_demand(write):
    path = write("a.txt", BOTH)
    diagnosis = examine([path], ImportOptions(leave_out=frozenset({Aside.SHARING})))
    numbers = [(one.number, one.aside) for one in diagnosis.passages[Language.ARABIC]]
    assert numbers == [(1, None), (2, None), (None, Aside.SHARING), (3, Aside.READ_MORE)]
    assert choices(diagnosis) == {Aside.READ_MORE: False, Aside.SHARING: True}


def test_a_text_of_nothing_but_parts_of_a_page_is_kept(write):
    path = write("a.txt", "\n\n".join((*ARABIC[2:], *ENGLISH)))
    diagnosis = examine([path], ImportOptions(leave_out=frozenset(Aside)))
    assert texts(diagnosis, Language.ARABIC) == list(ARABIC[2:])


def test_each_file_may_have_an_encoding_of_its_own(write):
    arabic = write("a.txt", "\n\n".join(ARABIC[:2]).replace("٣", "3").encode("cp1256"))
    english = write("e.txt", "\n\n".join(ENGLISH).encode("utf-16-le"))
    diagnosis = examine([arabic, english], ImportOptions(encodings={arabic: "cp1256"}))
    assert [one.encoding for one in diagnosis.sources] == ["cp1256", "utf-16-le"]
    wrong = examine([arabic, english], ImportOptions(encodings={arabic: "utf-8"}))
    assert "cannot be read as utf-8" in wrong.sources[0].problem.message
    assert wrong.problem is wrong.sources[0].problem


def test_a_file_is_opened_once_however_often_it_is_looked_at(write):
    path = write("a.txt", BOTH)
    examination = Examination([path])
    examination.look()
    path.unlink()
    assert examination.look(ImportOptions(repairs=repairs_named(["all"]))).problem is None


def test_files_that_are_no_pair_are_looked_at_all_the_same(write):
    one, other = write("a.txt", ARABIC[0]), write("b.txt", ARABIC[1])
    diagnosis = examine([one, other])
    assert "Both files are in Arabic" in diagnosis.problem.message
    assert "in Arabic only" in examine([one]).problem.message
    assert "There is no file" in examine([one.with_name("none.txt")]).problem.message


def test_what_people_say_of_a_text_goes_before_what_its_file_says(write, studio):
    library, path = studio.open(), write("a.txt", BOTH)
    said = Metadata("خبر", "سلمى", "", "2025", "")
    done = align_read(library, examine([path], ImportOptions(metadata={Language.ARABIC: said})).read)
    source, target = describing.sides_described(library, done.bitext)
    assert (source.document.metadata, target.document.title) == (said, "a")
    again = examine([path], ImportOptions(metadata={Language.ENGLISH: Metadata("News")}))
    assert is_known(library, again.read)
    assert align_read(library, again.read, align_known=False).bitext == done.bitext
    titles = [one.document.title for one in describing.sides_described(library, done.bitext)]
    assert titles == ["خبر", "News"]


def test_a_text_is_known_only_with_its_bitext(write, studio):
    library, path = studio.open(), write("a.txt", BOTH)
    assert not is_known(library, examine([path]).read)
    import_files(library, [path])
    assert not is_known(library, examine([path]).read)


def test_files_are_known_by_what_was_made_of_them_however_they_were_mended(write, studio):
    library, path = studio.open(), write("a.txt", BOTH.replace("المؤتمر", "ﺍﻟﻤﺆﺗﻤﺮ"))
    plain = examine([path]).read
    assert made_before(library, plain) is None
    chosen = ImportOptions(repairs=advised(), leave_out=frozenset(Aside))
    done = align_read(library, examine([path], chosen).read)
    assert not is_known(library, plain)
    again = made_before(library, plain)
    assert (again.bitext, again.known, again.in_bin) == (done.bitext, True, False)
    one, other = write("one.txt", ARABIC[1]), write("other.txt", ENGLISH[1])
    assert made_before(library, examine([one, other]).read) is None
    align_read(library, examine([one, other]).read)
    assert made_before(library, examine([other, one]).read) is not None
    assert made_before(library, examine([one, path]).read) is None
    shelving.bin_bitexts(library, [done.bitext])
    assert made_before(library, plain).in_bin


def test_what_is_no_repair_is_refused():
    assert repairs_named(["all"]) == {one.id for one in REPAIRS}
    assert repairs_named(["none"]) == repairs_named([]) == frozenset()
    with pytest.raises(InvalidInput, match="polish"):
        repairs_named(["polish", "bidi"])


def test_files_of_a_folder_are_told_with_what_is_odd_and_mended_on_demand(write, studio, tmp_path):
    write("a1.txt", "\n\n".join(ARABIC[:2]).replace("المؤتمر", "ﺍﻟﻤﺆﺗﻤﺮ"))
    write("a1_en.txt", "\n\n".join(ENGLISH))
    (pair,) = find_pairs(tmp_path).pairs
    assert [one.doubts for one in pair.files] == [("mend: presentation forms to letters",), ()]
    library = studio.open()
    files = [one.path for one in pair.files]
    outcomes = import_pairs(library, [files], options=ImportOptions(repairs=advised()))
    rows = list(iter_rows(library, outcomes[0].bitext))
    assert [one.text for row in rows for one in row.source] == list(ARABIC[:2])


PAGE = """<html><head><title>News</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><h1>Conference in Cairo opens with ministers</h1>
<p>The minister opened the conference in Cairo on Monday in front of a large audience from many countries.</p>
<p>Work would begin on 3 May, he said, and it would go on for several months until all guests had spoken.</p></article>
<footer dir="rtl"><p>افتتح الوزير المؤتمر في القاهرة يوم الاثنين أمام جمهور كبير جاء من بلدان كثيرة.</p>
<p>وقال إن العمل سيبدأ في ٣ أيار ويستمر أشهرا عدة حتى يتكلم جميع الضيوف في المؤتمر.</p></footer></body></html>"""


def test_what_a_page_marks_as_no_part_of_its_text_may_be_kept(write):
    path = write("page.html", PAGE)
    diagnosis = examine([path])
    assert diagnosis.languages == {Language.ENGLISH}
    (aside,) = {one.aside for one in diagnosis.findings if one.aside}
    kept = examine([path], ImportOptions(keep=frozenset({aside})))
    assert kept.problem is None
    assert len(texts(kept, Language.ARABIC)) == 2
    assert choices(kept) == {aside: False}


def test_a_table_whose_columns_are_a_guess_needs_a_decision(write):
    rows = ("النص,Draft,Final", "وصل الوفد أمس.,The delegation came.,The delegation arrived yesterday.")
    assert any(
        "is a guess" in one.text for one in examine([write("t.csv", "\n".join(rows))]).findings if one.asks
    )
    sure = [",".join(row.split(",")[:2]) for row in rows]
    assert not examine([write("u.csv", "\n".join(sure))]).asks
