"""How a translator writes names, learned from the pairs in which they were found."""

from taqabul.checks.name_habits import Habits, Met, habits_of

NONE = frozenset()


def taught(*lines):
    """Habits out of lines of pair, name, form, other words."""
    return habits_of(
        (link, [Met(name, *[frozenset(filter(None, [form]))] * 2)], [form, *words.split()])
        for link, name, form, words in lines
    )


def test_a_pair_teaches_nothing_about_itself():
    habits = taught((1, "merkel", "ميركل", "قالت"))
    assert habits.elsewhere("merkel", 1, NONE) == (0, 0, 0)
    assert habits.elsewhere("merkel", 2, frozenset({"ميركل"})) == (1 / 3, 1, 0)
    assert habits.elsewhere("merkel", 2, NONE) == (1 / 3, -1, 0)


def test_a_word_that_stands_for_another_name_elsewhere_is_a_stranger():
    habits = taught((1, "merkel", "ميركل", "قالت"), (2, "obama", "أوباما", "قال"))
    assert habits.is_stranger("ميركل", 2, frozenset({"obama"}))
    assert not habits.is_stranger("ميركل", 2, frozenset({"merkel"}))
    assert not habits.is_stranger("ميركل", 1, frozenset({"obama"}))
    assert not habits.is_stranger("قالت", 2, frozenset({"obama"}))


def test_a_name_never_spelt_out_is_the_translators_way():
    habits = taught((1, "tories", "", ""), (2, "tories", "", ""), (3, "kit", "", ""))
    assert habits.is_rendered("tories")
    assert not habits.is_rendered("kit")
    assert not Habits().is_rendered("tories")
