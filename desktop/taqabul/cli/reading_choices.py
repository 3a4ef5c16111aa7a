"""How files are read: the options of ``align``."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import typer

from taqabul.cli.choices import column_roles
from taqabul.cli.looking import Repairs
from taqabul.domain.files import Aside
from taqabul.domain.options import ColumnRole, ImportOptions, ParagraphRule
from taqabul.workflow.mending import repairs_named

_ALL: Final = "all"


def _checked(kinds: list[str] | None) -> list[str]:
    for kind in kinds or []:
        if kind not in {*Aside, _ALL}:
            raise typer.BadParameter(f"“{kind}” is none of {', '.join(Aside)}, {_ALL}.")
    return kinds or []


def _asides(kinds: list[str] | None) -> frozenset[Aside]:
    chosen = kinds or []
    return frozenset(Aside) if _ALL in chosen else frozenset(map(Aside, chosen))


Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="E", help="Read the files in this encoding.", show_default="found out"
    ),
]
KeepAsides = Annotated[
    list[str] | None,
    typer.Option(
        "--keep",
        metavar="KIND",
        callback=_checked,
        help="Take in what a document or page marks as such a part of itself. May be given several times.",
        show_default=False,
    ),
]
ColumnWords = Annotated[
    list[str] | None,
    typer.Option(
        "--columns",
        metavar="ROLE=COLUMN,…",
        help="Which columns of a table are what, by number or header: ar=2,en=3,note=Remarks. Roles: "
        f"{', '.join(ColumnRole)}.",
        show_default="found out",
    ),
]
AlignmentFile = Annotated[
    Path | None,
    typer.Option(
        "--alignment",
        metavar="FILE",
        help="What hunalign (ladder), vecalign, SentAlign or bertalign wrote of the two files, instead of aligning them.",
        show_default=False,
    ),
]
Sheet = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook.", show_default="found out"),
]
LeaveOut = Annotated[
    list[str] | None,
    typer.Option(
        "--leave-out",
        metavar="KIND",
        callback=_checked,
        help="Leave such parts of a page out of a plain text: "
        f"{', '.join(Aside)} or {_ALL}. May be given several times.",
        show_default=False,
    ),
]
Paragraphs = Annotated[ParagraphRule, typer.Option("--paragraphs", help="What parts two paragraphs.")]


@dataclass(frozen=True)
class ReadingChoices:
    """How to read the files, as it is said on the command line."""

    encoding: Encoding = None
    paragraphs: Paragraphs = ParagraphRule.AUTO
    columns: ColumnWords = None
    sheet: Sheet = None
    leave_out: LeaveOut = None
    keep: KeepAsides = None
    alignment: AlignmentFile = None
    repair: Repairs = None

    @property
    def options(self) -> ImportOptions:
        """The same for those who read. Raises InvalidInput."""
        return ImportOptions(
            encoding=self.encoding,
            paragraphs=self.paragraphs,
            columns=column_roles(self.columns or []),
            sheet=self.sheet,
            leave_out=_asides(self.leave_out),
            alignment=self.alignment,
            repairs=repairs_named(self.repair or []),
            keep=_asides(self.keep),
        )
