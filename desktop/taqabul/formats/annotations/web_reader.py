"""W3C Web Annotations back in: ours without loss, others' as far as they quote or count their places."""

from collections.abc import Iterator
from typing import Any

from taqabul.domain.annotation import AnnotationStatus, attributes_from
from taqabul.domain.errors import UnreadableFile
from taqabul.domain.language import Language, Side
from taqabul.formats.annotations import web_terms as term
from taqabul.formats.annotations.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingClaim,
    IncomingNote,
    IncomingRelation,
    Quoted,
)
from taqabul.formats.annotations.own_json import scrubbed
from taqabul.formats.annotations.words import moment

Object = dict[str, Any]


def read_web(data: object) -> Incoming:
    """What a file holds, from its JSON: a collection, a page, a list or one annotation. Raises UnreadableFile."""
    items = [one for one in _items(scrubbed(data)) if isinstance(one, dict)]
    if not items:
        raise UnreadableFile("The file holds no Web Annotation.", "Choose a JSON-LD file of annotations.")
    annotations, relations, notes, claims = [], [], [], []
    remarks = []
    for number, item in enumerate(items):
        address = str(item.get("id", ""))
        if uid := term.uid_of("relation", address):
            relations.append(_relation(item, uid))
        elif uid := term.uid_of("claim-described", address):
            claims.append(_claim(item, uid))
        elif address.startswith(term.iri("note", "")):
            notes.append(_note(item, term.uid_of("note", address)))
        elif (one := _annotation(item, address or f"#{number}")).spans or one.lost or one.uid:
            annotations.append(one)
        else:
            remarks.append(f"Annotation {address or number + 1} quotes no place in a text and was left out.")
    return Incoming(tuple(annotations), tuple(relations), tuple(notes), tuple(claims), (), tuple(remarks))


def _items(data: Any) -> Iterator[Any]:  # noqa: ANN401  (JSON)
    if isinstance(data, list):
        for one in data:
            yield from _items(one)
    elif isinstance(data, dict):
        if "target" in data:
            yield data
        for key in ("first", "items"):
            yield from _items(data.get(key))


def _annotation(item: Object, address: str) -> IncomingAnnotation:
    uid = term.uid_of("annotation", address)
    bodies = [_as_object(body) for body in _listed(item.get("body")) + _listed(item.get("bodyValue"))]
    label = _label(bodies)
    targets = [_as_object(target) for target in _listed(item.get("target"))]
    resources = [one for target in targets for one in _stretches(target)]
    comments = [_text(body) for body in bodies if _is_comment(body)]
    claim = next(
        (term.uid_of("claim", _address(body.get("source"))) for body in bodies if "source" in body), ""
    )
    return IncomingAnnotation(
        key=uid or address,
        uid=uid,
        label_set=_plain(label.get(term.LABEL_SET)),
        label=_plain(label.get(term.LABEL)) or _text(label) or _plain(item.get("motivation")),
        spans=tuple(quoted for lost, quoted in resources if not lost),
        on_pair=item.get(term.PLACE) == term.PAIR,
        lost=tuple(quoted for lost, quoted in resources if lost),
        attributes=attributes_from(_values(bodies)),
        comment="\n".join(filter(None, comments)),
        status=_status(item),
        author=_author(item),
        created_at=moment(_plain(item.get("created"))),
        changed_by=_plain(item.get(term.CHANGED_BY)),
        changed_at=moment(_plain(item.get("modified"))),
        claim=claim,
    )


def _relation(item: Object, uid: str) -> IncomingRelation:
    bodies = [_as_object(body) for body in _listed(item.get("body"))]
    label: Object = next((body for body in bodies if term.KIND in body), {})
    return IncomingRelation(
        uid=uid,
        label_set=_plain(label.get(term.LABEL_SET)),
        kind=_plain(label.get(term.KIND)),
        source=term.uid_of("annotation", _address(item.get(term.FROM))),
        target=term.uid_of("annotation", _address(item.get(term.TO))),
        attributes=attributes_from(_values(bodies)),
        author=_author(item),
        at=moment(_plain(item.get("created"))),
    )


