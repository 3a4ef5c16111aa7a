"""Web Annotations: understood by a JSON-LD processor, brought back whole by our reader, lenient to others'."""

import io
import json
from dataclasses import replace

import pytest
from pyld import jsonld
from tests.formats.annotations.anno_context import AS, CONTEXT, OA
from tests.formats.annotations.sample import ANNOTATIONS, ARABIC, annotated, bare

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.language import Side
from taqabul.formats.annotations.incoming import Quoted
from taqabul.formats.annotations.layout import Layout
from taqabul.formats.annotations.own_incoming import incoming_from
from taqabul.formats.annotations.web_annotation import WebAnnotationWriter
from taqabul.formats.annotations.web_reader import read_web


def written(whole=None) -> dict:
    out = io.BytesIO()
    WebAnnotationWriter().write(whole or annotated(), out)
    return json.loads(out.getvalue())


def stand_in(url: str, options: object) -> dict:
    assert url == "http://www.w3.org/ns/anno.jsonld", "nothing else may be fetched"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": CONTEXT},
    }


@pytest.fixture(scope="module")
def items() -> list[dict]:
    """All annotations as a JSON-LD processor sees them, their terms expanded."""
    (collection,) = jsonld.expand(written(), {"documentLoader": stand_in})
    assert collection["@type"] == [f"{AS}OrderedCollection"]
    (page,) = collection[f"{AS}first"]
    found = page[f"{AS}items"][0]["@list"]
    assert len(found) == collection[f"{AS}totalItems"][0]["@value"]
    return found


def by_id(items: list[dict], ending: str) -> dict:
    return next(one for one in items if one["@id"].endswith(ending))


def values(node: dict, name: str) -> list:
    return [one.get("@value", one.get("@id")) for one in node.get(f"{OA}{name}", [])]


def test_every_annotation_has_what_the_model_demands(items: list[dict]) -> None:
    assert len(items) == 11 + 3 + 4 + 2
    for item in items:
        assert item["@type"] == [f"{OA}Annotation"]
        assert item[f"{OA}hasTarget"]
        assert values(item, "motivatedBy")[0].startswith(OA)


def test_positions_are_code_points_and_quotes_stand_there(items: list[dict]) -> None:
    texts = {side: text.text for side, text in Layout(annotated()).texts.items()}
    checked = 0
    for item in items:
        for target in item[f"{OA}hasTarget"]:
            selectors = target.get(f"{OA}hasSelector", [])
            positions = [one for one in selectors if f"{OA}start" in one]
            if not positions:
                continue
            (quote,) = (one for one in selectors if f"{OA}exact" in one)
            language = target[f"{OA}hasSource"][0]["http://purl.org/dc/elements/1.1/language"][0]["@value"]
            text = texts[Side.SOURCE if language == "ar" else Side.TARGET]
            (start,), (end,) = (values(positions[0], name) for name in ("start", "end"))
            assert text[start:end] == values(quote, "exact")[0]
            assert text[:start].endswith("".join(values(quote, "prefix")))
            assert text[end:].startswith("".join(values(quote, "suffix")))
            checked += 1
    assert checked > 20


def test_a_tie_across_the_languages_has_two_targets_and_directions(items: list[dict]) -> None:
    tie = by_id(items, "relation:rel-1")
    assert values(tie, "motivatedBy") == [f"{OA}linking"]
    sources = [one[f"{OA}hasSource"][0] for one in tie[f"{OA}hasTarget"]]
    assert [values(one, "textDirection") for one in sources] == [[f"{OA}rtlDirection"], [f"{OA}ltrDirection"]]
    assert len({one["@id"] for one in sources}) == 2


def test_an_error_is_assessed_and_its_correction_is_an_edit(items: list[dict]) -> None:
    error = by_id(items, "annotation:uid-3")
    assert values(error, "motivatedBy") == [f"{OA}assessing"]
    purposes = [values(body, "hasPurpose")[0].removeprefix(OA) for body in error[f"{OA}hasBody"]]
    assert purposes == ["tagging", "editing", "assessing", "commenting"]


def test_notes_comment_and_answers_reply(items: list[dict]) -> None:
    assert values(by_id(items, "note:note-1"), "motivatedBy") == [f"{OA}commenting"]
    answer = by_id(items, "note:note-2")
    assert values(answer, "motivatedBy") == [f"{OA}replying"]
    assert answer[f"{OA}hasTarget"][0]["@id"].endswith("note:note-1")


