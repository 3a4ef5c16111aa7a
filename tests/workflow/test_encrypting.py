"""Encrypted libraries: nothing in them can be read without the password, and all that holds of libraries holds of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from taqabul.domain.errors import InvalidInput, LibraryError, LibraryLocked
from taqabul.storage import ciphering, inspection
from taqabul.storage.sameness import rows_digest
from taqabul.workflow import backups
from taqabul.workflow.encrypting import decrypt, encrypt, unlock_copy
from taqabul.workflow.health import Fact, diagnose
from taqabul.workflow.library import open_library
from taqabul.workflow.passwords import Answer
from taqabul.workflow.verifying import verify

pytest.importorskip("sqlcipher3")
pytestmark = pytest.mark.file
PASSWORD = 'it\'s "open" — سمسم'
SECRET = b"nobody may read this"
PAGE = 4_096


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    """Another program, which knows no password."""
    forget()
    yield
    forget()


def forget() -> None:
    ciphering._passwords.clear()
    ciphering._salts.clear()


def answers(*given: str) -> object:
    left = list(given)
    return lambda *_: Answer(left.pop(0)) if left else None


@pytest.fixture
def plain(tmp_path: Path, fill: object) -> Path:
    path = tmp_path / "plain.db"
    library = open_library(path, "rim")
    fill(library, 40)  # type: ignore[operator]
    with library.database.write() as transaction:
        transaction.connection.exec_driver_sql(f"UPDATE paragraph SET text = '{SECRET.decode()}'")
    library.close()
    return path


@pytest.fixture
def secret(plain: Path, tmp_path: Path) -> Path:
    path = tmp_path / "secret.db"
    assert encrypt(plain, path, PASSWORD)
    forget()
    return path


def readable(folder: Path) -> list[str]:
    """The files of a folder in which the text stands, and those that say they are databases."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(
        path.name for path in files if SECRET in (held := path.read_bytes()) or b"SQLite format" in held
    )


def test_it_holds_the_same_and_nobody_reads_it(plain: Path, secret: Path, tmp_path: Path) -> None:
    assert readable(tmp_path) == ["plain.db"]
    assert secret.stat().st_mode & 0o077 == 0
    ours, theirs = open_library(plain), open_library(secret, ask_password=answers(PASSWORD))
    assert rows_digest(plain) == rows_digest(secret)
    assert verify(theirs).faults == verify(ours).faults
    with theirs.database.write() as transaction:
        transaction.connection.exec_driver_sql(f"UPDATE paragraph SET text = '{SECRET.decode()} twice'")
    assert [name for name in readable(tmp_path) if name.startswith("secret")] == []  # its log neither
    ours.close()
    theirs.close()


def test_without_its_password_it_is_told_to_be_encrypted(secret: Path) -> None:
    with pytest.raises(LibraryLocked, match="is encrypted, or no library"):
        open_library(secret)
    with pytest.raises(LibraryLocked, match="is encrypted, or no library"):
        inspection.inspect(secret)


def test_the_doctor_asks_for_its_password_and_looks_inside(secret: Path) -> None:
    def found(*given: str) -> dict[str, Fact]:
        forget()
        return {fact.name: fact for fact in diagnose(secret, answers(*given))}  # type: ignore[arg-type]

    assert "is encrypted, or no library" in found()["Library"].value
    assert "password does not open" in found("no", "neither", "nor this")["Library"].value
    facts = found("no", PASSWORD)
    assert (facts["Library"].value, facts["Library integrity"].value) == (str(secret), "ok")
    assert "links: 0" not in facts["Library holds"].value


def test_a_wrong_password_is_told_and_asked_again(secret: Path) -> None:
    heard: list[str] = []
    given = iter(["no", "neither", PASSWORD])

    def ask(_: str, trouble: str) -> Answer:
        heard.append(trouble)
        return Answer(next(given))

    open_library(secret, ask_password=ask).close()
    assert heard[0] == ""
    assert all("This password does not open" in one for one in heard[1:])
    forget()
    with pytest.raises(LibraryLocked, match="This password does not open"):
        open_library(secret, ask_password=answers("no"))


