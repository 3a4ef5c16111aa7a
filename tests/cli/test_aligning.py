"""``taqabul align``: a file in, pairs out, the bitext kept, and every kind of bad input told."""

import csv
import errno
import json
import os
import pty
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from tests.cli.conftest import Shell, Start
from translate.storage.tmx import tmxfile

from taqabul.cli import aligning
from taqabul.domain.errors import CannotWrite
from taqabul.formats import atomic

STRANGERS = (
    "القمر يدور حول الأرض مرة كل شهر.",
    "افتتحت الحكومة مدرسة جديدة للبنات في المدينة.",
    "نصح الطبيب المريض بالراحة.",
    "Interest rates rose again, to the surprise of most banks.",
    "The team lost the final after extra time.",
    "Two lorries collided on the motorway.",
)


def pairs_in(out: str) -> list[tuple[str, str]]:
    return [(source, target) for _, source, target in (line.split("\t") for line in out.splitlines())]


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_the_pairs_of_a_bilingual_file_are_printed(shell: Shell, small: Path) -> None:
    outcome = shell("align", small, "--engine", "lexical")
    assert outcome.code == 0, outcome.err
    sources, targets = zip(*pairs_in(outcome.out), strict=True)
    assert "القاهرة" in sources[0]
    assert "Cairo" in targets[0]
    assert "library.db" in outcome.err
    assert "3 of 3 pairs" in outcome.err


def test_two_files_in_any_order_are_the_same_pairs(shell: Shell, small: Path, tmp_path: Path) -> None:
    paragraphs = small.read_text(encoding="utf-8").split("\n\n")
    (tmp_path / "ar.txt").write_text("\n\n".join(paragraphs[:3]), encoding="utf-8")
    (tmp_path / "en.txt").write_text("\n\n".join(paragraphs[3:]), encoding="utf-8")
    both = shell("align", tmp_path / "ar.txt", tmp_path / "en.txt", "--engine", "lexical")
    turned = shell("align", tmp_path / "en.txt", tmp_path / "ar.txt", "--engine", "lexical")
    assert both.code == turned.code == 0
    assert pairs_in(both.out) == pairs_in(turned.out) == pairs_in(shell("align", small).out)


def test_every_output_is_written_in_its_format(shell: Shell, small: Path, tmp_path: Path) -> None:
    names = ["out.tmx", "out.csv", "out.tsv", "out.jsonl"]
    outputs = [word for name in names for word in ("-o", tmp_path / name)]
    outcome = shell("align", small, "--engine", "lexical", *outputs)
    assert outcome.code == 0, outcome.err
    assert outcome.out == ""
    assert all(str(tmp_path / name) in outcome.err for name in names)
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    units = tmxfile.parsestring((tmp_path / "out.tmx").read_bytes()).units
    assert len(lines) == len(rows) == len(units) == 3
    assert [json.loads(line)["source"] for line in lines] == [row["source"] for row in rows]
    assert [unit.target for unit in units] == [row["target"] for row in rows]


def test_the_library_keeps_the_bitext(shell: Shell, small: Path, tmp_path: Path) -> None:
    library = tmp_path / "mine.db"
    assert shell("align", small, "--library", library, "--engine", "lexical").code == 0
    listed = json.loads(shell("list", "--library", library, "--json").out)
    assert listed["library"] == str(library)
    (bitext,) = listed["bitexts"]
    assert (bitext["source_paragraphs"], bitext["target_paragraphs"]) == (3, 3)


def test_json_tells_all_in_one_object(shell: Shell, small: Path, tmp_path: Path) -> None:
    result = json.loads(shell("align", small, "--json", "--engine", "lexical").out)
    assert result["counts"]["exported"] == len(result["pairs"]) == 3
    assert [document["language"] for document in result["documents"]] == ["ar", "en"]
    assert result["findings"]
    written = json.loads(shell("align", small, "--json", "-o", tmp_path / "out.jsonl").out)
    assert "pairs" not in written
    assert written["exports"][0]["path"] == str(tmp_path / "out.jsonl")


def test_what_was_decided_is_told(shell: Shell, small: Path) -> None:
    err = shell("align", small, "--engine", "lexical").err
    assert "UTF-8" in err.upper()


