"""A team on a server: each role may do what the table says, and the server itself refuses the rest."""

from contextlib import closing
from dataclasses import replace

import psycopg
import pytest
from tests.workflow.conftest import Drawn

from taqabul.domain.errors import InvalidInput, LibraryError, ServerRefused
from taqabul.domain.labels import Words
from taqabul.domain.roles import Right, Role, least, may
from taqabul.storage import journal
from taqabul.storage.people import members
from taqabul.workflow import (
    assigning,
    checking_out,
    history,
    label_sets,
    projects,
    reviewing,
    shelving,
    team,
    visits,
)
from taqabul.workflow.annotating.marking import Given, mark, unmark
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.checking_in import check_in
from taqabul.workflow.library import open_library
from taqabul.workflow.verifying import verify
from taqabul.workflow.word_links import Stretch

PEOPLE = {"rim": Role.ANNOTATOR, "sami": Role.REVIEWER, "noor": Role.OWNER}


@pytest.fixture(scope="module")
def keepers_library(cluster):
    """The name of a library of a keeper who owns the database and makes users, and is no master of the server."""
    name = cluster.create()
    cluster.execute("CREATE ROLE keeper LOGIN CREATEROLE", f"ALTER DATABASE {name} OWNER TO keeper")
    open_library(cluster.address(name, "keeper")).close()
    yield name
    cluster.drop(name)
    cluster.execute("DROP ROLE keeper")


@pytest.fixture(params=["postgresql"])
def places(request, cluster, keepers_library):
    """Where the keeper's library is; whoever got a role in it is forgotten in the end."""
    before = cluster.roles()
    name = cluster.create(keepers_library)
    cluster.execute(f"ALTER DATABASE {name} OWNER TO keeper")
    yield lambda _name="library.db": cluster.address(name, "keeper")
    cluster.drop(name)
    cluster.leave_only(before)


@pytest.fixture
def shared(draw):
    """A bitext in a library with an annotator, a reviewer and an owner."""
    drawn = draw("A1 | B1\nA2 | B2\nA3 | B3\nA4 | B4")
    reviewing.confirm(drawn.library, drawn.id, drawn.links("A4"))
    drawn.passwords = {name: team.set_role(drawn.library, name, role) for name, role in PEOPLE.items()}
    return drawn


@pytest.fixture
def as_for(studio):
    """A library as somebody else has it."""

    def opened(drawn, name):
        library = open_library(drawn.library.location.replace("keeper@", f"{name}@"))
        studio.opened.append(library)
        return Drawn(library, drawn.id)

    return opened


@pytest.fixture
def as_(shared, as_for):
    """The library as somebody of the team has it."""
    return lambda name: as_for(shared, name)


def database_of(drawn):
    return drawn.library.location.partition("?")[0].rpartition("/")[2]


def refused(verb, *arguments, **named):
    with pytest.raises(LibraryError, match="your role there does not include"):
        verb(*arguments, **named)


def test_people_come_with_a_role_and_a_first_password(shared, as_):
    assert all(len(password) >= 12 for password in shared.passwords.values())
    assert team.team(shared.library) == [
        team.Person("keeper", Role.OWNER),
        *(team.Person(name, PEOPLE[name]) for name in sorted(PEOPLE)),
    ]
    assert {name: as_(name).library.role for name in PEOPLE} == PEOPLE
    assert as_("rim").library.author == "rim"
    assert team.set_role(shared.library, "rim", Role.REVIEWER) is None
    assert as_("rim").library.role is Role.REVIEWER


def test_an_annotator_annotates_judges_and_corrects(as_, shared):
    rim = as_("rim")
    mark(rim.library, rim.id, [Stretch(rim.paragraph("A1"), 0, 2)], Given("set", "a"))
    add_note(rim.library, rim.id, rim.link("A1"), "why?")
    reviewing.reject(rim.library, rim.id, rim.links("A2"))
    reviewing.edit_text(rim.library, rim.id, rim.paragraph("B1"), "One. Two.")
    reviewing.edit_text(rim.library, rim.id, rim.paragraph("B4"), "Four. Five.")
    history.undo(rim.library, rim.id)
    unmark(rim.library, rim.id, [one.id for one in all_annotations(rim.library, rim.id)])
    assert rim.picture() == "A1 | One. Two.\nA2 | B2 x\nA3 | B3\nA4 | B4 +"
    assert verify(shared.library).faults == ()


