"""How texts are aligned: options that several commands share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import AlignOptions, EngineChoice

Engine = Annotated[
    EngineChoice,
    typer.Option("--engine", help="auto: meaning and shared words; lexical: without the sentence encoder."),
]
EncoderFolder = Annotated[
    Path | None,
    typer.Option(
        "--encoder",
        metavar="FOLDER",
        help="A sentence-transformers model to use instead of the encoder that comes with taqabul.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        min=0,
        metavar="N",
        help="Use N processors at most; 0: all that this process may use.",
        show_default="all",
    ),
]


@dataclass(frozen=True)
class EngineChoices:
    """What aligns, as it is said on the command line."""

    engine: Engine = EngineChoice.AUTO
    encoder: EncoderFolder = None
    jobs: Jobs = 0

    @property
    def options(self) -> AlignOptions:
        """How to align. Raises InvalidInput where an encoder is given that the engine would not use."""
        if self.encoder is not None and self.engine is EngineChoice.LEXICAL:
            raise InvalidInput("The lexical engine uses no encoder.", "Leave out --encoder or --engine.")
        return AlignOptions(self.engine, self.jobs, str(self.encoder) if self.encoder else None)
