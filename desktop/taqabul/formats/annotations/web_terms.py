"""The words of W3C Web Annotation that the writer and the reader share, and our own beside them."""

from typing import Final
from urllib.parse import quote, unquote

CONTEXT_IRI: Final = "http://www.w3.org/ns/anno.jsonld"
OURS: Final = {"taqabul": "urn:x-taqabul:terms#"}

LABEL_SET: Final = "taqabul:labelSet"
LABEL: Final = "taqabul:label"
ATTRIBUTE: Final = "taqabul:attribute"
STATUS: Final = "taqabul:status"
CHANGED_BY: Final = "taqabul:changedBy"
SIDE: Final = "taqabul:side"
PLACE: Final = "taqabul:place"
PAIR: Final = "pair"
LOST: Final = "taqabul:lost"
NEAR: Final = "taqabul:near"
FROM: Final = "taqabul:from"
TO: Final = "taqabul:to"
RESOLVED: Final = "taqabul:resolved"
KIND: Final = "taqabul:kind"

_PREFIX: Final = "urn:x-taqabul:"


def iri(kind: str, uid: str) -> str:
    """The IRI of an annotation, a relation, a note or a claim."""
    return f"{_PREFIX}{kind}:{quote(uid, safe='')}"


def uid_of(kind: str, address: object) -> str:
    """The uid that ``iri`` made the IRI of; empty where it is none of this kind."""
    text = str(address) if isinstance(address, str) else ""
    return unquote(text.removeprefix(f"{_PREFIX}{kind}:")) if text.startswith(f"{_PREFIX}{kind}:") else ""
