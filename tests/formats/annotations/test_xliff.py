"""XLIFF 2.1: read by translate-toolkit, and held to the standard's rules."""

import io
from dataclasses import replace

import pytest
from lxml import etree
from tests.formats.annotations.sample import (
    ANNOTATIONS,
    ARABIC,
    ENGLISH,
    LINKS,
    annotated,
    annotation,
    at,
    bare,
    with_text,
)
from tests.formats.xliff2_rules import ISSUES, broken_rules
from translate.storage.xliff2 import Xliff2File

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.bitext import LinkStatus
from taqabul.formats.annotations.issue_types import issue_type
from taqabul.formats.annotations.xliff import ITS, XLIFF, XliffWriter

NS = {"x": XLIFF, "its": ITS}


def written(whole: AnnotatedBitext | None = None) -> bytes:
    out = io.BytesIO()
    XliffWriter().write(whole or annotated(), out)
    return out.getvalue()


def tree(whole: AnnotatedBitext | None = None) -> "etree._Element":
    root = etree.fromstring(written(whole))
    assert broken_rules(root) == []
    return root


def marked(root: "etree._Element", side: str) -> dict[str, str]:
    """What stands between the ends of each marker."""
    found: dict[str, str] = {}
    for element in root.iter(f"{{{XLIFF}}}{side}"):
        unit = element.getparent().getparent().get("id")
        running: list[str] = []
        for one in element:
            if one.tag == f"{{{XLIFF}}}sm":
                running.append(f"{unit}/{one.attrib['id']}")
                found[running[-1]] = ""
            elif one.tag == f"{{{XLIFF}}}em":
                running.remove(f"{unit}/{one.attrib['startRef']}")
            for name in running:
                found[name] += one.tail or ""
    return found


def test_another_reader_sees_the_pairs() -> None:
    store = Xliff2File.parsestring(written())
    # In translate-toolkit a marker becomes part of the string; the words are compared.
    read = [(str(unit.source), str(unit.target or "")) for unit in store.units]
    assert len(read) == 3
    assert ARABIC[2].split()[0] in read[2][0]
    assert "Then 45 delegates" in read[1][1]


def test_the_texts_are_whole_and_run_their_way() -> None:
    root = tree()
    file = root.find("x:file", NS)
    assert file is not None
    assert (file.get("srcDir"), file.get("trgDir")) == ("rtl", "ltr")
    assert (root.get("srcLang"), root.get("trgLang")) == ("ar", "en")
    assert ["".join(one.itertext()) for one in root.iter(f"{{{XLIFF}}}source")] == [*ARABIC]
    assert ["".join(one.itertext()) for one in root.iter(f"{{{XLIFF}}}target")] == [
        ENGLISH[0],
        f"{ENGLISH[1]}\n{ENGLISH[2]}",
    ]


def test_errors_are_quality_issues_on_both_sides() -> None:
    root = tree()
    issues = [one for one in root.iter(f"{{{XLIFF}}}sm") if one.get("type") == "its:any"]
    wrong = [one for one in issues if one.get(f"{{{ITS}}}locQualityIssueType") == "mistranslation"][:2]
    assert {one.get("id") for one in wrong} == {"m3"}
    assert wrong[0].get(f"{{{ITS}}}locQualityIssueSeverity") == "60"
    assert wrong[0].get(f"{{{ITS}}}locQualityIssueComment") == (
        "Accuracy/Mistranslation. ‘complete’ is lost. → a complete withdrawal"
    )
    assert marked(root, "source")["u1/m3"] == "الكامل» 😀"
    assert marked(root, "target")["u1/m3"] == "a withdrawal"
    assert marked(root, "target")["u1/m4"] == ""


def test_a_comment_that_is_a_sentence_gets_no_second_full_stop() -> None:
    told = replace(ANNOTATIONS[2], comment="Something is lost.", attributes=(("correction", ("full ",)),))
    root = tree(replace(annotated(), annotations=(told,)))
    (comment, *_) = (one.get(f"{{{ITS}}}locQualityIssueComment") for one in root.iter(f"{{{XLIFF}}}sm"))
    assert comment == "Accuracy/Mistranslation. Something is lost. → full"


def test_names_have_the_prefixes_that_people_know() -> None:
    out = io.BytesIO()
    XliffWriter().write(annotated(), out)
    text = out.getvalue().decode()
    assert "<unit " in text
    assert 'its:locQualityIssueType="mistranslation"' in text
    assert "ns0:" not in text
    assert "ns1:" not in text


def test_overlaps_and_discontinuous_stretches_are_marked_each() -> None:
    source = marked(tree(), "source")
    assert source["u1/m1"] == "نطالب بالانسحاب الكامل"
    assert [text for name, text in source.items() if name.startswith("u2/m1-")] == ["45", "بغداد"]
    assert source["u2/m3-source-1"] == ARABIC[1]


def test_notes_and_statuses_are_written() -> None:
    root = tree()
    assert [one.text for one in root.iter(f"{{{XLIFF}}}note")] == ["ملاحظة\nfirst", "answer"]
    states = [(one.get("state"), one.get("subState")) for one in root.iter(f"{{{XLIFF}}}segment")]
    assert states == [("reviewed", None), ("translated", None), ("initial", None)]
    rejected = replace(annotated(), links=(replace(LINKS[0], status=LinkStatus.REJECTED), *LINKS[1:]))
    assert tree(rejected).find(".//x:segment", NS).get("subState") == "taqabul:rejected"


def test_what_xml_cannot_hold_is_escaped_in_texts() -> None:
    text = "T\x00he \x0bend\ufffe"
    whole = replace(with_text(bare(), 21, text), annotations=(annotation(1, "x", "y z", at(21, "")),))
    out = io.BytesIO()
    assert XliffWriter().write(whole, out) == 0
    target = etree.fromstring(out.getvalue()).find(".//x:target", NS)
    read = "".join(chr(int(one.get("hex"), 16)) for one in target.iter(f"{{{XLIFF}}}cp"))
    assert read == "\x00\x0b\ufffe"
    assert "".join(target.itertext()) == "The end"


def test_control_characters_in_comments_are_replaced_and_counted() -> None:
    out = io.BytesIO()
    whole = replace(annotated(), annotations=(replace(ANNOTATIONS[2], comment="a\x01\ud800"),))
    assert XliffWriter().write(whole, out) >= 2
    assert broken_rules(etree.fromstring(out.getvalue())) == []


@pytest.mark.parametrize(
    ("lineage", "issue"),
    [
        (["omission", "accuracy"], "omission"),
        (["my-own", "terminology"], "terminology"),
        (["number-format"], "numbers"),
        (["Wrong_Term"], "terminology"),
        (["x"], "other"),
        ([], "other"),
    ],
)
def test_the_nearest_known_category_names_the_issue(lineage: list[str], issue: str) -> None:
    assert issue_type(lineage) == issue
    assert issue in ISSUES


def test_losses_are_told_beforehand() -> None:
    told = XliffWriter().losses(annotated())
    for kind in (
        "3 severities",
        "1 discontinuous",
        "2 notes on annotations",
        "3 relations",
    ):
        assert any(line.startswith(kind) for line in told), (kind, told)
    assert XliffWriter().losses(bare()) == []
