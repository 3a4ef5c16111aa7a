"""A disk that fails, or is full: every failure is told as one, nothing that was acknowledged is lost."""

import sys

import pytest
from tests.durability.aftermath import faults_after
from tests.durability.broken_disk import edited, fail_often, shim
from tests.durability.editing import make_library

pytestmark = pytest.mark.long


def test_nothing_acknowledged_is_lost_where_writes_fail(tmp_path):
    built = shim(tmp_path)
    if built is None:
        pytest.skip("there is no C compiler for what has writes fail")
    done = fail_often(tmp_path, built, 20, 3)
    assert done.errors >= 20
    assert done.refused > 0
    assert done.acknowledged > 0
    assert done.faults == []


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limits there")
def test_a_file_that_may_not_grow_any_more_stops_the_work_and_loses_none(tmp_path):
    path = tmp_path / "library.db"
    bitext = make_library(path)
    told, refused = edited(path, bitext, 1, path.stat().st_size)
    assert refused > 0
    assert faults_after(path, bitext, told) == []
    told, refused = edited(path, bitext, 2)
    assert (refused, bool(told)) == (0, True)
    assert faults_after(path, bitext, told) == []
