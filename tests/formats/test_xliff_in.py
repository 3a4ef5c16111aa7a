"""XLIFF of both generations comes in, from Arabic and into Arabic."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.told import damaged, ends_well, pairs
from translate.storage.xliff import xlifffile

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import UnreadableFile
from taqabul.formats.registry import read_file

OLD = "urn:oasis:names:tc:xliff:document:1.2"
NEW = "urn:oasis:names:tc:xliff:document:2.0"
FUZZING = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)


def old(units: str, source: str = "en", target: str = "ar") -> str:
    return (
        f'<xliff version="1.2" xmlns="{OLD}"><file original="a" datatype="plaintext" '
        f'source-language="{source}" target-language="{target}"><body>{units}</body></file></xliff>'
    )


def new(units: str, source: str = "ar", target: str = "en") -> str:
    return (
        f'<xliff version="2.1" xmlns="{NEW}" srcLang="{source}" trgLang="{target}">'
        f'<file id="f"><group id="g">{units}</group></file></xliff>'
    )


@pytest.fixture
def read(tmp_path):
    def reading(content: str):
        path = tmp_path / "a.xlf"
        path.write_text(content, encoding="utf-8")
        return read_file(path)

    return reading


@pytest.mark.parametrize(("source", "target"), [("en-US", "ar"), ("ar-EG", "en")])
def test_arabic_is_the_source_whatever_way_it_was_translated(read, source, target):
    texts = {"en": "Yes", "ar": "نعم"}
    ours, theirs = texts[source[:2]], texts[target[:2]]
    unit = f'<trans-unit id="1"><source>{ours}</source><target>{theirs}</target></trans-unit>'
    assert pairs(read(old(unit, source, target))) == [("نعم", "Yes")]
    unit = f'<unit id="1"><segment><source>{ours}</source><target>{theirs}</target></segment></unit>'
    assert pairs(read(new(unit, source, target))) == [("نعم", "Yes")]


def test_marked_segments_of_a_unit_are_pairs(read):
    unit = (
        '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="0">A.</mrk> '
        '<mrk mtype="seg" mid="1">B.</mrk></seg-source><target><mrk mtype="seg" mid="1">ب.</mrk> '
        '<mrk mtype="seg" mid="0">أ.</mrk></target><note>why</note>'
        "<alt-trans><source>A</source><target>old</target></alt-trans></trans-unit>"
    )
    file = read(old(unit))
    assert pairs(file) == [("أ.", "A."), ("ب.", "B.")]
    assert [link.notes for link in file.links] == [("why",), ()]


@pytest.mark.parametrize(
    ("unit", "target", "status"),
    [
        ("", "", LinkStatus.PROPOSED),
        ('approved="yes"', "", LinkStatus.CONFIRMED),
        ("", 'state="signed-off"', LinkStatus.CONFIRMED),
        ("", 'state="translated"', LinkStatus.PROPOSED),
        ("", 'state="needs-review-translation"', LinkStatus.NEEDS_REVIEW),
        ("", 'state="new" state-qualifier="rejected-inaccurate"', LinkStatus.REJECTED),
    ],
)
def test_states_of_1_2_become_statuses(read, unit, target, status):
    content = f'<trans-unit id="1" {unit}><source>Yes</source><target {target}>نعم</target></trans-unit>'
    assert read(old(content)).links[0].status is status


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ('state="initial"', LinkStatus.PROPOSED),
        ('state="reviewed"', LinkStatus.CONFIRMED),
        ('state="final"', LinkStatus.CONFIRMED),
        ('state="translated" subState="taqabul:needs-review"', LinkStatus.NEEDS_REVIEW),
        ('state="initial" subState="taqabul:rejected"', LinkStatus.REJECTED),
    ],
)
def test_states_of_2_become_statuses(read, state, status):
    content = f'<unit id="1"><segment {state}><source>نعم</source><target>Yes</target></segment></unit>'
    assert read(new(content)).links[0].status is status


def test_targets_in_another_order_cross(read):
    unit = (
        '<unit id="u"><notes><note>n</note></notes>'
        '<segment><source>أ</source><target order="3">a</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment><source>ب</source><target order="1">b</target></segment></unit>'
        "<unit id='v'><segment><source>ج</source></segment></unit>"
    )
    file = read(new(unit))
    assert [block.text for block in file.target] == ["b", "a"]
    assert pairs(file) == [("أ", "a"), ("ب", "b"), ("ج", "")]
    assert file.links[0].notes == ("n",)


def test_codes_go_and_their_text_stays(read):
    unit = (
        '<unit id="u"><segment><source>نص <pc id="1">ثخين</pc><ph id="2"/></source>'
        '<target>a <pc id="1">bold</pc><sc id="3"/><mrk id="m">term</mrk><cp hex="0041"/><ec startRef="3"/></target>'
        "</segment></unit>"
    )
    file = read(new(unit))
    assert pairs(file) == [("نص ثخين", "a boldtermA")]
    assert any("3 codes" in finding for finding in file.findings)


def test_what_our_own_files_say_of_a_pair_is_kept(read):
    meta = "".join(
        f'<mda:metaGroup id="p{n}" category="taqabul:pair">'
        f'<mda:meta type="status">{status}</mda:meta><mda:meta type="confidence">0.5</mda:meta>'
        f'<mda:meta type="source-ids">{n}</mda:meta><mda:meta type="target-ids">{3 - n}</mda:meta>'
        '<mda:meta type="reason">why</mda:meta><mda:meta type="changed-by">rim</mda:meta></mda:metaGroup>'
        for n, status in ((1, "needs-review"), (2, "rejected"))
    )
    unit = (
        f'<unit id="u" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metadata>{meta}</mda:metadata>'
        '<notes><note id="n2-1">of two</note><note id="n1-1">of one</note></notes>'
        '<segment id="p1"><source><mrk id="m1" type="comment" ref="#n=n1-1">أ</mrk></source>'
        '<target order="2">a</target></segment>'
        '<segment id="p2"><source><mrk id="m2" type="comment" ref="#n=n2-1">ب</mrk></source>'
        '<target order="1">b</target></segment></unit>'
    )
    file = read(new(unit))
    assert [block.text for block in file.target] == ["b", "a"]
    assert [(one.status, one.notes) for one in file.links] == [
        (LinkStatus.NEEDS_REVIEW, ("of one",)),
        (LinkStatus.REJECTED, ("of two",)),
    ]
    assert {(one.confidence, one.reason, one.changed_by) for one in file.links} == {(0.5, "why", "rim")}


def test_our_own_files_of_1_2_number_their_segments(read):
    units = (
        '<trans-unit id="1" resname="1 2 | 2"><source>أ\nب</source><target state="needs-translation">b</target>'
        '<note>n</note><note from="reason for review">why</note></trans-unit>'
        '<trans-unit id="2" resname="3 | 1"><source>ج</source><target>a</target></trans-unit>'
    )
    content = old(units, "ar", "en").replace("<file ", '<file tool-id="taqabul" ')
    file = read(content)
    assert pairs(file) == [("أ+ب", "b"), ("ج", "a")]
    assert [block.text for block in file.target] == ["a", "b"]
    link = file.links[0]
    assert (link.status, link.notes, link.reason) == (LinkStatus.REJECTED, ("n",), "why")


def test_files_of_other_languages_are_left_out_and_counted(read):
    inner = '<trans-unit id="1"><source>Yes</source><target>{}</target></trans-unit>'
    both = old(inner.format("نعم")).replace("</xliff>", "") + (
        '<file original="b" datatype="x" source-language="en" target-language="fr"><body>'
        f"{inner.format('oui')}</body></file></xliff>"
    )
    file = read(both)
    assert pairs(file) == [("نعم", "Yes")]
    assert any("1 units from en to fr" in finding for finding in file.findings)
    with pytest.raises(UnreadableFile, match="translation from en to fr"):
        read(old(inner.format("oui"), "en", "fr"))


def test_what_translate_toolkit_wrote_is_read(tmp_path):
    store = xlifffile(sourcelanguage="en", targetlanguage="ar")
    unit = store.addsourceunit("Hello <b>world</b> & all")
    unit.target = "مرحبا"
    unit.addnote("greeting")
    unit.markfuzzy()
    path = tmp_path / "theirs.xliff"
    path.write_bytes(bytes(store))
    file = read_file(path)
    assert pairs(file) == [("مرحبا", "Hello <b>world</b> & all")]
    assert file.links[0].notes == ("greeting",)
    assert file.links[0].status is LinkStatus.NEEDS_REVIEW


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<a/>", "not an XLIFF file"),
        (old(""), "no Arabic text"),
        (old("<trans-unit>"), "not well-formed"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + old(""), "declares entities"),
        ("", "empty"),
        ("x", "not well-formed"),
    ],
)
def test_what_is_none_is_refused_in_words(read, content, words):
    with pytest.raises(UnreadableFile, match=words) as caught:
        read(content)
    assert caught.value.hint


WHOLE = [
    old(
        '<trans-unit id="1"><source>Yes<x id="1"/></source><target state="final">نعم</target></trans-unit>'
        * 3
    ),
    new(
        '<unit id="1"><segment state="final"><source>نعم</source><target order="1">Y</target></segment></unit>'
        * 3
    ),
]


@pytest.mark.parametrize("whole", WHOLE)
@FUZZING
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(tmp_path, whole, data):
    assert ends_well(tmp_path / "a.xlf", data.draw(damaged(whole.encode())))
