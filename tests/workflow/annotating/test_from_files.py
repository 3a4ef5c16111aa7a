"""Annotations taken out of one library and brought into another: nothing lost, nothing twice, all undone at once."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import AnnotationStatus, attributes_from
from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.claims import Claim
from taqabul.domain.edits import Replacement
from taqabul.domain.errors import UnreadableFile
from taqabul.domain.ids import AnnotationId, BitextId, ClaimId
from taqabul.domain.language import Side
from taqabul.formats.annotations.layout import Layout
from taqabul.formats.annotations.own_incoming import incoming_from
from taqabul.storage.annotations import replace_annotations
from taqabul.storage.claims import replace_claims
from taqabul.workflow import history
from taqabul.workflow.aligning import create_bitext
from taqabul.workflow.annotating import marking, notes, relating
from taqabul.workflow.annotating.from_files import bring_in_file
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.annotating.orphans import orphans
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.annotating.taking_out import take_out
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.reviewing.texts import edit_text
from taqabul.workflow.word_links import Stretch

PICTURE = """
قالَ1 | said1
وقف2 | stopped2 stopped3
ذهب3 |
"""


class Desk:
    """A bitext drawn of longer texts, and marks put on quotes of them."""

    def __init__(self, studio, name: str) -> None:
        self.library = studio.open(author="Rim" if name == "a.db" else "Sami", name=name)
        self.drawn = studio.draw(PICTURE, self.library)
        self.id = self.drawn.id
        for side in (self.whole.source, self.whole.target):
            for one in side.paragraphs:
                edit_text(self.library, self.id, one.id, TEXTS[one.text])

    @property
    def whole(self) -> AnnotatedBitext:
        return annotated_bitext(self.library, self.id)

    def at(self, side: Side, number: int, quote: str, occurrence: int = 0) -> Stretch:
        paragraph = self.whole.text(side).paragraphs[number]
        start = -1
        for _ in range(occurrence + 1):
            start = paragraph.text.index(quote, start + 1)
        return Stretch(paragraph.id, start, start + len(quote))

    def twin(self) -> BitextId:
        """Another bitext of the same texts, all in one pair."""
        whole = self.whole
        sizes = [sum(len(one.sentences) for one in side.paragraphs) for side in (whole.source, whole.target)]
        sentences = ProposedLink(*(tuple(range(size)) for size in sizes))
        alignment = Alignment((ProposedLink((0, 1, 2), (0, 1, 2)),), (sentences,), "twin")
        return create_bitext(self.library, whole.bitext.source, whole.bitext.target, alignment)

    def mark(self, given: Given, *stretches: Stretch) -> AnnotationId:
        return marking.mark(self.library, self.id, stretches, given).annotations[0]


TEXTS = {
    "قالَ1": "قالَ الوزيرُ 😀 إن الانسحابَ كامل، قالَ الوزيرُ.",
    "وقف2": "وقف الوفد عند الباب.\nثم دخل.",
    "ذهب3": "ذهب الجميع 👩‍👩‍👧 إلى بيوتهم.",
    "said1": "The minister 😀 said the withdrawal is complete, said the minister.",
    "stopped2": "The delegation stopped at the door.",
    "stopped3": "Then it stopped again and went in.",
}


@pytest.fixture
def full(studio) -> Desk:
    """A library with annotations of every kind."""
    desk = Desk(studio, "a.db")
    library, bitext = desk.library, desk.id
    claim = attributes_from({"type": ["event"], "harm": ["people", "order"], "claimer": ["الوزيرُ"]})
    first = desk.mark(
        Given("claims", "claim", claim, "تعليق\nsecond line", AnnotationStatus.FINAL),
        desk.at(Side.SOURCE, 0, "الانسحابَ كامل"),
    )
    second = desk.mark(Given("claims", "claim"), desk.at(Side.TARGET, 0, "withdrawal is complete"))
    desk.mark(
        Given("mqm-core", "mistranslation", attributes_from({"severity": ["major"], "correction": ["x"]})),
        desk.at(Side.SOURCE, 1, "الباب.\nثم"),
        desk.at(Side.TARGET, 1, "door"),
        desk.at(Side.TARGET, 2, "again"),
    )
    place = desk.at(Side.TARGET, 0, "complete")
    marking.mark_gap(library, bitext, place.paragraph, place.start, Given("mqm-core", "omission"))
    marking.mark_pair(library, bitext, desk.whole.links[1].id, Given("mqm-core", "accuracy"))
    desk.mark(Given("entities", "person"), desk.at(Side.SOURCE, 0, "الوزيرُ", 1))
    relating.relate(library, bitext, first, second, "claims", "same", attributes_from({"sure": ["yes"]}))
    notes.add_note(library, bitext, desk.whole.links[0].id, "ملاحظة")
    note = desk.whole.notes[0]
    notes.reply(library, bitext, note.id, "answer")
    notes.add_note_on_mark(library, bitext, first, "on the mark")
    notes.add_note_on_document(library, bitext, desk.whole.bitext.target, "on the text")
    notes.resolve(library, bitext, note.id)
    # A mark whose words are gone.
    lost = desk.mark(Given("entities", "place"), desk.at(Side.TARGET, 2, "went in"))
    changed = desk.whole.target.paragraphs[2]
    edit_text(library, bitext, changed.id, "Then it stopped again.")
    assert any(one.id == lost and one.is_orphan for one in desk.whole.annotations)
    edit_text(library, bitext, changed.id, TEXTS["stopped3"])
    return desk


@pytest.fixture
def empty(studio) -> Desk:
    """Another library with the same texts."""
    return Desk(studio, "b.db")


def told(desk: Desk) -> dict[str, object]:
    """What is written on a bitext, without the library's numbers."""
    incoming = incoming_from(desk.whole)
    return {
        "annotations": {one.uid: one for one in incoming.annotations},
        "relations": {one.uid: one for one in incoming.relations},
        "notes": {one.uid: one for one in incoming.notes},
        "claims": {one.uid: one for one in incoming.claims},
        "spans": sorted(
            (
                one.uid,
                Layout(desk.whole).side_of(span),
                span.start,
                span.end,
                span.quote,
                span.prefix,
                span.suffix,
            )
            for one in desk.whole.annotations
            for span in one.spans
        ),
    }


