"""What is written as XLIFF 1.2 keeps the standard's rules, whatever is in it; and the rules see what breaks them."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.formats.test_writers import HEADER, ROW
from tests.formats.test_xliff2_rules import TEXTS
from tests.formats.xliff1_rules import broken_rules

from taqabul.domain.bitext import LinkStatus
from taqabul.formats.rows import ExportRow
from taqabul.formats.xliff1 import Xliff1Writer


def written(rows: list[ExportRow]) -> bytes:
    out = io.BytesIO()
    Xliff1Writer().write(iter(rows), out, HEADER)
    return out.getvalue()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(LinkStatus), st.lists(TEXTS, max_size=2), TEXTS)))
def test_pairs_keep_them(told: list[tuple[str, str, LinkStatus, list[str], str]]) -> None:
    rows = [
        ROW._replace(
            id=str(id_), source=source, target=target, status=status, notes=tuple(notes), reason=reason
        )
        for id_, (source, target, status, notes, reason) in enumerate(told)
    ]
    assert broken_rules(etree.fromstring(written(rows))) == []


WRONG = [
    ('version="1.2"', 'version="1.1"'),
    (' original="', ' title="'),
    ('datatype="plaintext"', 'datatype="text"'),
    ('source-language="ar"', 'source-language="a_r"'),
    ('source-language="ar"', 'source-language="en"'),
    ('id="7"', 'id="8"'),
    ('id="7" ', ""),
    ('approved="yes"', 'approved="1"'),
    ('state="signed-off"', 'state="confirmed"'),
    ("<source ", "<note>x</note><source "),
    ("</trans-unit>", "<x/></trans-unit>"),
    ("</trans-unit>", "text</trans-unit>"),
    ('<tool tool-id="taqabul"', '<tool tool-id="other"'),
    ("<body>", "<body><source/>"),
    ('urn:oasis:names:tc:xliff:document:1.2"', 'urn:other"'),
]


@pytest.mark.parametrize(("old", "new"), WRONG)
def test_what_is_broken_is_seen(old: str, new: str) -> None:
    good = written([ROW, ROW._replace(id="8")]).decode()
    assert broken_rules(etree.fromstring(good.encode())) == []
    assert old in good
    assert broken_rules(etree.fromstring(good.replace(old, new, 1).encode())) != []
