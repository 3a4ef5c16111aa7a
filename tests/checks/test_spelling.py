"""Words that no dictionary knows, with figures on test pairs; names and what is kept apart are left out."""

from dataclasses import replace

import pytest
from tests.checks.conftest import pairs_of

from taqabul.checks.name_habits import Habits
from taqabul.checks.records import Pair
from taqabul.checks.registry import BY_ID, on_pair
from taqabul.checks.whole import whole_of
from taqabul.domain.language import Language
from taqabul.text.dictionaries import Dictionary

ARABIC = "كتب الطالب رسالة إلى مدرسة قديمة في مدينة هذا ثم زار"
ENGLISH = "the student wrote a letter to an old school in this town then he visited receive"
AFFIXES = "SET UTF-8\nTRY اأإىيةهكتبلسمن\n"
RIGHT = [
    ("كتب الطالب رسالة إلى مدرسة في المدينة.", "The student wrote a letter to a school in the town."),
    ("زار ميركل في برلين.", "Then he visited Merkel in Berlin."),
    ("كتب رسالة إلى info@example.org ثم زار 3", "He wrote to info@example.org then visited 3x"),
    ("كَتَبَ الطَّالِبُ رسـالةً", "the student wrote a letter"),
]
WRONG = [
    ("كتب الطالب رسالة الى مدرسة", "the student wrote a letter to a school", "الى"),
    ("كتب الطالب رساالة", "the student wrote a letter", "رساالة"),
    ("كتب رسالة", "he wrote a leter", "leter"),
    ("زار مدرسة", "he recieve a school", "recieve"),
]


class Known:
    """Two short dictionaries."""

    def __init__(self, folder):
        self._of = {}
        for language, words in ((Language.ARABIC, ARABIC), (Language.ENGLISH, ENGLISH)):
            known = words.split()
            (folder / f"{language.value}.dic").write_text("\n".join([str(len(known)), *known]), "utf-8")
            (folder / f"{language.value}.aff").write_text(AFFIXES, "utf-8")
            self._of[language] = Dictionary((folder / f"{language.value}.dic",))

    def reads(self, language):
        return language in self._of

    def knows(self, word, language):
        return self._of[language].knows(word)

    def suggested(self, word, language):
        return self._of[language].suggested(word)


@pytest.fixture
def spelt(tmp_path):
    """What the check says of pairs of texts."""
    speller = Known(tmp_path)

    def finding(*texts):
        pairs = pairs_of(texts)
        whole = whole_of(pairs, speller=speller)
        return [one for pair in pairs for one in on_pair([BY_ID["spelling"]], pair, whole)]

    return finding


def test_precision_and_recall_on_pairs(spelt):
    assert [one.text for one in spelt(*RIGHT)] == []
    found = spelt(*((source, target) for source, target, _ in WRONG))
    assert [one.problem.values[0] for one in found] == [word for *_, word in WRONG]


def test_a_hamza_is_put_right_and_another_word_only_proposed(spelt):
    (hamza,) = spelt(("كتب الى مدرسة", "to a school"))
    assert (hamza.problem.fix.text, hamza.text) == ("إلى", "No dictionary knows “الى”; it knows “إلى”")
    (space,) = spelt(("كتب إلىمدرسة", "to a school"))
    assert space.problem.fix.text == "إلى مدرسة"
    (other,) = spelt(("زار مدرسة", "he recieve a school"))
    assert other.problem.fix is None
    assert other.problem.values == ("recieve", "receive")


def test_a_word_that_stands_for_a_name_elsewhere_is_left_out(tmp_path):
    (pair,) = pairs_of([("زار خيخون", "then he visited it")])
    whole = whole_of([pair], speller=Known(tmp_path))
    assert [one.problem.values[0] for one in on_pair([BY_ID["spelling"]], pair, whole)] == ["خيخون"]
    taught = replace(whole, names=Habits(strangers={"خيخون": frozenset({"gijon"})}))
    assert list(on_pair([BY_ID["spelling"]], pair, taught)) == []


def test_without_a_dictionary_nothing_is_said():
    pair = Pair(1, "كتتبتبت", "wroootet")
    assert list(on_pair([BY_ID["spelling"]], pair, whole_of([pair]))) == []
