"""Word links of rows: inside sentence links, back in the paragraphs they came from, helped by confirmed rows."""

import pytest

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.language import Language, Side
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.workflow.aligning import create_bitext
from taqabul.workflow.reviewing.statuses import confirm
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.word_links import (
    Stretch,
    WordLinker,
    confirmed_memory,
    counterpart_span,
    counterparts,
    word_links,
)

LEXICAL = AlignOptions(engine=EngineChoice.LEXICAL)
MEETING = (
    ["وصل أوباما إلى باريس في 12 يناير.", "والتقى ساركوزي هناك. ثم سافر إلى لندن."],
    ["Obama arrived in Paris on January 12. He met Sarkozy there.", "Then he flew to London."],
)


@pytest.fixture
def bitext(studio):
    """A way to keep two texts whose paragraphs face each other one to one, or all of them all."""
    library = studio.open()

    def made(source, target, languages=(Language.ARABIC, Language.ENGLISH), sentences=None):
        ours, theirs = (
            studio.document(library, language, list(texts))
            for language, texts in zip(languages, (source, target), strict=True)
        )
        if sentences is None:
            links = tuple(ProposedLink((k,), (k,), 0.9) for k in range(len(source)))
            return library, create_bitext(library, ours, theirs, Alignment(links, links, "by hand"))
        whole = (ProposedLink(tuple(range(len(source))), tuple(range(len(target))), 0.9),)
        return library, create_bitext(library, ours, theirs, Alignment(whole, sentences, "by hand"))

    return made


def said(row, links):
    texts = {one.id: one.text for one in (*row.source, *row.target)}
    return {
        tuple(texts[end.paragraph][end.start : end.end] for end in (link.source, link.target))
        for link in links
    }


def test_words_are_linked_within_sentence_links_and_found_in_their_paragraphs(bitext):
    parts = tuple(ProposedLink((k,), (k,), 0.9) for k in range(3))
    library, made = bitext(*MEETING, sentences=parts)
    row = next(iter_rows(library, made))
    assert len(row.link.sentences) == 3
    linker = WordLinker(library, made)
    links = linker.links(row)
    assert linker.links(row) == links
    found = said(row, links)
    assert {("أوباما", "Obama"), ("ساركوزي", "Sarkozy"), ("لندن", "London"), ("12", "12")} <= found
    of = {paragraph.id: number for number, paragraph in enumerate((*row.source, *row.target))}
    across = {(of[one.source.paragraph], of[one.target.paragraph]) for one in links}
    assert across == {(0, 2), (1, 2), (1, 3)}


def test_a_row_whose_sentences_face_nothing_is_linked_as_a_whole(bitext):
    alone = (*(ProposedLink((k,), ()) for k in range(3)), *(ProposedLink((), (k,)) for k in range(3)))
    library, made = bitext(*MEETING, sentences=alone)
    row = next(iter_rows(library, made))
    assert {("أوباما", "Obama"), ("لندن", "London")} <= said(row, word_links(row))


def test_nothing_faces_a_one_sided_row(bitext, draw):
    drawn = draw("A1 | B1\nA2 |")
    assert WordLinker(drawn.library, drawn.id, LEXICAL).links(drawn.row("A2")) == []


def test_confirmed_rows_of_the_library_link_words_that_nothing_else_does(bitext):
    known = ["أبصر الغرموق قرب البيت", "باع الغرموق أمس", "كان الغرموق هنا"] * 3
    said_of_it = ["he saw the quillet near a house", "the quillet was sold", "here was a quillet"] * 3
    source = [*known, "عاد الغرموق مع المساء"]
    library, made = bitext(source, [*said_of_it, "in the evening the quillet returned"])
    *before, last = iter_rows(library, made)
    assert ("الغرموق", "quillet") not in said(last, WordLinker(library, made, LEXICAL).links(last))
    confirm(library, made, [row.link.id for row in before])
    assert ("الغرموق", "quillet") in said(last, WordLinker(library, made, LEXICAL).links(last))


def test_confirmed_rows_in_the_other_direction_help_as_well(bitext, studio):
    library, made = bitext(["الغرموق هنا"], ["a quillet here"])
    confirm(library, made, [row.link.id for row in iter_rows(library, made)])
    there = confirmed_memory(library, made)
    ours = studio.document(library, Language.ENGLISH, ["the quillet"])
    theirs = studio.document(library, Language.ARABIC, ["الغرموق"])
    link = (ProposedLink((0,), (0,), 0.9),)
    back = create_bitext(library, ours, theirs, Alignment(link, link, "by hand"))
    assert confirmed_memory(library, back).size == there.size == 1
    assert confirmed_memory(library, back).company(["quillet"], ["الغرموق"])[0, 0] > 0


def test_one_sided_rows_teach_nothing(draw):
    drawn = draw("A1 | B1\nA2 |")
    confirm(drawn.library, drawn.id, drawn.links("A1", "A2"))
    assert confirmed_memory(drawn.library, drawn.id).size == 1


def test_the_counterparts_of_a_stretch_are_found_on_either_side(bitext):
    library, made = bitext(["وصل الرئيس أوباما إلى باريس"], ["President Obama arrived in Paris"])
    row = next(iter_rows(library, made))
    links = WordLinker(library, made).links(row)
    ours, theirs = row.source[0], row.target[0]
    start = theirs.text.index("Obama")
    facing = counterparts(links, Side.TARGET, Stretch(theirs.id, start + 2, start + 3))
    assert [ours.text[one.start : one.end] for one in facing] == ["أوباما"]
    start = ours.text.index("باريس")
    facing = counterparts(links, Side.SOURCE, Stretch(ours.id, start, start + 5))
    assert [theirs.text[one.start : one.end] for one in facing] == ["Paris"]
    assert counterparts(links, Side.SOURCE, Stretch(theirs.id, start, start + 5)) == []


def test_a_label_is_carried_to_the_smallest_span_over_its_counterparts():
    source, target = "وصل الرئيس أوباما إلى باريس", "President Obama arrived in Paris"
    start = source.index("الرئيس")
    span = counterpart_span(source, target, (start, start + len("الرئيس أوباما")))
    assert span == (0, len("President Obama"))
    assert counterpart_span("كلمة", "– !", (0, 4), LEXICAL) is None
