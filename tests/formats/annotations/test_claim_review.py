"""ClaimReview: a JSON-LD processor finds schema.org's terms with what they want."""

import io
import json
from dataclasses import replace

from pyld import jsonld
from tests.formats.annotations.sample import CLAIM, DRAFT_CLAIM, annotated, bare

from taqabul import paths
from taqabul.domain.annotation import AnnotationStatus, attributes_from
from taqabul.domain.labels import LabelSet
from taqabul.formats import label_sets
from taqabul.formats.annotations.claim_review import ClaimReviewWriter

SCHEMA = "http://schema.org/"


def graph(whole=None) -> list[dict]:
    out = io.BytesIO()
    ClaimReviewWriter().write(whole or annotated(), out)
    data = json.loads(out.getvalue())
    assert data["@context"] == "https://schema.org"

    def stand_in(url: str, options: object) -> dict:
        """schema.org's context: every term is its own, dates are dates."""
        context = {
            "@vocab": SCHEMA,
            "datePublished": {"@id": f"{SCHEMA}datePublished", "@type": f"{SCHEMA}Date"},
        }
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": context},
        }

    return jsonld.expand(data, {"documentLoader": stand_in})


def value(node: dict, name: str) -> list:
    return [one.get("@value", one) for one in node.get(SCHEMA + name, [])]


def test_a_reviewed_claim_has_what_is_wanted_of_it() -> None:
    (review,) = graph()
    assert review["@type"] == [f"{SCHEMA}ClaimReview"]
    assert value(review, "claimReviewed") == [CLAIM.english]
    assert value(review, "datePublished") == ["2026-03-02"]
    assert value(review[f"{SCHEMA}reviewRating"][0], "alternateName") == ["supported"]
    assert value(review, "citation") == ["https://example.org/a"]
    (claim,) = review[f"{SCHEMA}itemReviewed"]
    assert claim["@type"] == [f"{SCHEMA}Claim"]
    assert {one["@language"]: one["@value"] for one in claim[f"{SCHEMA}text"]} == {
        "ar": CLAIM.arabic, "en": CLAIM.english,
    }  # fmt: skip
    quotes = [
        value(part, "text")[0] for work in claim[f"{SCHEMA}appearance"] for part in work[f"{SCHEMA}hasPart"]
    ]
    assert quotes == ["نطالب بالانسحاب الكامل", "we ask for a withdrawal"]


def test_a_verdict_of_the_shipped_scale_has_a_rating_and_its_day() -> None:
    sets = {"claims": shipped("claims")}
    attributes = attributes_from({"verdict": ["mostly_false"], "verdict_date": ["2026-03-05"]})
    (review,) = graph(replace(annotated(), claims=(replace(CLAIM, attributes=attributes),), label_sets=sets))
    (rating,) = review[f"{SCHEMA}reviewRating"]
    assert (value(rating, "alternateName"), value(rating, "ratingValue")) == (["Mostly false"], [2])
    assert (value(rating, "bestRating"), value(rating, "worstRating")) == ([5], [1])
    assert value(review, "datePublished") == ["2026-03-05"]
    unproven = replace(CLAIM, attributes=attributes_from({"verdict": ["unproven"]}))
    (review,) = graph(replace(annotated(), claims=(unproven,), label_sets=sets))
    assert f"{SCHEMA}ratingValue" not in review[f"{SCHEMA}reviewRating"][0]


def shipped(key: str) -> LabelSet:
    path = paths.resources() / "labelsets" / f"{key}.json"
    return label_sets.read(path.read_bytes(), path.name)


def test_a_draft_is_left_out_unless_it_has_a_verdict() -> None:
    judged = replace(DRAFT_CLAIM, attributes=attributes_from({"verdict": ["false"], "date": ["AH 1445"]}))
    assert len(graph(replace(annotated(), claims=(DRAFT_CLAIM,)))) == 0
    (review,) = graph(replace(annotated(), claims=(judged,)))
    assert f"{SCHEMA}datePublished" not in review[f"{SCHEMA}itemReviewed"][0]


def test_losses_are_told_beforehand() -> None:
    told = ClaimReviewWriter().losses(annotated())
    assert any(line.startswith("1 claim that is neither final nor has a verdict") for line in told)
    assert any(line.startswith("9 annotations that are no mention") for line in told)
    final = replace(DRAFT_CLAIM, status=AnnotationStatus.FINAL)
    told = ClaimReviewWriter().losses(replace(annotated(), claims=(final,)))
    assert any(line.startswith("1 final claim without a verdict") for line in told)
    assert ClaimReviewWriter().losses(bare()) == []
