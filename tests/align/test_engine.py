"""The aligner on small pictures, on a real text read by people, and on whatever Hypothesis thinks of."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from taqabul.align.encoder import Encoder
from taqabul.align.engine import align, align_inside
from taqabul.align.evaluate import strict_score
from taqabul.align.linking import Pairing
from taqabul.domain.bitext import Alignment, misplaced
from taqabul.domain.errors import Cancelled
from taqabul.domain.language import Language
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.segment.sentences import split_sentences

SEEDS = Path(__file__).parents[2] / "seeds"
LEXICAL = AlignOptions(engine=EngineChoice.LEXICAL)
Picture = Callable[[Alignment], list[str]]

MOON = "القمر يدور حول الأرض مرة كل سبعة وعشرين يوما."
SEA = "تغطي البحار معظم سطح الكوكب وتؤثر في مناخه."
BREAD = "يخبز أهل القرية الخبز في الصباح الباكر."
SCHOOL = "افتتحت الحكومة مدرسة جديدة للبنات في المدينة."
DOCTOR = "نصح الطبيب المريض بالراحة وشرب الماء."
MUSIC = "عزفت الفرقة الموسيقية لحنا قديما أمام الجمهور."
MOON_EN = "The Moon goes round the Earth once every twenty-seven days."
SEA_EN = "Seas cover most of the planet's surface and shape its climate."
BREAD_EN = "The villagers bake bread early in the morning."
SCHOOL_EN = "The government opened a new school for girls in the city."
DOCTOR_EN = "The doctor advised the patient to rest and drink water."
MUSIC_EN = "The band played an old tune to the audience."


def paragraphs(*texts: str) -> list[list[str]]:
    """Each text a paragraph, its sentences parted by bars."""
    return [text.split("|") for text in texts]


def shapes_ok(alignment: Alignment, source: list[list[str]], target: list[list[str]]) -> bool:
    faults = misplaced(alignment.paragraphs, len(source), len(target))
    faults += misplaced(alignment.sentences, sum(map(len, source)), sum(map(len, target)))
    return not faults


def test_texts_in_step_are_linked_one_to_one(picture: Picture) -> None:
    found = align(paragraphs(MOON, SEA, BREAD), paragraphs(MOON_EN, SEA_EN, BREAD_EN))
    assert picture(found) == ["A1 | B1", "A2 | B2", "A3 | B3"]


def test_a_paragraph_cut_in_two_faces_both_parts(picture: Picture) -> None:
    source = paragraphs(MOON + "|" + SEA, BREAD, DOCTOR)
    assert picture(align(source, paragraphs(MOON_EN, SEA_EN, BREAD_EN, DOCTOR_EN))) == [
        "A1 | B1 B2",
        "A2 | B3",
        "A3 | B4",
    ]


def test_two_paragraphs_merged_face_the_one(picture: Picture) -> None:
    target = paragraphs(MOON_EN, SEA_EN + "|" + BREAD_EN, DOCTOR_EN)
    assert picture(align(paragraphs(MOON, SEA, BREAD, DOCTOR), target)) == [
        "A1 | B1",
        "A2 A3 | B2",
        "A4 | B3",
    ]


def test_what_is_left_out_stays_alone(picture: Picture) -> None:
    found = align(paragraphs(MOON, SEA, BREAD, DOCTOR), paragraphs(MOON_EN, SCHOOL_EN, BREAD_EN, DOCTOR_EN))
    assert picture(found) == ["A1 | B1", "- | B2", "A2 | -", "A3 | B3", "A4 | B4"]


def test_a_list_in_another_order_crosses(picture: Picture) -> None:
    source = paragraphs(MOON, SEA, BREAD, SCHOOL, DOCTOR, MUSIC)
    target = paragraphs(MOON_EN, DOCTOR_EN, SCHOOL_EN, BREAD_EN, SEA_EN, MUSIC_EN)
    assert picture(align(source, target)) == [
        "A1 | B1",
        "A2 | B5",
        "A3 | B4",
        "A4 | B3",
        "A5 | B2",
        "A6 | B6",
    ]


def test_names_dates_and_numbers_are_enough_without_an_encoder(picture: Picture) -> None:
    source = paragraphs(
        "وصل أوباما في 3 حزيران 2012 إلى كندا.", "كتبت هيفاء زنكنة 450 صفحة.", "غادر في ٢٠١٤."
    )
    target = paragraphs(
        "Obama arrived in Canada on 3 June 2012.", "Haifa Zangana wrote 450 pages.", "He left in 2014."
    )
    found = align(source, target, LEXICAL)
    assert picture(found) == ["A1 | B1", "A2 | B2", "A3 | B3"]
    assert found.engine == "lexical"


def test_a_link_says_why(encoder: Encoder) -> None:
    found = align(paragraphs("وصل جورج في ٢٠١٢."), paragraphs("George arrived in 2012."), encoder=encoder)
    evidence = found.paragraphs[0].evidence
    assert evidence.numbers == evidence.names == evidence.position == 1.0
    assert evidence.length is not None
    assert evidence.length > 0.8
    assert evidence.meaning is not None


def test_without_an_encoder_nothing_is_said_of_meaning() -> None:
    found = align(paragraphs(MOON), paragraphs(MOON_EN), LEXICAL)
    assert found.paragraphs[0].evidence.meaning is None


def test_sentence_links_lie_inside_their_paragraph_link() -> None:
    source, target = paragraphs(f"{MOON}|{SEA}", BREAD), paragraphs(f"{MOON_EN}|{SEA_EN}", BREAD_EN)
    found = align(source, target)
    assert [(link.source, link.target) for link in found.sentences] == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), (2,)),
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ([], []),
        ([], paragraphs(MOON_EN)),
        (paragraphs(MOON, SEA), []),
        ([[]], [[]]),
        ([[""]], [[" "]]),
        ([["..."]], [["؟"]]),
        (paragraphs(MOON), paragraphs("|".join([MOON_EN, SEA_EN, BREAD_EN]))),
    ],
)
@pytest.mark.parametrize("options", [AlignOptions(), LEXICAL])
def test_any_shape_of_input_gives_a_whole_alignment(
    source: list[list[str]], target: list[list[str]], options: AlignOptions
) -> None:
    assert shapes_ok(align(source, target, options), source, target)


def test_unrelated_texts_get_little_confidence() -> None:
    target = [
        "Interest rates rose for the third time this year, to the surprise of most banks.",
        "Her second novel won a prize in Stockholm last winter.",
        "The team lost the final after extra time.",
        "Software updates are installed during the night, so that nobody has to wait for them.",
        "A court fined the airline 4 million euros.",
        "The bridge stays closed for repairs until May.",
        "Two lorries collided on the motorway.",
    ]
    found = align(paragraphs(MOON, SEA, BREAD, SCHOOL, DOCTOR, MUSIC), paragraphs(*target))
    assert sum(link.confidence for link in found.paragraphs) / len(found.paragraphs) < 0.3


def test_one_paragraph_faces_many() -> None:
    pairs = [
        (f"وصل القطار رقم {n} في الموعد.", f"Train number {n} arrived on time.") for n in range(100, 220)
    ]
    found = align([[ar for ar, _ in pairs]], [[en] for _, en in pairs], LEXICAL)
    assert len(found.paragraphs[0].target) == 120


def test_text_without_marks_is_linked_all_the_same() -> None:
    sentences = [(MOON, MOON_EN), (SEA, SEA_EN), (BREAD, BREAD_EN), (SCHOOL, SCHOOL_EN), (DOCTOR, DOCTOR_EN)]
    source = [[" ".join(ar.strip(".") for ar, _ in sentences)]]
    found = align(source, [[en] for _, en in sentences])
    assert len(found.paragraphs[0].target) >= 4


def test_the_seed_is_aligned_as_people_read_it() -> None:
    gold = json.loads((SEEDS / "000_ed9df4b2a4667265.gold.jsonl").read_text("utf-8"))
    sides = [
        [[text[a:b] for a, b in split_sentences(text, language)] for text in gold[side]]
        for side, language in (("source", Language.ARABIC), ("target", Language.ENGLISH))
    ]
    found = align(sides[0], sides[1])
    links = [Pairing(tuple(a), tuple(b)) for a, b in gold["links"]]
    assert strict_score([Pairing(k.source, k.target) for k in found.paragraphs], links).f1 >= 0.96


def test_progress_ends_at_its_total() -> None:
    heard: list[tuple[int, int]] = []
    align(
        paragraphs(MOON, SEA),
        paragraphs(MOON_EN, SEA_EN),
        progress=lambda done, total: heard.append((done, total)),
    )
    assert heard[-1] == (8, 8)
    assert heard == sorted(heard)


def test_whoever_watches_may_stop_the_work() -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        align(paragraphs(MOON), paragraphs(MOON_EN), progress=stop)


def test_sentences_of_one_pair_are_linked_by_what_they_share() -> None:
    found = align_inside(["وصل 15 رجلا.", "غادر 20 منهم."], ["15 men arrived.", "20 of them left."])
    assert [(link.source, link.target) for link in found] == [((0,), (0,)), ((1,), (1,))]


def test_a_pair_with_an_empty_side_has_its_sentences_alone() -> None:
    assert [(link.source, link.target) for link in align_inside(["وصل."], [])] == [((0,), ())]
    assert align_inside([], []) == []


WORDS = st.lists(
    st.sampled_from(["بحر", "قمر", "خبز", "نهر", "حجر", "طير", "ملح", "شمس", "٣", "17"]),
    min_size=1,
    max_size=5,
)
TEXTS = st.lists(st.lists(WORDS.map(" ".join), max_size=3), max_size=6)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@QUICK
@given(TEXTS, TEXTS)
def test_every_segment_is_in_exactly_one_link(
    encoder: Encoder, source: list[list[str]], target: list[list[str]]
) -> None:
    assert shapes_ok(align(source, target, encoder=encoder), source, target)


@QUICK
@given(TEXTS, TEXTS)
def test_a_sentence_link_never_leaves_its_paragraph_link(
    encoder: Encoder, source: list[list[str]], target: list[list[str]]
) -> None:
    found = align(source, target, encoder=encoder)
    places = [[n for n, paragraph in enumerate(side) for _ in paragraph] for side in (source, target)]
    owner = [
        {p: k for k, link in enumerate(found.paragraphs) for p in link.source},
        {p: k for k, link in enumerate(found.paragraphs) for p in link.target},
    ]
    for link in found.sentences:
        held = {owner[0][places[0][i]] for i in link.source} | {owner[1][places[1][j]] for j in link.target}
        assert len(held) == 1


@QUICK
@given(TEXTS, TEXTS)
def test_the_same_input_gives_the_same_output(
    encoder: Encoder, source: list[list[str]], target: list[list[str]]
) -> None:
    assert align(source, target, encoder=encoder) == align(source, target, encoder=encoder)


def test_sides_swapped_give_the_mirrored_alignment() -> None:
    source, target = (
        paragraphs(MOON, f"{SEA}|{BREAD}", DOCTOR),
        paragraphs(MOON_EN, SEA_EN, BREAD_EN, DOCTOR_EN),
    )
    there, back = align(source, target), align(target, source)
    mirrored = {(link.target, link.source) for link in back.paragraphs}
    assert {(link.source, link.target) for link in there.paragraphs} == mirrored


def test_a_text_faces_itself() -> None:
    source = paragraphs(MOON, SEA, BREAD)
    found = align(source, source)
    assert [(link.source, link.target) for link in found.paragraphs] == [((n,), (n,)) for n in range(3)]
