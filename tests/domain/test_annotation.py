"""Spans and attributes."""

from taqabul.domain.annotation import CONTEXT, attributes_from, span_of
from taqabul.domain.ids import ParagraphId


def test_a_span_knows_what_stands_in_it_and_around_it() -> None:
    text = "م" * 40 + " قالت " + "د" * 40
    span = span_of(ParagraphId(1), text, 41, 45)
    assert (span.quote, span.prefix, span.suffix) == (
        "قالت",
        text[41 - CONTEXT : 41],
        text[45 : 45 + CONTEXT],
    )
    assert not span.is_gap


def test_a_gap_has_no_quote() -> None:
    span = span_of(ParagraphId(1), "two words", 3, 3)
    assert span.is_gap
    assert (span.quote, span.prefix, span.suffix) == ("", "two", " words")


def test_attributes_are_in_order_and_never_empty() -> None:
    assert attributes_from({"role": ["minister"], "claimer": ["x", "y"], "topic": []}) == (
        ("claimer", ("x", "y")),
        ("role", ("minister",)),
    )
