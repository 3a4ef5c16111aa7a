"""Columns of words and lines of errors, read by other people's readers."""

import csv
import io
import json
import zipfile
from dataclasses import replace

import conllu
import pytest
from openpyxl import load_workbook
from tests.formats.annotations.sample import (
    ANNOTATIONS,
    ARABIC,
    CLAIM,
    SOURCE,
    annotated,
    annotation,
    at,
    bare,
    gap,
    with_text,
)

from taqabul.domain.annotation import attributes_from
from taqabul.formats.annotations.conll import ConllWriter
from taqabul.formats.annotations.layout import Layout
from taqabul.formats.annotations.marot import COLUMNS, MarotWriter
from taqabul.formats.annotations.registry import WRITERS
from taqabul.formats.annotations.tokens import tokens


def written(writer, whole=None) -> bytes:
    out = io.BytesIO()
    writer.write(whole or annotated(), out)
    return out.getvalue()


# CoNLL


def sentences_of(side: str, whole=None) -> list[conllu.TokenList]:
    with zipfile.ZipFile(io.BytesIO(written(ConllWriter(), whole))) as archive:
        (name,) = (one for one in archive.namelist() if one.startswith(side))
        text = archive.read(name).decode()
    return list(conllu.parse_incr(io.StringIO(text)))


def tags(sentences: list[conllu.TokenList], column: str) -> list[tuple[str, str]]:
    return [(t["form"], t[column]) for s in sentences for t in s if t[column] != "O"]


def test_words_stand_at_their_code_points() -> None:
    for side, text in Layout(annotated()).texts.items():
        read = sentences_of(side)
        assert len(read) >= 4
        for token in (t for s in read for t in s):
            assert text.text[int(token["start"]) : int(token["end"])] == token["form"]
        forms = "".join(t["form"] for s in read for t in s)
        assert forms == "".join(text.text.split())


def test_labels_begin_go_on_and_overlap_in_another_column() -> None:
    source, target = sentences_of("source"), sentences_of("target")
    assert tags(source, "taqabul:claims") == [
        ("نطالب", "B-claim"),
        ("بالانسحاب", "I-claim"),
        ("الكامل", "I-claim"),
    ]
    assert tags(source, "taqabul:mqm") == [
        ("الكامل", "B-mistranslation"),
        ("»", "I-mistranslation"),
        ("😀", "I-mistranslation"),
    ]
    things = tags(source, "taqabul:my_u2e_things")
    assert things[1:3] == [("45", "B-place"), ("بغداد", "B-place")]
    assert tags(source, "taqabul:my_u2e_things-1") == [
        ("بغداد", "B-place"),
        (".", "I-place"),
        ("سطرٌ", "I-place"),
    ]
    assert tags(target, "taqabul:claims-1") == [(word, f"{'I' if n else 'B'}-claim") for n, word in enumerate(
        ["we", "ask", "for", "a", "withdrawal"]
    )]  # fmt: skip


def test_what_runs_on_into_another_sentence_begins_anew() -> None:
    whole = replace(annotated(), annotations=(annotation(20, "claims", "claim", at(12, "القاهرة، ثم حضر")),))
    assert [tag for _, tag in tags(sentences_of("source", whole), "taqabul:claims")] == [
        "B-claim", "I-claim", "B-claim", "I-claim",
    ]  # fmt: skip


def test_conll_losses_are_told() -> None:
    whole = replace(
        annotated(), annotations=(*ANNOTATIONS, annotation(20, "mqm", "mistranslation", at(21, "inist")))
    )
    told = ConllWriter().losses(whole)
    assert "1 stretch that begins or ends inside a word: the whole word is labelled." in told
    assert "1 discontinuous annotation: each stretch is labelled by itself." in told
    assert any(line.startswith("3 relations: ") for line in told)
    assert ConllWriter().losses(bare()) == []
    assert ("minister", "B-mistranslation") in tags(sentences_of("target", whole), "taqabul:mqm")


def test_a_bitext_without_annotations_has_words_only() -> None:
    assert all(
        set(token) == {"id", "form", "start", "end"} for s in sentences_of("source", bare()) for token in s
    )


def test_signs_are_tokens_of_their_own() -> None:
    text = "«نعم»، 3.5% 👩‍👩‍👧!"
    assert [text[a:b] for a, b in tokens(text)] == ["«", "نعم", "»", "،", "3.5", "%", "👩‍👩‍👧", "!"]


# Marot


def marot(whole=None) -> list[dict[str, str]]:
    text = written(MarotWriter(), whole).decode()
    assert text.endswith("\n")
    lines = text.split("\n")[:-1]
    assert lines[0] == "\t".join(COLUMNS)
    read = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {len(line) for line in read} == {10}
    return [dict(zip(COLUMNS, line, strict=True)) for line in read[1:]]


