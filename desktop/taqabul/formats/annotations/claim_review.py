"""Reviewed claims as schema.org's ClaimReview, JSON-LD: those that are final or have a verdict."""

import json
import re
from typing import Any, BinaryIO, Final

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import AnnotationStatus, Attributes
from taqabul.domain.claims import Claim
from taqabul.formats.annotations.layout import Layout
from taqabul.formats.annotations.losses import nothing_of, told
from taqabul.formats.annotations.web_terms import iri
from taqabul.formats.annotations.words import Cleaner, value_name

Object = dict[str, Any]

_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
_HELD: Final = ("claimer", "verdict", "verdict_date", "date", "evidence", "topic", "place")
_RATINGS: Final = {"true": 5, "mostly_true": 4, "half_true": 3, "mostly_false": 2, "false": 1}
"""The shipped set's verdicts on the scale that readers of ClaimReview expect; “unproven” is on none."""


class ClaimReviewWriter:
    """Writes a graph of ClaimReviews."""

    name = "ClaimReview (schema.org)"

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What ClaimReview cannot hold."""
        reviewed = [one for one in annotated.claims if is_reviewed(one)]
        others = sum(key not in _HELD for one in reviewed for key, _ in one.attributes)
        undated = sum(
            not _DATE.fullmatch(value) for one in reviewed for value in dict(one.attributes).get("date", ())
        )
        kept = {one.id for one in reviewed}
        unrelated = sum(one.claim not in kept for one in annotated.annotations)
        unrated = sum(not dict(one.attributes).get("verdict") for one in reviewed)
        return [
            *told(len(annotated.claims) - len(reviewed), "claim that is neither final nor has a verdict",
                  "claims that are neither final nor have a verdict", "left out."),
            *told(unrated, "final claim without a verdict", "final claims without a verdict",
                  "written without a rating, which search engines ask for."),
            *told(unrelated, "annotation that is no mention of these claims",
                  "annotations that are no mention of these claims", "left out."),
            *told(others, "attribute that schema.org has no word for", "attributes that schema.org has no word for",
                  "left out."),
            *told(undated, "date in the Hijri calendar", "dates in the Hijri calendar", "left out."),
            *nothing_of(annotated, relations="left out, schema.org has none between claims.", notes="left out."),
        ]  # fmt: skip

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        kept = {one.id for one in annotated.claims if is_reviewed(one)}
        return sum(one.claim in kept for one in annotated.annotations)

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write the graph; return how many characters could not be held."""
        clean = Cleaner()
        layout = Layout(annotated)
        graph = [_review(layout, one) for one in annotated.claims if is_reviewed(one)]
        text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1)
        out.write(clean(text).encode() + b"\n")
        return clean.replaced


def is_reviewed(claim: Claim) -> bool:
    """Whether somebody has come to a judgement on a claim."""
    return claim.status is AnnotationStatus.FINAL or bool(dict(claim.attributes).get("verdict"))


def _review(layout: Layout, claim: Claim) -> Object:
    rating = _rating(layout.annotated, _first(claim.attributes, "verdict"))
    judged = _first(claim.attributes, "verdict_date")
    addresses = [
        found for value in dict(claim.attributes).get("evidence", ()) for found in _ADDRESS.findall(value)
    ]
    return {
        "@type": "ClaimReview",
        "@id": iri("claim-review", claim.uid),
        "claimReviewed": claim.english or claim.arabic,
        "datePublished": judged if _DATE.fullmatch(judged) else claim.changed_at.date().isoformat(),
        "author": {"@type": "Person", "name": claim.changed_by},
        **({"reviewRating": rating} if rating else {}),
        **({"citation": addresses} if addresses else {}),
        "itemReviewed": _claim(layout, claim),
    }


def _rating(annotated: AnnotatedBitext, verdict: str) -> Object:
    """A verdict in words, and on a scale where it has a place there; nothing without one."""
    if not verdict:
        return {}
    asked = (
        one
        for label_set in annotated.label_sets.values()
        for label in label_set.labels
        for one in label.attributes
        if one.key == "verdict"
    )
    name = next((value_name(one.choices, verdict) for one in asked), verdict)
    scale = (
        {"ratingValue": _RATINGS[verdict], "bestRating": 5, "worstRating": 1} if verdict in _RATINGS else {}
    )
    return {"@type": "Rating", "alternateName": name, **scale}


def _claim(layout: Layout, claim: Claim) -> Object:
    texts = [
        {"@value": text, "@language": tag}
        for tag, text in (("en", claim.english), ("ar", claim.arabic))
        if text
    ]
    claimer, date = _first(claim.attributes, "claimer"), _first(claim.attributes, "date")
    about = [
        {"@type": "Thing", "name": value}
        for key in ("topic", "place")
        for value in dict(claim.attributes).get(key, ())
    ]
    return {
        "@type": "Claim",
        "@id": iri("claim", claim.uid),
        **({"text": texts} if texts else {}),
        **({"author": {"@type": "Thing", "name": claimer}} if claimer else {}),
        **({"datePublished": date} if _DATE.fullmatch(date) else {}),
        **({"about": about} if about else {}),
        "appearance": list(_appearances(layout, claim)),
    }


def _appearances(layout: Layout, claim: Claim) -> list[Object]:
    """The texts that say so, each with the words it says it in."""
    found = []
    for side, text in layout.texts.items():
        document = layout.annotated.text(side).document
        quotes = [
            text.text[slice(*text.place(span))]
            for one in layout.annotated.annotations
            if one.claim == claim.id
            for span in layout.on_side(one, side)
        ]
        if quotes:
            found.append(
                {
                    "@type": "CreativeWork",
                    "name": document.title,
                    "inLanguage": document.language.value,
                    "hasPart": [{"@type": "Quotation", "text": quote} for quote in quotes],
                }
            )
    return found


def _first(attributes: Attributes, key: str) -> str:
    return next(iter(dict(attributes).get(key, ())), "")