def taken(desk: Desk, folder: Path, name: str) -> Path:
    out = folder / name
    take_out(desk.library, desk.id, out)
    return out


@pytest.mark.parametrize("name", ["out.json", "out.jsonld"])
def test_all_comes_into_another_library_and_back(full: Desk, empty: Desk, tmp_path: Path, name: str) -> None:
    done = bring_in_file(empty.library, empty.id, taken(full, tmp_path, name))
    assert told(empty) == told(full)
    assert (done.new, done.lost, done.notes, done.relations) == (7, 1, 4, 1)
    assert done.remarks == ()
    assert len(orphans(empty.library, empty.id)) == 1


@pytest.mark.parametrize("name", ["out.json", "out.jsonld", "out.brat.zip", "out.brat-both.zip"])
def test_bringing_in_again_changes_nothing(full: Desk, empty: Desk, tmp_path: Path, name: str) -> None:
    out = taken(full, tmp_path, name)
    bring_in_file(empty.library, empty.id, out)
    after = empty.drawn.state()
    again = bring_in_file(empty.library, empty.id, out)
    assert (again.new, again.changed, again.kept, again.notes, again.relations, again.claims) == (0,) * 6
    assert empty.drawn.state() == after
    home = full.drawn.state()
    into_itself = bring_in_file(full.library, full.id, out)
    assert (into_itself.new, into_itself.changed) == (0, 0)
    assert full.drawn.state() == home


@pytest.mark.parametrize("name", ["out.brat.zip", "out.brat-both.zip"])
def test_brat_holds_all_that_has_a_place(full: Desk, empty: Desk, tmp_path: Path, name: str) -> None:
    bring_in_file(empty.library, empty.id, taken(full, tmp_path, name))
    ours, theirs = told(full)["annotations"], told(empty)["annotations"]
    assert theirs == {uid: one for uid, one in ours.items() if not one.lost}


def test_it_is_one_step_to_undo(full: Desk, empty: Desk, tmp_path: Path) -> None:
    label_sets(empty.library)
    before = empty.drawn.state()
    bring_in_file(empty.library, empty.id, taken(full, tmp_path, "out.json"))
    after = empty.drawn.state()
    history.undo(empty.library, empty.id)
    assert empty.drawn.state() == before
    history.redo(empty.library, empty.id)
    assert empty.drawn.state() == after


