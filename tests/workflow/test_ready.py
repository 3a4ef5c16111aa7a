"""Files that say themselves what faces what become bitexts without being aligned."""

from dataclasses import replace

import pytest

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import BitextFile, Block, ReadyLink
from taqabul.domain.options import ExportOptions, ImportOptions, Level
from taqabul.workflow import ready, reviewing, shelving
from taqabul.workflow.aligning import align_files
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.exporting import export, preview
from taqabul.workflow.projects import bitext_summary
from taqabul.workflow.rows import iter_rows

EVERYTHING = ExportOptions(statuses=frozenset(LinkStatus), one_sided=True)


def forbidden(*_arguments):
    raise AssertionError("a ready alignment was aligned")


def told(library, bitext):
    """What is known of each row, without what only this library knows."""
    return [
        (
            [(p.number, p.text) for p in row.source],
            [(p.number, p.text) for p in row.target],
            row.link.status,
            row.link.confidence,
            row.link.reason,
            "\n".join(note.text for note in row.notes),
        )
        for row in iter_rows(library, bitext)
    ]


@pytest.fixture
def reviewed(draw):
    """A bitext with links of many shapes, one that crosses, decisions, notes and reasons."""
    bitext = draw("A1 | B2\nA2 A3 | B1\nA4 |\n| B3\nA5 | B4 B5\nA6 | B6")
    reviewing.confirm(bitext.library, bitext.id, bitext.links("A1"))
    reviewing.reject(bitext.library, bitext.id, bitext.links("A6"))
    reviewing.mark_for_review(bitext.library, bitext.id, bitext.links("A5"), "numbers?")
    add_note(bitext.library, bitext.id, bitext.link("A2"), "first\nof two lines")
    add_note(bitext.library, bitext.id, bitext.link("A2"), "second")
    return bitext


@pytest.mark.parametrize("name", ["out.tmx", "out.csv", "out.tsv", "out.jsonl", "out.xlsx", "out.xlf"])
def test_a_reviewed_bitext_exported_comes_back_as_it_was(reviewed, studio, tmp_path, name, walk):
    out = tmp_path / name
    export(reviewed.library, reviewed.id, out, EVERYTHING)
    other = studio.open(name="other.db")
    done = align_files(other, [out], propose=forbidden)
    assert done.report.refused == []
    assert told(other, done.bitext) == told(reviewed.library, reviewed.id)
    walk[1](other)


def test_what_a_format_cannot_hold_is_all_that_is_lost(reviewed, studio, tmp_path):
    export(reviewed.library, reviewed.id, tmp_path / "out.v1.xlf", EVERYTHING)
    other = studio.open(name="other.db")
    done = align_files(other, [tmp_path / "out.v1.xlf"], propose=forbidden)
    without_confidence = [(*row[:3], None, *row[4:]) for row in told(reviewed.library, reviewed.id)]
    assert told(other, done.bitext) == without_confidence


@pytest.mark.parametrize(
    ("name", "opened", "crosses"),
    [("out.intertext", "out.ar.en.xml", True), ("out.moses", "out.ar", False)],
)
def test_several_files_come_back_as_one_bitext(draw, studio, tmp_path, name, opened, crosses):
    bitext = draw("ا1 | B2\nا2 ا3 | B1\nا4 |\n| B3\nا5 | B4 B5")
    reviewing.confirm(bitext.library, bitext.id, bitext.links("ا1"))
    export(bitext.library, bitext.id, tmp_path / name, EVERYTHING)
    other = studio.open(name="other.db")
    done = align_files(other, [tmp_path / opened], propose=forbidden)
    rows = told(other, done.bitext)
    if crosses:
        assert [row[:3] for row in rows] == [row[:3] for row in told(bitext.library, bitext.id)]
    else:
        texts = [tuple(" ".join(text for _, text in side) for side in row[:2]) for row in rows]
        assert set(texts) == {("ا1", "B2"), ("ا2 ا3", "B1"), ("ا4", ""), ("", "B3"), ("ا5", "B4 B5")}


def test_sentence_pairs_come_in_as_rows(draw, studio, tmp_path):
    bitext = draw("A1 | B1\nA2 | B2")
    reviewing.edit_text(bitext.library, bitext.id, bitext.paragraph("A1"), "Aa one. Aa two.")
    out = tmp_path / "out.tmx"
    options = replace(EVERYTHING, level=Level.SENTENCE)
    export(bitext.library, bitext.id, out, options)
    other = studio.open(name="other.db")
    done = align_files(other, [out], propose=forbidden)
    assert (
        bitext_summary(other, done.bitext).links == preview(bitext.library, bitext.id, options).exported == 4
    )


