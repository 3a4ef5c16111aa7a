"""Dictionaries of this computer, and the words of the library."""

from taqabul.domain.language import Language
from taqabul.workflow import reviewing
from taqabul.workflow.checking import Checker, chosen
from taqabul.workflow.spelling import Spelling, forget_word, known_words, take_in, without_dictionary


def test_english_is_always_known(draw):
    library = draw("A1 | B1").library
    assert Language.ENGLISH not in without_dictionary()
    spelling = Spelling(library)
    assert spelling.knows("don't", Language.ENGLISH)
    assert not spelling.knows("recieve", Language.ENGLISH)
    assert "receive" in spelling.suggested("recieve", Language.ENGLISH)


def test_a_word_taken_in_is_known_with_its_particles_and_marks(draw):
    library = draw("A1 | B1").library
    take_in(library, Language.ARABIC, "والمُسْتَخدِمٌ")
    assert known_words(library) == [(Language.ARABIC, "مستخدم")]
    assert Spelling(library).knows("بالمستخدم", Language.ARABIC)
    forget_word(library, Language.ARABIC, "مستخدم")
    assert known_words(library) == []


def test_the_checker_says_nothing_of_words_taken_in(draw):
    drawn = draw("A1 | B1")
    reviewing.edit_text(drawn.library, drawn.id, drawn.paragraph("B1"), "a tbale and a chair")

    def told():
        return [one.values[0] for one in Checker(drawn.library, drawn.id, chosen({"spelling"})).all().found]

    assert told() == ["tbale"]
    take_in(drawn.library, Language.ENGLISH, "tbale")
    assert told() == []
