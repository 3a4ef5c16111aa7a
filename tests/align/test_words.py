"""Word links: which words of a pair stand for which, by what they mean, sound, count, and by what is remembered."""

import json

import numpy as np
import pytest

from taqabul.align import words
from taqabul.align.encoder import find_encoder
from taqabul.align.word_evidence import PARTS, ROUND_TWO, first_round, words_of
from taqabul.align.word_memory import WordMemory
from taqabul.align.words import WordVectors, align_words, counterpart_span, counterparts, networks
from taqabul.domain.options import AlignOptions

ARABIC = "وصل الرئيس أوباما إلى باريس في 12 يناير برفقة زوجته"
ENGLISH = "On January 12 President Obama arrived in Paris with his wife"


@pytest.fixture(scope="module")
def encoder():
    return find_encoder(AlignOptions(jobs=1))


def said(source, target, links):
    return {(source[a:b], target[c:d]) for (a, b), (c, d), _ in links}


def test_words_are_linked_by_what_they_mean_sound_like_and_count(encoder):
    found = said(ARABIC, ENGLISH, align_words(ARABIC, ENGLISH, encoder))
    assert {("الرئيس", "President"), ("أوباما", "Obama"), ("باريس", "Paris"), ("12", "12")} <= found
    assert ("وصل", "arrived") in found
    assert ("زوجته", "wife") in found
    assert not any("Obama" in pair and "أوباما" not in pair for pair in found)


def test_with_the_sides_exchanged_the_links_are_mirrored(encoder):
    there = align_words(ARABIC, ENGLISH, encoder)
    back = align_words(ENGLISH, ARABIC, encoder)
    assert sorted((theirs, ours, score) for ours, theirs, score in there) == back


def test_without_an_encoder_names_and_numbers_remain():
    found = said(ARABIC, ENGLISH, align_words(ARABIC, ENGLISH))
    assert {("أوباما", "Obama"), ("12", "12")} <= found
    assert len(found) < 9


def test_particles_written_joined_to_a_word_do_not_hide_it(encoder):
    source, target = "وبالمدرسة كتاب", "and in the school a book"
    assert ("وبالمدرسة", "school") in said(source, target, align_words(source, target, encoder))


def test_vowel_signs_do_not_hide_a_word(encoder):
    source, target = "كِتَابُ المُعَلِّمِ", "the teacher's book"
    found = said(source, target, align_words(source, target, encoder))
    assert {("كِتَابُ", "book"), ("المُعَلِّمِ", "teacher's")} <= found


def test_texts_without_words_have_no_links(encoder):
    assert align_words("", "", encoder) == []
    assert align_words("…", "one two", encoder) == []
    assert align_words("كلمة", "?!", encoder) == []


def test_single_words_face_each_other(encoder):
    assert said("باريس", "Paris", align_words("باريس", "Paris", encoder)) == {("باريس", "Paris")}


def test_confirmed_pairs_lift_a_word_that_nothing_else_links():
    known = [("أبصر الغرموق قرب البيت", "he saw the quillet near a house"), ("باع الغرموق أمس", "the quillet was sold"),
             ("كان الغرموق هنا", "here was a quillet"), ("قرأ كتابا", "he read a book")] * 3  # fmt: skip
    source, target = "عاد الغرموق مع المساء", "in the evening the quillet returned"
    without = said(source, target, align_words(source, target))
    with_them = said(source, target, align_words(source, target, memory=WordMemory(known)))
    assert ("الغرموق", "quillet") not in without
    assert ("الغرموق", "quillet") in with_them


def test_a_memory_serves_both_directions():
    known = WordMemory([("الغرموق هنا", "a quillet here"), ("رأى الغرموق", "saw the quillet")] * 4)
    source, target = "عاد الغرموق مع المساء", "in the evening the quillet returned"
    there = align_words(source, target, memory=known)
    back = align_words(target, source, memory=known.mirrored())
    assert there
    assert sorted((theirs, ours, score) for ours, theirs, score in there) == back


def test_an_empty_memory_says_nothing(encoder):
    assert align_words(ARABIC, ENGLISH, encoder, memory=WordMemory(())) == align_words(
        ARABIC, ENGLISH, encoder
    )


def test_company_counts_forms_of_a_word_as_one():
    memory = WordMemory([("المدارس", "schools"), ("مدارس", "the school")])
    company = memory.company(["والمدارس", "بيت"], ["school", "house"])
    assert company[0, 0] == pytest.approx(2 * 2 / (2 + 2 + 2))
    assert company[1].tolist() == [0, 0]


def test_very_long_texts_are_linked_in_pieces():
    source, target = (" ".join(f"{word} {number}" for number in range(300)) for word in ("كلمة", "word"))
    links = align_words(source, target)
    right = [one for one in links if source[slice(*one.source)] == target[slice(*one.target)]]
    assert len(right) > 200
    assert max(one.source[1] for one in links) > len(source) // 2


def test_a_vector_is_asked_for_once_while_it_is_remembered():
    asked = []

    class Counting:
        name = "counting"

        def encode(self, texts):
            asked.append(list(texts))
            return np.ones((len(texts), 2), dtype=np.float32)

    vectors = WordVectors(Counting(), kept=2)
    assert vectors.of(["a", "b", "a"]).shape == (3, 2)
    vectors.of(["b", "a"])
    vectors.of(["b", "c"])
    vectors.of(["a"])
    assert asked == [["a", "b"], ["c"], ["a"]]


def test_words_of_only_the_latest_encoders_are_kept():
    class Flat:
        name = "flat"

        def encode(self, texts):
            return np.ones((len(texts), 2), dtype=np.float32)

    for _ in range(4):
        align_words("كلمة", "word", Flat())
    assert len(words._remembered) <= 2


def test_counterparts_of_a_stretch_are_those_of_every_word_it_touches(encoder):
    links = align_words(ARABIC, ENGLISH, encoder)
    start = ARABIC.index("الرئيس") + 2
    found = counterparts(links, (start, ARABIC.index("أوباما") + 3), of_source=True)
    assert [ENGLISH[slice(*span)] for span in found] == ["President", "Obama"]
    back = counterparts(links, found[1], of_source=False)
    assert [ARABIC[slice(*span)] for span in back] == ["أوباما"]


def test_a_label_is_carried_across_to_the_smallest_stretch_that_covers_its_words(encoder):
    start = ARABIC.index("الرئيس")
    span = counterpart_span(ARABIC, ENGLISH, (start, start + len("الرئيس أوباما")), encoder)
    assert span is not None
    assert ENGLISH[slice(*span)] == "President Obama"
    back = counterpart_span(ENGLISH, ARABIC, span, encoder)
    assert back == (start, start + len("الرئيس أوباما"))


def test_a_label_on_nothing_that_has_a_counterpart_goes_nowhere():
    assert counterpart_span("، ؛", "text", (0, 1)) is None
    assert counterpart_span("كلمة غريبة", "12 44 7 9", (0, 4)) is None


def test_the_stored_networks_know_the_tables_of_today():
    for name in ("encoder", "lexical"):
        first, second = networks(name)
        assert len(first.mean) == len(PARTS)
        assert len(second.mean) == len(PARTS) + len(ROUND_TWO)
    tables = first_round(words_of("كلمة ثانية"), words_of("one word more"), None, None)
    assert tables.shape == (2, 3, len(PARTS))
    assert np.isfinite(tables).all()


def test_the_stored_networks_say_where_they_come_from():
    stored = json.loads((words.files(words.__package__) / "word_weights.json").read_text("utf-8"))
    assert stored["provenance"]["made_by"] == "tests/benchmarks/fit_words.py"
