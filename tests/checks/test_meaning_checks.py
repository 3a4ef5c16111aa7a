"""What the encoder is asked for: sentences that were dropped, and names nothing stands for."""

from tests.checks.conftest import Find

PAIRS = [
    (
        "وصل الرئيس الفرنسي إلى القاهرة صباح اليوم. والتقى عددا من الطلاب في الجامعة الأمريكية.",
        "The French president arrived in Cairo this morning. He met a number of students at the American University.",
    ),
    (
        "ارتفعت أسعار القمح بسبب الجفاف. ويتوقع الخبراء أن تستمر الأزمة حتى الصيف.",
        "Wheat prices rose because of the drought. Experts expect the crisis to last until the summer.",
    ),
    (
        "قالت ميركل إن أوروبا مستعدة للحوار مع روسيا.",
        "In Berlin, Merkel said that Europe is ready for dialogue.",
    ),
    ("زار كلينتون مدينة بوسطن في الخريف.", "Mr Clinton visited the city of Boston in autumn."),
]


def test_a_dropped_sentence_is_found_on_the_side_that_has_it(find: Find) -> None:
    assert [one for one in find("omission", *PAIRS[:2], meant=True) if one.link < 3] == []
    dropped = (PAIRS[0][0], PAIRS[0][1].split(". ")[0] + ".")
    (found,) = [one for one in find("omission", dropped, *PAIRS[1:], meant=True) if one.link == 1]
    assert [dropped[0][start:end] for start, end in found.problem.source] == [
        "والتقى عددا من الطلاب في الجامعة الأمريكية."
    ]
    added = (PAIRS[1][0].split(". ")[0] + ".", PAIRS[1][1])
    (found,) = [one for one in find("omission", PAIRS[0], added, meant=True) if one.link == 2]
    assert [added[1][start:end] for start, end in found.problem.target] == [
        "Experts expect the crisis to last until the summer."
    ]


def test_a_name_in_the_place_of_another_is_found(find: Find) -> None:
    assert find("names", PAIRS[3], meant=True) == []
    swapped = (PAIRS[3][0], PAIRS[3][1].replace("Clinton", "Merkel"))
    (found,) = find("names", swapped, meant=True)
    assert found.text == "Nothing seems to stand for the name “Merkel”"
    assert [swapped[1][start:end] for start, end in found.problem.target] == ["Merkel"]


MET = ("قال أوباما إن كلينتون التقت ميركل في برلين.", "Obama said that Clinton met Merkel in Berlin.")


def test_a_name_is_looked_for_in_a_sentence_that_is_full_of_names(find: Find) -> None:
    assert [one for one in find("names", *PAIRS, MET, meant=True) if one.link == 5] == []
    swapped = (MET[0], MET[1].replace("Berlin", "Chicago"))
    (found,) = [one for one in find("names", *PAIRS, swapped, meant=True) if one.link == 5]
    assert found.text == "Nothing seems to stand for the name “Chicago”"


TOGETHER = (
    "قالبولباريرا،أستاذالطبالنفسيفيكليةالطببجامعةهارفارد،أنالجامعةقررتتقديمالدورة.",
    "Paul Barreira, professor of psychiatry at Harvard Medical School, said the university decided to offer the course.",
)


def test_a_name_may_be_anywhere_in_words_that_run_together(find: Find) -> None:
    assert [one for one in find("names", *PAIRS, TOGETHER, meant=True) if one.link == 5] == []


def test_without_an_encoder_nothing_is_guessed(find: Find) -> None:
    swapped = (PAIRS[3][0], PAIRS[3][1].replace("Clinton", "Merkel"))
    assert find("names", swapped) == []


SIEGE = (
    "كم سيطول الحصار، وكيف يصل الدواء إلى المرضى؟",
    "How long will the siege last? How does the medicine get to the sick?",
)


def test_a_short_question_that_the_other_side_joins_to_the_next_is_not_missing(find: Find) -> None:
    assert [one for one in find("omission", *PAIRS[:2], SIEGE, meant=True) if one.link == 3] == []
    dropped = ("وكيف يصل الدواء إلى المرضى؟", SIEGE[1])
    (found,) = [one for one in find("omission", *PAIRS[:2], dropped, meant=True) if one.link == 3]
    assert [dropped[1][start:end] for start, end in found.problem.target] == ["How long will the siege last?"]
