"""Work given to people: by bitext or by rows, said to be done, taken back."""

from datetime import date

import pytest

from taqabul.domain.errors import InvalidInput
from taqabul.workflow import assigning, reviewing

PICTURE = "A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4"


def test_work_is_given_done_and_taken_back(draw):
    drawn = draw(PICTURE)
    (whole,) = assigning.assign(drawn.library, [drawn.id], "sami", task="names", until=date(2030, 1, 31))
    (part,) = assigning.assign(drawn.library, [drawn.id], "rim", (2, 3))
    assert assigning.assignments_of(drawn.library, "sami") == [whole]
    assert assigning.rows_of(drawn.library, whole) is None
    assigning.set_done(drawn.library, whole.id)
    assert assigning.assignments_of(drawn.library) == [part]
    assert [one.id for one in assigning.assignments_of(drawn.library, done=True)] == [whole.id, part.id]
    assigning.set_done(drawn.library, whole.id, done=False)
    assigning.withdraw(drawn.library, part.id)
    assert assigning.assignments_of(drawn.library) == [whole]


def test_rows_that_come_between_belong_to_it(draw):
    drawn = draw(PICTURE)
    (part,) = assigning.assign(drawn.library, [drawn.id], "rim", (2, 3))
    assert assigning.links_of(drawn.library, drawn.id, "rim") == set(drawn.links("A2", "A3"))
    reviewing.unlink(drawn.library, drawn.id, drawn.links("A2"))
    assert assigning.rows_of(drawn.library, part) == (2, 4)
    assert assigning.links_of(drawn.library, drawn.id, "rim") == set(drawn.links("A2", "B2", "A3"))
    assert assigning.links_of(drawn.library, drawn.id, "sami") == set()


@pytest.mark.parametrize(("rows", "person"), [((0, 1), "rim"), ((3, 9), "rim"), ((3, 2), "rim"), (None, " ")])
def test_what_makes_no_sense_is_refused(draw, rows, person):
    drawn = draw(PICTURE)
    with pytest.raises(InvalidInput):
        assigning.assign(drawn.library, [drawn.id], person, rows)
    for verb in (assigning.set_done, assigning.withdraw):
        with pytest.raises(InvalidInput, match="no work 7"):
            verb(drawn.library, 7)
    with pytest.raises(InvalidInput, match="no bitext 99"):
        assigning.assign(drawn.library, [99], "rim")
