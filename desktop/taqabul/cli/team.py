"""``taqabul team``: who shares a library on a server, and what each may do."""

import getpass
import sys
from enum import StrEnum
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing
from taqabul.cli.terminal import put, put_json, put_table, say
from taqabul.domain.errors import InvalidInput
from taqabul.domain.roles import Right, Role, may
from taqabul.workflow import team as people
from taqabul.workflow.library import Library


class Deed(StrEnum):
    """What to do."""

    LIST = "list"
    ADD = "add"
    REMOVE = "remove"
    PASSWORD = "password"  # noqa: S105  (a word of the command line)
    RIGHTS = "rights"


def team(
    deed: Annotated[Deed, typer.Argument(metavar="list|add|remove|password|rights")] = Deed.LIST,
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="The person's name on the server.")] = "",
    *,
    role: Annotated[
        Role | None, typer.Option("--role", help="What they shall be (add).", show_default=False)
    ] = None,
    library: LibraryFile = None,
    as_json: AsJson = False,
) -> None:
    """Manage the people who share a library on a server: list them, add or remove one, tell what each role may do.

    add makes a user whom the server does not know, and prints a first password for them; of somebody in the team it changes
    the role. password changes your own: it is asked for, or read from standard input.
    """
    if deed is Deed.RIGHTS:
        _rights(as_json=as_json)
        return
    if (deed in (Deed.ADD, Deed.REMOVE)) != bool(name) or (deed is Deed.ADD) != (role is not None):
        raise InvalidInput(f"This is not how to {deed}.", "taqabul team add NAME --role annotator")
    with existing(library) as ours:
        if deed is Deed.LIST:
            _list(ours, as_json=as_json)
        elif deed is Deed.ADD and role is not None:
            password = people.set_role(ours, name, role)
            say(f"{name}: {role}.")
            if password is not None:
                say(
                    "They get in with this password, which is shown only now, and change it by taqabul team password:"
                )
                put(password)
        elif deed is Deed.REMOVE:
            people.remove(ours, name)
            say(f"{name} has no role here any more.")
        else:
            people.change_password(ours, _new_password())
            say("The password was changed.")


def _list(library: Library, *, as_json: bool) -> None:
    found = people.team(library)
    if as_json:
        put_json([{"name": one.name, "role": one.role} for one in found])
    else:
        put_table(("name", "role"), ((one.name, one.role) for one in found))


def _rights(*, as_json: bool) -> None:
    if as_json:
        put_json({role: [right for right in Right if may(role, right)] for role in Role})
        return
    put_table(
        ("may", *Role),
        ((right, *("yes" if may(role, right) else "no" for role in Role)) for right in Right),
    )


def _new_password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("New password: ", stream=sys.stderr)
    if getpass.getpass("Once more: ", stream=sys.stderr) != first:
        raise InvalidInput("The two are not the same.", "Try again.")
    return first
