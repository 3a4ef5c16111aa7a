"""Finding words in texts and notes: of a bitext, of a library, in every way a person may ask."""

import pytest

from taqabul.domain.errors import Cancelled, InvalidInput
from taqabul.domain.language import Language
from taqabul.domain.search import EXACT, Folding, Kind, Query, Where
from taqabul.workflow import history, reviewing, shelving
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.notes import (
    add_note,
    add_note_on_document,
    add_note_on_mark,
    reply,
    threads,
)
from taqabul.workflow.library import open_library
from taqabul.workflow.remembering import LibraryVectors
from taqabul.workflow.searching import find, matching
from taqabul.workflow.searching.concordance import lines
from taqabul.workflow.word_links import Stretch


@pytest.fixture
def bitext(draw):
    made = draw("A1 | B1\nA2 | B2")
    library, id_ = made.library, made.id
    reviewing.edit_text(library, id_, made.paragraph("A1"), "كِتَابٌ إلى أحمد، كتاب ١٢")
    reviewing.edit_text(library, id_, made.paragraph("B1"), "A Book to Ahmad, book 12")
    add_note(library, id_, made.link("A2"), "which book?")
    return made


@pytest.fixture
def says(draw):
    """Makes a bitext whose first row says what it is told."""

    def made(arabic, english="B1"):
        drawn = draw("A1 | B1\nA2 | B2")
        reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("A1"), arabic)
        if english != "B1":
            reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B1"), english)
        return drawn

    return made


def found(drawn, text, kind=Kind.PART, *, everywhere=False, **options):
    """Each place as its text."""
    texts = {p.id: p.text for row in drawn.all_rows() for p in row.source + row.target}
    notes = {note.id: note.text for row in drawn.all_rows() for note in row.notes}
    hits = find(drawn.library, Query(text, kind, **options), None if everywhere else drawn.id).hits
    return [(texts[hit.paragraph] if hit.paragraph else notes[hit.note])[hit.start : hit.end] for hit in hits]


def test_letters_stand_for_their_kin(bitext):
    assert found(bitext, "كتاب") == ["كِتَابٌ", "كتاب"]
    assert found(bitext, "احمد") == ["أحمد"]
    assert found(bitext, "12") == ["١٢", "12"]
    assert found(bitext, "BOOK") == ["Book", "book", "book"]


def test_letters_can_be_taken_as_they_are(bitext):
    assert found(bitext, "كتاب", folding=EXACT) == ["كتاب"]
    assert found(bitext, "احمد", folding=EXACT) == []
    assert found(bitext, "book", folding=EXACT) == ["book", "book"]


@pytest.mark.parametrize(
    ("switch", "written", "asked"),
    [
        ("tashkeel", "كِتَابٌ", "كتاب"),
        ("alef", "أحمد", "احمد"),
        ("ya", "على", "علي"),
        ("ta_marbuta", "مدرسة", "مدرسه"),
        ("tatweel", "كتـــاب", "كتاب"),
        ("digits", "١٩٩٠", "1990"),
        ("case", "Cairo", "cairo"),
    ],
)
def test_each_difference_can_be_made_to_count(says, switch, written, asked):
    drawn = says(f"قبل {written} بعد")
    others_fold = Folding(**{switch: False})
    assert found(drawn, asked) == [written]
    assert found(drawn, asked, folding=others_fold) == []
    assert found(drawn, written, folding=others_fold) == [written]


def test_hits_come_row_by_row_and_the_place_can_be_chosen(bitext):
    hits = find(bitext.library, Query("book"), bitext.id).hits
    assert [hit.link for hit in hits] == bitext.links(*["A Book to Ahmad, book 12"] * 2, "A2")
    assert [hit.side for hit in hits] == ["target", "target", None]
    assert found(bitext, "book", where=Where.SOURCE) == []
    assert len(found(bitext, "book", where=Where.TARGET)) == 2
    assert len(found(bitext, "book", where=Where.TEXTS)) == 2
    assert found(bitext, "book", where=Where.NOTES) == ["book"]


