"""What XLIFF 2.1 demands of a file, of the elements that we write: core, its ITS module's quality issues, metadata.

The schemas hold a file to some of it; what they leave to prose (ids, order, references) is here too.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from lxml import etree

XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
ITS = "http://www.w3.org/2005/11/its"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAME_TOKEN = re.compile(r"[\w.:·-]+")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
PREFIXED = re.compile(r"[^:\s]+:\S+")
YES_NO = {"yes", "no"}
DIRECTIONS = {"ltr", "rtl", "auto"}
STATES = {"initial", "translated", "reviewed", "final"}
# The values that ITS 2.0 gives for its data category.
ISSUES = {
    "terminology", "mistranslation", "omission", "untranslated", "addition", "duplication", "inconsistency",
    "grammar", "legal", "register", "locale-specific-content", "locale-violation", "style", "characters",
    "misspelling", "typographical", "formatting", "inconsistent-entities", "numbers", "markup", "pattern-problem",
    "whitespace", "internationalization", "length", "non-conformance", "uncategorized", "other",
}  # fmt: skip
# Attributes without a namespace that an element may have, and what each may say.
ATTRIBUTES: dict[str, dict[str, Callable[[str], object]]] = {
    "xliff": {"version": {"2.1"}.__contains__, "srcLang": LANGUAGE.fullmatch, "trgLang": LANGUAGE.fullmatch},
    "file": {
        "id": NAME_TOKEN.fullmatch,
        "original": bool,
        "canResegment": YES_NO.__contains__,
        "translate": YES_NO.__contains__,
        "srcDir": DIRECTIONS.__contains__,
        "trgDir": DIRECTIONS.__contains__,
    },
    "unit": {
        "id": NAME_TOKEN.fullmatch,
        "name": bool,
        "type": PREFIXED.fullmatch,
        "canResegment": YES_NO.__contains__,
        "translate": YES_NO.__contains__,
        "srcDir": DIRECTIONS.__contains__,
        "trgDir": DIRECTIONS.__contains__,
    },
    "notes": {},
    "note": {
        "id": NAME_TOKEN.fullmatch,
        "appliesTo": {"source", "target"}.__contains__,
        "category": bool,
        "priority": re.compile("[1-9]|10").fullmatch,
    },
    "segment": {
        "id": NAME_TOKEN.fullmatch,
        "canResegment": YES_NO.__contains__,
        "state": STATES.__contains__,
        "subState": lambda value: PREFIXED.fullmatch(value) and not value.startswith("xlf:"),
    },
    "source": {},
    "target": {"order": re.compile("[1-9][0-9]*").fullmatch},
    "cp": {"hex": re.compile("(?:[0-9A-Fa-f]{2})+").fullmatch},
    "mrk": {},
    "sm": {},
    "em": {"startRef": NAME_TOKEN.fullmatch},
}
ATTRIBUTES["mrk"] = ATTRIBUTES["sm"] = {
    "id": NAME_TOKEN.fullmatch,
    "translate": YES_NO.__contains__,
    "type": lambda value: value in {"generic", "comment", "term"} or PREFIXED.fullmatch(value),
    "ref": bool,
    "value": lambda _value: True,
}
NEEDED = {"xliff": ("version", "srcLang"), "file": ("id",), "unit": ("id",), "cp": ("hex",), "em": ("startRef",),
          "mrk": ("id",), "sm": ("id",)}  # fmt: skip
# What an element holds, in order, "t" for text; elements of modules stand first.
INLINE = "(?:t|mrk |sm |em |cp )*"
CONTENT = {
    "xliff": "(file )+", "file": "(notes )?(unit )+", "unit": "(notes )?(segment )+", "notes": "(note )+", "note": "t?",
    "segment": "source (target )?", "source": INLINE, "target": INLINE, "mrk": INLINE, "sm": "", "em": "", "cp": "",
}  # fmt: skip
WITH_TEXT = {"note", "source", "target", "mrk"}

Element = "etree._Element"


def broken_rules(root: Element) -> list[str]:
    """What a file does that it must not, each as a sentence; none for a good file."""
    rules = (_structure, _languages, _ids, _segments, _references, _markers, _escapes, _issues)
    return [told for rule in rules for told in rule(root)]


def name_of(element: Element) -> str:
    """An element's name where it is of XLIFF itself, else that with its namespace."""
    name = etree.QName(element)
    return name.localname if name.namespace == XLIFF else name.text


