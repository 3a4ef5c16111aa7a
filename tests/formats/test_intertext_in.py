"""InterText's links come in with the two texts beside them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.told import damaged, ends_well, pairs

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import AppError
from taqabul.formats.registry import read_file

TEXTS = {
    "ar.xml": "<text><p id='1'><s id='1:1'>أ أ</s><s id='1:2'>ب</s></p><p id='2'><s id='2:1'>ج</s></p></text>",
    "en.xml": "<text><p><s id='1:1'>a</s><s id='1:2'>b<hi>c</hi></s><s id='1:3'>d</s></p></text>",
}
LINKS = (
    '<link type="1-2" xtargets="1:2;1:1 1:2" status="man"/><link type="1-0" xtargets="1:1;" status="auto" mark="1"/>'
    '<link type="0-1" xtargets=";2:1"/>'
)


@pytest.fixture
def write(tmp_path):
    def writing(links: str = LINKS, to: str = "en.xml", of: str = "ar.xml"):
        for name, content in TEXTS.items():
            (tmp_path / name).write_text(content, encoding="utf-8")
        path = tmp_path / "ar.en.xml"
        path.write_text(f'<linkGrp toDoc="{to}" fromDoc="{of}">{links}</linkGrp>', encoding="utf-8")
        return path

    return writing


def test_what_is_linked_to_stands_first_in_a_link(write):
    file = read_file(write())
    assert pairs(file) == [("أ أ+ب", "bc"), ("", "a"), ("ج", ""), ("", "d")]
    assert [block.text for block in file.target] == ["a", "bc", "d"]
    assert file.links[0].status is LinkStatus.CONFIRMED
    assert file.links[1].status is LinkStatus.NEEDS_REVIEW
    assert file.links[2].status is LinkStatus.PROPOSED
    assert any("1 segments are in no link" in finding for finding in file.findings)


def test_the_english_text_may_be_the_first(write):
    links = '<link xtargets="1:1;1:2"/>'
    assert pairs(read_file(write(links, to="ar.xml", of="en.xml")))[0] == ("أ أ", "bc")


@pytest.mark.parametrize(
    ("links", "words"),
    [
        ('<link xtargets="1:9;1:1"/>', "Link 1 of “ar.en.xml” names “1:9”, which “en.xml” does not have"),
        (
            '<link xtargets="1:1;1:1"/><link xtargets="1:1;"/>',
            "Link 2 names segment 0 of en.xml, which Link 1",
        ),
        ('<link xtargets="1:1"/>', "Link 1 .* two sides"),
    ],
)
def test_a_wrong_link_is_refused_with_its_place(write, links, words):
    with pytest.raises(AppError, match=words):
        read_file(write(links))


@pytest.mark.parametrize("name", ["../en.xml", "/etc/passwd", "missing.xml", "", "a\\b.xml", "ar.en.xml/x"])
def test_a_text_elsewhere_is_not_opened(write, name):
    with pytest.raises(AppError) as caught:
        read_file(write(to=name))
    assert caught.value.hint
    assert "“ar.en.xml”" in caught.value.message or name == "ar.en.xml/x"


def test_other_xml_is_refused(tmp_path):
    (tmp_path / "a.xml").write_text("<a>text</a>", encoding="utf-8")
    with pytest.raises(AppError, match="without links"):
        read_file(tmp_path / "a.xml")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_damaged_files_are_read_or_refused(write, data):
    path = write()
    name = data.draw(st.sampled_from(["ar.en.xml", "ar.xml"]))
    victim = path.with_name(name)
    victim.write_bytes(data.draw(damaged(victim.read_bytes())))
    assert ends_well(path, path.read_bytes() or b" ")