@pytest.mark.parametrize("kind", Kind)
def test_nothing_to_look_for_is_said(bitext, kind):
    with pytest.raises(InvalidInput, match="nothing to look for"):
        find(bitext.library, Query("" if kind is Kind.REGEX else " ", kind), bitext.id)


def test_a_bitext_that_is_not_there(bitext):
    with pytest.raises(InvalidInput):
        find(bitext.library, Query("x"), 99)


def test_places_are_code_points_whatever_stands_before_them(says):
    drawn = says("😀 ﷺ قال: كِتَاب 😀😀 كتاب")
    assert found(drawn, "كتاب") == ["كِتَاب", "كتاب"]
    assert found(drawn, "😀") == ["😀"] * 3
    assert found(drawn, "الله") == ["ﷺ"]


def test_a_whole_word_has_no_letters_around_it(says):
    drawn = says("كتاب، الكتاب وكتابه كِتَابٌ كتاب", "book, bookish (book) C++ 12 123")
    assert found(drawn, "كتاب", Kind.WORD) == ["كتاب", "كِتَابٌ", "كتاب"]
    assert found(drawn, "book", Kind.WORD) == ["book", "book"]
    assert found(drawn, "C++", Kind.WORD) == ["C++"]
    assert found(drawn, "12", Kind.WORD) == ["12"]


CLITICS = {
    "كتاب": "كتاب الكتاب والكتاب وبالكتاب للكتاب فكتاب لكتاب كتابه وكتابهم كِتَابُنا وَبِكِتابِها",
    "مدرسة": "مدرسة المدرسة مدرسته وبمدرستهم للمدرسة",
    "لجنة": "لجنة اللجنة للجنة وللجنة باللجنة لجنتهم",
    "سيذهب": "سيذهب وسيذهب فسيذهب",
    "يذهب": "يذهب سيذهب وسيذهب",
}


@pytest.mark.parametrize("word", CLITICS)
def test_words_are_found_with_what_is_joined_to_them(says, word):
    drawn = says(f"{CLITICS[word]} كتابة مكتاب كاتب مدرسات لجان ذهب")
    assert found(drawn, word, Kind.CLITICS) == CLITICS[word].split()


def test_pronouns_at_the_end_and_the_article_can_be_asked_for(says):
    drawn = says("كتاب كتابه والكتاب بالكتاب للكتاب", "the book")
    assert found(drawn, "كتاب", Kind.CLITICS, endings=False) == ["كتاب", "والكتاب", "بالكتاب", "للكتاب"]
    assert found(drawn, "الكتاب", Kind.CLITICS) == ["والكتاب", "بالكتاب", "للكتاب"]
    assert found(drawn, "the book", Kind.CLITICS) == ["the book"]


def test_clitics_where_vowel_signs_count(says):
    drawn = says("وَالكتاب والكتاب كِتاب")
    assert found(drawn, "كتاب", Kind.CLITICS, folding=Folding(tashkeel=False)) == ["وَالكتاب", "والكتاب"]


def test_regular_expressions_are_folded_like_the_texts(says):
    drawn = says("أحمد ١٢ إلى ٣٤ كِتَابٌ", "No. 12 and Mr. Smith")
    assert found(drawn, r"\d+", Kind.REGEX)[:3] == ["١٢", "٣٤", "12"]
    assert found(drawn, r"\b[أإ]\w+", Kind.REGEX) == ["أحمد", "إلى"]
    assert found(drawn, r"كتا(?P<last>ب)$", Kind.REGEX) == ["كِتَابٌ"]
    assert found(drawn, r"Mr\. \p{L}+", Kind.REGEX) == ["Mr. Smith"]
    assert found(drawn, r"\p{Lu}\p{Ll}+", Kind.REGEX, folding=EXACT) == ["No", "Mr", "Smith"]
    assert found(drawn, "\\u0623حمد", Kind.REGEX) == ["أحمد"]


