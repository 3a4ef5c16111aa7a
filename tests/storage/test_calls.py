"""What programs call to each other is understood, and what is no such call is not."""

import pytest

from taqabul.domain.ids import BitextId, JournalId, LinkId
from taqabul.storage.calls import LONGEST_NAME, Gone, Here, Roles, Told, Who, Work, understood


@pytest.mark.parametrize(
    "call",
    [
        Told(BitextId(3), JournalId(7), "s"),
        Here("s", "سلمى ر", BitextId(3), LinkId(4)),
        Here("s", "Salma"),
        Gone("s"),
        Who("s"),
        Roles("s"),
        Work("s"),
    ],
)
def test_a_call_is_understood(call):
    assert understood(call.words) == call


@pytest.mark.parametrize(
    "words",
    [
        "",
        "hello",
        "[]",
        "{}",
        "null",
        '{"call":"here"}',
        '{"call":"sing","session":"s"}',
        '{"call":"gone","session":5}',
        '{"call":"gone","session":"s","more":1}',
        '{"call":"here","session":"s","name":"a\\nb"}',
        '{"call":"here","session":"s","name":"a","bitext":"1; DROP"}',
        '{"call":"here","session":"s","name":"' + "a" * (LONGEST_NAME + 1) + '"}',
        '{"call":["gone"],"session":"s"}',
        "[" * 1999,
    ],
)
def test_what_is_none_of_ours_is_not(words):
    assert understood(words) is None
