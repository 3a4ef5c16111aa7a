"""What we write as Web Annotations keeps the model's rules; and the rules see what breaks them."""

import io
import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.annotations.sample import ANNOTATIONS, CLAIM, annotated, bare
from tests.formats.annotations.web_rules import broken_rules

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.formats.annotations.web_annotation import WebAnnotationWriter


def written(whole: AnnotatedBitext) -> dict[str, Any]:
    out = io.BytesIO()
    WebAnnotationWriter().write(whole, out)
    return dict(json.loads(out.getvalue()))


@pytest.mark.parametrize(
    "whole",
    [
        annotated(),
        bare(),
        replace(annotated(), elsewhere={}, label_sets={}),
        replace(annotated(), claims=(replace(CLAIM, arabic="", english="", attributes=()),)),
    ],
    ids=["everything", "nothing", "without what stands elsewhere", "a claim without words"],
)
def test_what_is_written_keeps_them(whole: AnnotatedBitext) -> None:
    assert broken_rules(written(whole)) == []


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=20), st.text(min_size=1, max_size=20))
def test_whatever_is_said(comment: str, uid: str) -> None:
    one = replace(ANNOTATIONS[0], comment=comment, uid=uid, author=comment, changed_by=comment)
    assert broken_rules(written(replace(annotated(), annotations=(one,), relations=(), notes=()))) == []


def put(data: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy with something else at a place; ``...`` takes it away."""
    made = deepcopy(data)
    *way, last = (int(part) if part.isdecimal() else part for part in path.split("/"))
    at: Any = made
    for part in way:
        at = at[part]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return made


ITEM = "first/items/0/"
BODY, TARGET = ITEM + "body/0/", ITEM + "target/0/"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("@context", ...),
        ("@context", "http://example.org"),
        ("@context", ["http://www.w3.org/ns/anno.jsonld"]),
        ("id", ...),
        ("id", "no iri"),
        ("type", "Collection"),
        ("total", 3),
        ("total", "20"),
        ("first", ...),
        ("last", ...),
        ("label", ...),
        ("first/id", ...),
        ("first/type", "Annotation"),
        ("first/startIndex", -1),
        ("first/partOf", ...),
        ("first/items", {}),
        (ITEM + "id", ...),
        (ITEM + "id", ["urn:a:b"]),
        ("first/items/1/id", "urn:x-taqabul:annotation:uid-1"),
        (ITEM + "type", "annotation"),
        (ITEM + "target", ...),
        (ITEM + "target", []),
        (ITEM + "target", [5]),
        (ITEM + "bodyValue", "hm"),
        (ITEM + "motivation", "loving"),
        (ITEM + "created", "2026-01-01T00:00:00+02:00"),
        (ITEM + "created", "2026-01-32T00:00:00Z"),
        (ITEM + "modified", ["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"]),
        (ITEM + "creator/type", "Human"),
        (ITEM + "creator/name", 5),
        (ITEM + "rights", "mine"),
        (BODY + "value", ...),
        (BODY + "value", ["a", "b"]),
        (BODY + "type", "Text"),
        (BODY + "purpose", "hm"),
        (BODY + "format", "plain"),
        (BODY + "language", "a b"),
        (BODY + "textDirection", "up"),
        (ITEM + "body/0", {"type": "Image"}),
        (TARGET + "purpose", "tagging"),
        (TARGET + "source", ...),
        (TARGET + "source", ["urn:a:b"]),
        (TARGET + "source/id", ...),
        (TARGET + "source/textDirection", "RTL"),
        (TARGET + "selector/0/type", "PositionSelector"),
        (TARGET + "selector/0/start", ...),
        (TARGET + "selector/0/start", "0"),
        (TARGET + "selector/0/start", -1),
        (TARGET + "selector/0/start", 1_000_000),
        (TARGET + "selector/0/end", ...),
        (TARGET + "selector/1/exact", ...),
        (TARGET + "selector/1/exact", ["a"]),
        (TARGET + "selector/1/prefix", 5),
        (TARGET + "selector/1/suffix", ["a", "b"]),
        (TARGET + "selector/1", {"type": "FragmentSelector"}),
        (TARGET + "selector/1", {"type": "RangeSelector", "startSelector": {"type": "CssSelector", "value": "p"}}),
        (TARGET + "selector/1", {"type": "XPathSelector", "value": "p", "refinedBy": {"type": "TextQuoteSelector"}}),
        (TARGET + "state/type", "State"),
        (TARGET + "state/sourceDate", "yesterday"),
        (TARGET + "state/sourceDateStart", "2026-01-01T00:00:00Z"),
    ],
)  # fmt: skip
def test_what_is_broken_is_seen(path: str, value: Any) -> None:
    assert broken_rules(put(written(annotated()), path, value))
