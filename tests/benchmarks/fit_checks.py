"""Fits what the checks of names and omissions weigh their evidence with; run by hand.

    python tests/benchmarks/fit_checks.py FLORES.jsonl NTREX.jsonl [--write]

Of the last file every other document is left out, for ``bench_checks.py --half 1``. Errors are planted by
``planting.py``. Printed is how well weights fitted on one set judge the other; ``--write`` stores those fitted
on both in ``checks/weights.json``.
"""

import argparse
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from planting import Planter, gold_pairs, made

from taqabul.checks import names, omission
from taqabul.checks.name_evidence import evidence
from taqabul.checks.records import Pair
from taqabul.checks.whole import Whole, whole_of
from taqabul.domain.options import AlignOptions
from taqabul.workflow.pair_meaning import Meanings

OUT = Path(names.__file__).with_name("weights.json")
LEAST = {"names": 2.1, "omission": 0.0}


class Sample(NamedTuple):
    """What is measured of places: a row each, 1 where an error was planted, the pair it is of."""

    measured: np.ndarray
    wrong: np.ndarray
    pair: np.ndarray
    pairs: int


def sample_names(planter: Planter, whole: Whole, meanings: Meanings) -> Sample:
    """Names as they are, and pairs in which one was swapped (the worst of each)."""
    rows: list[tuple[tuple[float, ...], int, int]] = []
    for number, (_, pair) in enumerate(planter.pairs):
        here = whole.evidence(pair)
        true = {one.measured for one in here.names}
        rows += [
            (names.measured(one, here, pair.link, whole.names), 0, number)
            for one in here.names
            if not whole.names.is_rendered(one.key)
        ]
        for _ in range(2):
            planted = planter.name(pair)
            if planted is None:
                continue
            there = evidence(meanings.told(planted), whole.small)
            changed = [one for one in there.names if one.measured not in true]
            # The one changed most against the pair as it was: what stood for it is gone.
            if changed:
                worst = min(changed, key=lambda one: one.measured[2])
                if not whole.names.is_rendered(worst.key):
                    rows.append((names.measured(worst, there, pair.link, whole.names), 1, number))
    return _sample(rows, len(planter.pairs))


def sample_omissions(planter: Planter, whole: Whole, meanings: Meanings) -> Sample:
    """Sentences as they are, alone and in joined pairs, and sentences whose counterpart was dropped."""
    rows: list[tuple[tuple[float, ...], int, int]] = []
    for number, (document, pair) in enumerate(planter.pairs):
        texts = [pair]
        if number + 1 < len(planter.pairs) and planter.pairs[number + 1][0] == document and number % 3 == 0:
            after = planter.pairs[number + 1][1]
            texts.append(made(pair.link, f"{pair.source}\n{after.source}", f"{pair.target}\n{after.target}"))
        joined = planter.joined(number)
        if joined is not None:
            texts.append(joined)
        for one in texts:
            rows += [(c.measured, 0, number) for c in omission.candidates(meanings.told(one), whole)]
        planted = planter.sentence(number)
        if planted is not None:
            shorter = len(planted.sentences[0]) < len(planted.sentences[1])
            there = [
                c for c in omission.candidates(meanings.told(planted), whole)
                if (c.side == "target") is shorter
            ]  # fmt: skip
            if there:
                # What was dropped is the sentence least like anything that is left.
                rows.append((min(there, key=lambda c: c.measured[0] + c.measured[8]).measured, 1, number))
    return _sample(rows, len(planter.pairs))


def _sample(rows: list[tuple[tuple[float, ...], int, int]], pairs: int) -> Sample:
    measured, wrong, numbers = zip(*rows, strict=True)
    return Sample(np.array(measured, float), np.array(wrong), np.array(numbers), pairs)


def fit(samples: list[Sample]) -> dict[str, object]:
    """A logistic regression by Newton's method, with a little shrinkage."""
    measured = np.concatenate([one.measured for one in samples])
    wrong = np.concatenate([one.wrong for one in samples]).astype(float)
    mean, scale = measured.mean(axis=0), measured.std(axis=0) + 1e-6
    table = np.c_[(measured - mean) / scale, np.ones(len(measured))]
    weights = np.zeros(table.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        bend = chance * (1 - chance) + 1e-6
        weights += np.linalg.solve(
            table.T * bend @ table + 0.1 * np.eye(len(weights)), table.T @ (wrong - chance) - 0.1 * weights
        )
    return {
        "mean": [round(x, 5) for x in mean.tolist()],
        "scale": [round(x, 5) for x in scale.tolist()],
        "weights": [round(x, 5) for x in weights[:-1].tolist()],
        "bias": round(float(weights[-1]), 5),
    }


def judge(fitted: dict[str, object], sample: Sample) -> None:
    """Print false alarms, as a share of pairs, and what is found, at several thresholds."""
    score = (sample.measured - fitted["mean"]) / fitted["scale"] @ np.array(fitted["weights"]) + fitted[
        "bias"
    ]
    for least in (-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5):
        false = len(set(sample.pair[(sample.wrong == 0) & (score > least)].tolist())) / sample.pairs
        found = float((score[sample.wrong == 1] > least).mean())
        print(f"   above {least:4}: false in {100 * false:.2f} % of pairs, {100 * found:.1f} % found")


def prepared(path: Path, half: int | None) -> tuple[Planter, Whole, Meanings]:
    """A file with what is to be measured against."""
    pairs = gold_pairs(path, half)
    meanings = Meanings.found(AlignOptions())
    plain: list[Pair] = [pair for _, pair in pairs]
    meanings.prepare(plain)
    return Planter(pairs), whole_of(plain, meanings.told), meanings


SAMPLERS = (("names", sample_names), ("omission", sample_omissions))


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("one", type=Path)
    parser.add_argument("halved", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", choices=[name for name, _ in SAMPLERS])
    options = parser.parse_args()
    sets = [prepared(options.one, None), prepared(options.halved, 0)]
    written: dict[str, object] = json.loads(OUT.read_text("utf-8"))
    for name, sampler in SAMPLERS:
        if options.only not in {None, name}:
            continue
        samples = [sampler(*one) for one in sets]
        for k, path in enumerate((options.one, options.halved)):
            print(f"{name}: {path.stem}, weights of the other set")
            judge(fit([samples[1 - k]]), samples[k])
        written[name] = fit(samples) | {"least": LEAST[name]}
    if options.write:
        OUT.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
