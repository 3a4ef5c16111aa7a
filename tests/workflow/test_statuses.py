"""Confirming, rejecting, marking rows."""

from taqabul.workflow import reviewing


def test_confirming_marks_just_the_chosen_rows(draw, do):
    bitext = draw("A1 | B1\nA2 | B2\nA3 | B3")
    changes = do(bitext, reviewing.confirm, bitext.links("A1", "A3"))
    assert bitext.picture() == "A1 | B1 +\nA2 | B2\nA3 | B3 +"
    assert changes.touched == tuple(bitext.links("A1", "A3"))
