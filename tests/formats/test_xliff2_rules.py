"""Both writers of XLIFF 2.1 keep the standard's rules, whatever they are given; and the rules see what breaks them."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.formats.annotations.sample import ANNOTATIONS, annotated, bare, with_text
from tests.formats.test_writers import HEADER, ROW
from tests.formats.xliff2_rules import broken_rules

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.bitext import LinkStatus
from taqabul.formats.annotations.xliff import XliffWriter
from taqabul.formats.rows import ExportRow
from taqabul.formats.xliff2 import Xliff2Writer

TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs", "Cc", "Cf")), max_size=20
)


def of_annotations(whole: AnnotatedBitext) -> "etree._Element":
    out = io.BytesIO()
    XliffWriter().write(whole, out)
    return etree.fromstring(out.getvalue())


def of_pairs(rows: list[ExportRow]) -> "etree._Element":
    out = io.BytesIO()
    Xliff2Writer().write(iter(rows), out, HEADER)
    return etree.fromstring(out.getvalue())


@pytest.mark.parametrize("status", LinkStatus)
def test_annotations_keep_them(status: LinkStatus) -> None:
    whole = annotated()
    links = tuple(replace(one, status=status) for one in whole.links)
    assert broken_rules(of_annotations(replace(whole, links=links))) == []
    assert broken_rules(of_annotations(bare())) == []
    assert broken_rules(of_annotations(replace(bare(), links=()))) == []


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_annotations_keep_them_whatever_is_said(comment: str, text: str) -> None:
    said = replace(annotated(), annotations=(replace(ANNOTATIONS[2], comment=comment),))
    assert broken_rules(of_annotations(said)) == []
    assert broken_rules(of_annotations(with_text(bare(), 21, text))) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(TEXTS, TEXTS, st.sampled_from(LinkStatus), st.lists(TEXTS, max_size=2), st.integers(0, 2))
    )
)
def test_pairs_keep_them(told: list[tuple[str, str, LinkStatus, list[str], int]]) -> None:
    rows = [
        ROW._replace(
            id=str(id_), source=source, target=target, status=status, notes=tuple(notes), block=block
        )
        for id_, (source, target, status, notes, block) in enumerate(sorted(told, key=lambda one: one[4]))
    ]
    assert broken_rules(of_pairs(rows)) == []


GOOD = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its"
 xmlns:x="urn:x" version="2.1" srcLang="ar" trgLang="en" its:version="2.0"><file id="f1" srcDir="rtl">
<unit id="u1"><notes><note id="n1">hm</note></notes><segment id="s1" state="final" subState="a:b"><source><mrk id="m1"
 type="comment" ref="#n=n1">a</mrk><sm id="m2" type="its:any" its:locQualityIssueType="omission"
 its:locQualityIssueSeverity="20"/>b<em startRef="m2"/><cp hex="0001"/></source><target order="2">c</target></segment>
<segment id="s2"><source>d</source><target order="1">e</target></segment></unit>
<unit id="u2"><segment><source>f</source></segment></unit></file></xliff>"""

WRONG = [
    ('version="2.1"', 'version="2.0"'),
    (' srcLang="ar"', ""),
    (' trgLang="en"', ""),
    ('srcLang="ar"', 'srcLang="a_r"'),
    ('<file id="f1" srcDir="rtl">', '<file id="f1" srcDir="right">'),
    ('<file id="f1"', '<file id="f 1"'),
    ('<file id="f1"', "<file"),
    ('<file id="f1"', '<file id="f1" kind="x"'),
    ('<unit id="u2">', '<unit id="u1">'),
    ('<unit id="u2">', "<unit>"),
    ('<unit id="u2"><segment><source>f</source></segment></unit>', '<unit id="u2"/>'),
    ('<unit id="u2">', '<unit id="u2"><x:y/><notes/>'),
    ("<source>f</source>", ""),
    ("<source>f</source>", "f"),
    ("<source>f</source>", "<target>g</target><source>f</source>"),
    ("<source>f</source>", "<source>f</source><source>f</source>"),
    ("<source>f</source>", "<source><x:y/></source>"),
    ("<source>f</source>", '<source xml:lang="en">f</source>'),
    ("<source>f</source>", '<source xml:space="keep">f</source>'),
    ("<source>f</source>", '<source><em startRef="m9"/></source>'),
    ("<source>f</source>", '<source><sm id="m9"/></source>'),
    ("<source>f</source>", "<source><mrk>f</mrk></source>"),
    ("<source>f</source>", '<source><mrk id="m9" type="taqabul">f</mrk></source>'),
    ("<source>f</source>", '<source><mrk id="m9" type="comment">f</mrk></source>'),
    ("<source>f</source>", '<source><mrk id="m9" type="its:any">f</mrk></source>'),
    ("<source>f</source>", '<source><cp hex="41"/></source>'),
    ("<segment><source>f", '<segment state="translated"><source>f'),
    ('<segment id="s2">', '<segment id="s1">'),
    ('<segment id="s2">', '<segment id="m1">'),
    ('<segment id="s2">', '<segment subState="a:b">'),
    ('state="final"', 'state="done"'),
    ('subState="a:b"', 'subState="b"'),
    ('subState="a:b"', 'subState="xlf:b"'),
    ('order="1"', 'order="2"'),
    ('order="1"', 'order="0"'),
    (' order="1"', ""),
    ('ref="#n=n1"', 'ref="#n=n2"'),
    ('ref="#n=n1"', 'ref="#n=n1" value="v"'),
    ('<mrk id="m1"', '<mrk id="m2"'),
    ('<note id="n1">hm</note>', '<note id="n1">hm</note><note id="n1">hm</note>'),
    ('<note id="n1">', '<note id="n1" priority="11">'),
    ('<em startRef="m2"/>', ""),
    ('<em startRef="m2"/>', '<em startRef="m2"/><em startRef="m2"/>'),
    ('hex="0001"', 'hex="1"'),
    (' its:version="2.0"', ""),
    ('"omission"', '"Omission"'),
    (' its:locQualityIssueType="omission"', ""),
    ('Severity="20"', 'Severity="120"'),
    ('Severity="20"', 'Severity="major"'),
    ('Severity="20"', 'Severity="20" its:locQualityIssueEnabled="1"'),
    ('Severity="20"', 'Severity="20" its:locQualityIssuesRef="#x"'),
    ('type="its:any"', 'type="x:any"'),
]


def test_a_good_file_breaks_none() -> None:
    assert broken_rules(etree.fromstring(GOOD)) == []


@pytest.mark.parametrize(("old", "new"), WRONG)
def test_what_is_broken_is_seen(old: str, new: str) -> None:
    assert GOOD.count(old) >= 1
    assert broken_rules(etree.fromstring(GOOD.replace(old, new, 1)))