def test_a_match_does_not_reach_over_the_end_of_a_paragraph(says):
    drawn = says("واحد", "one")
    assert found(drawn, r"واحد\s+.*", Kind.REGEX) == []
    assert found(drawn, r"^\w+$", Kind.REGEX) == ["واحد", "one", "A2", "B2"]
    assert found(drawn, r"x*", Kind.REGEX) == []


def test_a_wrong_regular_expression_says_what_is_wrong(bitext):
    with pytest.raises(InvalidInput, match="missing \\)"):
        found(bitext, "(book", Kind.REGEX)
    with pytest.raises(InvalidInput, match="does not count"):
        found(bitext, "[\u064b\u064c]", Kind.REGEX)


def test_a_regular_expression_that_would_never_end_is_given_up(says, monkeypatch):
    drawn = says("ا" * 60 + "!")
    monkeypatch.setattr(matching, "PATIENCE", 0.2)
    with pytest.raises(InvalidInput, match="too long"):
        found(drawn, r"(ا|اا)+$", Kind.REGEX, folding=EXACT)


def test_slips_of_the_keyboard_are_forgiven(says):
    drawn = says("وزارة الداخلية العراقية في بغداد", "The goverment of Baghdad")
    assert found(drawn, "government", Kind.FUZZY) == ["goverment"]
    assert found(drawn, "بغدداد", Kind.FUZZY) == ["Baghdad", "بغداد"]
    assert found(drawn, "الداخليه العراقيه", Kind.FUZZY) == ["الداخلية العراقية"]
    assert found(drawn, "parliament", Kind.FUZZY) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Haifa Zangana", "هيفاء زنكنة"),
        ("Zuhair Al Sharook", "زهير الشاروك"),
        ("Mohammed", "محمد"),
        ("Zapatero", "ثباتيرو"),
        ("Barcelona", "ببرشلونة"),
    ],
)
def test_a_name_is_found_in_the_other_script(says, name, written):
    drawn = says(f"قال الكاتب إن {written} حضر الاجتماع في المدينة.")
    assert found(drawn, name, Kind.FUZZY) == [written]


def test_an_arabic_name_is_found_in_english(says):
    drawn = says("لا شيء", "Signed by Haifa Zangana, a writer, and Zuhair Al-Sharook.")
    assert found(drawn, "هيفاء زنكنة", Kind.FUZZY) == ["Haifa Zangana"]
    assert found(drawn, "زهير الشاروك", Kind.FUZZY) == ["Zuhair Al-Sharook"]


def test_the_best_of_the_fuzzy_hits_come_first(says):
    drawn = says("بغداد", "Bagdad, Baghdad, Bghdad")
    hits = find(drawn.library, Query("Baghdad", Kind.FUZZY, Where.TARGET), drawn.id).hits
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert found(drawn, "Baghdad", Kind.FUZZY, where=Where.TARGET)[0] == "Baghdad"
    assert len(hits) == 3


def test_what_is_edited_undone_split_or_merged_is_found_as_it_is_now(bitext):
    library, id_ = bitext.library, bitext.id
    assert found(bitext, "خريطة") == []
    reviewing.edit_text(library, id_, bitext.paragraph("A2"), "خريطة جديدة. وكتاب قديم.")
    assert found(bitext, "خريطة") == ["خريطة"]
    reviewing.split_paragraph(library, id_, bitext.paragraph("خريطة جديدة. وكتاب قديم."), 13)
    assert found(bitext, "كتاب قديم") == ["كتاب قديم"]
    history.undo(library, id_)
    history.undo(library, id_)
    assert found(bitext, "خريطة") == []
    assert found(bitext, "A2") == ["A2"]


def test_what_another_program_changes_is_found(bitext, studio):
    assert found(bitext, "خريطة") == []
    other = studio.open("salim")
    reviewing.edit_text(other, bitext.id, bitext.paragraph("A2"), "خريطة")
    add_note(other, bitext.id, bitext.link("خريطة"), "a map")
    assert found(bitext, "خريطة") == ["خريطة"]
    assert found(bitext, "a map") == ["a map"]


