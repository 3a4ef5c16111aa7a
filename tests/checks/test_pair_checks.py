"""Each check on pairs that are right and pairs that are wrong: what it finds, and what it leaves alone."""

import pytest
from tests.checks.conftest import Find

from taqabul.checks.records import Severity
from taqabul.domain.language import Side

RIGHT = [
    ("قال: «جئنا أمس» ثم غادر.", "“We came yesterday,” he said, and left."),
    ("هل وصلتم؟", "Have you arrived?"),
    ("أذاعت بي بي سي وسي إن إن الخبر", "The BBC and CNN told the news."),
    ("رويدا رويدا تعافى المريض", "Slowly the patient recovered."),
    ("البنود: 1) العمل، 2) السكن.", "The items: 1) work, 2) housing."),
    ("اشترى هاتف iPhone من شركة Apple", "He bought an iPhone from Apple."),
    ("راسلونا على info@example.org أو www.example.org", "Write to info@example.org or www.example.org"),
    ("مفهوم الأخبار الزائفة (fake news)", "The notion of fake news"),
    ("كان قد رحل قبل أن يصل", "He had had enough before that that came."),
    ("سنة ١٩٤٨ هـ", "In 1948"),
    ('"نحن هنا" و"هم هناك"', "'We are here' and 'they are there'"),
]
WRONG = {
    "questions": [("هل وصلتم؟", "You have arrived."), ("وصلتم.", "Have you arrived?")],
    "brackets": [("قال (أمس) ذلك", "He said (yesterday so."), ("قال «أمس ذلك", "He said “yesterday” so")],
    "quotes": [('قال "أمس ذلك', "He said “yesterday” so")],
    "doubled": [("ذهب إلى إلى المدرسة", "He went to school."), ("ذهب", "He went to to school")],
    "untranslated": [
        ("حضر كبار ministers إلى القمة", "Senior ministers came to the summit."),
        ("حضر الوزراء", "The الوزراء came"),
        ("The ministers came", "The ministers came"),
    ],
    "scripts": [("حضر Вася", "He came"), ("حض\ufffdر الوزير", "The minister came")],
    "marks": [("حضر الوزير, ثم غادر", "He came"), ("هل حضر?", "Did he؟")],
    "spaces": [("حضر  الوزير", "He came"), ("حضر الوزير ،ثم غادر", "He came , then left")],
    "unseen": [("حضر\u200f الوزير", "He \u200bcame")],
    "digits": [("بين ١٩٤٨ و1967", "Between 1948 and 1967"), ("عام ١9٤٨", "In 1948")],
    "tatweel": [("الســلام", "Peace")],
}


@pytest.mark.parametrize("check", WRONG)
def test_a_check_finds_what_is_wrong_and_nothing_in_what_is_right(find: Find, check: str) -> None:
    wrong = {one.link for one in find(check, *WRONG[check])}
    assert wrong == set(range(1, len(WRONG[check]) + 1)), "recall on the test pairs"
    false = [one for one in find(check, *RIGHT) if one.check == check]
    assert [one.text for one in false] == [], "precision on the test pairs"


@pytest.mark.parametrize(
    ("check", "arabic", "english", "side", "fixed"),
    [
        ("marks", "حضر الوزير, ثم", "He came", Side.SOURCE, "حضر الوزير، ثم"),
        ("marks", "حضر", "Did he؟", Side.TARGET, "Did he?"),
        ("spaces", "حضر  الوزير", "He came", Side.SOURCE, "حضر الوزير"),
        ("spaces", "حضر،ثم غادر", "He came", Side.SOURCE, "حضر، ثم غادر"),
        ("doubled", "ذهب إلى إلى هناك", "He went", Side.SOURCE, "ذهب إلى هناك"),
        ("unseen", "حضر\u200f الوزير", "He came", Side.SOURCE, "حضر الوزير"),
        ("tatweel", "الســلام", "Peace", Side.SOURCE, "السلام"),
    ],
)
def test_what_can_be_put_right_without_a_look_is(
    find: Find, check: str, arabic: str, english: str, side: Side, fixed: str
) -> None:
    (found,) = find(check, (arabic, english))
    fix = found.problem.fix
    assert fix is not None
    assert fix.side is side
    text = arabic if side is Side.SOURCE else english
    assert text[: fix.span[0]] + fix.text + text[fix.span[1] :] == fixed


def test_words_left_in_english_are_found_by_how_the_text_writes_them(find: Find) -> None:
    told = find("untranslated", ("حضر كبار ministers إلى القمة", "Senior ministers came to the summit."))
    assert [one.text for one in told] == ["“ministers” is not translated"]
    assert find("untranslated", ("قرأ Ministers Weekly", "He read Ministers Weekly.")) == []
    (same,) = find("untranslated", ("The ministers came", "the ministers came"))
    assert same.severity is Severity.ERROR


def test_one_text_with_two_translations_is_found_whatever_its_spelling(find: Find) -> None:
    texts = [
        ("وزارة الصحة العامة", "Ministry of Public Health"),
        ("وِزارة الصحة العامّة", "Public Health Department"),
        ("وزارة التربية", "Ministry of Education"),
        ("وزارة التعليم العالي", "ministry of education."),
    ]
    assert {one.link for one in find("consistency", *texts)} == {1, 2}
    assert {one.link for one in find("merging", *texts)} == {3, 4}
    assert find("consistency", texts[0], ("وزارة الصحة العامه", "ministry of public health.")) == []


def test_a_side_that_nothing_faces_is_an_omission(find: Find) -> None:
    texts = [("حضر الوزير", "The minister came"), ("ثم غادر", ""), ("", "He was tired")]
    found = find("omission", *texts)
    assert [(one.link, one.severity) for one in found] == [(2, Severity.ERROR), (3, Severity.ERROR)]
    assert find("omission", ("حضر الوزير", ""), ("ثم غادر", "")) == [], "a text kept alone lacks nothing"
