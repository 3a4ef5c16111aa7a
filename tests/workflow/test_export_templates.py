"""Ways to export, kept under a name."""

import json
from pathlib import Path

import pytest

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import ExportOptions, Level, PairOrder, Wording
from taqabul.workflow import export_templates as kept
from taqabul.workflow.export_templates import ExportTemplate

FULL = ExportTemplate(
    ".v1.xlf",
    ExportOptions(
        Level.SENTENCE,
        frozenset({LinkStatus.CONFIRMED}),
        0.35,
        one_sided=True,
        byte_order_mark=False,
        wording=Wording.ORIGINAL,
        order=PairOrder.TARGET,
    ),
)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "user_data", lambda: tmp_path)
    return tmp_path / "export-templates.json"


def test_a_template_comes_back_as_it_was_kept() -> None:
    kept.save_template(" For Rim ", FULL)
    kept.save_template("everything", ExportTemplate(".tmx", ExportOptions()))
    assert list(kept.export_templates()) == ["everything", "For Rim"]
    assert kept.export_template("For Rim") == FULL
    kept.forget_template("For Rim")
    assert list(kept.export_templates()) == ["everything"]


def test_a_template_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(InvalidInput, match="other"):
        kept.export_template("other")
    kept.save_template("mine", FULL)
    with pytest.raises(InvalidInput) as caught:
        kept.export_template("other")
    assert "mine" in caught.value.hint
    with pytest.raises(InvalidInput):
        kept.save_template("  ", FULL)


def test_what_cannot_be_understood_is_left_out_and_left_alone(place: Path) -> None:
    kept.save_template("good", FULL)
    contents = json.loads(place.read_text("utf-8")) | {"new": {"level": "chapter"}, "odd": 7}
    place.write_text(json.dumps(contents), "utf-8")
    assert list(kept.export_templates()) == ["good"]
    kept.save_template("second", FULL)
    assert json.loads(place.read_text("utf-8")).keys() == {"good", "new", "odd", "second"}
    place.write_text("[", "utf-8")
    assert kept.export_templates() == {}


@pytest.mark.parametrize(
    ("name", "expected"), [("out", "out.v1.xlf"), ("out.tmx", "out.tmx"), ("a.b.jsonld", "a.b.jsonld")]
)
def test_a_name_without_an_ending_gets_that_of_the_template(name: str, expected: str) -> None:
    assert kept.named_by(FULL, Path(name)) == Path(expected)
