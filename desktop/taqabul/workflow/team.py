"""The people who share a library on a server, and what each of them may do."""

import secrets
from dataclasses import dataclass

from taqabul.domain.errors import InvalidInput
from taqabul.domain.roles import Right, Role, may
from taqabul.storage import grants, people
from taqabul.storage.calling import call_all
from taqabul.storage.calls import Roles
from taqabul.storage.database import Transaction
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.library import Library


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the team."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is in a library: their role, None where they only read; whether all sign with their own names."""

    role: Role | None
    holds_to_names: bool


def team(library: Library) -> list[Person]:
    """Everybody who has a role, by name. Raises InvalidInput where the library is in a file."""
    _on_server(library)
    with library.database.read() as transaction:
        return [Person(name, role) for name, role in people.members(transaction).items()]


def set_role(library: Library, name: str, role: Role) -> str | None:
    """Give somebody a role, whether they are in the team or not.

    Gives the password of somebody who was not known to the server, to be told to them; nobody keeps it. Raises
    LibraryError where the server does not let one do that, InvalidInput where the last owner would be none any more.
    """
    _on_server(library)
    label_sets(library)  # the shipped ones, which only an owner can put there
    with library.database.write() as transaction:
        if not people.has_team(transaction.connection):
            grants.arrange(transaction.connection)
            library.holds_to_names, library.author = True, people.own_name(transaction)
        _keep_an_owner(transaction, name, role)
        password = None
        if not people.is_user(transaction, name):
            password = secrets.token_urlsafe(12)
            people.make_user(transaction, name, password)
        people.give_role(transaction, name, role)
        call_all(transaction, Roles(library.session))
        return password


def remove(library: Library, name: str) -> None:
    """Let somebody in no longer; the server knows them still. Raises InvalidInput where they are not in the team."""
    _on_server(library)
    with library.database.write() as transaction:
        if name not in people.members(transaction):
            raise InvalidInput(f"{name} is not in the team.", "taqabul team list shows who is.")
        _keep_an_owner(transaction, name, None)
        people.take_roles(transaction, name)
        call_all(transaction, Roles(library.session))


def change_password(library: Library, password: str) -> None:
    """Give oneself another password on the server."""
    _on_server(library)
    if len(password) < 8:
        raise InvalidInput("A password needs eight letters or more.", "Choose a longer one.")
    with library.database.write() as transaction:
        people.set_password(transaction, password)


def standing(library: Library) -> Standing:
    """What whoever works on a library is there now, as the server has it."""
    with library.database.read() as transaction:
        return Standing(people.role_here(transaction), people.holds_to_names(transaction))


def take_over(library: Library, now: Standing) -> None:
    """Work on with another role than before."""
    library.role, library.holds_to_names = now.role, now.holds_to_names
    if now.holds_to_names and library.server is not None:
        library.author = library.server.user


def allowed(library: Library, right: Right) -> bool:
    """Whether whoever works on a library may do something."""
    return may(library.role, right)


def _keep_an_owner(transaction: Transaction, name: str, role: Role | None) -> None:
    owners = [one for one, held in people.members(transaction).items() if held is Role.OWNER]
    if owners == [name] and role is not Role.OWNER:
        raise InvalidInput(f"{name} is the only owner.", "Make somebody else an owner first.")


def _on_server(library: Library) -> None:
    if library.file is not None:
        raise InvalidInput(
            "A library in a file has no team: whoever may open the file may do anything.",
            "Give the address of a library on a server: --library postgresql://user@host/database",
        )
