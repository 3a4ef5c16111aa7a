"""Those at one library of a server hear of each other: where they are, what they did, and that they left."""

import time
from contextlib import closing
from threading import Event

import pytest
from tests.server import Cluster, programs

from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.domain.roles import Role
from taqabul.workflow import assigning, reviewing, team
from taqabul.workflow.company import SILENCE, Company
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")


@pytest.fixture
def sitting(address):
    """Opens the library for somebody, and listens."""
    opened = []

    def seated(name, now=time.monotonic):
        library = open_library(address, name)
        company = Company(library, now)
        company.start()
        opened.append((company, library))
        return company

    yield seated
    for company, library in opened:
        company.stop()
        library.close()


def eventually(holds):
    """Wait till something holds; the last thing it gave."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.02)
    return holds()


def test_everybody_knows_who_is_where_and_who_left(sitting):
    salma = sitting("Salma")
    salma.be_at(BitextId(1), LinkId(5))
    rim = sitting("Rim")
    there = eventually(lambda: rim.news().others)
    assert [one.name for one in there] == ["Salma"]
    salma.be_at(BitextId(1), LinkId(6), ParagraphId(9))
    assert eventually(lambda: [one for one in rim.news().others if one.link == 6])[0].paragraph == 9
    assert eventually(lambda: [one.name for one in salma.news().others]) == ["Rim"]
    salma.stop()
    assert eventually(lambda: not rim.news().others)


def test_who_falls_silent_is_gone(sitting):
    late, silent = 0.0, Event()
    rim = sitting("Rim", lambda: time.monotonic() + late)
    salma = sitting("Salma")
    assert eventually(lambda: rim.news().others)

    def exchange(*_):
        silent.set()
        time.sleep(0.1)
        return []

    salma._wire.exchange = exchange
    assert silent.wait(30)

    def is_gone_later():
        nonlocal late
        late += SILENCE + 5  # more than once: her last word may just be coming in
        return rim.news().others == ()

    assert eventually(is_gone_later)


def test_what_is_written_is_heard_of_by_others_only(sitting, address, fill):
    rim, salma = sitting("Rim"), sitting("Salma")
    assert eventually(lambda: rim.news().others and salma.news().others)
    with closing(open_library(address, "Salma")) as library:
        library.session = salma.session
        bitext = fill(library)
        reviewing.confirm(library, bitext, [next(iter_rows(library, bitext)).link.id])
    assert eventually(lambda: bitext in rim.news().written)
    assert bitext not in salma.news().written


def test_that_a_role_changed_is_heard_of_once(sitting, address):
    rim = sitting("Rim")
    assert eventually(lambda: rim.news().connected)
    assert not rim.news().roles
    with closing(open_library(address)) as owner:
        team.set_role(owner, "hala", Role.ANNOTATOR)
    assert eventually(lambda: rim.news().roles)
    assert not rim.news().roles
    with closing(open_library(address)) as owner:
        team.remove(owner, "hala")
    assert eventually(lambda: rim.news().roles)


def test_that_work_was_given_taken_back_or_done_is_heard_of_by_others_only(sitting, address, fill):
    rim, salma = sitting("Rim"), sitting("Salma")
    assert eventually(lambda: rim.news().others and salma.news().others)
    with closing(open_library(address, "Salma")) as library:
        library.session = salma.session
        bitext = fill(library)
        given = assigning.assign(library, [bitext, bitext], "Rim")
        assert eventually(lambda: rim.news().work)
        assigning.set_done(library, given[0].id)
        assert eventually(lambda: rim.news().work)
        assigning.withdraw(library, given[1].id)
        assert eventually(lambda: rim.news().work)
    with closing(open_library(address, "Rim")) as library:
        reviewing.confirm(library, bitext, [next(iter_rows(library, bitext)).link.id])
    heard = []
    assert eventually(lambda: heard.append(salma.news()) or heard[-1].written)
    assert not any(news.work for news in heard)


def test_a_server_that_goes_and_comes_back_is_noticed():
    own = Cluster()
    try:
        with closing(open_library(own.address(own.create()), "Rim")) as library:
            company = Company(library)
            company.start()
            assert eventually(lambda: company.news().connected)
            own.stop()
            assert eventually(lambda: company.news().connected is False)
            own.start()
            assert eventually(lambda: company.news().connected)
            company.stop()
    finally:
        own.remove()
