"""InterText: links between the elements of two XML texts that lie beside the file."""

import hashlib
from collections import Counter
from pathlib import Path
from typing import Final

from lxml import etree

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput, UnreadableFile
from taqabul.domain.files import BitextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats.linked_texts import NamedLink, linked
from taqabul.formats.raw import read_bytes
from taqabul.formats.safe_xml import local_name, parse_xml

_XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"


def read(path: Path, options: ImportOptions) -> BitextFile:  # noqa: ARG001 - XML says how it is encoded
    """Read a ``linkGrp`` and the two texts that it names, which must lie in its folder.

    Raises UnreadableFile, and InvalidInput with the place of the fault where a link is wrong.
    """
    data = read_bytes(path)
    root = parse_xml(data, path.name)
    group = next(root.iter("{*}linkGrp"), None)
    if group is None:
        raise UnreadableFile(
            f"“{path.name}” is XML without links between two texts.",
            "Of XML files, those of InterText (linkGrp), TMX and XLIFF are read.",
        )
    names = [group.get("fromDoc", ""), group.get("toDoc", "")]
    contents = [_beside(path, name) for name in names]
    lines = [(number, one) for number, one in enumerate(group.iter("{*}link"), start=1)]
    named = [_ids(number, one, path.name) for number, one in lines]
    texts = [
        _segments(parse_xml(content, name), {id_ for ids in named for id_ in ids[side]})
        for side, (content, name) in enumerate(zip(contents, names, strict=True))
    ]
    places = [{id_: at for at, (id_, _) in enumerate(side)} for side in texts]
    links = []
    for (number, one), ids in zip(lines, named, strict=True):
        for side in (0, 1):
            for id_ in ids[side]:
                if id_ not in places[side]:
                    raise InvalidInput(
                        f"Link {number:,} of “{path.name}” names “{id_}”, which “{names[side]}” does not have.",
                        "Put the very texts that were aligned beside the file.",
                    )
        ours, theirs = (tuple(places[side][id_] for id_ in ids[side]) for side in (0, 1))
        links.append(NamedLink(f"Link {number:,}", ours, theirs, _status(one)))
    return linked(
        path.name,
        hashlib.sha256(b"\0".join([data, *contents])).hexdigest(),
        ([text for _, text in texts[0]], [text for _, text in texts[1]]),
        [link for link in links if link.source or link.target],
        (names[0], names[1]),
        (f"The texts are those of “{names[0]}” and “{names[1]}”.",),
    )


def _status(link: "etree._Element") -> LinkStatus:
    """A link that a person made is confirmed; one with a bookmark only is to be looked at."""
    if link.get("status") == "man":
        return LinkStatus.CONFIRMED
    return LinkStatus.NEEDS_REVIEW if link.get("mark") == "1" else LinkStatus.PROPOSED


def _beside(path: Path, name: str) -> bytes:
    """A file in the same folder; a name that leads elsewhere is refused."""
    if not name or Path(name).name != name or "\\" in name:
        raise UnreadableFile(
            f"“{path.name}” names its text as “{name}”, which is no file beside it.",
            "Put both texts into its folder, and name them without a folder (fromDoc, toDoc).",
        )
    try:
        return read_bytes(path.with_name(name))
    except UnreadableFile as error:
        if not isinstance(error.__cause__, FileNotFoundError):
            raise
        raise UnreadableFile(
            f"“{path.name}” links a text that is not beside it: “{name}”.",
            "Put both texts that it names into its folder (fromDoc, toDoc).",
        ) from error


def _ids(number: int, link: "etree._Element", name: str) -> tuple[list[str], list[str]]:
    """The ids of a link on the side of ``fromDoc`` and on that of ``toDoc``, which stand first in it."""
    parts = link.get("xtargets", "").split(";")
    if len(parts) != 2:
        raise InvalidInput(
            f"Link {number:,} of “{name}” does not name its two sides.", 'It should read xtargets="1:1;1:1".'
        )
    return parts[1].split(), parts[0].split()


def _segments(root: "etree._Element", wanted: set[str]) -> list[tuple[str, str]]:
    """The segments of a text and their ids: the elements of the kind that links name."""
    kinds = Counter(one.tag for one in root.iter("{*}*") if _id(one) in wanted)
    kind = kinds.most_common(1)[0][0] if kinds else None
    found: dict[str, str] = {}
    for one in root.iter("{*}*"):
        if (one.tag == kind or _id(one) in wanted) and _id(one):
            found.setdefault(_id(one), "".join(map(str, one.itertext())))
    return list(found.items())


def _id(element: "etree._Element") -> str:
    return (element.get("id") or element.get(_XML_ID) or "") if local_name(element) else ""