def test_an_annotator_does_no_more(as_):
    rim = as_("rim")
    before = rim.state()
    refused(reviewing.confirm, rim.library, rim.id, rim.links("A1"))
    refused(reviewing.reset_status, rim.library, rim.id, rim.links("A4"))
    refused(reviewing.merge_with_next, rim.library, rim.id, rim.link("A1"))
    refused(reviewing.split_paragraph, rim.library, rim.id, rim.paragraph("A1"), 1)
    refused(projects.rename_bitext, rim.library, rim.id, "other")
    refused(shelving.bin_bitexts, rim.library, [rim.id])
    refused(label_sets.save_set, rim.library, changed_set(rim.library))
    with pytest.raises(LibraryError):
        team.set_role(rim.library, "rim", Role.OWNER)
    assert rim.state() == before


def changed_set(library):
    first = next(iter(label_sets.label_sets(library).values()))
    return replace(first, guidelines=Words("x", "y"))


def test_a_reviewer_decides_and_links_but_does_not_delete(as_, shared):
    sami = as_("sami")
    reviewing.confirm(sami.library, sami.id, sami.links("A1"))
    reviewing.reset_status(sami.library, sami.id, sami.links("A4"))
    reviewing.merge_with_next(sami.library, sami.id, sami.link("A2"))
    reviewing.split_paragraph(sami.library, sami.id, sami.paragraph("A1"), 1)
    projects.rename_bitext(sami.library, sami.id, "other")
    shelving.archive(sami.library, [sami.id], archived=True)
    refused(shelving.bin_bitexts, sami.library, [sami.id])
    refused(label_sets.save_set, sami.library, changed_set(sami.library))
    assert verify(shared.library).faults == ()


def test_an_owner_does_all_of_it(as_, studio, shared):
    noor = as_("noor")
    label_sets.save_set(noor.library, changed_set(noor.library))
    studio.draw("C1 | D1", noor.library)
    assert len(team.set_role(noor.library, "sami", Role.ANNOTATOR) or "") == 0
    team.remove(noor.library, "rim")
    shelving.bin_bitexts(noor.library, [noor.id])
    shelving.empty_bin(noor.library)
    assert {one.name for one in team.team(shared.library)} == {"keeper", "noor", "sami"}


NOBODY_BUT_OWNERS = (
    "DELETE FROM bitext",
    "DELETE FROM document",
    "DELETE FROM journal",
    "UPDATE journal SET edit = NULL",
    "UPDATE journal SET author = 'somebody'",
    "TRUNCATE bitext CASCADE",
    "DROP TABLE bitext",
    "ALTER TABLE link DISABLE TRIGGER ALL",
    "DROP FUNCTION taqabul_confirming CASCADE",
    "UPDATE label_set SET content = ''",
    "UPDATE placement SET binned_at = '2020'",
    "INSERT INTO alembic_version VALUES ('9999')",
    "CREATE TABLE mine (id int)",
)
NO_ANNOTATOR = (
    "UPDATE link SET status = 'confirmed'",
    "UPDATE link SET status = 'rejected'",
    "DELETE FROM link",
    "DELETE FROM link_member",
    "DELETE FROM paragraph",
    "INSERT INTO decision SELECT * FROM decision",
    "DELETE FROM assignment",
)


def test_the_server_refuses_by_itself(shared, cluster):
    before = shared.state()
    for name, statements in (("rim", NOBODY_BUT_OWNERS + NO_ANNOTATOR), ("sami", NOBODY_BUT_OWNERS)):
        with closing(
            psycopg.connect(host=str(cluster.folder), dbname=database_of(shared), user=name, autocommit=True)
        ) as connection:
            for statement in statements:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(statement)
    assert shared.state() == before


