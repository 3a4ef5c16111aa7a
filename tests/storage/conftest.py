"""Library files for tests that look at the file itself."""

import pytest
from tests.fresh import new_library


@pytest.fixture
def library(places):
    opened = new_library(places(), "rim")
    yield opened
    opened.close()
