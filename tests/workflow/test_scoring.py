"""Scores of bitexts in a real library, by what people marked; and the report of them."""

import re
from dataclasses import replace

import pytest
from lxml import html

from taqabul.domain.annotation import AnnotationStatus, attributes_from
from taqabul.domain.errors import CannotWrite, InvalidInput
from taqabul.domain.language import Language
from taqabul.workflow import shelving
from taqabul.workflow.annotating import marking
from taqabul.workflow.annotating.correcting import correct
from taqabul.workflow.annotating.marking import Given, mark, mark_pair, set_comment
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.describing import describe_documents, sides_described
from taqabul.workflow.label_sets import label_sets, save_set
from taqabul.workflow.marked_errors import evaluated
from taqabul.workflow.printed_score import report_html, write_report
from taqabul.workflow.report_words import ARABIC
from taqabul.workflow.reviewing import edit_text
from taqabul.workflow.score_report import as_object, remarks
from taqabul.workflow.scoring import (
    SEVERITIES,
    Basis,
    Grouping,
    ScoreOptions,
    profiles,
    score,
    score_bitext,
    score_groups,
)
from taqabul.workflow.word_links import Stretch

PAIRS = (
    ("طالب الوزير بانسحابٍ كامل.", "The minister demanded <withdrawal> & left."),  # 4 and 5 words
    ("وعاد في المساء.", "He came back in the evening."),  # 3 and 6
    ("لم يقل شيئًا.", "He said nothing."),  # 3 and 3
)


def error(label, severity="major", **more):
    values = {"severity": [severity]} if severity else {}
    return Given("mqm-core", label, attributes_from(values | more), "see <p. 3>")


@pytest.fixture
def studio_bitext(studio):
    return studio.write(*PAIRS)


def stretch(bitext, words):
    for row in bitext.all_rows():
        for paragraph in row.source + row.target:
            at = paragraph.text.find(words)
            if at >= 0:
                return Stretch(paragraph.id, at, at + len(words))
    raise LookupError(words)


@pytest.fixture
def marked(studio_bitext):
    bitext = studio_bitext
    for words, given in (
        (["كامل", "withdrawal"], error("omission", correction=["complete withdrawal"])),
        (["left"], error("addition", "minor")),
        (["evening"], error("spelling", "critical")),
        (["came"], error("style", "")),
        (["nothing"], Given("claims", "claim")),
    ):
        mark(bitext.library, bitext.id, [stretch(bitext, one) for one in words], given)
    return bitext


def test_what_is_corrected_counts_unless_it_is_told_not_to(marked):
    library, id_ = marked.library, marked.id
    struck = mark(library, id_, [stretch(marked, "in the")], error("addition", correction=["∅"])).annotations
    before = score_bitext(library, id_, ScoreOptions())
    omitted = next(one.annotation for one in evaluated(library, id_).errors if one.lineage[0] == "omission")
    correct(library, id_, [omitted, *struck])
    material = evaluated(library, id_)
    assert [one.lineage[0] for one in material.errors if one.is_corrected] == ["omission", "addition"]
    after = score(material, ScoreOptions())
    assert (after.errors, after.points) == (before.errors, before.points)
    left = score(material, ScoreOptions(corrected=False))
    assert (left.errors, left.points) == (before.errors - 2, before.points - 10)
    told = as_object(material, ScoreOptions(corrected=False))
    assert (told["corrected"], told["corrected_counted"], len(told["marks"])) == (2, False, left.errors)
    assert "2, not counted" in report_html(material, ScoreOptions(corrected=False))
    marking.set_status(library, id_, [omitted], AnnotationStatus.DRAFT)
    assert sum(one.is_corrected for one in evaluated(library, id_).errors) == 1


def test_errors_are_counted_by_type_and_row_and_claims_are_none(marked):
    found = evaluated(marked.library, marked.id, "A")
    assert [(one.lineage[0], one.row, one.severity) for one in found.errors] == [
        ("omission", 0, "major"),
        ("addition", 0, "minor"),
        ("spelling", 1, "critical"),
        ("style", 1, ""),
    ]
    first = found.errors[0]
    assert (first.source, first.target, first.correction) == ("كامل", "withdrawal", "complete withdrawal")
    assert first.name.arabic == "حذف"
    assert found.words == ((4, 5), (3, 6), (3, 3))