def of(element: Element, *names: str) -> Iterator[Element]:
    """All elements of these names inside one."""
    return element.iter(*(f"{{{XLIFF}}}{name}" for name in names))


def _structure(root: Element) -> Iterator[str]:
    if name_of(root) != "xliff":
        yield "the root is xliff"
    for one in root.iter(f"{{{XLIFF}}}*"):
        if name_of(one) in CONTENT:
            yield from _element(one, name_of(one))
        else:
            yield f"{name_of(one)} is no element that we write"


def _element(one: Element, name: str) -> Iterator[str]:
    for key, value in one.attrib.items():
        if key.startswith("{"):
            if not key.startswith((f"{{{ITS}}}", SPACE, LANG)):
                yield f"{key} is of no module that we use"
        elif not ATTRIBUTES[name].get(key, lambda _value: False)(value):
            yield f"{name} has no {key}={value!r}"
    yield from (f"{name} has {key}" for key in NEEDED.get(name, ()) if key not in one.attrib)
    if one.get(SPACE, "preserve") not in {"default", "preserve"}:
        yield "xml:space is default or preserve"
    if not re.fullmatch(CONTENT[name], _content(one)):
        yield f"{name} holds {CONTENT[name]!r}, not {_content(one)!r}"


def _content(element: Element) -> str:
    """What an element holds, as a word for each child and "t" for text; modules' elements only where they may not be."""
    told = "t" if (element.text or "").strip() or (element.text and name_of(element) in WITH_TEXT) else ""
    is_begun = False
    for child in element:
        if etree.QName(child).namespace == XLIFF:
            told, is_begun = told + f"{name_of(child)} ", True
        elif is_begun or name_of(element) not in {"file", "unit"}:
            told += f"{child.tag} "
        tail = child.tail or ""
        told += "t" if tail.strip() or (tail and name_of(element) in WITH_TEXT) else ""
    return told


def _languages(root: Element) -> Iterator[str]:
    if next(of(root, "target"), None) is not None and not root.get("trgLang"):
        yield "a file with targets has trgLang"
    for name, key in (("source", "srcLang"), ("target", "trgLang")):
        yield from (
            f"xml:lang of {name} is {key}"
            for one in of(root, name)
            if one.get(LANG) not in {None, root.get(key)}
        )


def _twice(ids: Iterable[str | None]) -> list[str]:
    return [id_ for id_, count in Counter(ids).items() if id_ is not None and count > 1]


def _ids(root: Element) -> Iterator[str]:
    yield from (f"two files have the id {id_}" for id_ in _twice(one.get("id") for one in of(root, "file")))
    for file in of(root, "file"):
        yield from (
            f"two units have the id {id_}" for id_ in _twice(one.get("id") for one in of(file, "unit"))
        )
        for group in file.iter(f"{{{METADATA}}}metadata"):
            ids = _twice(one.get("id") for one in group.iter(f"{{{METADATA}}}metaGroup"))
            yield from (f"two groups of metadata have the id {id_}" for id_ in ids)
    for unit in of(root, "unit"):
        yield from (
            f"two notes have the id {id_}" for id_ in _twice(one.get("id") for one in of(unit, "note"))
        )
        segments = [one.get("id") for one in of(unit, "segment")]
        in_source, in_target = (
            [one.get("id") for side in of(unit, name) for one in of(side, "mrk", "sm")]
            for name in ("source", "target")
        )
        for id_ in {*_twice([*segments, *in_source]), *_twice([*segments, *in_target])}:
            yield f"two elements of unit {unit.get('id')} have the id {id_}"