def test_an_error_is_a_line_with_its_words_marked() -> None:
    wrong, missing, whole_pair = marot()
    assert wrong["category"] == "Accuracy/Mistranslation"
    assert wrong["severity"] == "Major"
    assert "<v>الكامل» 😀</v>" in wrong["source"]
    assert "<v>a withdrawal</v>" in wrong["target"]
    assert "a <v></v>withdrawal" in missing["target"]
    assert "<v>" not in whole_pair["source"] + whole_pair["target"]
    assert (whole_pair["docSegId"], whole_pair["category"]) == ("2", "Accuracy")
    assert {line["globalSegId"] for line in marot()} == {"0"}


def test_the_metadata_are_json_with_token_spans() -> None:
    first = marot()[0]
    metadata = json.loads(first["metadata"])
    assert metadata["evaluation"]["source_language"] == "ar"
    assert metadata["note"] == "‘complete’ is lost"
    assert metadata["timestamp"] == 1772438400000
    assert metadata["corrected_translation"] == (
        "The minister 😀 said: “we ask for a complete withdrawal” today."
    )
    for side in ("source", "target"):
        every = metadata["segment"][f"{side}_tokens"]
        assert "".join(every) == first[side].replace("<v>", "").replace("</v>", "")
        splits = metadata["segment"][f"{side}_sentence_splits"]
        assert sum(one["num_tokens"] for one in splits) == len(every)
        ((begin, end),) = metadata[f"{side}_spans"]
        marked = "".join(every[begin : end + 1])
        assert marked in metadata["marked_text"]
    assert all("evaluation" not in json.loads(line["metadata"]) for line in marot()[1:])


def test_letters_keep_their_marks_in_one_token_and_emoji_their_parts() -> None:
    text = "طَالَبَ 👩🏽‍🚀 بِانْسِحَابٍ."
    metadata = json.loads(marot(with_text(bare(), 11, text))[0]["metadata"])
    assert metadata["segment"]["source_tokens"] == ["طَالَبَ", " ", "👩🏽‍🚀", " ", "بِانْسِحَابٍ", "."]


def test_what_was_missing_stands_between_spaces_in_the_corrected_translation() -> None:
    place = gap(21, "withdrawal")
    values = attributes_from({"correction": ["full"]})
    missing = annotation(1, "mqm", "mistranslation", place, attributes=values)
    (line,) = (
        one for one in marot(replace(annotated(), annotations=(missing,))) if one["rater"] == missing.author
    )
    corrected = json.loads(line["metadata"])["corrected_translation"]
    assert "a full withdrawal" in corrected


def test_each_format_says_how_many_annotations_it_writes() -> None:
    whole = annotated()
    for ending in (".json", ".jsonld", ".annotations.xlsx"):
        assert WRITERS[ending].held(whole) == len(ANNOTATIONS)
    assert WRITERS[".marot.tsv"].held(whole) == len([one for one in marot() if one["category"] != "no-error"])
    for kind in ("claims", "errors"):
        assert WRITERS[f".{kind}.csv"].held(whole) == WRITERS[f".{kind}.xlsx"].held(whole)
    lines = csv.reader(io.StringIO(written(WRITERS[".errors.csv"]).decode()))
    assert WRITERS[".errors.csv"].held(whole) == len(list(lines)) - 1
    assert WRITERS[".claimreview.jsonld"].held(whole) == sum(one.claim == CLAIM.id for one in ANNOTATIONS)
    placed = sum(bool(one.spans) or one.link is not None for one in ANNOTATIONS)
    for ending in (".brat.zip", ".xmi.zip", ".its.xlf"):
        assert WRITERS[ending].held(whole) == placed < len(ANNOTATIONS)
    assert 0 < WRITERS[".conll.zip"].held(whole) < placed
    assert not any(writer.held(bare()) for writer in WRITERS.values())


def test_a_confirmed_pair_without_an_error_says_so() -> None:
    lines = marot(replace(annotated(), annotations=()))
    assert [(line["category"], line["severity"], line["rater"]) for line in lines] == [
        ("no-error", "no-error", "Sami")
    ]
    told = MarotWriter().losses(replace(annotated(), annotations=()))
    assert any("2 pairs without an error that nobody confirmed" in line for line in told)


def test_tabs_and_line_ends_break_no_line() -> None:
    whole = with_text(annotated(), 22, 'a\tb\nc\r\n"d"\u2028e')
    line = next(one for one in marot(whole) if one["docSegId"] == "2")
    assert line["target"].startswith('a b c  "d" e')


# Tables