@pytest.mark.parametrize(("basis", "words"), [(Basis.SOURCE, 10), (Basis.TARGET, 14), (Basis.BOTH, 12)])
def test_the_words_of_the_side_that_was_chosen_are_counted(marked, basis, words):
    card = score_bitext(marked.library, marked.id, ScoreOptions(basis=basis))
    assert (card.points, card.words, card.unrated) == (31, words, 1)
    assert card.score == pytest.approx((1 - 31 / words) * 100)
    assert {line.label: line.points for line in card.dimensions} == {"fluency": 25, "accuracy": 6, "style": 0}


def test_profiles_and_lines_are_chosen(marked):
    assert score_bitext(marked.library, marked.id, ScoreOptions("lisa")).points == 16
    assert score_bitext(marked.library, marked.id, ScoreOptions("wmt")).score == pytest.approx(11 / 3)
    strict = score_bitext(marked.library, marked.id, ScoreOptions(passing=98, acceptable=2))
    assert strict.profile.calibration.passing == 98
    with pytest.raises(InvalidInput, match="no profile"):
        score_bitext(marked.library, marked.id, ScoreOptions("bleu"))
    with pytest.raises(InvalidInput):
        score_bitext(marked.library, marked.id, ScoreOptions(acceptable=0))


def test_a_mark_on_a_pair_counts_in_its_row_and_one_that_lost_its_words_still_counts(marked):
    link = marked.all_rows()[2].link.id
    mark_pair(marked.library, marked.id, link, error("register", "minor"))
    row = marked.all_rows()[1]
    edit_text(marked.library, marked.id, row.target[0].id, "Something else entirely.")
    found = evaluated(marked.library, marked.id)
    assert [one.row for one in found.errors if one.lineage[0] == "register"] == [2]
    assert [one.row for one in found.errors if one.lineage[0] == "spelling"] == [None]
    assert score(found, ScoreOptions()).points == 32


def test_one_persons_marks_are_scored_alone(marked, studio):
    other = studio.open("sami")
    mark(other, marked.id, [stretch(marked, "said")], error("grammar", "minor"))
    assert score_bitext(other, marked.id, ScoreOptions()).annotators == ("rim", "sami")
    assert score_bitext(other, marked.id, ScoreOptions(annotators=("sami",))).points == 1


def test_a_library_is_put_together_by_bitext_project_document_tag_and_person(marked, studio):
    second = studio.write(("سلام.", "Piece."), library=marked.library)
    mark(marked.library, second.id, [stretch(second, "Piece")], error("spelling", "minor"))
    project = shelving.make_project(marked.library, "Archive")
    shelving.move_to_project(marked.library, [second.id], project)
    shelving.tag(marked.library, second.id, ["translator: Huda"])

    def points(by):
        return {one.name: one.card.points for one in score_groups(marked.library, by, ScoreOptions())}

    assert sorted(
        one.card.points for one in score_groups(marked.library, Grouping.BITEXT, ScoreOptions())
    ) == [1, 31]
    assert len(score_groups(marked.library, Grouping.DOCUMENT, ScoreOptions())) == 2
    assert points(Grouping.PROJECT) == {"": 31, "Archive": 1}
    assert points(Grouping.TAG) == {"": 31, "translator: Huda": 1}
    assert points(Grouping.ANNOTATOR) == {"rim": 32}


def test_a_text_kept_alone_is_no_translation_without_a_fault(marked, studio):
    alone = studio.write(("لا ترجمة لهذا.", ""), ("ولا لهذا.", ""), library=marked.library)
    card = score_bitext(marked.library, alone.id, ScoreOptions())
    assert card.words == 0
    assert next(remarks(card)) == "There is no translation to score: nothing faces this text."
    groups = score_groups(marked.library, Grouping.BITEXT, ScoreOptions())
    assert [one.bitexts for one in groups] == [(marked.id,)]


