"""A disk that turns read-only or full under an open library: each is told as what it is, and nothing acknowledged is lost."""

from collections.abc import Callable

import pytest
from tests.durability.real_disk import Disk, Outcome, disk, filled, turned_read_only


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(turned_read_only, ("cannot be written", "cannot be read or written")), (filled, ("no room left",))],
)
def test_nothing_acknowledged_is_lost(
    trouble: Callable[[Disk, int], Outcome], words: tuple[str, ...]
) -> None:
    with disk() as made:
        if made is None:
            pytest.skip("nobody may mount a disk here")
        found = trouble(made, 3)
    assert found.faults == []
    assert found.acknowledged
    assert found.refusals
    assert all(any(word in one for word in words) for one in found.refusals), found.refusals
