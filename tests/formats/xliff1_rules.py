"""What the standard asks of a file of XLIFF 1.2, as far as we write it: elements, their order, attributes, ids."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"
STATES: Final = {
    *("new", "needs-translation", "needs-l10n", "needs-adaptation", "translated", "signed-off", "final"),
    *("needs-review-translation", "needs-review-l10n", "needs-review-adaptation"),
}
LANGUAGE: Final = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
# Element: what must stand in it as an expression over the names of its children, attributes it must have and may have.
GRAMMAR: Final = {
    "xliff": ("(file )+", {"version"}, {XML + "lang"}),
    "file": (
        "(header )?body ",
        {"original", "source-language", "datatype"},
        {"target-language", "tool-id", "date", "product-name", XML + "space"},
    ),
    "header": ("(note |tool )*", set(), set()),
    "tool": ("", {"tool-id", "tool-name"}, {"tool-version", "tool-company"}),
    "body": ("(trans-unit |group )*", set(), set()),
    "trans-unit": (
        "source (target )?(note )*",
        {"id"},
        {"approved", "translate", "resname", "restype", XML + "space"},
    ),
    "source": ("", set(), {XML + "lang"}),
    "target": ("", set(), {"state", "state-qualifier", XML + "lang"}),
    "note": ("", set(), {"from", "priority", "annotates", XML + "lang"}),
}
VALUES: Final = {
    ("xliff", "version"): re.compile(r"1\.2"),
    ("file", "source-language"): LANGUAGE,
    ("file", "target-language"): LANGUAGE,
    ("file", "datatype"): re.compile(r"plaintext|html|xml|x-.+"),
    ("trans-unit", "approved"): re.compile("yes|no"),
    ("trans-unit", XML + "space"): re.compile("default|preserve"),
    ("target", "state"): re.compile("|".join(sorted(STATES)) + "|x-.+"),
    ("note", "priority"): re.compile(r"[1-9]|10"),
    ("note", "annotates"): re.compile("source|target|general"),
}


def broken_rules(root: "etree._Element") -> list[str]:
    """What is wrong with a file, a sentence each."""
    return [*_elements(root), *_names(root)]


def _elements(root: "etree._Element") -> Iterator[str]:
    for one in root.iter("*"):
        name = etree.QName(one).localname
        if etree.QName(one).namespace != NAMESPACE or name not in GRAMMAR:
            yield f"no such element: {one.tag}"
            continue
        inside, needed, possible = GRAMMAR[name]
        children = "".join(f"{etree.QName(child).localname} " for child in one)
        if not re.fullmatch(inside, children):
            yield f"{name} holds {children or 'nothing'}"
        there = set(one.keys())
        missing, strange = needed - there, there - needed - possible
        yield from (f"{name} wants {attribute}" for attribute in missing)
        yield from (f"{name} knows no {attribute}" for attribute in strange)
        for attribute, value in one.items():
            allowed = VALUES.get((name, attribute))
            if allowed is not None and not allowed.fullmatch(value):
                yield f"{name}/@{attribute} cannot be “{value}”"
        if inside and ((one.text or "").strip() or any((child.tail or "").strip() for child in one)):
            yield f"{name} holds no text"


def _names(root: "etree._Element") -> Iterator[str]:
    for file in root.iter(f"{{{NAMESPACE}}}file"):
        ids = [one.get("id") for one in file.iter(f"{{{NAMESPACE}}}trans-unit")]
        if len(ids) != len(set(ids)):
            yield "an id twice in one file"
        tools = {one.get("tool-id") for one in file.iter(f"{{{NAMESPACE}}}tool")}
        if file.get("tool-id") not in {None, *tools}:
            yield "a tool that the header does not name"
        languages = {"source": file.get("source-language"), "target": file.get("target-language")}
        for side, language in languages.items():
            said = {one.get(XML + "lang") for one in file.iter(f"{{{NAMESPACE}}}{side}")}
            if said - {None, language}:
                yield f"a {side} in another language than its file's"
