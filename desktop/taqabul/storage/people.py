"""Who is in the team of a library on a server: members of the groups that the roles are."""

from sqlalchemy import Connection, text

from taqabul.domain.errors import InvalidInput, LibraryError
from taqabul.domain.roles import Role
from taqabul.storage.database import Transaction
from taqabul.storage.grants import SIGNING, group, quoted

_MEMBERS = text(
    "SELECT m.rolname, g.rolname FROM pg_auth_members AS a JOIN pg_roles AS g ON g.oid = a.roleid"
    " JOIN pg_roles AS m ON m.oid = a.member WHERE g.rolname = ANY(:groups) AND m.rolname <> ALL(:groups)"
)
_MINE = text(
    "SELECT g.rolname FROM pg_roles AS g WHERE g.rolname = ANY(:groups)"
    " AND pg_has_role(current_user, g.oid, 'MEMBER')"
)
_WRITES = text("SELECT has_table_privilege('journal', 'INSERT')")
_MAKES_ROLES = text("SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user")
_LONGEST = 63


def role_here(transaction: Transaction) -> Role | None:
    """What whoever is connected is here: the owner, where there is no team; None for who may not write."""
    connection = transaction.connection
    if connection.dialect.name != "postgresql":
        return Role.OWNER
    groups = _groups(connection)
    mine = set(connection.execute(_MINE, {"groups": list(groups)}).scalars())
    there = connection.execute(
        text("SELECT count(*) FROM pg_roles WHERE rolname = ANY(:groups)"), {"groups": list(groups)}
    ).scalar_one()
    held = [role for name, role in groups.items() if name in mine]
    if held:
        return max(held, key=list(Role).index)
    if not connection.execute(_WRITES).scalar_one():
        return None
    return Role.ANNOTATOR if there else Role.OWNER


def has_team(connection: Connection) -> bool:
    """Whether roles were given out in this library."""
    known = text("SELECT count(*) FROM pg_roles WHERE rolname = ANY(:groups)")
    return bool(connection.execute(known, {"groups": list(_groups(connection))}).scalar_one())


def holds_to_names(transaction: Transaction) -> bool:
    """Whether the server lets everybody sign with their own name only."""
    connection = transaction.connection
    if connection.dialect.name != "postgresql":
        return False
    known = text("SELECT count(*) FROM pg_trigger WHERE tgname = :name AND tgrelid = 'journal'::regclass")
    return bool(connection.execute(known, {"name": SIGNING}).scalar_one())


def own_name(transaction: Transaction) -> str:
    """The name by which the server knows whoever is connected."""
    return str(transaction.connection.exec_driver_sql("SELECT session_user").scalar_one())


def members(transaction: Transaction) -> dict[str, Role]:
    """Everybody in the team, in the order of their names."""
    connection = transaction.connection
    groups = _groups(connection)
    found: dict[str, Role] = {}
    for name, of in connection.execute(_MEMBERS, {"groups": list(groups)}):
        found[name] = max(found.get(name, Role.ANNOTATOR), groups[of], key=list(Role).index)
    return dict(sorted(found.items()))


def is_user(transaction: Transaction, name: str) -> bool:
    """Whether the server knows somebody of this name."""
    query = text("SELECT count(*) FROM pg_roles WHERE rolname = :name")
    return bool(transaction.connection.execute(query, {"name": name}).scalar_one())


def make_user(transaction: Transaction, name: str, password: str) -> None:
    """Make somebody known to the server; the password reaches it only as what it is checked against."""
    _refuse_odd(transaction.connection, name)
    connection = transaction.connection
    if not connection.execute(_MAKES_ROLES).scalar_one():
        raise LibraryError(
            f"You may not make users on this server, and it does not know {name}.",
            "Have whoever keeps the server make them: createuser NAME. Then add them here.",
        )
    secret = _secret(connection, name, password)
    connection.exec_driver_sql(f"CREATE ROLE {quoted(connection, name)} LOGIN PASSWORD {secret}")


def set_password(transaction: Transaction, password: str) -> None:
    """Give whoever is connected another password."""
    connection = transaction.connection
    name = connection.exec_driver_sql("SELECT current_user").scalar_one()
    secret = _secret(connection, name, password)
    connection.exec_driver_sql(f"ALTER ROLE {quoted(connection, name)} PASSWORD {secret}")


def give_role(transaction: Transaction, name: str, role: Role) -> None:
    """Make somebody a member of a role's group, and of no other; an owner may give roles in turn."""
    connection = transaction.connection
    _refuse_odd(connection, name)
    take_roles(transaction, name)
    option = " WITH ADMIN OPTION" if role is Role.OWNER else ""
    of, to = quoted(connection, group(connection, role)), quoted(connection, name)
    connection.exec_driver_sql(f"GRANT {of} TO {to}{option}")
    if role is Role.OWNER:
        for lower in (Role.ANNOTATOR, Role.REVIEWER):
            of = quoted(connection, group(connection, lower))
            connection.exec_driver_sql(f"GRANT {of} TO {to} WITH ADMIN OPTION")


def take_roles(transaction: Transaction, name: str) -> None:
    """Let somebody be a member of none of the groups."""
    connection = transaction.connection
    for role in Role:
        of = quoted(connection, group(connection, role))
        connection.exec_driver_sql(f"REVOKE {of} FROM {quoted(connection, name)}")


def _groups(connection: Connection) -> dict[str, Role]:
    return {group(connection, role): role for role in Role}


def _refuse_odd(connection: Connection, name: str) -> None:
    if not name.strip() or len(name.encode()) > _LONGEST or not name.isprintable():
        raise InvalidInput(f"“{name}” is no name for a user.", f"Give one of up to {_LONGEST} letters.")
    if name in _groups(connection):
        raise InvalidInput(f"“{name}” is a role of this library, not a person.", "Give another name.")


def _secret(connection: Connection, name: str, password: str) -> str:
    driver = connection.connection.driver_connection
    made = driver.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256")  # type: ignore[union-attr]
    return "'" + bytes(made).decode().replace("'", "''").replace("%", "%%") + "'"