def test_quotes_find_their_place_in_texts_that_were_corrected(
    full: Desk, empty: Desk, tmp_path: Path
) -> None:
    first, *_ = empty.whole.target.paragraphs
    edit_text(empty.library, empty.id, first.id, "Well, indeed: " + TEXTS["said1"])
    source = empty.whole.source.paragraphs[0]
    edit_text(
        empty.library, empty.id, source.id, TEXTS["قالَ1"].replace("إن الانسحابَ كامل", "إنّ الانسحاب كاملٌ")
    )
    done = bring_in_file(empty.library, empty.id, taken(full, tmp_path, "out.jsonld"))
    quotes = {one.label: [span.quote for span in one.spans] for one in empty.whole.annotations}
    assert quotes["person"] == ["الوزيرُ"]
    assert empty.whole.annotations[5].spans[0].start > 20, "the second of the two, by what stands around it"
    claims = [one.spans[0].quote for one in empty.whole.annotations if one.label == "claim"]
    assert claims == ["الانسحاب كاملٌ", "withdrawal is complete"]
    assert done.lost == 1


def test_what_has_no_place_is_kept_as_an_orphan(full: Desk, empty: Desk, tmp_path: Path) -> None:
    for side, number in ((Side.SOURCE, 0), (Side.TARGET, 0)):
        paragraph = empty.whole.text(side).paragraphs[number]
        edit_text(
            empty.library,
            empty.id,
            paragraph.id,
            "كلام آخر تماما" if side is Side.SOURCE else "Quite different words",
        )
    done = bring_in_file(empty.library, empty.id, taken(full, tmp_path, "out.json"))
    assert done.lost == len(orphans(empty.library, empty.id)) == 5
    assert {one.annotation.lost[0].quote for one in orphans(empty.library, empty.id)} >= {
        "الانسحابَ كامل",
        "الوزيرُ",
    }


def test_a_change_made_elsewhere_comes_and_one_made_here_stays(
    full: Desk, empty: Desk, tmp_path: Path
) -> None:
    bring_in_file(empty.library, empty.id, taken(full, tmp_path, "out.json"))
    first, second = empty.whole.annotations[:2]
    marking.set_comment(empty.library, empty.id, first.id, "changed by Sami")
    back = bring_in_file(full.library, full.id, taken(empty, tmp_path, "back.json"))
    assert (back.changed, back.kept, back.new) == (1, 0, 0)
    mine = full.whole.annotations[0]
    assert (mine.comment, mine.changed_by, mine.author) == ("changed by Sami", "Sami", "Rim")
    marking.set_comment(full.library, full.id, full.whole.annotations[1].id, "newer")
    again = bring_in_file(full.library, full.id, tmp_path / "back.json")
    assert (again.changed, again.kept) == (0, 1)
    assert full.whole.annotations[1].comment == "newer"
    assert second.comment == ""


def test_what_was_changed_in_brat_comes_back(full: Desk, tmp_path: Path) -> None:
    out = taken(full, tmp_path, "out.brat.zip")
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    lines = files["source-ar.ann"].replace("type T1 event", "type T1 causal")
    files["source-ar.ann"] = lines + "T90\tperson 0 4\tقالَ\nT91\tOdd_Thing 0 4\tقالَ\n"
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    done = bring_in_file(full.library, full.id, out)
    assert (done.changed, done.new) == (1, 2)
    changed = next(one for one in full.whole.annotations if one.label == "claim")
    assert changed.value("type") == "causal"
    assert changed.values("harm") == ("people", "order")
    fresh = {(one.label_set, one.label) for one in full.whole.annotations[-2:]}
    assert fresh == {("entities", "person"), ("imported", "Odd_Thing")}
    assert any("Odd_Thing" in remark for remark in done.remarks)
    assert label_sets(full.library)["imported"].label("Odd_Thing")
    assert bring_in_file(full.library, full.id, out).new == 0


def test_one_side_alone_does_not_touch_the_other(full: Desk, tmp_path: Path) -> None:
    out = taken(full, tmp_path, "out.brat.zip")
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path)
    before = told(full)
    done = bring_in_file(full.library, full.id, tmp_path / "target-en.ann")
    assert (done.new, done.changed) == (0, 0)
    assert told(full) == before