def test_blocks_are_read_again_one_by_one(studio, monkeypatch):
    monkeypatch.setattr("taqabul.workflow.haystack._BLOCK", 3)
    drawn = studio.draw("\n".join(f"A{n} | B{n}" for n in range(10)))
    assert len(found(drawn, "A")) == 10
    for label in ("A0", "A3", "A9"):
        reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph(label), f"{label} جديد. مزيد.")
    assert len(found(drawn, "جديد")) == 3
    reviewing.split_paragraph(drawn.library, drawn.id, drawn.paragraph("A3 جديد. مزيد."), 8)
    reviewing.merge_paragraphs(drawn.library, drawn.id, drawn.paragraphs("A5", "A6"))
    assert found(drawn, "مزيد") == ["مزيد"] * 3
    assert [hit.link for hit in find(drawn.library, Query("A"), drawn.id).hits] == [
        row.link.id
        for row in drawn.all_rows()
        for text in row.source
        if "A" in text.text
        for _ in range(text.text.count("A"))
    ]


def test_the_whole_library_is_searched_bitext_by_bitext(studio):
    library = studio.open()
    first = studio.draw("A1 | B1\nA2 | B2", library)
    second = studio.draw("A3 | B3", library)
    twin = studio.twin(first)
    hits = find(library, Query("A")).hits
    assert [hit.bitext for hit in hits] == [first.id, first.id, second.id, twin.id, twin.id]
    shelving.bin_bitexts(library, [second.id])
    assert find(library, Query("A3")).hits == ()
    shelving.restore(library, [second.id])
    assert len(find(library, Query("A3")).hits) == 1
    studio.document(library, Language.ARABIC, ["وحيد A3"])
    shelving.bin_bitexts(library, [second.id])
    shelving.empty_bin(library)
    alone = find(library, Query("A3")).hits
    assert [(hit.bitext, hit.link, hit.side) for hit in alone] == [(None, None, None)]
    assert find(library, Query("A3", where=Where.SOURCE)).hits == ()


def test_no_more_hits_than_asked_for_and_it_is_said(studio):
    drawn = studio.draw("\n".join(f"A{n} | B{n}" for n in range(10)))
    some = find(drawn.library, Query("A"), drawn.id, most=4)
    assert (len(some.hits), some.more) == (4, True)
    assert not find(drawn.library, Query("A"), drawn.id, most=10).more


def test_a_library_opened_anew_is_searched(bitext):
    again = open_library(bitext.library.location)
    try:
        assert len(find(again, Query("كتاب"), bitext.id).hits) == 2
    finally:
        again.close()


@pytest.fixture
def facing(draw):
    """A bitext whose sides say different things: only meaning can tell what an English question asks for."""
    drawn = draw("A1 | B1\nA2 | B2\nA3 | B3")
    said = {
        "A1": "أعلن البنك المركزي رفع أسعار الفائدة. ارتفعت الأسعار في الأسواق.",
        "A2": "فاز الفريق بالمباراة بعد ركلات الترجيح.",
        "A3": "تساقطت الأمطار الغزيرة على الجبال.",
        "B1": "The patient was given antibiotics in hospital.",
        "B2": "The parliament voted on the new law.",
        "B3": "Scientists discovered a new planet.",
    }
    for label, text in said.items():
        reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph(label), text)
    return drawn


def test_a_passage_is_found_by_its_meaning_in_the_other_language(facing):
    assert found(facing, "the team won the match", Kind.MEANING)[0].startswith("فاز الفريق")
    assert found(facing, "heavy rain fell", Kind.MEANING)[0].startswith("تساقطت")
    assert (
        found(facing, "the bank raised interest rates", Kind.MEANING)[0]
        == "أعلن البنك المركزي رفع أسعار الفائدة."
    )
    assert found(facing, "اكتشف العلماء كوكبا جديدا", Kind.MEANING)[0].startswith("Scientists")
    assert found(facing, "علاج المريض في المستشفى", Kind.MEANING, where=Where.TARGET)[0].startswith(
        "The patient"
    )