def test_all_comes_back_but_the_label_sets() -> None:
    ours = replace(incoming_from(annotated()), label_sets=())
    read = read_web(written())
    assert read.annotations == ours.annotations
    assert (read.relations, read.claims, read.remarks) == (ours.relations, ours.claims, ())
    assert read.notes == ours.notes


def test_losses_are_told_beforehand() -> None:
    assert [line.split(":")[0] for line in WebAnnotationWriter().losses(annotated())] == ["3 label sets"]
    lonely = replace(annotated(), elsewhere={})
    assert "1 relation to an unknown annotation: left out." in WebAnnotationWriter().losses(lonely)
    assert len(written(lonely)["first"]["items"]) == len(written()["first"]["items"]) - 1
    assert WebAnnotationWriter().losses(bare()) == []


def test_odd_ids_are_addresses(items: list[dict]) -> None:
    odd = replace(ANNOTATIONS[0], uid="a b/«ع»#?%41")
    data = written(replace(annotated(), annotations=(odd,), relations=(), notes=()))
    assert " " not in data["first"]["items"][0]["id"]
    assert data["first"]["items"][0]["id"].isascii()
    assert read_web(data).annotations[0].uid == odd.uid


def test_half_a_character_is_replaced_and_counted() -> None:
    out = io.BytesIO()
    whole = replace(
        annotated(), annotations=(replace(ANNOTATIONS[0], comment="a\udfff"),), relations=(), notes=()
    )
    assert WebAnnotationWriter().write(whole, out) == 1
    assert read_web(json.loads(out.getvalue())).annotations[0].comment == "a\ufffd"


def test_annotations_of_others_are_read_by_quote_and_position() -> None:
    others = [
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": "http://example.org/1",
            "type": "Annotation",
            "creator": "http://example.org/rim",
            "body": [{"type": "TextualBody", "purpose": "tagging", "value": "place"}, {"value": "why"}],
            "target": {
                "source": "http://example.org/text",
                "selector": {
                    "type": "FragmentSelector",
                    "value": "p1",
                    "refinedBy": {"type": "TextQuoteSelector", "exact": "بغداد", "prefix": "من "},
                },
            },
        },
        {
            "type": "Annotation",
            "bodyValue": "hm",
            "target": [{"selector": [{"type": "TextPositionSelector", "start": 0, "end": 4}]}],
        },
        {"type": "Annotation", "body": "nothing", "target": "http://example.org/page"},
    ]
    read = read_web(others)
    first, second = read.annotations
    assert (first.label, first.comment, first.author, first.uid) == (
        "place",
        "why",
        "http://example.org/rim",
        "",
    )
    assert first.spans == (Quoted(None, None, None, "بغداد", "من ", ""),)
    assert second.spans == (Quoted(None, 0, 4, "", "", ""),)
    assert second.comment == "hm"
    assert len(read.remarks) == 1


@pytest.mark.parametrize("data", [[], {}, 5, None, "x", {"items": [5]}, {"first": {"items": "x"}}])
def test_a_file_without_annotations_is_refused(data: object) -> None:
    with pytest.raises(UnreadableFile):
        read_web(data)


@pytest.mark.parametrize("odd", [5, "x", [], {}, None, True, [[]], {"type": 5}])
@pytest.mark.parametrize("field", ["body", "target", "creator", "motivation", "created", "id"])
def test_odd_fields_break_nothing(field: str, odd: object) -> None:
    item = written()["first"]["items"][0]
    read_web([{**item, field: odd}, written()["first"]["items"][11]])


@pytest.mark.parametrize("odd", [5, [], {}, None, [[]], ["x"]])
def test_odd_values_anywhere_break_nothing(odd: object) -> None:
    def broken(value: object, field: str) -> object:
        if isinstance(value, list):
            return [broken(one, field) for one in value]
        if isinstance(value, dict):
            return {key: odd if key == field else broken(one, field) for key, one in value.items()}
        return value

    def fields(value: object) -> set[str]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return set(value if isinstance(value, dict) else ()).union(*map(fields, inner))

    whole = written()
    for field in fields(whole) - {"first", "items", "target"}:
        assert read_web(broken(whole, field)).annotations


def test_arabic_is_written_as_it_is() -> None:
    out = io.BytesIO()
    WebAnnotationWriter().write(annotated(), out)
    assert ARABIC[1][:20].encode() in out.getvalue()
