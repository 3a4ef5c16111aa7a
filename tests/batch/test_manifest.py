"""The list of pairs, as tables and as JSON Lines."""

from pathlib import Path

import pytest

from taqabul.batch.manifest import read_manifest
from taqabul.domain.errors import AppError, InvalidInput, UnreadableFile


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("with a header.csv", "en,name,ar\nb.txt,first,a.txt\nd.txt,second,c.txt\n"),
        ("without.csv", "a.txt,b.txt,first\nc.txt,d.txt,second\n"),
        ("tabs.tsv", "\ufeffArabic\tEnglish\tid\n\na.txt\tb.txt\tfirst\nc.txt\td.txt\tsecond\n"),
        ("quoted.csv", '"ar","en","name"\r\n"a.txt","b.txt","first"\r\n"c.txt","d.txt","second"\r\n'),
        (
            "objects.jsonl",
            """{"ar": "a.txt", "en": "b.txt", "name": "first", "score": 1}\n
{"source": "c.txt", "target": "d.txt", "id": "second"}\n""",
        ),
    ],
)
def test_pairs_are_listed_in_their_order(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    manifest = read_manifest(path)
    assert manifest.pairs == 2
    first, second = manifest.listed()
    assert (first.number, first.name, first.files) == (0, "first", ("a.txt", "b.txt"))
    assert (second.number, second.name) == (1, "second")
    assert second.paths == [tmp_path / "c.txt", tmp_path / "d.txt"]


def test_a_pair_without_a_name_has_that_of_its_arabic_file(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("ar,en\nnews/one.ar.txt,news/one.en.txt\nboth.txt,\n", encoding="utf-8")
    first, second = read_manifest(path).listed()
    assert (first.name, second.name, second.files) == ("news/one.ar", "both", ("both.txt",))


def test_the_digest_is_of_what_the_list_says_not_of_how(tmp_path: Path) -> None:
    for name, text in (
        ("one.csv", "a,b,n\n"),
        ("two.tsv", "name\tar\ten\nn\ta\tb\n"),
        ("three.csv", "b,a,n\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    one, two, three = (read_manifest(tmp_path / name).digest for name in ("one.csv", "two.tsv", "three.csv"))
    assert one == two != three


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("empty.csv", "ar,en,name\n", "no pair"),
        ("one.csv", "a.txt\n", "line 1 names no pair"),
        ("nothing.jsonl", '{"name": "x"}\n', "line 1 names no file"),
        ("broken.jsonl", '{"ar": "a", "en": "b"}\n{"ar"\n', "line 2 is no JSON"),
        ("deep.jsonl", "[" * 100_000, "line 1 is no JSON"),
        ("half a letter.jsonl", '{"ar": "a\\ud83d", "en": "b"}\n', "line 1 has a name that no file can have"),
        ("nul.csv", "ar,en\na,b\nc\0,d\n", "line 3 has a name that no file can have"),
        ("number.jsonl", "7\n", "line 1 is no JSON"),
        ("twice.csv", "ar,en,name\na,b,x\nc,d,x\n", "two pairs by the name “x”"),
        ("list.txt", "a b", "is no manifest"),
    ],
)
def test_what_is_wrong_is_told_before_work_begins(tmp_path: Path, name: str, text: str, told: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput, match=told):
        read_manifest(path)


@pytest.mark.parametrize("content", [b"\xff\xfe,b\n", b'"a,b\n', None])
def test_what_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "list.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableFile, match="cannot be read") as caught:
        read_manifest(path)
    assert isinstance(caught.value, AppError)