def test_translators_are_told_apart_by_what_their_documents_say(marked, studio):
    library = marked.library
    made = [studio.write((f"سلام {n}.", f"Piece {n}."), library=library) for n in range(3)]
    for n, bitext in enumerate(made):
        mark(library, bitext.id, [stretch(bitext, f"Piece {n}")], error("spelling", "minor"))
    names = ("Huda  Saleh ", "Huda Saleh", "Omar")
    for bitext, name in zip(made, names, strict=True):
        target = evaluated(library, bitext.id).document
        describe_documents(library, {target.id: replace(target.metadata, translator=name)})
    source = sides_described(library, made[0].id)[0].document
    describe_documents(library, {source.id: replace(source.metadata, translator="not of this text")})
    groups = score_groups(library, Grouping.TRANSLATOR, ScoreOptions())
    assert [(one.name, len(one.bitexts), one.card.points) for one in groups] == [
        ("", 1, 31),
        ("Huda Saleh", 2, 2),
        ("Omar", 1, 1),
    ]


def test_a_set_of_ones_own_is_scored_where_its_purpose_says_so(studio_bitext):
    library = studio_bitext.library
    sets = label_sets(library)
    own = replace(sets["mqm-daily"], key="own")
    save_set(library, own)
    given = Given("own", "grammar", attributes_from({"severity": ["minor"]}))
    mark(library, studio_bitext.id, [stretch(studio_bitext, "said")], given)
    assert score_bitext(library, studio_bitext.id, ScoreOptions()).points == 1


def test_the_report_is_a_page_in_both_directions_with_every_error(marked, tmp_path):
    found = evaluated(marked.library, marked.id, "Statement <1> بيان")
    path = tmp_path / "report.html"
    write_report(path, found, ScoreOptions())
    page = html.fromstring(path.read_text("utf-8"))
    assert page.findtext(".//h1/bdi").strip("\u2068\u2069") == "Statement <1> بيان"
    text = page.text_content()
    for words in (
        "-210.00",
        "(1 − APT / EWC) · 100",
        "Omission",
        "complete withdrawal",
        "see <p. 3>",
        "Only 10 words",
    ):
        assert words in text, words
    arabic = [one for one in page.iter("p") if one.get("dir") == "rtl"]
    assert "كامل" in [one.text for one in arabic]
    assert len(page.xpath("//h2[.='Errors']/following-sibling::table[1]/tr")) == 1 + 4
    assert re.search(r"bgcolor='#d55e00'", path.read_text("utf-8"))
    with pytest.raises(CannotWrite):
        write_report(tmp_path / "no" / "report.html", found, ScoreOptions())


@pytest.mark.parametrize(
    ("comment", "way"),
    [("“كامل” is left out here", "ltr"), ("Withdrawal تعني انسحابا كاملا لا جزئيا", "rtl")],
)
def test_a_comment_in_the_report_runs_as_most_of_its_letters_do(marked, tmp_path, comment, way):
    first = all_annotations(marked.library, marked.id)[0]
    set_comment(marked.library, marked.id, first.id, comment)
    path = tmp_path / "report.html"
    write_report(path, evaluated(marked.library, marked.id, "A statement"), ScoreOptions())
    page = html.fromstring(path.read_text("utf-8"))
    (told,) = [one for one in page.iter("bdi") if one.text == comment]
    assert (told.get("dir"), told.getparent().get("dir")) == (way, way)