def table(ending: str, whole=None) -> list[dict[str, str]]:
    text = written(WRITERS[ending], whole).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_claims_are_a_table() -> None:
    first, second = table(".claims.csv")
    assert (first["uid"], first["mentions"], first["arabic"]) == ("claim-1", "2", CLAIM.arabic)
    assert first["source_mentions"] == "نطالب بالانسحاب الكامل"
    assert first["target_mentions"] == "we ask for a withdrawal"
    assert second["english"] == "'=HYPERLINK(1)"


def test_errors_are_a_table() -> None:
    wrong, missing, pair = table(".errors.csv")
    assert (wrong["category"], wrong["severity"], wrong["correction"]) == (
        "Accuracy/Mistranslation",
        "major",
        "a complete withdrawal",
    )
    assert (missing["place"], missing["target"], pair["place"], pair["row"]) == ("gap", "", "pair", "2")
    assert pair["source"] == ARABIC[1]


def sheets(whole=None):
    return load_workbook(io.BytesIO(written(WRITERS[".annotations.xlsx"], whole)))


def test_a_workbook_has_a_sheet_a_table_from_right_to_left() -> None:
    book = sheets()
    assert book.sheetnames == ["Claims", "Errors", "Annotations", "Relations"]
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    assert [len(list(sheet.rows)) for sheet in book] == [3, 4, 12, 4]
    english_first = replace(annotated(), source=annotated().target, target=annotated().source)
    assert not any(sheet.sheet_view.rightToLeft for sheet in sheets(english_first))


@pytest.mark.parametrize("kind", ["claims", "errors"])
def test_a_table_is_a_workbook_as_it_is_csv(kind: str) -> None:
    book = load_workbook(io.BytesIO(written(WRITERS[f".{kind}.xlsx"])))
    assert book.sheetnames == [kind.capitalize()]
    rows = [["" if cell is None else cell for cell in row] for row in book.active.iter_rows(values_only=True)]
    lines = list(csv.reader(io.StringIO(written(WRITERS[f".{kind}.csv"]).decode("utf-8-sig"))))
    # A cell of a workbook says itself that it is no formula; in CSV a mark before it does.
    assert rows == [[cell.removeprefix("'") for cell in line] for line in lines]
    assert WRITERS[f".{kind}.xlsx"].losses(annotated()) == WRITERS[f".{kind}.csv"].losses(annotated())


def test_rows_are_as_high_as_what_they_say() -> None:
    long = replace(ANNOTATIONS[0], comment="x" * 180)
    sheet = sheets(replace(annotated(), annotations=(long,)))["Annotations"]
    assert sheet.row_dimensions[2].height >= 10 * 15


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    hostile = replace(
        ANNOTATIONS[0], comment='=cmd|"/c calc"!A1', attributes=attributes_from({"=k": ["+1", "@x"]})
    )
    book = sheets(replace(annotated(), annotations=(hostile,)))
    cells = [cell for sheet in book for row in sheet.rows for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(cell.value == '=cmd|"/c calc"!A1' for cell in cells)


def test_a_workbook_holds_what_xml_cannot_and_long_texts() -> None:
    hostile = replace(ANNOTATIONS[0], comment="a\x00\x0b\ud800b" + "x" * 40_000)
    whole = replace(annotated(), annotations=(hostile,))
    out = io.BytesIO()
    assert WRITERS[".annotations.xlsx"].write(whole, out) == 3
    comment = load_workbook(out)["Annotations"]["I2"].value
    assert comment.startswith("a\ufffd\ufffd\ufffdb")
    assert len(comment) == 32_767
    assert any("32,767" in line for line in WRITERS[".annotations.xlsx"].losses(whole))


@pytest.mark.parametrize("ending", WRITERS)
def test_a_bitext_of_which_a_side_is_empty_is_written(ending: str) -> None:
    whole = bare()
    empty = replace(whole, target=replace(whole.target, paragraphs=()), links=(whole.links[2],))
    empty = replace(empty, source=replace(empty.source, paragraphs=(SOURCE[2],)))
    assert written(WRITERS[ending], empty)


@pytest.mark.parametrize("ending", WRITERS)
def test_nothing_is_lost_where_nothing_is_written(ending: str) -> None:
    assert [
        line for line in WRITERS[ending].losses(bare()) if "pair" not in line and "paragraph" not in line
    ] == []


@pytest.mark.parametrize("ending", WRITERS)
def test_each_loss_is_a_sentence_with_a_number(ending: str) -> None:
    for line in WRITERS[ending].losses(annotated()):
        number, _, rest = line.partition(" ")
        assert int(number) > 0
        assert ": " in rest
        assert line.endswith(".")
