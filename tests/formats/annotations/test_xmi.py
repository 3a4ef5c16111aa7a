"""UIMA CAS: loaded by dkpro-cassis with the type system that comes with it, and offsets in UTF-16 in the file."""

import io
import zipfile
from dataclasses import replace

import pytest
from cassis import Cas, load_cas_from_xmi, load_typesystem
from lxml import etree
from tests.formats.annotations.sample import ANNOTATIONS, annotated, bare, with_text

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.language import Side
from taqabul.formats.annotations.layout import Layout
from taqabul.formats.annotations.xmi import SPAN_TYPE, TIE_TYPE, XmiWriter

APART, TOGETHER = XmiWriter("apart", together=False), XmiWriter("both", together=True)
TOKEN = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
SENTENCE = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"


def files(writer: XmiWriter, whole: AnnotatedBitext | None = None) -> dict[str, bytes]:
    out = io.BytesIO()
    writer.write(whole or annotated(), out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cases(writer: XmiWriter, whole: AnnotatedBitext | None = None) -> dict[str, Cas]:
    held = files(writer, whole)
    types = load_typesystem(io.BytesIO(held.pop("TypeSystem.xml")))
    return {name: load_cas_from_xmi(io.BytesIO(content), types) for name, content in held.items()}


def test_each_side_is_a_document_with_its_language_and_words() -> None:
    read = cases(APART)
    assert set(read) == {"source-ar.xmi", "target-en.xmi"}
    layout = Layout(annotated())
    for side, cas in zip(Side, read.values(), strict=True):
        assert cas.sofa_string == layout.texts[side].text
        (about,) = cas.select(METADATA)
        assert about.language == annotated().text(side).document.language
        assert "".join(one.get_covered_text() for one in cas.select(TOKEN)) == "".join(
            cas.sofa_string.split()
        )
        assert all(cas.select_covered(TOKEN, one) for one in cas.select(SENTENCE))
        assert cas.typecheck() == []


@pytest.mark.parametrize("writer", [APART, TOGETHER])
def test_spans_cover_their_quotes(writer: XmiWriter) -> None:
    quotes = {one.uid: {span.quote for span in one.spans} for one in ANNOTATIONS if one.link is None}
    seen = set()
    for cas in cases(writer).values():
        for one in cas.select(SPAN_TYPE):
            assert one.place == "pair" or one.get_covered_text() in quotes[one.uid]
            seen.add(one.uid)
    assert seen == {one.uid for one in ANNOTATIONS if one.spans or one.link}


def test_features_hold_what_was_said() -> None:
    one = next(one for one in cases(TOGETHER)["both.xmi"].select(SPAN_TYPE) if one.uid == "uid-1")
    assert (one.labelSet, one.label, one.status, one.claim, one.author) == (
        "claims", "claim", "final", "claim-1", "ريم Rim",
    )  # fmt: skip
    assert one.comment == "=1+1\nسطر ثانٍ"
    assert "wording=line one\nline two\ttab" in one.attributes
    gap = next(one for one in cases(TOGETHER)["both.xmi"].select(SPAN_TYPE) if one.uid == "uid-4")
    assert (gap.place, gap.begin, gap.severity) == ("gap", gap.end, "minor")


def test_ties_lead_from_span_to_span() -> None:
    ties = cases(TOGETHER)["both.xmi"].select(TIE_TYPE)
    found = {(one.uid, one.kind, one.Governor.uid, one.Dependent.uid) for one in ties}
    assert found == {("rel-1", "weakened", "uid-1", "uid-2"), ("rel-2", "supports", "uid-1", "uid-5")}
    assert [one.uid for cas in cases(APART).values() for one in cas.select(TIE_TYPE)] == ["rel-2"]


def test_offsets_in_the_file_are_utf_16_units() -> None:
    root = etree.fromstring(files(APART)["target-en.xmi"])
    sofa = next(one for one in root if etree.QName(one).localname == "Sofa").get("sofaString") or ""
    units = sofa.encode("utf-16-le")
    spans = [one for one in root if etree.QName(one).localname == "TaqabulSpan"]
    claim = next(one for one in spans if one.get("uid") == "uid-2")
    begin, end = (2 * int(claim.get(name) or 0) for name in ("begin", "end"))
    assert units[begin:end].decode("utf-16-le") == "we ask for a withdrawal"
    assert int(claim.get("begin") or 0) == sofa.index("we ask") + 1, "the emoji is two units"


def test_losses_are_told_beforehand() -> None:
    apart, together = APART.losses(annotated()), TOGETHER.losses(annotated())
    assert any(line.startswith("1 relation across the two sides") for line in apart)
    assert not any("across the two sides" in line for line in together)
    for kind in (
        "1 relation to another bitext",
        "1 discontinuous",
        "4 notes",
        "2 claims",
        "1 annotation on a whole",
    ):
        assert any(line.startswith(kind) for line in together), kind
    assert APART.losses(bare()) == []


def test_what_xml_cannot_hold_is_replaced_and_shifts_nothing() -> None:
    text = annotated().target.paragraphs[0].text
    whole = with_text(annotated(), 21, text.replace("The", "T\x00\x0b"))
    whole = replace(whole, annotations=(ANNOTATIONS[1],), relations=(), notes=())
    out = io.BytesIO()
    assert APART.write(whole, out) == 2
    (one,) = cases(APART, whole)["target-en.xmi"].select(SPAN_TYPE)
    assert one.get_covered_text() == "we ask for a withdrawal"
