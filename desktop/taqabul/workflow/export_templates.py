"""Ways to export that people keep under a name: which format, which pairs, in which order."""

import json
from dataclasses import dataclass
from pathlib import Path

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import ExportOptions, Level, PairOrder, Wording
from taqabul.formats.annotations.registry import ending_of as annotation_ending_of
from taqabul.formats.atomic import replacing
from taqabul.formats.writers import ending_of
from taqabul.paths import user_data


@dataclass(frozen=True, slots=True)
class ExportTemplate:
    """A format, by the ending of its files, and the pairs that go into it."""

    ending: str
    options: ExportOptions


def templates_file() -> Path:
    """Where a person's templates are."""
    return user_data() / "export-templates.json"


def export_templates() -> dict[str, ExportTemplate]:
    """All templates by name, in the order of their names; what cannot be understood is left out."""
    found = {name: _read(content) for name, content in _contents().items()}
    known = {name: one for name, one in found.items() if one is not None}
    return dict(sorted(known.items(), key=lambda pair: pair[0].casefold()))


def export_template(name: str) -> ExportTemplate:
    """The template of this name. Raises InvalidInput."""
    known = export_templates()
    if name not in known:
        hint = f"There are: {', '.join(known)}." if known else "Keep one in the window's export dialog."
        raise InvalidInput(f"There is no export template called “{name}”.", hint)
    return known[name]


def named_by(template: ExportTemplate, out: Path) -> Path:
    """The file to write: where its name tells no format, the template's ending is added."""
    told = ending_of(out) or annotation_ending_of(out) or out.suffix
    return out if told else out.with_name(f"{out.name}{template.ending}")


def save_template(name: str, template: ExportTemplate) -> None:
    """Keep a template; another of that name gives way. Raises InvalidInput for an empty name, CannotWrite."""
    if not name.strip():
        raise InvalidInput("A template needs a name.", "Type one, “For the memory” for instance.")
    _write(_contents() | {name.strip(): _written(template)})


def forget_template(name: str) -> None:
    """Keep a template no longer. Raises CannotWrite."""
    _write({other: content for other, content in _contents().items() if other != name})


def _contents() -> dict[str, object]:
    try:
        found = json.loads(templates_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(contents: dict[str, object]) -> None:
    with replacing(templates_file()) as stream:
        stream.write(json.dumps(contents, ensure_ascii=False, indent=1).encode())


def _written(template: ExportTemplate) -> dict[str, object]:
    options = template.options
    return {
        "ending": template.ending,
        "level": options.level.value,
        "statuses": sorted(status.value for status in options.statuses),
        "min_confidence": options.min_confidence,
        "one_sided": options.one_sided,
        "byte_order_mark": options.byte_order_mark,
        "text": options.wording.value,
        "order": options.order.value,
    }


def _read(content: object) -> ExportTemplate | None:
    if not isinstance(content, dict):
        return None
    try:
        options = ExportOptions(
            Level(content["level"]),
            frozenset(map(LinkStatus, content["statuses"])),
            float(content["min_confidence"]),
            bool(content["one_sided"]),
            bool(content["byte_order_mark"]),
            Wording(content["text"]),
            PairOrder(content["order"]),
        )
        return ExportTemplate(str(content["ending"]), options)
    except (KeyError, ValueError, TypeError):
        return None