def test_whoever_has_no_role_is_not_let_in(shared, cluster, as_):
    cluster.execute("CREATE ROLE stranger LOGIN")
    with pytest.raises(ServerRefused):
        as_("stranger")
    rim = as_("rim")
    team.remove(shared.library, "rim")
    with pytest.raises(LibraryError):
        rim.picture()
    with pytest.raises(InvalidInput, match="not in the team"):
        team.remove(shared.library, "rim")


def grant(cluster, shared, *grants):
    """Have the server let a guest in, by means of its own."""
    cluster.execute("CREATE ROLE guest LOGIN", f"GRANT CONNECT ON DATABASE {database_of(shared)} TO guest")
    cluster.execute(*(f"GRANT {one} TO guest" for one in grants), database=database_of(shared))


def let_go(cluster, shared):
    cluster.execute("DROP OWNED BY guest", database=database_of(shared))


def test_who_may_only_read_is_told_so_and_reads(shared, cluster, as_):
    grant(cluster, shared, "USAGE ON SCHEMA public", "SELECT ON ALL TABLES IN SCHEMA public")
    guest, before = as_("guest"), shared.state()
    assert guest.library.role is None
    assert "only read" in guest.library.remark
    assert "taqabul team add" in guest.library.remark
    assert guest.picture() == shared.picture()
    assert label_sets.label_sets(guest.library) == label_sets.label_sets(shared.library)
    assert verify(guest.library).faults == ()
    visits.note_visit(guest.library, guest.id)
    refused(add_note, guest.library, guest.id, guest.link("A1"), "why?")
    refused(reviewing.reject, guest.library, guest.id, guest.links("A2"))
    assert shared.state() == before
    team.set_role(shared.library, "guest", Role.ANNOTATOR)
    assert team.standing(guest.library).role is Role.ANNOTATOR
    let_go(cluster, shared)


def test_who_may_not_even_read_is_told_whom_to_ask(shared, cluster, as_):
    grant(cluster, shared)
    with pytest.raises(ServerRefused, match="You have no role") as raised:
        as_("guest")
    assert "taqabul team add" in raised.value.hint
    let_go(cluster, shared)


def test_who_may_only_read_a_library_without_a_team_is_not_its_owner(draw, cluster, as_for):
    drawn = draw("A1 | B1")
    grant(cluster, drawn, "USAGE ON SCHEMA public", "SELECT ON ALL TABLES IN SCHEMA public")
    guest = as_for(drawn, "guest")
    assert guest.library.role is None
    assert guest.picture() == "A1 | B1"
    assert set(label_sets.label_sets(guest.library)) == {one.key for one in label_sets.shipped_sets()}
    refused(reviewing.reject, guest.library, guest.id, guest.links("A1"))
    let_go(cluster, drawn)


def test_a_role_that_was_changed_is_known_when_it_is_asked_for(shared, as_):
    rim = as_("rim")
    team.set_role(shared.library, "rim", Role.REVIEWER)
    now = team.standing(rim.library)
    assert now == team.Standing(Role.REVIEWER, holds_to_names=True)
    team.take_over(rim.library, now)
    reviewing.confirm(rim.library, rim.id, rim.links("A1"))
    team.remove(shared.library, "rim")
    assert team.standing(rim.library).role is None


def test_there_is_always_an_owner(shared):
    team.remove(shared.library, "noor")
    with pytest.raises(InvalidInput, match="only owner"):
        team.remove(shared.library, "keeper")
    with pytest.raises(InvalidInput, match="only owner"):
        team.set_role(shared.library, "keeper", Role.REVIEWER)


def test_odd_names_are_refused(shared):
    for name in ("", "a" * 64, "a\nb", f"{database_of(shared)}_owner"):
        with pytest.raises(InvalidInput):
            team.set_role(shared.library, name, Role.ANNOTATOR)


def test_a_name_is_a_name_whatever_stands_in_it(shared):
    name = 'Robert"; DROP TABLE bitext; -- 100%'
    team.set_role(shared.library, name, Role.ANNOTATOR)
    with shared.library.database.read() as transaction:
        assert members(transaction)[name] is Role.ANNOTATOR