def test_what_was_encoded_is_remembered_and_an_edit_is_encoded(facing, monkeypatch):
    encoded = []
    kept = LibraryVectors.keep
    monkeypatch.setattr(
        LibraryVectors, "keep", lambda self, name, new: (encoded.extend(new), kept(self, name, new))[1]
    )
    found(facing, "the team won the match", Kind.MEANING)
    assert len(encoded) == 7
    again = open_library(facing.library.location)
    try:
        find(again, Query("heavy rain", Kind.MEANING), facing.id)
        assert len(encoded) == 7
        reviewing.edit_text(
            again, facing.id, facing.paragraph("The parliament voted on the new law."), "Dogs bark."
        )
        best = find(again, Query("نبح الكلب", Kind.MEANING), facing.id).hits[0]
        assert best.side == "target"
        assert len(encoded) == 8
    finally:
        again.close()


def test_a_search_by_meaning_can_be_stopped(facing):
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        find(facing.library, Query("rain", Kind.MEANING), facing.id, progress=stop)


def test_a_search_for_what_is_alike_can_be_stopped_and_goes_on_later(says, monkeypatch):
    drawn = says("وزارة الداخلية العراقية في بغداد")
    monkeypatch.setattr("taqabul.workflow.vocabulary._AT_ONCE", 2)
    told = []

    def stop(done, total):
        told.append((done, total))
        if len(told) > 6:
            raise Cancelled

    with pytest.raises(Cancelled):
        find(drawn.library, Query("بغدداد", Kind.FUZZY), drawn.id, progress=stop)
    assert found(drawn, "بغدداد", Kind.FUZZY) == ["بغداد"]


def test_what_nobody_said_is_found_nowhere(facing):
    assert found(facing, "blorf zint quade mertil", Kind.MEANING) == []
    assert found(facing, "كلعمثق زبفرط", Kind.MEANING) == []
    assert len(found(facing, "the team won the match", Kind.MEANING)) < 3


def test_where_the_name_itself_is_there_words_that_sound_a_little_like_it_are_not_meant(says):
    drawn = says("قال غيلياد إن الجلد كان على ما يرام، ودرس في ييل إلى أن عاد.")
    assert found(drawn, "Gilead", Kind.FUZZY) == ["غيلياد"]
    assert found(drawn, "Yale", Kind.FUZZY) == ["ييل"]


def test_a_word_with_an_article_has_no_pronoun(says):
    drawn = says("العراق والعراقي وعراقي وعراقنا للعراق للعراقي العراقية")
    assert found(drawn, "عراق", Kind.CLITICS) == ["العراق", "وعراقي", "وعراقنا", "للعراق"]
    assert found(drawn, "العراق", Kind.CLITICS) == ["العراق", "للعراق"]


def test_more_spaces_or_the_end_of_a_line_between_words_do_not_hide_them(says):
    drawn = says("قال  المجلس\u00a0 الأعلى.  ثم سكت", "It  stops.\tThen (it) goes")
    assert found(drawn, "المجلس الاعلى. ثم") == ["المجلس\u00a0 الأعلى.  ثم"]
    assert found(drawn, "stops. then (it)") == ["stops.\tThen (it)"]
    assert found(drawn, "it stops", Kind.WORD) == ["It  stops"]
    assert found(drawn, "t stops", Kind.WORD) == []
    assert found(drawn, "It stops", folding=EXACT) == []


