"""Dates of claims as stretches of time."""

from datetime import UTC, datetime

import pytest

from taqabul.ui.claims.dates import days_of


@pytest.mark.parametrize(
    ("written", "first", "end"),
    [
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2024", "2024-01-01", "2025-01-01"),
        ("1948-05-15", "1948-05-15", "1948-05-16"),
        ("AH 1445-01-01", "2023-07-19", "2023-07-20"),
        ("AH 1445", "2023-07-19", "2024-07-08"),
    ],
)
def test_a_date_lasts_as_long_as_it_says(written, first, end):
    found = days_of(written)
    dates = [datetime.fromtimestamp(one, UTC).date().isoformat() for one in found]
    assert dates == [first, end]


@pytest.mark.parametrize("written", ["", "soon", "2023-02-30", "AH 1445-13"])
def test_what_is_no_date_has_no_place(written):
    assert days_of(written) is None
