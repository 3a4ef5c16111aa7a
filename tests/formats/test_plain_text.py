"""Reading files as people have them."""

import hashlib
import os
import stat
from pathlib import Path

import pytest

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.options import ImportOptions
from taqabul.formats import plain_text
from taqabul.formats.registry import READERS, read_file


def refusal(path, encoding=None):
    with pytest.raises(UnreadableFile) as caught:
        read_file(path, ImportOptions(encoding=encoding))
    assert caught.value.hint
    return caught.value.message


def test_a_file_is_read_with_its_newlines_made_one_and_all_else_kept(tmp_path):
    path = tmp_path / "نص.txt"
    data = "\ufeffأ\u200fب\u00a0ج\r\nد\u2028هـ\rو\u0085ز".encode()
    path.write_bytes(data)
    file = read_file(path)
    assert file.text == "أ\u200fب\u00a0ج\nد\nهـ\nو\nز"
    assert (file.name, file.encoding) == ("نص.txt", "utf-8")
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert len(file.findings) == 1


_PLAIN = [extension for extension, reader in READERS.items() if reader is plain_text.read]


@pytest.mark.parametrize("extension", [*_PLAIN, ".TXT", ".unknown", ""])
def test_any_other_extension_is_tried_as_plain_text(tmp_path, extension):
    path = tmp_path / f"text{extension}"
    path.write_text("Hello", encoding="utf-8")
    assert read_file(path).text == "Hello"


def test_the_encoding_can_be_chosen(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("سلام".encode("iso8859-6"))
    assert read_file(path, ImportOptions(encoding="iso8859-6")).text == "سلام"
    assert refusal(path, "utf-8") == "“a.txt”: The file cannot be read as utf-8."


def test_garbled_text_is_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("نص عربي طويل هنا".encode().decode("cp1256"), encoding="utf-8")
    assert "once read as Windows-1256" in read_file(path).findings[1]


def test_each_unusable_path_has_its_own_message(tmp_path):
    assert refusal(tmp_path / "none.txt").startswith("There is no file")
    assert refusal(tmp_path) == f"“{tmp_path.name}” is a folder."
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert refusal(empty) == "“empty.txt” is empty."
    empty.write_text(" \n\u200f\u00a0\n", encoding="utf-8")
    assert refusal(empty) == "“empty.txt” holds nothing but space."
    empty.write_bytes(b"\x00\x01\x02")
    assert "not a text" in refusal(empty)
    assert "cannot be read" in refusal(tmp_path / ("x" * 300))
    assert "cannot be read" in refusal(Path("a\x00b"))


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [(b"PK\x03\x04", "a Word"), (b"\x89PNG", "a picture")],
)
def test_other_kinds_of_document_are_named(tmp_path, beginning, kind):
    path = tmp_path / "a.txt"
    path.write_bytes(beginning + b" and more")
    assert f"is {kind}" in refusal(path)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert refusal(path) == "“large.txt” is too large: 200 MiB, and 64 MiB is the most."


def test_a_pipe_is_refused_and_never_waited_for(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refusal(pipe) == "“pipe” is not an ordinary file."


def test_a_file_one_may_not_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("text", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything: let the system's answer stand in

        def denied(self):
            raise PermissionError(13, "Permission denied", str(self))

        monkeypatch.setattr(plain_text.Path, "read_bytes", denied)
    assert refusal(path) == "You may not read “secret.txt”."
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
