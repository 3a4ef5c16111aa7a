"""Files as accidents and strangers make them of good ones: bytes lost, doubled, exchanged, put in; archives likewise inside."""

import io
import json
import zipfile
from copy import deepcopy
from random import Random
from typing import Any

from lxml import etree

TOKENS = [
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xd8\x00", b"<", b">", b"&", b"&#0;", b"&#xd800;", b"&lol;", b"]]>", b"<!--", b"-->",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<![CDATA[", b"<?xml version='1.0' encoding='utf-16'?>", b"<a>" * 300, b"<div>" * 2000,
    b"{" * 3000, b"}", b"\\", b"\\u-1?", b"\\u55357?", b"\\bin99999999999 ", b"\\'", b"\\'zz", b"\\ansicpg99999", b"\\uc-7", b"\\fcharset9999",
    b"9" * 400, b"-1", b"\r\r\n\n", b"00:00:01,000 --> 00:00:00,000\n", b"99999:99:99,999 --> ", b"---\n", b"| --- |\n", b"> " * 400,
    b"- " * 300, b"[" * 3000, b"*" * 500, b"`" * 99, b"../../../etc/passwd", b"\xe2\x80\xae", b"charset=utf-7", b"=\r\n", b"\n--",
]  # fmt: skip
"""What trips readers of one format or another."""


TEXTS = ["", " ", "\n", "-1", "9" * 30, "نص", "text", "\u200f", "1:1;1:1;1:1", "ar", "fr", "yes"]


def mutated(data: bytes, random: Random) -> bytes:
    """A file with one to eight things done to it; in an archive, mostly to what its members hold."""
    if data.startswith(b"PK") and random.random() < 0.8:
        return _archive(data, random)
    if data.startswith(b"<") and random.random() < 0.5:
        return _tree(data, random)
    if data.startswith((b"{", b"[")) and random.random() < 0.7:
        return _json(data, random)
    for _ in range(random.randint(1, 8)):
        data = _once(data, random)
    return data


def _once(data: bytes, random: Random) -> bytes:
    start = random.randint(0, len(data))
    end = min(len(data), start + random.choice([1, 2, 8, 64, 1024]))
    match random.randrange(6):
        case 0:
            return data[:start] + data[end:]
        case 1:
            return data[:start] + data[start:end] * random.choice([2, 3, 20]) + data[end:]
        case 2:
            return data[:start] + random.choice(TOKENS) + data[start:]
        case 3:
            return data[:start] + random.choice(TOKENS) + data[end:]
        case 4:
            return data[:start] + random.randbytes(end - start) + data[end:]
        case _:
            return data[:start] if random.random() < 0.3 else data[end:] + data[:start] + data[start:end]


def _tree(data: bytes, random: Random) -> bytes:
    """XML that stays well-formed: elements lost, doubled, moved and renamed, attributes and texts of others."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return _once(data, random)  # HTML
    for _ in range(random.randint(1, 6)):
        elements = [one for one in root.iter("*") if one is not root]
        if not elements:
            break
        one, other = random.choice(elements), random.choice(elements)
        match random.randrange(6):
            case 0:
                one.getparent().remove(one)
            case 1:
                one.addnext(deepcopy(other))
            case 2:
                one.append(deepcopy(other))
            case 3:
                one.tag = other.tag
            case 4:
                one.text, one.tail = random.choice(TEXTS), random.choice(TEXTS)
            case _:
                holder = random.choice([root, one])
                for name in random.sample(sorted(holder.attrib), min(len(holder.attrib), 1)):
                    holder.set(name, random.choice([*TEXTS, *other.attrib.values()]))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _json(data: bytes, random: Random) -> bytes:
    """JSON that stays JSON, or one line of JSON Lines: values lost, doubled, exchanged for others."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    try:
        whole = json.loads(data)
    except ValueError:
        try:
            lines[at] = json.dumps(_changed_value(json.loads(lines[at]), random), ensure_ascii=False).encode(
                errors="surrogatepass"
            )
        except ValueError:
            return _once(data, random)
        return b"\n".join(lines)
    return json.dumps(_changed_value(whole, random)).encode()


def _changed_value(whole: Any, random: Random) -> Any:
    strange = [None, True, -1, 10**30, 1e308, float("nan"), [], {}, [[]], {"": {}}, "\ud83d", "\0", *TEXTS]
    for _ in range(random.randint(1, 5)):
        holders = [one for one in _values(whole) if isinstance(one, dict | list) and one]
        if not holders:
            break
        holder, other = random.choice(holders), random.choice(holders)
        key = random.choice([*holder] if isinstance(holder, dict) else range(len(holder)))
        theirs = random.choice([*other.values()] if isinstance(other, dict) else other)
        match random.randrange(5):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, list):
                holder.insert(key, deepcopy(holder[key]))
            case 2:
                holder[key] = deepcopy(theirs)
            case 3 if isinstance(holder, dict):
                holder[random.choice([*TEXTS, *map(str, other)])] = deepcopy(theirs)
            case _:
                holder[key] = deepcopy(random.choice(strange))
    return whole


def _values(value: Any) -> list[Any]:
    """A value and all that it holds."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(held for one in inner for held in _values(one))]


def _archive(data: bytes, random: Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        members = old.namelist()
        hit = set(random.sample(members, random.randint(1, min(3, len(members)))))
        for member in members:
            content = old.read(member)
            name = member
            if member in hit:
                match random.randrange(8):
                    case 0:
                        continue
                    case 1:
                        name = random.choice(["../../" + member, member.upper(), "a\\b", "/etc/passwd"])
                    case 2:
                        content = old.read(random.choice(members))
                    case 3 | 4 if content.lstrip().startswith(b"<"):
                        content = _tree(content, random)
                    case _:
                        for _ in range(random.randint(1, 6)):
                            content = _once(content, random)
            if name in new.namelist():
                continue
            new.writestr(name, content, random.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    return out.getvalue()
