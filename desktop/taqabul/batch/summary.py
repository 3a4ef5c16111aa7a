"""What a batch came to: counted over its record, so that it is the same however often the work was interrupted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

TOLD: Final = 20
"""Failures that are told one by one; the record has them all."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A pair that was not aligned, and why."""

    pair: int
    name: str
    message: str
    hint: str
    bug: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole output. ``mean_confidence`` and ``sure_share`` are over all links with two sides, None where there are none."""

    pairs: int
    aligned: int
    failed: int
    bugs: int
    paragraphs: tuple[int, int]
    links: int
    rows: int
    mean_confidence: float | None
    sure_share: float | None
    doubtful: int
    engines: dict[str, int]
    files: int
    bytes: int
    failures: tuple[Failed, ...]
    remarks: dict[str, int]


_DOUBTFUL: Final = 0.5
"""A pair whose links are on average less sure than this is counted as doubtful."""


def summarise(pairs: Iterable[dict[str, Any]], files: int, size: int) -> Summary:
    """Count the lines of a record."""
    counts: Counter[str] = Counter()
    engines: Counter[str] = Counter()
    remarks: Counter[str] = Counter()
    confidence = 0.0
    failures: list[Failed] = []
    for one in pairs:
        counts["pairs"] += 1
        if "error" in one:
            counts["failed"] += 1
            counts["bugs"] += one["bug"]
            if len(failures) < TOLD:
                failures.append(Failed(one["pair"], one["name"], one["error"], one["hint"], one["bug"]))
            continue
        engines[one["engine"]] += 1
        remarks.update(one["remarks"])
        counts["source"] += one["paragraphs"][0]
        counts["target"] += one["paragraphs"][1]
        for name in ("links", "scored", "sure", "rows"):
            counts[name] += one[name]
        confidence += one["confidence"]
        counts["doubtful"] += bool(one["scored"]) and one["confidence"] / one["scored"] < _DOUBTFUL
    scored = counts["scored"]
    return Summary(
        pairs=counts["pairs"],
        aligned=counts["pairs"] - counts["failed"],
        failed=counts["failed"],
        bugs=counts["bugs"],
        paragraphs=(counts["source"], counts["target"]),
        links=counts["links"],
        rows=counts["rows"],
        mean_confidence=round(confidence / scored, 4) if scored else None,
        sure_share=round(counts["sure"] / scored, 4) if scored else None,
        doubtful=counts["doubtful"],
        engines=dict(sorted(engines.items())),
        files=files,
        bytes=size,
        failures=tuple(failures),
        remarks=dict(sorted(remarks.items())),
    )