def test_the_same_file_is_found_again_as_people_left_it(reviewed, studio, tmp_path):
    out = tmp_path / "out.tmx"
    export(reviewed.library, reviewed.id, out, EVERYTHING)
    other = studio.open(name="other.db")
    first = align_files(other, [out], propose=forbidden)
    reviewing.confirm(other, first.bitext, [row.link.id for row in iter_rows(other, first.bitext)])
    before = told(other, first.bitext)
    again = align_files(other, [out], propose=forbidden)
    assert (again.bitext, again.known) == (first.bitext, True)
    assert told(other, again.bitext) == before
    shelving.bin_bitexts(other, [first.bitext])
    assert align_files(other, [out], propose=forbidden, align_known=False).in_bin
    assert not align_files(other, [out], propose=forbidden).in_bin


def test_other_links_of_the_same_texts_are_a_bitext_of_their_own(draw, studio, tmp_path):
    bitext = draw("A1 | B1\nA2 | B2")
    other = studio.open(name="other.db")
    found = []
    for turn in (False, True):
        out = tmp_path / f"{turn}.tmx"
        if turn:
            reviewing.swap(bitext.library, bitext.id, "target", *bitext.links("A1"))
        export(bitext.library, bitext.id, out, EVERYTHING)
        found.append(align_files(other, [out], propose=forbidden))
    assert found[0].bitext != found[1].bitext
    assert [d.id for d in found[0].report.documents] == [d.id for d in found[1].report.documents]


def test_two_files_of_which_one_is_a_pair_by_itself_are_refused(reviewed, studio, tmp_path):
    out = tmp_path / "out.tmx"
    export(reviewed.library, reviewed.id, out, EVERYTHING)
    text = tmp_path / "a.txt"
    text.write_text("نص عربي.", encoding="utf-8")
    done = align_files(studio.open(name="other.db"), [out, text])
    assert "both texts already" in done.report.refused[0].error.message


@pytest.mark.parametrize(
    ("links", "words"),
    [
        ([((0,), (0,)), ((0,), ())], "source segment 0 is in 2 links"),
        ([((0, 7), (0,))], "source has no segment 7"),
        ([((0,), ())], "target segment 0 is in no link"),
    ],
)
def test_links_that_fit_no_text_are_refused_with_their_place(links, words):
    file = BitextFile(
        "x.tmx", "", "utf-8", "0", (Block("A"),), (Block("B"),), tuple(ReadyLink(*link) for link in links)
    )
    with pytest.raises(InvalidInput, match=words):
        ready.check(file)


def test_two_texts_and_what_an_aligner_wrote_make_a_bitext(studio, tmp_path):
    files = [tmp_path / name for name in ("links.txt", "en.txt", "ar.txt")]
    contents = ("[0,1]:[0]:0.2\n[2]:[]:0\n", "One thing.\nTwo things.\nThree.\n", "شيء وشيئان.\n")
    for path, content in zip(files, contents, strict=True):
        path.write_text(content, encoding="utf-8")
    library = studio.open()
    done = align_files(library, files, propose=forbidden)
    rows = [
        ([p.text for p in row.source], [p.text for p in row.target])
        for row in iter_rows(library, done.bitext)
    ]
    assert rows == [(["شيء وشيئان."], ["One thing.", "Two things."]), ([], ["Three."])]
    said = ImportOptions(alignment=files[0])
    assert align_files(library, files[1:], said, propose=forbidden).bitext == done.bitext
    wrong = align_files(library, files[:0:-1], said, propose=forbidden)
    assert "names segment" in wrong.report.refused[0].error.message


@pytest.mark.parametrize("given", [("ar",), ("en",), ("en", "ar")])
def test_two_files_named_by_language_face_each_other_line_for_line(studio, tmp_path, given):
    (tmp_path / "c.ar-en.ar").write_text("سطر أول\n\nسطر ثالث\n", encoding="utf-8")
    (tmp_path / "c.ar-en.en").write_text("line one\nline two\nline three\n", encoding="utf-8")
    library = studio.open()
    done = align_files(library, [tmp_path / f"c.ar-en.{name}" for name in given], propose=forbidden)
    rows = [
        ([p.text for p in row.source], [p.text for p in row.target])
        for row in iter_rows(library, done.bitext)
    ]
    assert rows == [(["سطر أول"], ["line one"]), ([], ["line two"]), (["سطر ثالث"], ["line three"])]


def test_files_named_by_language_with_other_lines_are_aligned(studio, tmp_path):
    (tmp_path / "c.ar").write_text("سطر أول\n", encoding="utf-8")
    (tmp_path / "c.en").write_text("line one\nline two\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="was aligned"):
        align_files(studio.open(), [tmp_path / "c.ar", tmp_path / "c.en"], propose=forbidden)