def test_the_report_in_arabic_begins_on_the_right_and_says_nothing_in_english(marked, tmp_path):
    found = evaluated(marked.library, marked.id, "Statement <1> بيان")
    path = tmp_path / "report.html"
    write_report(path, found, ScoreOptions(), Language.ARABIC)
    page = html.fromstring(path.read_text("utf-8"))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    assert [one.text for one in page.iter("h2")] == ["بحسب درجة الخطورة", "بحسب النوع", "الأخطاء"]
    errors = page.xpath("//h2[.='الأخطاء']/following-sibling::table[1]/tr")
    assert [one.text_content() for one in errors[0]][::-1][:4] == ["الزوج", "الخطأ", "الأصل", "الترجمة"]
    assert [one.text_content() for one in errors[1]][::-1][:4] == ["1", "حذفجسيم", "كامل", "withdrawal"]
    assert errors[1][-4].find("p").get("dir") == "ltr", "the words of a text run their own way"
    text = page.find("body").text_content()
    assert "\u2068-210.00\u2069" in text, "the minus stands before its figure"
    assert "عدد كلمات الأصل: 10" in text
    for english in ARABIC:
        assert english not in text or english == "By", english


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ENGLISH, "\u2068Sami سامي\u2069, \u2068{me}\u2069"),
        (Language.ARABIC, "\u2068Sami سامي\u2069، \u2068{me}\u2069"),
    ],
)
def test_names_of_people_in_the_report_do_not_run_into_one_another(marked, language, told):
    me = marked.library.author
    marked.library.author = "Sami سامي"
    mark(marked.library, marked.id, [stretch(marked, "said")], error("grammar"))
    found = evaluated(marked.library, marked.id, "A")
    text = html.fromstring(report_html(found, ScoreOptions(), language)).text_content()
    assert told.format(me=me) in text
    assert f"{told.format(me=me)}." in text, "that their marks are added up"
    assert f"Sami سامي, {me}." in "".join(remarks(score(found, ScoreOptions())))


def test_every_profile_is_told_in_arabic():
    for one in profiles().values():
        assert {one.unit, one.formula, one.source} <= ARABIC.keys()


@pytest.mark.parametrize("language", Language)
def test_facts_run_as_the_report_does_whatever_the_names_in_them(marked, language):
    marked.library.author = "سامي"
    mark(marked.library, marked.id, [stretch(marked, "said")], error("grammar"))
    page = html.fromstring(report_html(evaluated(marked.library, marked.id, "A"), ScoreOptions(), language))
    facts = page.xpath("//table")[0]
    ways = {one.get("dir") for one in facts.iter("p")}
    assert ways == {language.direction.value}
    assert re.search("· \u2066\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\u2069", page.text_content()), (
        "a date is not turned round"
    )


@pytest.mark.parametrize("language", Language)
def test_headings_stand_over_their_columns_and_names_at_one_edge(marked, language):
    material = evaluated(marked.library, marked.id, "A")
    errors = tuple(
        replace(one, annotator=name)
        for one, name in zip(material.errors, ("Rana", "سامي Sami", "Rana", "رنا", "Rana"), strict=False)
    )
    page = html.fromstring(report_html(replace(material, errors=errors), ScoreOptions(), language))
    is_arabic = language is Language.ARABIC
    ending = "left" if is_arabic else "right"
    checked = 0
    for table in page.xpath("//table[@width='100%']"):
        rows = [line.xpath("./td") for line in table.xpath("./tr")]
        for head, *cells in zip(*rows, strict=True):
            edges = {one.xpath("string(./p/@align)") for one in cells if one.xpath("./p")}
            if head.text_content() and ending in edges and len(edges) == 1:
                checked += head.xpath("string(./p/@align)") == ending
        people = [line[0 if is_arabic else -1] for line in rows]
    assert checked >= len(SEVERITIES) + 2, "severities, points, the number of the pair"
    assert {one.xpath("string(./p/@align)") for one in people} == {"right" if is_arabic else "left"}


def test_a_bitext_without_errors_has_a_full_score_and_a_report(studio_bitext):
    found = evaluated(studio_bitext.library, studio_bitext.id, "A")
    assert score(found, ScoreOptions()).score == 100
    assert "100.00" in report_html(found, ScoreOptions())
    assert as_object(found, ScoreOptions())["interval"] is None


def test_a_number_at_the_head_of_a_title_stays_there_in_print(marked):
    found = evaluated(marked.library, marked.id, "بيان المشاركين / 000_ed9d")
    assert "\u2068000_ed9d\u2069" in report_html(found, ScoreOptions())
