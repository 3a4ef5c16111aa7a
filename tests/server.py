"""A PostgreSQL server of the tests' own: a cluster in a folder that goes, reached by a socket in it.

Nothing that is installed as a service is touched. Where PostgreSQL is not installed ``programs`` is None.
"""

import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "autovacuum": "off",
    "log_min_messages": "panic",
}

# Of a cluster with the databases of some tests at once, in bytes.
ROOM = 2 << 30


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, of the newest version there is."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    if found:
        return found[-1].parent
    known = shutil.which("initdb")
    return Path(known).resolve().parent if known else None


def _in_memory() -> Path | None:
    """A folder that is kept in memory and has room: a database is made there in a third of the time."""
    shared = Path("/dev/shm")
    roomy = os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > ROOM
    return shared if roomy else None


def free_port() -> int:
    """A port of this machine that nobody uses, below those that the system gives out by itself meanwhile."""
    for port in random.SystemRandom().sample(range(10_000, 32_000), 100):
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port
    raise OSError("none of a hundred ports is free")


def _children(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(one) for one in told.split()]


def _signal(process: int, what: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # who was connected may have left meanwhile
        os.kill(process, what)


class Cluster:
    """A server with its own data, started here and stopped by ``stop``."""

    def __init__(self, settings: dict[str, str] | None = None, *, trusts_network: bool = True) -> None:
        self._bin = programs()
        assert self._bin is not None
        self._made = 0
        # The path of a socket may have some hundred bytes: not in pytest's folders.
        self.folder = Path(tempfile.mkdtemp(prefix="tq-pg-", dir=_in_memory()))
        # PostgreSQL refuses to run as root.
        self._as = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        if self._as:
            found = pwd.getpwnam("postgres")
            os.chown(self.folder, found.pw_uid, found.pw_gid)
        ways = ["--auth-local=trust", f"--auth-host={'trust' if trusts_network else 'scram-sha-256'}"]
        self._run("initdb", *ways, "--username=owner", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        given = " ".join(f"-c {name}={value}" for name, value in (SETTINGS | (settings or {})).items())
        where = f"-c unix_socket_directories={self.folder} -c listen_addresses='' {given}"
        self._run("pg_ctl", "--wait", f"--log={self.folder / 'log'}", f"--options={where}", "start")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), f"--pgdata={self.folder / 'data'}", *arguments]
        subprocess.run(
            command,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
            timeout=120,
            **self._as,
        )

    def address(self, database: str, user: str = "owner") -> str:
        """Where a database is, as ``--library`` takes it."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def execute(self, *statements: str, database: str = "postgres") -> None:
        """Statements of the owner's."""
        import psycopg

        with psycopg.connect(
            host=str(self.folder), dbname=database, user="owner", autocommit=True
        ) as connection:
            for statement in statements:
                connection.execute(statement)

    def ask(self, query: str, database: str = "postgres") -> list[str]:
        """The first column of what the owner sees."""
        import psycopg

        with psycopg.connect(host=str(self.folder), dbname=database, user="owner") as connection:
            return [row[0] for row in connection.execute(query)]

    def create(self, template: str = "template0") -> str:
        """A new database, its name."""
        self._made += 1
        name = f"library_{self._made}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, name: str) -> None:
        """Take a database away, whoever is still connected."""
        self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def roles(self) -> set[str]:
        """Whom the server knows: people and groups."""
        return set(self.ask("SELECT rolname FROM pg_roles"))

    def leave_only(self, roles: set[str]) -> None:
        """Take away everybody else; the databases in which they had something are dropped before."""
        self.execute(*(f"""DROP ROLE "{one.replace('"', '""')}" """ for one in self.roles() - roles))

    def add_rule(self, rule: str) -> None:
        """A line that goes before all others on who is let in and how; it holds when this returns."""
        rules = self.folder / "data" / "pg_hba.conf"
        rules.write_text(f"{rule}\n{rules.read_text()}")
        loaded = self.ask("SELECT pg_conf_load_time()")
        self.execute("SELECT pg_reload_conf()")
        end = time.monotonic() + 60
        while self.ask("SELECT pg_conf_load_time()") == loaded:  # the server only takes note of it
            assert time.monotonic() < end, "the server did not read its rules again"
            time.sleep(0.01)

    def stop(self, how: str = "immediate") -> None:
        """Stop the server, as if by a kill unless said otherwise."""
        self._run("pg_ctl", "--wait", f"--mode={how}", "stop")

    def start(self) -> None:
        """Start it again as it was."""
        self._run("pg_ctl", "--wait", f"--log={self.folder / 'log'}", "restart")

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Every process of the server stands still meanwhile: nothing is answered, and nobody is told so."""
        head = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        try:
            os.kill(head, signal.SIGSTOP)
            for process in _children(head):
                _signal(process, signal.SIGSTOP)
            yield
        finally:
            for process in (*_children(head), head):
                _signal(process, signal.SIGCONT)

    def remove(self) -> None:
        """Stop it and take its data away."""
        try:
            self.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
