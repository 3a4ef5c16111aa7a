"""What the W3C Web Annotation Data Model demands of a collection of annotations, class by class.

It is held against the JSON as it is written, for the model also says what may be one value and what a list.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

Object = dict[str, Any]
Rule = Callable[[Object], Iterator[str]]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
UTC_MOMENT = re.compile(r"\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
SELECTORS = {
    "FragmentSelector", "CssSelector", "XPathSelector", "TextQuoteSelector", "TextPositionSelector",
    "DataPositionSelector", "SvgSelector", "RangeSelector",
}  # fmt: skip


def broken_rules(collection: Object) -> list[str]:
    """What a collection does that it must not, each as a sentence; none for a good one."""
    return list(_collection(collection))


def some(value: object) -> list[Any]:
    """The values of a property: none, one, or a list of them."""
    return [] if value is None else value if isinstance(value, list) else [value]


def _one(node: Object, key: str, fits: Callable[[Any], object], *, needed: bool = False) -> Iterator[str]:
    """The rule that there is at most one value, exactly one where it is ``needed``, and that it is of a kind."""
    if key not in node:
        if needed:
            yield f"{_kind(node)} has {key}"
    elif isinstance(node[key], list) or not fits(node[key]):
        yield f"{key} of {_kind(node)} is not {node[key]!r}"


def _each(node: Object, key: str, fits: Callable[[Any], object], *, least: int = 0) -> Iterator[str]:
    """The rule that all values are of a kind, and that there are so many at least."""
    values = some(node.get(key))
    if len(values) < least:
        yield f"{_kind(node)} has {key}"
    yield from (f"{key} of {_kind(node)} is not {value!r}" for value in values if not fits(value))


def _kind(node: Object) -> str:
    return "/".join(map(str, some(node.get("type")))) or "a node without a type"


def _is_iri(value: object) -> bool:
    return isinstance(value, str) and bool(IRI.fullmatch(value))


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_moment(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(UTC_MOMENT.fullmatch(value) and datetime.fromisoformat(value))
    except ValueError:
        return False


def _collection(node: Object) -> Iterator[str]:
    yield from _context(node)
    yield from _one(node, "id", _is_iri, needed=True)
    yield from _of_type(node, "AnnotationCollection")
    yield from _each(node, "label", _is_text, least=1)
    yield from _one(node, "total", _is_count, needed=True)
    yield from _one(node, "first", lambda value: _is_iri(value) or isinstance(value, dict), needed=True)
    yield from _one(node, "last", lambda value: _is_iri(value) or isinstance(value, dict), needed=True)
    yield from _signed(node)
    page = node.get("first")
    if isinstance(page, dict):
        yield from _page(page, node)


def _context(node: Object) -> Iterator[str]:
    contexts = some(node.get("@context"))
    if CONTEXT not in contexts:
        yield f"@context has {CONTEXT}"
    if len(contexts) == 1 and not isinstance(node["@context"], str):
        yield "a single @context is a string"


def _of_type(node: Object, wanted: str) -> Iterator[str]:
    if wanted not in some(node.get("type")):
        yield f"a node is of the type {wanted}"


def _page(node: Object, collection: Object) -> Iterator[str]:
    yield from _one(node, "id", _is_iri, needed=True)
    yield from _of_type(node, "AnnotationPage")
    yield from _one(node, "startIndex", _is_count)
    within = node.get("partOf")
    if (within.get("id") if isinstance(within, dict) else within) != collection.get("id"):
        yield "a page is part of its collection"
    items = node.get("items")
    if not isinstance(items, list):
        yield "the items of a page are a list"
        return
    if "next" not in node and len(items) + node.get("startIndex", 0) != collection.get("total"):
        yield "a collection tells how many annotations there are"
    ids = [str(one.get("id")) for one in items]
    if len(set(ids)) < len(ids):
        yield "two annotations have one id"
    for one in items:
        yield from _annotation(one)


def _annotation(node: Object) -> Iterator[str]:
    yield from _one(node, "id", _is_iri, needed=True)
    yield from _of_type(node, "Annotation")
    yield from _each(node, "target", lambda value: _is_iri(value) or isinstance(value, dict), least=1)
    yield from _each(node, "body", lambda value: _is_iri(value) or isinstance(value, dict))
    yield from _one(node, "bodyValue", _is_text)
    if {"body", "bodyValue"} <= node.keys():
        yield "an annotation has no bodyValue beside a body"
    yield from _each(node, "motivation", MOTIVATIONS.__contains__, least=1)
    yield from _signed(node)
    for key in ("body", "target"):
        for one in some(node.get(key)):
            if isinstance(one, dict):
                yield from _resource(one, is_body=key == "body")


def _signed(node: Object) -> Iterator[str]:
    for key in ("created", "modified", "generated"):
        yield from _one(node, key, _is_moment)
    yield from _one(node, "canonical", _is_iri)
    yield from _each(node, "via", _is_iri)
    yield from _each(node, "rights", _is_iri)
    for key in ("creator", "generator"):
        yield from _each(node, key, lambda value: _is_iri(value) or isinstance(value, dict))
        for one in some(node.get(key)):
            if isinstance(one, dict):
                yield from _agent(one)


def _agent(node: Object) -> Iterator[str]:
    yield from _one(node, "id", _is_iri)
    yield from _each(node, "type", {"Person", "Organization", "Software"}.__contains__, least=1)
    yield from _each(node, "name", _is_text)
    yield from _one(node, "nickname", _is_text)


def _resource(node: Object, *, is_body: bool) -> Iterator[str]:
    """A body or a target: words that it holds itself, a part of something, or something elsewhere."""
    if "purpose" in node and not is_body:
        yield "a purpose is of a body"
    yield from _each(node, "purpose", MOTIVATIONS.__contains__)
    if "TextualBody" in some(node.get("type")) or ("value" in node and "source" not in node):
        yield from _textual(node)
    elif "SpecificResource" in some(node.get("type")) or "source" in node:
        yield from _specific(node)
    else:
        yield from _one(node, "id", _is_iri, needed=True)
    yield from _described(node)


def _described(node: Object) -> Iterator[str]:
    yield from _each(node, "format", lambda value: isinstance(value, str) and MEDIA_TYPE.fullmatch(value))
    yield from _each(node, "language", lambda value: isinstance(value, str) and LANGUAGE.fullmatch(value))
    yield from _one(node, "textDirection", {"ltr", "rtl", "auto"}.__contains__)
    yield from _one(node, "processingLanguage", LANGUAGE.fullmatch)


def _textual(node: Object) -> Iterator[str]:
    yield from _one(node, "id", _is_iri)
    yield from _of_type(node, "TextualBody")
    yield from _one(node, "value", _is_text, needed=True)


def _specific(node: Object) -> Iterator[str]:
    yield from _one(node, "id", _is_iri)
    yield from _of_type(node, "SpecificResource")
    yield from _one(node, "source", lambda value: _is_iri(value) or isinstance(value, dict), needed=True)
    if isinstance(node.get("source"), dict):
        yield from _one(node["source"], "id", _is_iri, needed=True)
        yield from _described(node["source"])
    for one in some(node.get("selector")):
        yield from [*_selector(one)] if isinstance(one, dict) else ["a selector is a node"]
    for one in some(node.get("state")):
        yield from [*_state(one)] if isinstance(one, dict) else ["a state is a node"]


def _selector(node: Object) -> Iterator[str]:
    kinds = [one for one in some(node.get("type")) if one in SELECTORS]
    if len(kinds) != 1:
        yield f"{_kind(node)} is one kind of selector"
        return
    yield from _SELECTOR_RULES.get(kinds[0], _of_value)(node)
    for one in some(node.get("refinedBy")):
        yield from _selector(one) if one.get("type") in SELECTORS else _state(one)


def _of_value(node: Object) -> Iterator[str]:
    yield from _one(node, "value", _is_text, needed=True)


def _of_fragment(node: Object) -> Iterator[str]:
    yield from _of_value(node)
    yield from _one(node, "conformsTo", _is_iri)


def _of_quote(node: Object) -> Iterator[str]:
    yield from _one(node, "exact", _is_text, needed=True)
    yield from _one(node, "prefix", _is_text)
    yield from _one(node, "suffix", _is_text)


def _of_position(node: Object) -> Iterator[str]:
    yield from _one(node, "start", _is_count, needed=True)
    yield from _one(node, "end", _is_count, needed=True)
    if all(_is_count(node.get(key)) for key in ("start", "end")) and node["start"] > node["end"]:
        yield "a stretch begins before it ends"


def _of_range(node: Object) -> Iterator[str]:
    for key in ("startSelector", "endSelector"):
        yield from _one(node, key, lambda value: isinstance(value, dict), needed=True)
        if isinstance(node.get(key), dict):
            yield from _selector(node[key])


_SELECTOR_RULES: dict[str, Rule] = {
    "TextQuoteSelector": _of_quote,
    "TextPositionSelector": _of_position,
    "DataPositionSelector": _of_position,
    "FragmentSelector": _of_fragment,
    "RangeSelector": _of_range,
}


def _state(node: Object) -> Iterator[str]:
    kind = node.get("type")
    if kind == "HttpRequestState":
        yield from _one(node, "value", _is_text, needed=True)
    elif kind != "TimeState":
        yield f"{kind} is a kind of state"
        return
    yield from _each(node, "sourceDate", _is_moment)
    for key in ("sourceDateStart", "sourceDateEnd"):
        yield from _one(node, key, _is_moment)
    if "sourceDate" in node and {"sourceDateStart", "sourceDateEnd"} & node.keys():
        yield "a state has one moment or a time, not both"
    if len({"sourceDateStart", "sourceDateEnd"} & node.keys()) == 1:
        yield "a time has a beginning and an end"
    yield from _each(node, "cached", _is_iri)
