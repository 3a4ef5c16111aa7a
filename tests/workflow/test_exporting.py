"""What is exported is what was chosen: filters, counts, levels, and files that are whole or not there."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.workflow.conftest import Studio

from taqabul.domain.bitext import Alignment, Evidence, LinkStatus, ProposedLink
from taqabul.domain.errors import Cancelled, CannotWrite, InvalidInput, UnsupportedFormat
from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.options import ExportOptions, ImportOptions, Level, PairOrder, ParagraphRule, Wording
from taqabul.workflow import exporting, history, reviewing
from taqabul.workflow.aligning import create_bitext
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.exporting import ExportCounts, export, export_formats, pairs, preview
from taqabul.workflow.importing import import_files
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.projects import bitext_summary, list_documents
from taqabul.workflow.rows import iter_rows, outline

ARABIC = ["وصل الوفد. غادر الوفد.", "اجتمع المجلس.", "انتهت الجلسة.", "سطر وحيد."]
ENGLISH = ["The delegation arrived.", "It left.", "The council met.", "The session ended."]

ALIGNMENT = Alignment(
    paragraphs=(
        ProposedLink((0,), (0, 1), 0.9, Evidence(meaning=0.8, length=0.5)),
        ProposedLink((1,), (2,), 0.4),
        ProposedLink((2,), (3,), 0.7),
        ProposedLink((3,), (), 0.0),
    ),
    sentences=(
        ProposedLink((0,), (0,), 0.95),
        ProposedLink((1,), (1,), 0.6),
        ProposedLink((2,), (2,), 0.4),
        ProposedLink((3,), (3,), 0.7),
        ProposedLink((4,), (), 0.0),
    ),
    engine="by hand",
)


@pytest.fixture
def library(places) -> Iterator[Library]:
    opened = open_library(places(), author="reviewer")
    yield opened
    opened.close()


@pytest.fixture
def bitext(library: Library, tmp_path: Path) -> BitextId:
    for name, paragraphs in (("ar.txt", ARABIC), ("en.txt", ENGLISH)):
        (tmp_path / name).write_text("\n\n".join(paragraphs), encoding="utf-8")
    options = ImportOptions(paragraphs=ParagraphRule.BLANK_LINES)
    report = import_files(library, [tmp_path / "ar.txt", tmp_path / "en.txt"], options)
    assert report.pair is not None
    return create_bitext(library, *report.pair, ALIGNMENT, title="Minutes")


def links(library: Library, bitext: BitextId) -> list[LinkId]:
    return [LinkId(link) for link in outline(library, bitext).links.tolist()]


def numbers(library: Library, bitext: BitextId, **options: object) -> list[str]:
    """The pairs as a picture: source numbers | target numbers."""
    rows = pairs(library, bitext, ExportOptions(**options))  # type: ignore[arg-type]
    return [f"{' '.join(row.source_ids)} | {' '.join(row.target_ids)}" for row in rows]


def test_pairs_come_in_row_order_without_lone_sides(library: Library, bitext: BitextId) -> None:
    assert numbers(library, bitext) == ["1 | 1 2", "2 | 3", "3 | 4"]
    assert numbers(library, bitext, one_sided=True) == ["1 | 1 2", "2 | 3", "3 | 4", "4 | "]


def test_paragraphs_of_a_pair_are_joined_by_a_line_end(library: Library, bitext: BitextId) -> None:
    row = next(pairs(library, bitext, ExportOptions()))
    assert (row.source, row.target) == (ARABIC[0], f"{ENGLISH[0]}\n{ENGLISH[1]}")
    assert (row.shape, row.confidence, row.evidence) == ("1-2", 0.9, {"meaning": 0.8, "length": 0.5})


def test_sentences_know_their_paragraph_and_place(library: Library, bitext: BitextId) -> None:
    assert numbers(library, bitext, level=Level.SENTENCE) == [
        "1.1 | 1.1",
        "1.2 | 2.1",
        "2.1 | 3.1",
        "3.1 | 4.1",
    ]
    first, second, *_ = pairs(library, bitext, ExportOptions(level=Level.SENTENCE))
    assert (first.source, second.source) == ("وصل الوفد.", "غادر الوفد.")
    assert (first.confidence, second.confidence) == (0.95, 0.6)
    assert first.id.endswith(".1")
    assert second.id.endswith(".2")


def test_unsure_pairs_are_left_out_but_not_the_confirmed(library: Library, bitext: BitextId) -> None:
    assert numbers(library, bitext, min_confidence=0.5) == ["1 | 1 2", "3 | 4"]
    reviewing.confirm(library, bitext, [links(library, bitext)[1]])
    assert numbers(library, bitext, min_confidence=0.5) == ["1 | 1 2", "2 | 3", "3 | 4"]
    assert numbers(library, bitext, min_confidence=1.0, level=Level.SENTENCE) == ["2.1 | 3.1"]


def test_a_pair_a_person_made_is_sure_and_says_so_by_null(library: Library, bitext: BitextId) -> None:
    reviewing.merge_with_next(library, bitext, links(library, bitext)[0])
    (row,) = pairs(library, bitext, ExportOptions(min_confidence=1.0))
    assert (row.source_ids, row.target_ids) == (("1", "2"), ("1", "2", "3"))
    assert row.confidence is None
    assert (row.status, row.changed_by) == (LinkStatus.CONFIRMED, "reviewer")


def test_rejected_pairs_are_left_out_unless_asked_for(library: Library, bitext: BitextId) -> None:
    reviewing.reject(library, bitext, [links(library, bitext)[0]])
    assert numbers(library, bitext) == ["2 | 3", "3 | 4"]
    assert numbers(library, bitext, statuses=frozenset({LinkStatus.REJECTED})) == ["1 | 1 2"]


def test_pairs_come_in_the_order_of_either_text(studio: Studio) -> None:
    drawn = studio.draw("A1 | B2\nA2 | B1\n| B3\nA3 | B4")
    found = {order: numbers(drawn.library, drawn.id, order=order, one_sided=True) for order in PairOrder}
    assert found[PairOrder.ROWS] == found[PairOrder.SOURCE] == ["1 | 2", "2 | 1", " | 3", "3 | 4"]
    assert found[PairOrder.TARGET] == ["2 | 1", "1 | 2", " | 3", "3 | 4"]


def test_pairs_whose_targets_cross_are_one_block(studio: Studio) -> None:
    drawn = studio.draw("A1 | B1\nA2 | B4\nA3 |\nA4 | B2\nA5 | B3\nA6 | B5")
    rows = pairs(drawn.library, drawn.id, ExportOptions(one_sided=True))
    assert [row.block for row in rows] == [0, 1, 1, 1, 1, 2]


def test_the_text_before_corrections_is_a_choice(library: Library, bitext: BitextId) -> None:
    first = next(iter_rows(library, bitext)).source[0]
    reviewing.edit_text(library, bitext, first.id, "وصل الوفدُ اليوم. غادر الوفد.")
    before = ExportOptions(wording=Wording.ORIGINAL)
    (corrected, *_), (original, *others) = (
        list(pairs(library, bitext, options)) for options in (ExportOptions(), before)
    )
    assert (corrected.source, original.source) == ("وصل الوفدُ اليوم. غادر الوفد.", ARABIC[0])
    assert corrected.source_segments[0].imported == ARABIC[0]
    assert [row.source for row in others] == ARABIC[1:3]
    # Nobody knows where the sentences of a corrected paragraph were before.
    assert numbers(library, bitext, wording=Wording.ORIGINAL, level=Level.SENTENCE) == [
        "1 | 1 2",
        "2.1 | 3.1",
        "3.1 | 4.1",
    ]


def test_notes_go_with_the_pair(library: Library, bitext: BitextId, tmp_path: Path) -> None:
    add_note(library, bitext, links(library, bitext)[1], "كذا في الأصل")
    export(library, bitext, tmp_path / "out.jsonl", ExportOptions())
    written = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [pair["notes"] for pair in written] == [[], ["كذا في الأصل"], []]


def test_each_pair_left_out_is_counted_for_its_first_reason(library: Library, bitext: BitextId) -> None:
    reviewing.reject(library, bitext, [links(library, bitext)[0]])
    counts = preview(library, bitext, ExportOptions(min_confidence=0.5))
    assert counts == ExportCounts(
        total=4, exported=1, left_out_status=1, left_out_confidence=1, left_out_one_sided=1
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(data=st.data())
def test_the_preview_says_what_the_export_writes(
    library: Library, bitext: BitextId, tmp_path: Path, data: st.DataObject
) -> None:
    verbs = [reviewing.confirm, reviewing.reject, reviewing.mark_for_review, reviewing.reset_status]
    data.draw(st.sampled_from(verbs))(library, bitext, [data.draw(st.sampled_from(links(library, bitext)))])
    options = ExportOptions(
        level=data.draw(st.sampled_from(Level)),
        statuses=data.draw(st.frozensets(st.sampled_from(LinkStatus))),
        min_confidence=data.draw(st.sampled_from([0.0, 0.5, 0.9, 1.0])),
        one_sided=data.draw(st.booleans()),
    )
    report = export(library, bitext, tmp_path / "out.jsonl", options)
    lines = (tmp_path / "out.jsonl").read_bytes().splitlines()
    assert report.counts == preview(library, bitext, options)
    assert report.counts.exported == len(lines) == len(list(pairs(library, bitext, options)))
    left_out = (
        report.counts.left_out_status + report.counts.left_out_confidence + report.counts.left_out_one_sided
    )
    assert report.counts.total == report.counts.exported + left_out


def test_every_format_is_written_at_every_level(library: Library, bitext: BitextId, tmp_path: Path) -> None:
    binary = {".xlsx", ".parquet", ".docx", ".pdf", ".ar.docx", ".en.docx", ".en.txt"}
    for ending, level in product(export_formats(), Level):
        out = tmp_path / f"out{ending}"
        report = export(library, bitext, out, ExportOptions(level=level))
        assert report.path == out
        assert report.dropped_characters == 0
        assert list(report.files) == exporting.output_files(library, bitext, out)
        assert all(file.stat().st_size for file in report.files)
        if ending not in binary:
            texts = [file.read_text(encoding="utf-8") for file in report.files]
            assert any("وصل الوفد." in text for text in texts)


def test_one_side_is_the_whole_text_as_it_was_corrected(
    library: Library, bitext: BitextId, tmp_path: Path
) -> None:
    first = next(iter_rows(library, bitext)).source[0]
    reviewing.edit_text(library, bitext, first.id, "وصل الوفد أخيراً.")
    report = export(library, bitext, tmp_path / "out.ar.txt", ExportOptions(min_confidence=1.0))
    assert report.path.read_text("utf-8").split("\n\n") == [
        "وصل الوفد أخيراً.",
        *ARABIC[1:3],
        f"{ARABIC[3]}\n",
    ]
    assert report.counts.exported == 4
    export(library, bitext, tmp_path / "out.ar.docx", ExportOptions())
    summary = bitext_summary(library, bitext)
    titles = {one.id: one.title for one in list_documents(library)}
    document = docx.Document(str(tmp_path / "out.ar.docx"))
    assert document.core_properties.title == titles[summary.source] != summary.title
    export(library, bitext, tmp_path / "out.ar.txt", ExportOptions(wording=Wording.ORIGINAL))
    assert report.path.read_text("utf-8").startswith(ARABIC[0])


def test_a_document_names_who_corrected_what(library: Library, bitext: BitextId, tmp_path: Path) -> None:
    first, second = (row.source[0] for row in list(iter_rows(library, bitext))[:2])
    reviewing.edit_text(library, bitext, first.id, "وصل الوفد أخيراً.")
    reviewing.edit_text(library, bitext, second.id, "اجتمع المجلس اليوم.")
    history.undo(library, bitext)
    export(library, bitext, tmp_path / "out.docx", ExportOptions())
    with zipfile.ZipFile(tmp_path / "out.docx") as file:
        body = file.read("word/document.xml").decode()
    assert 'w:author="reviewer"' in body
    assert "أخيراً" in body
    assert "اليوم" not in body


def test_what_a_format_cannot_hold_is_told(library: Library, bitext: BitextId, tmp_path: Path) -> None:
    add_note(library, bitext, links(library, bitext)[1], "كذا في الأصل")
    told = exporting.foretell(library, bitext, tmp_path / "a.moses", ExportOptions()).losses
    assert told == export(library, bitext, tmp_path / "a.moses", ExportOptions()).losses
    assert "1 pair with notes: the notes are left out." in told
    assert "1 pair of several segments: its segments run together." in told
    assert "3 statuses: left out." in told
    assert exporting.foretell(library, bitext, tmp_path / "a.parquet", ExportOptions()).losses == ()
    assert exporting.foretell(library, bitext, tmp_path / "a.nothing", ExportOptions()).losses == ()


@pytest.mark.parametrize("level", list(Level))
def test_what_is_not_written_is_not_told_as_lost(
    library: Library, bitext: BitextId, tmp_path: Path, level: Level
) -> None:
    add_note(library, bitext, links(library, bitext)[3], "سطر بلا مقابل")
    options = ExportOptions(level=level)
    told = exporting.foretell(library, bitext, tmp_path / "a.moses", options).losses
    assert "3 statuses: left out." in told
    assert not [line for line in told if "note" in line]
    lone = exporting.foretell(library, bitext, tmp_path / "a.moses", replace(options, one_sided=True)).losses
    assert "1 pair with notes: the notes are left out." in lone


def test_progress_counts_the_chosen_links_and_can_stop_the_export(
    library: Library, bitext: BitextId, tmp_path: Path
) -> None:
    seen = []
    out = tmp_path / "out.tmx"
    export(library, bitext, out, ExportOptions(), lambda done, total: seen.append((done, total)))
    assert seen == [(3, 3)]
    before = out.read_bytes()

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export(library, bitext, out, ExportOptions(one_sided=True), stop)
    assert out.read_bytes() == before
    assert [path.name for path in tmp_path.glob(".taqabul*")] == []


def test_a_missing_bitext_writes_nothing(library: Library, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        export(library, BitextId(99), tmp_path / "out.tmx", ExportOptions())
    assert not (tmp_path / "out.tmx").exists()


def test_an_output_is_checked_beforehand(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat):
        exporting.check_output(tmp_path / "out.odp")
    with pytest.raises(CannotWrite):
        exporting.check_output(tmp_path / "none" / "out.tmx")
    exporting.check_output(tmp_path / "out.tmx")
