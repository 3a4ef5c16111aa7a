"""What a batch was asked to do, kept beside its output, so that it goes on as it began."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from taqabul import __version__
from taqabul.batch.manifest import Manifest
from taqabul.batch.work import Choices
from taqabul.domain.errors import InvalidInput, UnreadableFile
from taqabul.formats.atomic import cannot_write, drop_unfinished, replacing
from taqabul.formats.writers import writer_for

PRIVATE: Final = 0o600
_FILE: Final = "plan.json"


class BatchFormat(StrEnum):
    """What the files of the output may be."""

    JSONL = "jsonl"
    PARQUET = "parquet"
    TMX = "tmx"


@dataclass(frozen=True, slots=True)
class Plan:
    """What decides the output to the letter; where and by how many it is worked out does not."""

    pairs: int
    digest: str
    format: BatchFormat
    pairs_a_shard: int
    choices: Choices

    @property
    def shards(self) -> int:
        """How many files the output has."""
        return -(-self.pairs // self.pairs_a_shard)

    def shard_of(self, number: int) -> int:
        """The file a pair goes into."""
        return number // self.pairs_a_shard

    def numbers(self, shard: int) -> range:
        """The pairs of a file."""
        first = shard * self.pairs_a_shard
        return range(first, min(first + self.pairs_a_shard, self.pairs))

    def file(self, shard: int) -> str:
        """The name of a file of the output."""
        return f"part-{shard:05}.{self.format}"


def make_plan(manifest: Manifest, choices: Choices, format_: BatchFormat, pairs_a_shard: int) -> Plan:
    """The plan for a manifest. Raises UnsupportedFormat where what writes the format is not installed."""
    writer_for(Path(f"part.{format_}"))
    return Plan(manifest.pairs, manifest.digest, format_, pairs_a_shard, choices)


@contextmanager
def held(out: Path) -> Iterator[None]:
    """The output folder, made where there is none, for this program alone while the block runs.

    Raises CannotWrite, and InvalidInput where another batch writes there.
    """
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(out / ".lock", os.O_RDWR | os.O_CREAT, PRIVATE)
    except OSError as error:
        raise cannot_write(out, error) from error
    try:
        _lock(lock, out)
        try:
            drop_unfinished(out)
        except OSError as error:
            raise cannot_write(out, error) from error
        yield
    finally:
        os.close(lock)


def settle(out: Path, plan: Plan) -> bool:
    """Keep the plan in the output folder, or find that it is the one kept there: then True, the batch goes on.

    Raises InvalidInput where the folder holds something else, or what was asked for has changed.
    """
    path, asked = out / _FILE, _as_object(plan)
    if not path.exists():
        others = [one.name for one in out.iterdir() if one.name not in _OURS]
        if others:
            raise InvalidInput(
                f"{out} holds other files ({others[0]}).", "Name a folder that is empty or not there yet."
            )
        with replacing(path, PRIVATE) as stream:
            stream.write(json.dumps(asked, indent=2, ensure_ascii=False).encode())
        return False
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"{path} cannot be read.", "Name another output folder.") from error
    differing = sorted(key for key in {*kept, *asked} if kept.get(key) != asked.get(key))
    if differing:
        told = "; ".join(f"{key}: {kept.get(key)} then, {asked.get(key)} now" for key in differing)
        raise InvalidInput(
            f"{out} was begun otherwise ({told}).", "Give the same command as then, or another output folder."
        )
    return True


_OURS: Final = frozenset({".lock", ".texts", "pairing.jsonl", "unpaired.jsonl"})


def _as_object(plan: Plan) -> dict[str, Any]:
    """The plan as JSON has it, flat; processors do not decide anything."""
    reading, aligning, choosing = plan.choices.reading, plan.choices.aligning, plan.choices.choosing
    said = {
        "program": __version__,
        "pairs": plan.pairs,
        "list": plan.digest,
        "format": plan.format,
        "pairs_a_shard": plan.pairs_a_shard,
        "encoding": reading.encoding,
        "paragraphs": reading.paragraphs,
        "columns": reading.columns,
        "sheet": reading.sheet,
        "leave_out": sorted(reading.leave_out),
        "keep": sorted(reading.keep),
        "repairs": sorted(reading.repairs),
        "engine": aligning.engine,
        "encoder": aligning.model,
        **asdict(choosing),
    }
    said["statuses"] = sorted(choosing.statuses)
    return dict(json.loads(json.dumps(said)))


def _lock(descriptor: int, out: Path) -> None:
    try:
        import fcntl  # noqa: PLC0415 - not on every system

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InvalidInput(
            f"Another batch is writing into {out}.", "Wait for it, or name another folder."
        ) from error
    except ImportError:
        return