def test_a_damaged_one_is_told_as_damaged(secret: Path) -> None:
    held = bytearray(secret.read_bytes())
    for page in range(1, len(held) // PAGE):
        held[page * PAGE + 100] ^= 0xFF
    secret.write_bytes(held)
    with pytest.raises(LibraryError, match="is damaged"):
        open_library(secret, ask_password=answers(PASSWORD))


def test_what_is_no_library_is_not_taken_for_one(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all, " * 4_096, encoding="utf-8")
    with pytest.raises(LibraryError, match="is not a library"):
        open_library(path)


def test_copies_are_encrypted_and_come_back(secret: Path) -> None:
    library = open_library(secret, "rim", answers(PASSWORD))
    before = rows_digest(secret)
    made = backups.keep(library)
    assert made
    assert readable(backups.folder_of(secret)) == []
    assert backups.keep(library) is None  # it holds the same
    with library.database.write() as transaction:
        transaction.connection.exec_driver_sql("UPDATE paragraph SET text = 'lost'")
    library.close()
    forget()
    with pytest.raises(LibraryLocked):
        unlock_copy(secret, made.path, answers("no"))
    unlock_copy(secret, made.path, answers(PASSWORD))
    kept = backups.restore(secret, made.path)
    assert rows_digest(secret) == before
    assert kept
    assert readable(backups.folder_of(secret)) == []
    assert [one.fault for one in backups.list_copies(secret)] == ["", ""]


def test_a_damaged_library_comes_back_from_its_copy(secret: Path) -> None:
    library = open_library(secret, "rim", answers(PASSWORD))
    before = rows_digest(secret)
    made = backups.keep(library)
    library.close()
    secret.write_bytes(b"\0" * len(secret.read_bytes()))
    forget()
    assert made
    unlock_copy(secret, made.path, answers(PASSWORD))
    backups.restore(secret, made.path)
    assert rows_digest(secret) == before
    assert readable(secret.parent) == ["plain.db"]


def test_it_becomes_plain_again(plain: Path, secret: Path, tmp_path: Path) -> None:
    decrypt(secret, tmp_path / "again.db", answers(PASSWORD))
    forget()
    assert rows_digest(tmp_path / "again.db") == rows_digest(plain)
    open_library(tmp_path / "again.db").close()


def test_it_may_have_another_password(secret: Path, tmp_path: Path) -> None:
    encrypt(secret, tmp_path / "other.db", "another", answers(PASSWORD))
    forget()
    with pytest.raises(LibraryLocked):
        open_library(tmp_path / "other.db", ask_password=answers(PASSWORD))
    open_library(tmp_path / "other.db", ask_password=answers("another")).close()


def test_nothing_is_written_over_or_left_behind(plain: Path, secret: Path, tmp_path: Path) -> None:
    held = secret.read_bytes()
    with pytest.raises(LibraryError, match="is there already"):
        encrypt(plain, secret, "another")
    assert secret.read_bytes() == held
    with pytest.raises(InvalidInput, match="empty password"):
        encrypt(plain, tmp_path / "new.db", "")
    (tmp_path / "broken.db").write_bytes(held[:PAGE] + bytes(len(held) - PAGE))
    with pytest.raises(LibraryError):
        encrypt(tmp_path / "broken.db", tmp_path / "new.db", "another", answers(PASSWORD))
    assert not list(tmp_path.glob("new*"))


def test_no_other_file_is_reached_through_it(plain: Path, secret: Path) -> None:
    library = open_library(secret, ask_password=answers(PASSWORD))
    with library.database.read() as transaction, pytest.raises(Exception, match="not authorized"):
        transaction.connection.exec_driver_sql(f"ATTACH '{plain}' AS other KEY ''")
    library.close()


def test_the_password_stands_in_no_message(secret: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(LibraryLocked) as caught:
        open_library(secret, ask_password=answers("wrong one"))
    assert "wrong one" not in f"{caught.value} {caught.value.hint} {caplog.text}"