def test_an_upgrade_is_an_owners_work_and_keeps_the_roles(shared, as_, cluster):
    database = database_of(shared)
    cluster.execute(
        "DROP TABLE assignment, checkout, checkout_bitext, checkout_line, checkout_number",
        "UPDATE alembic_version SET version_num = '0013'",
        database=database,
    )
    with pytest.raises(LibraryError, match="which its owners may do"):
        as_("rim")
    as_("noor")
    assert checking_out.open_checkouts(as_("rim").library) == []


def test_an_annotator_takes_work_along_and_brings_it_back(as_, tmp_path, shared):
    rim = as_("rim")
    file = tmp_path / "laptop.db"
    checking_out.check_out(rim.library, [rim.id], file)
    away = open_library(file)
    assert away.role is Role.OWNER
    drawn = Drawn(away, rim.id)
    reviewing.reject(away, rim.id, drawn.links("A1"))
    reviewing.confirm(away, rim.id, drawn.links("A2"))
    reviewing.reject(away, rim.id, drawn.links("A3"))
    away.close()
    done = check_in(rim.library, file)
    assert (done.came, [one.verb for one in done.refused]) == (2, ["confirm"])
    assert "A1 | B1 x" in rim.picture()
    assert "A3 | B3 x" in rim.picture(), "what comes after what is refused comes in"
    assert checking_out.open_checkouts(rim.library)
    sami = as_("sami")
    done = check_in(sami.library, file)
    assert (done.came, done.known, done.refused) == (1, 2, ())
    assert "A2 | B2 +" in rim.picture()
    with sami.library.database.read() as transaction:
        signed = [act.author for act in journal.acts(transaction, sami.id, 3)]
    assert signed == ["sami", "rim", "rim"]
    assert not checking_out.open_checkouts(rim.library)
    assert verify(shared.library).faults == ()


def test_work_is_given_to_people_of_the_team_and_no_others(as_, shared):
    sami = as_("sami").library
    (given,) = assigning.assign(sami, [shared.id], "rim")
    assert given.person == "rim"
    assert {"rim", "sami", "noor"} <= set(assigning.people(sami))
    with pytest.raises(InvalidInput, match="Rim is not in the team") as refused:
        assigning.assign(sami, [shared.id], "Rim")
    assert "rim" in refused.value.hint
    assert assigning.assignments_of(sami) == [given]


def test_nobody_signs_for_another(as_, shared, cluster):
    rim = as_("rim")
    reviewing.reject(rim.library, rim.id, rim.links("A1"))
    named = open_library(rim.library.location, "sami")
    assert (named.author, named.holds_to_names) == ("rim", True)
    named.author = "sami"
    refused(reviewing.reject, named, rim.id, rim.links("A2"))
    named.close()
    shared.library.author = "rim"
    refused(reviewing.reject, shared.library, shared.id, shared.links("A2"))
    forged = (
        "INSERT INTO journal SELECT 99, bitext_id, at, 'sami', session, verb, summary, kind, of, state, edit"
        " FROM journal WHERE author = 'rim' LIMIT 1"
    )
    for statement in (forged, "SET ROLE sami", "SET SESSION AUTHORIZATION sami"):
        with (
            closing(
                psycopg.connect(
                    host=str(cluster.folder), dbname=database_of(shared), user="rim", autocommit=True
                )
            ) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute(statement)


def test_a_password_is_changed_by_its_owner(as_, cluster):
    team.change_password(as_("rim").library, "correct horse")
    (kept,) = cluster.ask("SELECT rolpassword FROM pg_authid WHERE rolname = 'rim'")
    assert kept.startswith("SCRAM-SHA-256$")
    with pytest.raises(InvalidInput, match="eight letters"):
        team.change_password(as_("rim").library, "short")


def test_each_role_may_do_what_those_before_may():
    for right in Right:
        allowed = [may(role, right) for role in Role]
        assert allowed == sorted(allowed)
        assert may(least(right), right)


def test_a_library_in_a_file_is_its_owners(tmp_path):
    with closing(open_library(tmp_path / "library.db")) as library:
        assert library.role is Role.OWNER
        with pytest.raises(InvalidInput, match="has no team"):
            team.team(library)