def _segments(root: Element) -> Iterator[str]:
    for unit in of(root, "unit"):
        segments = list(of(unit, "segment"))
        stands: list[int] = []
        for number, one in enumerate(segments, start=1):
            target = one.find(f"{{{XLIFF}}}target")
            if one.get("subState") and not one.get("state"):
                yield "subState goes with a state"
            if target is None and one.get("state", "initial") != "initial":
                yield "a segment without a target is in its initial state"
            stands.append(int((target.get("order") if target is not None else None) or number))
        if sorted(stands) != list(range(1, len(segments) + 1)):
            yield f"the targets of unit {unit.get('id')} stand each at a place of its own, not at {stands}"


def _references(root: Element) -> Iterator[str]:
    for unit in of(root, "unit"):
        notes = {f"#n={one.get('id')}" for one in of(unit, "note")}
        for one in of(unit, "mrk", "sm"):
            if one.get("type") == "comment" and (one.get("value") is None) == (one.get("ref") is None):
                yield "a comment has either a value or a reference"
            if one.get("type") == "comment" and one.get("ref", "") not in {"", *notes}:
                yield f"{one.get('ref')} is a note of the unit"
            if one.get("type") == "term" and {"value", "ref"} <= set(one.attrib):
                yield "a term has no value beside a reference"


def _markers(root: Element) -> Iterator[str]:
    for unit in of(root, "unit"):
        for name in ("source", "target"):
            begun: list[str | None] = []
            ended: list[str | None] = []
            for one in (each for side in of(unit, name) for each in of(side, "sm", "em")):
                if name_of(one) == "sm":
                    begun.append(one.get("id"))
                elif one.get("startRef") in begun:
                    ended.append(one.get("startRef"))
                else:
                    yield f"an em of unit {unit.get('id')} ends what begins before it"
            if Counter(begun) != Counter(ended):
                yield f"each sm of unit {unit.get('id')} has one em"


def _escapes(root: Element) -> Iterator[str]:
    for one in of(root, "cp"):
        if re.fullmatch("[0-9A-Fa-f]+", one.get("hex", "")) and _fits(int(one.get("hex", ""), 16)):
            yield "cp is for what XML cannot hold"


def _fits(code: int) -> bool:
    """Whether XML 1.0 may hold a character."""
    return code in {9, 10, 13} or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000


def _issues(root: Element) -> Iterator[str]:
    used = [one for one in root.iter() if any(key.startswith(f"{{{ITS}}}locQuality") for key in one.attrib)]
    if used and root.get(f"{{{ITS}}}version") != "2.0":
        yield "a file with words of ITS says which version of it"
    for one in used:
        if name_of(one) not in {"mrk", "sm"}:
            yield "quality issues stand on markers"
        if one.get("type", "generic") not in {"generic", "its:any", "its:its", "term", "comment"}:
            yield "a marker with a quality issue is of a type that may have one"
        yield from _issue(
            {key.partition("}")[2]: one.attrib[key] for key in one.attrib if key.startswith(f"{{{ITS}}}")}
        )
    for one in of(root, "mrk", "sm"):
        if one.get("type") == "its:any" and not any(key.startswith(f"{{{ITS}}}") for key in one.attrib):
            yield "a marker of ITS says something of ITS"


def _issue(told: dict[str, str]) -> Iterator[str]:
    if "locQualityIssuesRef" in told and len(told) > 1:
        yield "issues told elsewhere are not told here"
    if not {"locQualityIssuesRef", "locQualityIssueType", "locQualityIssueComment"} & told.keys():
        yield "an issue has a type or a comment"
    for key, value in told.items():
        if not ISSUE_WORDS.get(key, lambda _value: False)(value):
            yield f"an issue has no {key}={value!r}"


def _is_severity(value: str) -> bool:
    return re.fullmatch(r"[0-9]+(\.[0-9]+)?", value) is not None and float(value) <= 100


ISSUE_WORDS: dict[str, Callable[[str], object]] = {
    "locQualityIssuesRef": bool,
    "locQualityIssueType": ISSUES.__contains__,
    "locQualityIssueComment": lambda _value: True,
    "locQualityIssueSeverity": _is_severity,
    "locQualityIssueProfileRef": bool,
    "locQualityIssueEnabled": YES_NO.__contains__,
}
"""What may be said of an issue on a marker, and how."""
