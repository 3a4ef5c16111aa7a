"""Which pairs are written and how: the options that ``align`` and ``export`` share."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Annotated, Final

import typer

from taqabul.cli.choices import Levels, MinConfidence, NoMark, OneSided
from taqabul.domain.bitext import LinkStatus
from taqabul.domain.options import ExportOptions, Level, PairOrder, Wording
from taqabul.workflow.export_templates import export_template, named_by

_DECIDES: Final = {
    "level": "level",
    "status": "statuses",
    "min_confidence": "min_confidence",
    "one_sided": "one_sided",
    "no_bom": "byte_order_mark",
    "text": "wording",
    "order": "order",
}
"""What is said on the command line, and what of ``ExportOptions`` it decides."""


@dataclass(frozen=True)
class PairChoices:
    """The pairs that are wanted, as they are named on the command line."""

    level: Levels = Level.PARAGRAPH
    status: Annotated[
        list[LinkStatus] | None,
        typer.Option(
            "--status",
            help="Keep only pairs of this status; may be given several times. Without it all but the rejected.",
            show_default=False,
        ),
    ] = None
    min_confidence: MinConfidence = 0.0
    one_sided: OneSided = False
    text: Annotated[
        Wording, typer.Option("--text", help="The text as people corrected it, or as it was imported.")
    ] = Wording.CORRECTED
    order: Annotated[
        PairOrder, typer.Option("--order", help="Pairs as the rows stand, or as the text of one side runs.")
    ] = PairOrder.ROWS
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="NAME",
            help="Choose as the template of this name does, which the window keeps; what is said here as well goes before it.",
            show_default=False,
        ),
    ] = None
    no_bom: NoMark = False

    def decided(self, context: typer.Context, outputs: list[Path]) -> tuple[list[Path], ExportOptions]:
        """The files to write and the pairs for them; ``context`` tells what was said. Raises InvalidInput."""
        options = ExportOptions(
            self.level,
            frozenset(self.status) if self.status else ExportOptions().statuses,
            self.min_confidence,
            self.one_sided,
            byte_order_mark=not self.no_bom,
            wording=self.text,
            order=self.order,
        )
        if not self.template:
            return outputs, options
        kept = export_template(self.template)
        said = [
            _DECIDES[one.name] for one in fields(self) if one.name in _DECIDES and _is_said(context, one.name)
        ]
        decided = replace(kept.options, **{name: getattr(options, name) for name in said})
        return [named_by(kept, out) for out in outputs], decided


def _is_said(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"
