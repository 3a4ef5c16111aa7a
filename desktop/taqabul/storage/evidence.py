"""Evidence as text: a JSON object of the parts that say something."""

import json

from taqabul.domain.bitext import Evidence

_NOTHING = Evidence()


def evidence_to_text(evidence: Evidence) -> str:
    """The parts as compact JSON."""
    return json.dumps(evidence.parts(), separators=(",", ":"))


def evidence_from_text(text: str) -> Evidence:
    """The parts back from JSON."""
    return _NOTHING if text == "{}" else Evidence(**json.loads(text))