def test_another_bitext_of_the_library_gets_copies(full: Desk, tmp_path: Path) -> None:
    out = taken(full, tmp_path, "out.json")
    twin = full.twin()
    done = bring_in_file(full.library, twin, out)
    assert done.new == 7
    theirs = {one.uid for one in annotated_bitext(full.library, twin).annotations}
    assert theirs.isdisjoint(told(full)["annotations"])
    assert bring_in_file(full.library, twin, out).new == 0


def test_annotations_of_other_programs_are_found_by_their_quotes(empty: Desk, tmp_path: Path) -> None:
    page = [
        {
            "type": "Annotation",
            "body": {"purpose": "tagging", "value": "Person"},
            "target": {"selector": selector},
        }
        for selector in (
            {"type": "TextQuoteSelector", "exact": "الوزيرُ", "prefix": "، قالَ "},
            {"type": "TextQuoteSelector", "exact": "delegation stopped at the door.\n\nThen it"},
            {"type": "TextQuoteSelector", "exact": "said"},
            {"type": "TextQuoteSelector", "exact": "nowhere to be seen in here"},
        )
    ]
    (tmp_path / "page.jsonld").write_text(json.dumps(page), encoding="utf-8")
    done = bring_in_file(empty.library, empty.id, tmp_path / "page.jsonld")
    second, across, *_ = empty.whole.annotations
    assert (second.label_set, second.label, second.author) == ("entities", "person", "Sami")
    assert second.spans[0].start == TEXTS["قالَ1"].rindex("الوزيرُ")
    assert [span.quote for span in across.spans] == ["delegation stopped at the door.", "Then it"]
    assert done.lost == 2, "a quote that stands in several places, and one that stands nowhere"


def test_claims_come_with_their_mentions(full: Desk, empty: Desk, tmp_path: Path) -> None:
    first = full.whole.annotations[0]
    claim = Claim(
        ClaimId(1), "claim-1", full.id, "Rim", first.created_at, "Rim", first.created_at, "انسحاب", "withdrawal",
        AnnotationStatus.FINAL, attributes_from({"verdict": ["true"]}),
    )  # fmt: skip
    with full.library.database.write() as transaction:
        replace_claims(transaction, Replacement(inserted=(claim,)))
        replace_annotations(transaction, Replacement((first,), (replace(first, claim=claim.id),)))
    done = bring_in_file(empty.library, empty.id, taken(full, tmp_path, "out.jsonld"))
    assert done.claims == 1
    (theirs,) = empty.whole.claims
    assert (theirs.uid, theirs.english, theirs.status) == ("claim-1", "withdrawal", AnnotationStatus.FINAL)
    assert told(empty) == told(full)
    assert bring_in_file(empty.library, empty.id, tmp_path / "out.jsonld").claims == 0


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b"5", b'{"format": "taqabul-annotations"}']
)
def test_a_wrong_file_changes_nothing(empty: Desk, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    before = empty.drawn.state()
    with pytest.raises(UnreadableFile):
        bring_in_file(empty.library, empty.id, tmp_path / "x.json")
    assert {**empty.drawn.state(), "label_set": []} == {**before, "label_set": []}


def test_a_relation_to_another_bitext_is_tied_where_that_is_known(full: Desk, tmp_path: Path) -> None:
    twin = full.twin()
    far = marking.mark(
        full.library, twin, [full.at(Side.SOURCE, 0, "كامل")], Given("claims", "claim")
    ).annotations[0]
    near = full.whole.annotations[0]
    relating.relate(full.library, full.id, near.id, far, "claims", "repeats")
    out = taken(full, tmp_path, "out.jsonld")
    assert far in full.whole.elsewhere
    history.undo(full.library, full.id)
    assert bring_in_file(full.library, full.id, out).relations == 1
    assert {one.target for one in full.whole.relations} >= {far}


def test_what_a_file_says_twice_comes_once(full: Desk, empty: Desk, tmp_path: Path) -> None:
    out = taken(full, tmp_path, "out.jsonld")
    page = json.loads(out.read_text("utf-8"))
    page["first"]["items"] *= 2
    out.write_text(json.dumps(page), encoding="utf-8")
    bring_in_file(empty.library, empty.id, out)
    assert told(empty) == told(full)
