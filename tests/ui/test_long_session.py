"""A short run of the long session by key (`tests/benchmarks/soak.py`): it ends as it should, and nothing is left behind."""

import pytest
from tests.benchmarks.soak import VISIT, begin, finish
from tests.benchmarks.soak_watch import Listener

pytestmark = pytest.mark.long


def test_a_session_by_key_undone_to_the_beginning_and_redone_to_the_end(qapp, tmp_path):
    with Listener() as listener:
        session = begin(tmp_path, rows=40, seed=4, listener=listener, sample=False)
        try:
            session.run(steps=VISIT + 10)
        finally:
            finish(session)
    assert len(session.done) > VISIT
    assert not session.problems