def test_texts_that_are_no_translations_are_told_so(shell: Shell, tmp_path: Path) -> None:
    both = tmp_path / "both.txt"
    both.write_text("\n\n".join(STRANGERS), "utf-8")
    remark = "These texts do not look like translations of each other: no link is sure."
    done = shell("align", both)
    assert remark in done.err.splitlines()
    assert (
        remark
        in json.loads(shell("align", both, "--json", "--library", tmp_path / "other.db").out)["findings"]
    )


def test_an_encoder_that_would_not_be_used_is_refused(shell: Shell, small: Path, tmp_path: Path) -> None:
    for command in ("align", "evaluate"):
        done = shell(command, small, "--engine", "lexical", "--encoder", tmp_path)
        assert (done.code, done.out) == (2, "")
        assert "The lexical engine uses no encoder." in done.err


def test_an_encoder_that_cannot_be_had_is_told(shell: Shell, small: Path, tmp_path: Path) -> None:
    done = shell("align", small, "--encoder", tmp_path / "none")
    assert done.code == 2
    assert "pip install 'taqabul[labse]'" in done.err or "There is no folder" in done.err


def test_sentences_can_be_the_pairs(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(
        "وصل الوفد في 5 مايو 2017. غادر الوفد في 9 مايو 2018.\n\n"
        "The delegation arrived on 5 May 2017. The delegation left on 9 May 2018.\n",
        encoding="utf-8",
    )
    result = json.loads(shell("align", path, "--level", "sentence", "--json", "--engine", "lexical").out)
    assert [pair["source_ids"] for pair in result["pairs"]] == [["1.1"], ["1.2"]]
    assert [pair["target_ids"] for pair in result["pairs"]] == [["1.1"], ["1.2"]]


def test_one_sided_pairs_are_kept_on_request(shell: Shell, sample: Path) -> None:
    def count(*words: str) -> dict[str, int]:
        return dict(json.loads(shell("align", sample, "--json", "--engine", "lexical", *words).out)["counts"])

    without, with_them = count(), count("--one-sided")
    assert without["left_out_one_sided"] > 0
    assert with_them["exported"] == without["exported"] + without["left_out_one_sided"]
    assert count("--min-confidence", "1")["left_out_confidence"] > 0


def test_the_encoding_and_the_paragraph_rule_can_be_said(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("السلام عليكم\r\nمرحبا بكم\r\n\r\nPeace\r\nWelcome\r\n".encode("cp1256"))
    words = ("align", path, "--encoding", "cp1256", "--engine", "lexical", "--json", "--one-sided")
    by_lines = json.loads(shell(*words, "--paragraphs", "lines").out)
    assert [document["paragraphs"] for document in by_lines["documents"]] == [2, 2]
    by_blanks = json.loads(shell(*words, "--paragraphs", "blank-lines").out)
    assert [document["paragraphs"] for document in by_blanks["documents"]] == [1, 1]


def make_broken(folder: Path, kind: str) -> Path:
    path = folder / "input.txt"
    if kind == "empty":
        path.touch()
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 64)
    elif kind == "directory":
        path.mkdir()
    elif kind == "one language":
        path.write_text("نص عربي فقط\n\nوفقرة أخرى\n", encoding="utf-8")
    elif kind == "no letters":
        path.write_text("12345\n\n67890\n", encoding="utf-8")
    elif kind == "below a file":
        path.touch()
        return path / "below.txt"
    return path


@pytest.mark.parametrize(
    "kind", ["empty", "binary", "directory", "missing", "one language", "no letters", "below a file"]
)
def test_bad_input_is_one_line_and_nothing_is_written(shell: Shell, tmp_path: Path, kind: str) -> None:
    path = make_broken(tmp_path, kind)
    before = files_in(tmp_path)
    outcome = shell("align", path, "-o", tmp_path / "out.tmx", "--library", tmp_path / "new.db")
    assert outcome.code == 2, outcome.err
    first, hint = outcome.err.splitlines()
    assert first.startswith("taqabul: ")
    assert hint.startswith("  ")
    assert "Traceback" not in outcome.err
    assert files_in(tmp_path) == before


def test_a_second_file_of_the_same_language_is_refused(shell: Shell, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Only English here, in {name}.\n", encoding="utf-8")
    outcome = shell("align", tmp_path / "a.txt", tmp_path / "b.txt", "--library", tmp_path / "new.db")
    assert outcome.code == 2
    assert not (tmp_path / "new.db").exists()


def test_an_unknown_encoding_is_refused(shell: Shell, small: Path) -> None:
    outcome = shell("align", small, "--encoding", "latin-999")
    assert outcome.code == 2
    assert "latin-999" in outcome.err


@pytest.mark.parametrize("name", ["out.odt", "missing/out.tmx", "folder.tmx"])
def test_an_output_that_cannot_be_is_refused_before_any_work(
    shell: Shell, small: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder.tmx").mkdir()
    outcome = shell("align", small, "-o", tmp_path / name, "--library", tmp_path / "new.db")
    assert outcome.code == 2
    assert not (tmp_path / "new.db").exists()


def test_a_file_that_is_no_library_is_refused_and_kept(shell: Shell, small: Path, tmp_path: Path) -> None:
    (tmp_path / "other.db").write_text("my diary", encoding="utf-8")
    outcome = shell("align", small, "--library", tmp_path / "other.db")
    assert outcome.code == 2
    assert (tmp_path / "other.db").read_text(encoding="utf-8") == "my diary"


def test_a_full_disk_leaves_the_old_export(
    shell: Shell, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "out.csv").write_text("old", encoding="utf-8")
    monkeypatch.setattr(atomic.os, "fsync", full)
    outcome = shell("align", small, "-o", tmp_path / "out.csv", "--engine", "lexical")
    assert outcome.code == 2
    assert "the disk is full" in outcome.err
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "old"


def test_an_export_that_fails_says_where_the_bitext_is(
    shell: Shell, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise CannotWrite("Cannot write it.", "Elsewhere.")

    monkeypatch.setattr(aligning.exporting, "export_bitext", refused)
    outcome = shell("align", small, "-o", tmp_path / "out.csv", "--engine", "lexical")
    assert outcome.code == 2
    assert "(bitext 1)" in outcome.err


def test_the_command_line_runs_without_qt(start: Start, small: Path, tmp_path: Path) -> None:
    no_qt = "import sys\nsys.modules['PySide6'] = sys.modules['shiboken6'] = None"
    process = start("align", small, "--engine", "lexical", "-o", tmp_path / "out.tmx", code=no_qt)
    _, err = process.communicate()
    assert process.returncode == 0, err
    assert (tmp_path / "out.tmx").stat().st_size > 0
    doctor = start("doctor", code=no_qt)
    out, err = doctor.communicate()
    assert doctor.returncode == 0, err
    assert b"!\tPySide6\tnot installed" in out


def test_a_terminal_sees_two_columns(start: Start, small: Path) -> None:
    ours, theirs = pty.openpty()
    process = start("align", small, "--engine", "lexical", stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 65536):
            seen += part
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait() == 0
    screen = seen.decode()
    assert "Arabic" in screen
    assert "Cairo" in screen
    assert "القاهرة" in screen
    assert "│" in screen


def test_a_map_is_drawn_instead_of_printing(shell: Shell, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    outcome = shell("align", small, "--engine", "lexical", "--map", out)
    assert outcome.code == 0, outcome.err
    assert outcome.out == ""
    assert str(out) in outcome.err
    with Image.open(out) as picture:
        assert picture.format == "PNG"
    result = json.loads(shell("align", small, "--engine", "lexical", "--map", out, "--json").out)
    assert result["map"] == str(out)


def test_a_map_of_another_kind_is_refused_before_any_work(shell: Shell, small: Path, tmp_path: Path) -> None:
    words = ("align", small, "--map", tmp_path / "map.jpg", "--library", tmp_path / "new.db")
    outcome = shell(*words)
    assert outcome.code == 2
    assert ".png or .svg" in outcome.err
    assert not (tmp_path / "new.db").exists()


def test_drawing_a_map_says_nothing_of_fonts(start: Start, small: Path, tmp_path: Path) -> None:
    locked = tmp_path / "a file where matplotlib wants a folder"
    locked.touch()
    environment = (
        f"import os; os.environ['MPLCONFIGDIR'] = {str(locked)!r}; os.environ['MPLBACKEND'] = 'qtagg'"
    )
    words = ("align", small, "--engine", "lexical", "--map", tmp_path / "map.svg")
    process = start(*words, code=environment)
    _, err = process.communicate()
    assert process.returncode == 0, err
    assert "matplotlib" not in err.decode().replace(str(locked), "").lower()
    assert b"font" not in err.lower()
    assert etree.parse(tmp_path / "map.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_number_of_processors_does_not_matter(shell: Shell, small: Path, jobs: int) -> None:
    with_jobs = shell("align", small, "--engine", "lexical", "--jobs", jobs)
    assert with_jobs.code == 0, with_jobs.err
    assert with_jobs.out == shell("align", small, "--engine", "lexical").out
    assert shell("align", small, "--jobs", "-1").code == 2


def test_a_text_cannot_command_the_terminal(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "sly.txt"
    path.write_text("نص \x1b]0;عنوان\x07 أول\n\nA sly \x1b[31mtext\n", encoding="utf-8")
    outcome = shell("align", path, "--engine", "lexical", "--one-sided")
    assert "\x1b" not in outcome.out + outcome.err
    assert outcome.code in {0, 2}


def test_a_text_in_one_language_is_kept_alone_when_asked_for(shell: Shell, tmp_path: Path) -> None:
    only = tmp_path / "only.txt"
    only.write_text("هذا نص بالعربية فقط.\n\nوهذه فقرة أخرى.", encoding="utf-8")
    refused = shell("align", only)
    assert refused.code == 2
    assert "in Arabic only" in refused.err
    assert "Name its English version as a second file, or keep it by itself with --alone." in refused.err
    kept = shell("align", only, "--alone", "--one-sided")
    assert kept.code == 0, kept.err
    assert "Kept alone: 2 paragraphs" in kept.err
    assert [source for source, target in pairs_in(kept.out) if not target] == [
        "هذا نص بالعربية فقط.",
        "وهذه فقرة أخرى.",
    ]


def test_the_columns_of_a_table_can_be_named(shell: Shell, tmp_path: Path) -> None:
    table = tmp_path / "drafts.csv"
    table.write_text(
        "Arabic,First,Second\nوصل الوفد إلى القاهرة.,They came.,The delegation reached Cairo.\n",
        encoding="utf-8",
    )
    done = shell("align", table, "--columns", "en=Second", "--json")
    assert json.loads(done.out)["pairs"][0]["target"] == "The delegation reached Cairo."
    again = shell("align", table, "--columns", "en=Second")
    assert "as people left it" in again.err
    wrong = shell("align", table, "--columns", "xx=2")
    assert "names no column" in wrong.err


def test_parts_of_a_page_are_left_out(shell: Shell, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("القمر بعيد.\n\nشارك على فيسبوك\n\nThe moon is far.\n\nLeave a comment", encoding="utf-8")
    for kinds, pairs in ((["sharing", "comments"], 1), (["all"], 1), (["sharing"], 2)):
        options = [word for kind in kinds for word in ("--leave-out", kind)]
        outcome = shell("align", page, "--engine", "lexical", "--one-sided", *options)
        assert outcome.code == 0, outcome.err
        assert len(pairs_in(outcome.out)) == pairs
        assert "left out." in outcome.err
    assert shell("align", page, "--leave-out", "weather").code == 2


def test_what_an_aligner_wrote_is_taken_instead_of_aligning(shell: Shell, tmp_path: Path) -> None:
    for name, content in (
        ("ar", "نص أول\nنص ثان\n"),
        ("en", "One text\nAnother\n"),
        ("links", "0\t0\t1\n2\t2\t0\n"),
    ):
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    names = [tmp_path / f"{name}.txt" for name in ("ar", "en", "links")]
    done = shell("align", names[0], names[1], "--alignment", names[2], "--json")
    assert json.loads(done.out)["pairs"][0]["target"] == "One text\nAnother"
    (tmp_path / "links.txt").write_text("0\t0\n9\t2\n", encoding="utf-8")
    wrong = shell("align", names[0], names[1], "--alignment", names[2])
    assert wrong.code != 0
    assert "Line 1 names segment 2 of ar.txt" in wrong.err
    twice = shell("align", names[0], names[1], "--alignment", names[1])
    assert twice.code == 2
    assert "en.txt is named both as a text and as what links the texts." in twice.err
