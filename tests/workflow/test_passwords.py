"""How one is let into a server: without a password of ours, with the keyring's, with a person's."""

import keyring
import pytest
from keyring.backend import KeyringBackend

from taqabul.domain.errors import ServerRefused
from taqabul.storage.servers import Server
from taqabul.workflow.passwords import Answer, let_in, remembered

SERVER = Server("db.example", "texts", "rim")


class Ring(KeyringBackend):
    """A keyring that forgets when the test ends."""

    priority = 1

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    made = Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def tried():
    return []


@pytest.fixture
def connect(tried):
    """A server whose password is "right"."""

    def connecting(password):
        tried.append(password)
        if password != "right":
            raise ServerRefused("not let in", needs_password=True)
        return "open"

    return connecting


def test_a_person_is_asked_until_it_is_right_and_told_what_was_wrong(ring, connect, tried):
    heard = []
    answers = iter([Answer("wrong"), Answer("right")])
    assert let_in(SERVER, connect, lambda *told: heard.append(told) or next(answers)) == "open"
    assert tried == [None, "wrong", "right"]
    assert heard == [
        ("postgresql://rim@db.example/texts", ""),
        ("postgresql://rim@db.example/texts", "not let in"),
    ]
    assert ring.kept == {}


def test_what_is_to_be_remembered_is_not_asked_again(ring, connect, tried):
    let_in(SERVER, connect, lambda *_: Answer("right", keep=True))
    assert remembered(SERVER) == "right"
    assert let_in(SERVER, connect, None) == "open"
    assert tried == [None, "right", None, "right"]


def test_a_wrong_password_is_not_remembered(ring, connect):
    answers = iter([Answer("wrong", keep=True), None])
    with pytest.raises(ServerRefused):
        let_in(SERVER, connect, lambda *_: next(answers))
    assert remembered(SERVER) is None


def test_nobody_is_asked_where_a_password_would_not_help(ring):
    def closed(_):
        raise ServerRefused("no such database")

    with pytest.raises(ServerRefused, match="no such database"):
        let_in(SERVER, closed, lambda *_: pytest.fail("asked"))