def _note(item: Object, uid: str) -> IncomingNote:
    targets = _listed(item.get("target"))
    addresses = [_address(target) for target in targets]
    objects = [target for target in targets if isinstance(target, dict)]
    quoted = [one for target in objects for _, one in _stretches(target)]
    whole = [target for target in objects if "selector" not in target and term.SIDE in target]
    return IncomingNote(
        uid="" if uid.startswith("unnamed-") else uid,
        text="\n".join(_text(_as_object(body)) for body in _listed(item.get("body"))),
        annotation=next(filter(None, (term.uid_of("annotation", one) for one in addresses)), ""),
        pair=tuple(quoted),
        document=_side(whole[0]) if whole else None,
        thread=next(filter(None, (term.uid_of("note", one) for one in addresses)), ""),
        resolved=item.get(term.RESOLVED) is True,
        author=_author(item),
        at=moment(_plain(item.get("created"))),
    )


def _claim(item: Object, uid: str) -> IncomingClaim:
    bodies = [_as_object(body) for body in _listed(item.get("body"))]
    words = {_plain(body.get("language")): _text(body) for body in bodies if term.ATTRIBUTE not in body}
    return IncomingClaim(
        uid=uid,
        arabic=words.get(Language.ARABIC.value, ""),
        english=words.get(Language.ENGLISH.value, ""),
        status=_status(item),
        attributes=attributes_from(_values(bodies)),
        author=_author(item),
        created_at=moment(_plain(item.get("created"))),
        changed_by=_plain(item.get(term.CHANGED_BY)),
        changed_at=moment(_plain(item.get("modified"))),
    )


def _stretches(target: Object) -> Iterator[tuple[bool, Quoted]]:
    """The stretch that the selectors of a target tell, all of which mean the same place, and whether it is lost."""
    selectors = [*_selectors(target.get("selector"))]
    quote = next((one for one in selectors if one.get("type") == "TextQuoteSelector"), None)
    position = next((one for one in selectors if one.get("type") == "TextPositionSelector"), {})
    start, end = _number(position.get("start")), _number(position.get("end"))
    if quote is None and (start is None or end is None):
        return
    exact, prefix, suffix = (_plain((quote or {}).get(part)) for part in ("exact", "prefix", "suffix"))
    lost = target.get(term.LOST) is True
    if lost:
        start = _number(target.get(term.NEAR))
        end = None if start is None else start + len(exact)
    yield lost, Quoted(_side(_as_object(target.get("source"))), start, end, exact, prefix, suffix)


def _selectors(value: Any) -> Iterator[Object]:  # noqa: ANN401  (JSON)
    for one in _listed(value):
        if isinstance(one, dict):
            yield one
            yield from _selectors(one.get("refinedBy"))


def _side(source: Object) -> Side | None:
    told = _plain(source.get(term.SIDE))
    return Side(told) if told in {side.value for side in Side} else None


def _label(bodies: list[Object]) -> Object:
    for wanted in ({"classifying", "tagging"}, {"identifying"}):
        for body in bodies:
            if term.LABEL in body or (wanted & _purposes(body) and _text(body)):
                return body
    return {}


def _is_comment(body: Object) -> bool:
    purposes = _purposes(body)
    return term.ATTRIBUTE not in body and ("commenting" in purposes or not purposes) and bool(_text(body))


def _purposes(body: Object) -> set[str]:
    return {_plain(one) for one in _listed(body.get("purpose"))}


def _values(bodies: list[Object]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for body in bodies:
        if key := _plain(body.get(term.ATTRIBUTE)):
            values.setdefault(key, []).append(_text(body))
    return values


def _status(item: Object) -> AnnotationStatus:
    told = _plain(item.get(term.STATUS))
    known = {status.value for status in AnnotationStatus}
    return AnnotationStatus(told) if told in known else AnnotationStatus.DRAFT


def _author(item: Object) -> str:
    for one in _listed(item.get("creator")):
        name = one if isinstance(one, str) else one.get("name") if isinstance(one, dict) else ""
        if isinstance(name, str) and name:
            return name
    return ""


def _as_object(value: Any) -> Object:  # noqa: ANN401  (JSON)
    return value if isinstance(value, dict) else {"value": value} if isinstance(value, str) else {}


def _address(value: Any) -> str:  # noqa: ANN401  (JSON)
    return _plain(value.get("id")) if isinstance(value, dict) else _plain(value)


def _text(body: Object) -> str:
    return _plain(body.get("value"))


def _plain(value: Any) -> str:  # noqa: ANN401  (JSON)
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int | None:  # noqa: ANN401  (JSON)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _listed(value: Any) -> list[Any]:  # noqa: ANN401  (JSON)
    return value if isinstance(value, list) else [] if value is None else [value]
