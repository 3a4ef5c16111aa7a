"""What every test starts from."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.server import Cluster, programs

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Programs and processes that tests start find what was compiled once: to compile it is half of a start.
os.environ["PYTHONDONTWRITEBYTECODE"] = ""
sys.dont_write_bytecode = False
# The same examples each time, so that a failure says something of the change at hand; other ones are
# looked for with `pytest --hypothesis-profile default`.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


class FilePlaces:
    """Places for libraries in files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, name: str = "library.db") -> Path:
        """Where the library of this name is, or will be."""
        return self.folder / name

    def elsewhere(self, folder: Path) -> "FilePlaces":
        """Places that have nothing to do with these."""
        return FilePlaces(folder)

    def clear(self) -> None:
        """Nothing: the folder is the test's."""


class EncryptedPlaces(FilePlaces):
    """Places for libraries in encrypted files of a folder."""

    def __call__(self, name: str = "library.db") -> Path:
        """Where the library of this name is, or will be, encrypted."""
        from taqabul.storage.ciphering import use_password

        place = super().__call__(name)
        use_password(place, "open, sesame")
        return place

    def elsewhere(self, folder: Path) -> "EncryptedPlaces":
        """Places that have nothing to do with these."""
        return EncryptedPlaces(folder)


class ServerPlaces:
    """Places for libraries in databases of a server; each is there, with its tables, and holds nothing."""

    def __init__(self, cluster: Cluster, template: str) -> None:
        self.cluster, self.template = cluster, template
        self._named: dict[str, str] = {}
        self._others: list[ServerPlaces] = []

    def __call__(self, name: str = "library.db") -> str:
        """Where the library of this name is."""
        if name not in self._named:
            self._named[name] = self.cluster.create(self.template)
        return self.cluster.address(self._named[name])

    def elsewhere(self, folder: Path) -> "ServerPlaces":
        """Places that have nothing to do with these."""
        self._others.append(ServerPlaces(self.cluster, self.template))
        return self._others[-1]

    def clear(self) -> None:
        """Take the databases away."""
        for database in self._named.values():
            self.cluster.drop(database)
        for other in self._others:
            other.clear()


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: some tests wait most of their time, for timers and for programs."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what is not for a server: tests marked ``file``. Those marked ``long`` come first, the others by chance."""
    items[:] = [one for one in items if not (one.get_closest_marker("file") and _is_in_no_plain_file(one))]
    items.sort(key=lambda one: one.get_closest_marker("long") is None)


def _is_in_no_plain_file(item: pytest.Item) -> bool:
    call = getattr(item, "callspec", None)
    return call is not None and call.params.get("places") in {"postgresql", "encrypted"}


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server for the tests of one process."""
    if programs() is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed (packaging/postgresql installs it)")
        pytest.skip("PostgreSQL is not installed (packaging/postgresql installs it)")
    made = Cluster()
    yield made
    made.remove()


@pytest.fixture(scope="session")
def empty_library(cluster: Cluster) -> str:
    """The name of a database on the server that is a library and holds nothing, to be copied."""
    from taqabul.workflow.library import open_library

    name = cluster.create()
    open_library(cluster.address(name)).close()
    return name


_PLACES = ["sqlite", "postgresql", *(["encrypted"] if os.environ.get("TAQABUL_TEST_ENCRYPTED") else [])]


@pytest.fixture(params=_PLACES)
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[FilePlaces | ServerPlaces]:
    """Where a test's libraries are: it is run with files, again on a server, and on demand with encrypted files."""
    if request.param != "postgresql":
        yield FilePlaces(tmp_path) if request.param == "sqlite" else EncryptedPlaces(tmp_path)
        return
    made = ServerPlaces(request.getfixturevalue("cluster"), request.getfixturevalue("empty_library"))
    yield made
    made.clear()


@pytest.fixture
def address(cluster: Cluster, empty_library: str) -> Iterator[str]:
    """The address of a library on the server that holds nothing; whoever got a role in it is forgotten in the end."""
    before = cluster.roles()
    name = cluster.create(empty_library)
    yield cluster.address(name)
    cluster.drop(name)
    cluster.leave_only(before)


@pytest.fixture
def fill():
    """Puts a bitext of so many pairs into a library."""
    from taqabul.domain.bitext import Alignment, ProposedLink
    from taqabul.domain.files import TextFile
    from taqabul.domain.language import Language
    from taqabul.workflow.aligning import create_bitext
    from taqabul.workflow.intake import SegmentedText, keep

    def filled(library, size=3):
        ids = []
        with library.database.write() as transaction:
            for language, letter in ((Language.ARABIC, "A"), (Language.ENGLISH, "B")):
                texts = [f"{letter}{k}" for k in range(size)]
                file = TextFile(f"{letter}.txt", "\n".join(texts), "utf-8", "0" * 64)
                text = SegmentedText(language, letter, [(one, [(0, len(one))]) for one in texts])
                ids += keep(transaction, file, [text])
        pairs = tuple(ProposedLink((k,), (k,), 0.5) for k in range(size))
        return create_bitext(library, *ids, Alignment(pairs, pairs, "filled"))

    return filled