@pytest.mark.parametrize("kind", [Kind.PART, Kind.WORD, Kind.CLITICS])
@pytest.mark.parametrize(
    ("arabic", "asked", "hit"),
    [
        ("😀😀 قرأ كِتـــَابًا 😀", "كتابا", "كِتـــَابًا"),
        ("عام ١٤٤٥هـ، صفحة ١٢", "١٤٤٥هـ", "١٤٤٥هـ"),
        ("﴿ٱلْحَمْدُ﴾", "الحمد", "ٱلْحَمْدُ"),
        ("ﷺ ﻣﺪﺭﺳﺔ", "مدرسه", "ﻣﺪﺭﺳﺔ"),
        ("\u200fهيئة\u200c البث\u200f", "هيئة البث", "هيئة\u200c البث"),
        ("آ\u0654مال وا\u0653مال", "امال", None),
    ],
)
def test_the_very_letters_that_were_found_are_told(says, kind, arabic, asked, hit):
    drawn = says(arabic)
    places = found(drawn, asked, kind, where=Where.SOURCE)
    assert places
    assert hit is None or places == [hit]
    assert all(place == place.strip() for place in places)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.MEANING])
def test_each_kind_looks_where_it_is_told_to(says, kind):
    drawn = says("كتب Baghdad هنا", "In Baghdad today")
    add_note(drawn.library, drawn.id, drawn.all_rows()[1].link.id, "Baghdad?")
    sides = {
        where: [hit.side for hit in find(drawn.library, Query("Baghdad", kind, where), drawn.id).hits]
        for where in Where
    }
    assert sides[Where.SOURCE] == ["source"]
    assert sides[Where.TARGET] == ["target"]
    assert sides[Where.NOTES] == [None]
    assert sorted(map(str, sides[Where.TEXTS])) == ["source", "target"]
    assert len(sides[Where.EVERYWHERE]) == 3


def test_a_note_on_a_pair_a_mark_or_a_text_is_told_with_its_words(bitext):
    library, id_ = bitext.library, bitext.id
    paragraph = bitext.paragraph("A2")
    made = mark(library, id_, [Stretch(paragraph, 0, 2)], Given("entities", "person"))
    add_note_on_mark(library, id_, made.annotations[0], "which one?")
    add_note_on_document(library, id_, bitext.all_rows()[0].target[0].document, "which translator?")
    (thread,) = [one for one in threads(library, id_) if one.first.annotation is not None]
    reply(library, id_, thread.first.id, "which indeed")
    hits = find(library, Query("which", Kind.PART, Where.NOTES), id_).hits
    told = {line.text: line.row.link.id for line in lines(library, hits)}
    on_mark, above = bitext.link("A2"), bitext.all_rows()[0].link.id
    assert told == {
        "which book?": on_mark,
        "which one?": on_mark,
        "which indeed": on_mark,
        "which translator?": above,
    }


@pytest.mark.parametrize("kind", [Kind.PART, Kind.WORD, Kind.CLITICS, Kind.FUZZY])
@pytest.mark.parametrize("text", ["\u064b", "\u064e\u064f\u0650", "\u0640\u0640", "\n\t", "\u200f"])
def test_signs_alone_are_nothing_to_look_for(bitext, kind, text):
    with pytest.raises(InvalidInput, match="nothing to look for"):
        found(bitext, text, kind)


def test_vowel_signs_alone_are_found_where_they_count(bitext):
    assert found(bitext, "\u0650", folding=Folding(tashkeel=False)) == ["\u0650"]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.REGEX])
def test_a_page_pasted_into_the_field_is_no_trouble(bitext, kind):
    assert isinstance(found(bitext, "كتاب book to Ahmad " * 300, kind), list)


@pytest.mark.parametrize("pattern", ["a{99999999}", "(a{1000}){1000}", "((b{99}){99}){99}"])
def test_a_pattern_that_would_need_all_memory_is_refused(bitext, pattern):
    with pytest.raises(InvalidInput, match="repeats"):
        found(bitext, pattern, Kind.REGEX)
    assert found(bitext, r"\d{2,99999999}", Kind.REGEX) == ["١٢", "12"]


def test_a_short_word_with_another_letter_is_another_word(says):
    drawn = says("لا شيء", "Iran and Iraq; Iraq.")
    assert found(drawn, "Iran", Kind.FUZZY) == ["Iran"]
    assert found(drawn, "Irak", Kind.FUZZY) == ["Iran", "Iraq", "Iraq"]
