"""The aligner at work: in this process, or in one of its own that stays warm between calls."""

from collections.abc import Sequence

from taqabul.domain.bitext import Alignment
from taqabul.domain.options import AlignOptions, Progress, no_progress


def propose(
    source: Sequence[Sequence[str]],
    target: Sequence[Sequence[str]],
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
) -> Alignment:
    """Align two documents, given as paragraphs that are lists of sentences, in this process."""
    # The engine and its model are slow to load; who only reviews never needs them.
    from taqabul.align.encoder import find_encoder  # noqa: PLC0415
    from taqabul.align.engine import align  # noqa: PLC0415

    options = options or AlignOptions()
    return align(source, target, options, progress, find_encoder(options))
