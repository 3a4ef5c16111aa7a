"""What the roles of a team are allowed on a server: the table of ``domain.roles`` as grants on tables.

A role is a group on the server, named after the database; people are members of it. So the server itself refuses
what a role may not do, whatever program asks.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, text

from taqabul.domain.roles import Right, Role, least

Grant = tuple[str, str]
"""Privileges, and the table they are on."""

_ALL = "INSERT, UPDATE, DELETE"
_EVERYBODY = (
    ("INSERT, UPDATE", "counter"),
    ("INSERT, UPDATE (state)", "journal"),
    ("INSERT, UPDATE", "visit"),
    (_ALL, "vector"),
    (_ALL, "saved_filter"),
)
_GRANTS: Mapping[Right, tuple[Grant, ...]] = {
    Right.READ: _EVERYBODY,
    Right.MARK: tuple(
        (_ALL, table) for table in ("annotation", "annotation_span", "relation", "claim", "note")
    ),
    Right.JUDGE: (("UPDATE", "link"), (_ALL, "suppression")),
    Right.CORRECT: (
        ("UPDATE", "paragraph"),
        (_ALL, "sentence"),
        (_ALL, "sentence_link"),
        (_ALL, "sentence_member"),
        (_ALL, "known_word"),
    ),
    Right.TAKE_ALONG: (
        (_ALL, "checkout"),
        ("INSERT, DELETE", "checkout_bitext"),
        ("INSERT, DELETE", "checkout_line"),
        ("INSERT, DELETE", "checkout_number"),
        ("UPDATE (done_at)", "assignment"),
    ),
    Right.DECIDE: ((_ALL, "decision"),),
    Right.RELINK: (
        ("INSERT, DELETE", "link"),
        (_ALL, "link_member"),
        ("INSERT, DELETE", "paragraph"),
        ("UPDATE (engine)", "bitext"),
    ),
    Right.ARRANGE: (
        ("UPDATE (title)", "bitext"),
        ("UPDATE (title, author, translator, date, source)", "document"),
        ("INSERT (bitext_id, project_id, archived), UPDATE (project_id, archived)", "placement"),
        (_ALL, "project"),
        (_ALL, "tag"),
        (_ALL, "term"),
    ),
    Right.ASSIGN: ((_ALL, "assignment"),),
}
"""Owners own the tables: what is not here is theirs alone."""

_NOT_THEIRS = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner <> :owner")
_GUARD = "taqabul_confirming"
SIGNING = "taqabul_signing"
"""The trigger that has everybody sign with their own name."""


def group(connection: Connection, role: Role) -> str:
    """The name of the group that a role is on the server."""
    return f"{connection.exec_driver_sql('SELECT current_database()').scalar_one()}_{role}"


def quoted(connection: Connection, name: str) -> str:
    """A name as it is written in a statement."""
    return str(connection.dialect.identifier_preparer.quote_identifier(name))


def arrange(connection: Connection) -> None:
    """Have the groups, and grant them what their roles allow, and nothing else; to be done again after an upgrade.

    Whoever does it has to own the database and may make roles, or be an owner already.
    """
    for statement in _statements(connection):
        connection.exec_driver_sql(statement)


def _statements(connection: Connection) -> Iterator[str]:
    groups = {role: quoted(connection, group(connection, role)) for role in Role}
    there = set(connection.exec_driver_sql("SELECT rolname FROM pg_roles").scalars())
    new = [role for role in Role if group(connection, role) not in there]
    yield from (f"CREATE ROLE {groups[role]} NOLOGIN" for role in new)
    if new:
        yield f"GRANT {groups[Role.ANNOTATOR]} TO {groups[Role.REVIEWER]}"
        yield f"GRANT {groups[Role.REVIEWER]} TO {groups[Role.OWNER]}"
        yield f"GRANT {groups[Role.OWNER]} TO CURRENT_USER"
        database = quoted(connection, connection.exec_driver_sql("SELECT current_database()").scalar_one())
        yield f"REVOKE ALL ON DATABASE {database} FROM PUBLIC"
        yield f"GRANT CONNECT ON DATABASE {database} TO {groups[Role.ANNOTATOR]}"
        yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
        yield f"GRANT USAGE ON SCHEMA public TO {groups[Role.ANNOTATOR]}"
        yield f"GRANT CREATE ON SCHEMA public TO {groups[Role.OWNER]}"
    owners = groups[Role.OWNER]
    for table in connection.execute(_NOT_THEIRS, {"owner": group(connection, Role.OWNER)}).scalars():
        yield f'ALTER TABLE "{table}" OWNER TO {owners}'
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, {groups[Role.ANNOTATOR]}, {groups[Role.REVIEWER]}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {groups[Role.ANNOTATOR]}"
    for right, grants in _GRANTS.items():
        for privileges, table in grants:
            yield f'GRANT {privileges} ON "{table}" TO {groups[least(right)]}'
    yield from _guarding(groups, group(connection, least(Right.DECIDE)))
    yield from _signing(groups)


def _guarding(groups: Mapping[Role, str], deciding: str) -> Iterator[str]:
    """Grants know tables and columns; that a row is confirmed, or is not any more, is a value."""
    name = deciding.replace("'", "''").replace("%", "%%")
    yield (
        f"CREATE OR REPLACE FUNCTION {_GUARD}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF NEW.status <> OLD.status AND 'confirmed' IN (NEW.status, OLD.status)"
        f" AND NOT pg_has_role(current_user, '{name}', 'MEMBER') THEN"
        " RAISE EXCEPTION 'only reviewers confirm' USING ERRCODE = 'insufficient_privilege'; END IF;"
        " RETURN NEW; END $$"
    )
    yield f"ALTER FUNCTION {_GUARD}() OWNER TO {groups[Role.OWNER]}"
    yield (
        f'CREATE OR REPLACE TRIGGER {_GUARD} BEFORE UPDATE OF status ON "link"'
        f" FOR EACH ROW EXECUTE FUNCTION {_GUARD}()"
    )


def _signing(groups: Mapping[Role, str]) -> Iterator[str]:
    """Whoever writes a line of the journal signs it with the name the server knows them by."""
    yield (
        f"CREATE OR REPLACE FUNCTION {SIGNING}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF NEW.author <> session_user THEN"
        " RAISE EXCEPTION 'nobody signs for another' USING ERRCODE = 'insufficient_privilege'; END IF;"
        " RETURN NEW; END $$"
    )
    yield f"ALTER FUNCTION {SIGNING}() OWNER TO {groups[Role.OWNER]}"
    yield (
        f'CREATE OR REPLACE TRIGGER {SIGNING} BEFORE INSERT ON "journal"'
        f" FOR EACH ROW EXECUTE FUNCTION {SIGNING}()"
    )
