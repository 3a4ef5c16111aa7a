"""Fits what the checks of names and omissions weigh their evidence with; run by hand.

    python tests/benchmarks/fit_checks.py GOLD.jsonl ... [--write]

Of each file every other document is left out, for ``bench_checks.py --half 1``. Errors are planted by
``planting.py``, several times with other draws. Printed is how well weights fitted on the other files judge each;
``--write`` stores those fitted on all in ``checks/weights.json``.
"""

import argparse
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from planting import Planter, gold_pairs, made

from taqabul.checks import names, omission
from taqabul.checks.name_evidence import Evidence, Named, evidence
from taqabul.checks.name_habits import Habits
from taqabul.checks.records import Pair
from taqabul.checks.whole import Whole, whole_of
from taqabul.domain.options import AlignOptions
from taqabul.workflow.pair_meaning import Meanings

OUT = Path(names.__file__).with_name("weights.json")
LEAST = {"names": 3.2, "omission": 0.0}
DRAWS = 3


class Sample(NamedTuple):
    """What is measured of places: a row each, 1 where an error was planted, the pair it is of."""

    measured: np.ndarray
    wrong: np.ndarray
    pair: np.ndarray
    pairs: int


def sample_names(planter: Planter, whole: Whole, meanings: Meanings) -> Sample:
    """Names as they are, and pairs in which one was swapped (the worst of each).

    Each is measured twice, by what the bitext teaches and as in one that teaches nothing: the names of a short text
    stand in it once, and a wrong name may stand nowhere else.
    """
    rows: list[tuple[tuple[float, ...], int, int]] = []

    def both(one: Named, here: Evidence, pair: Pair, wrong: int, number: int) -> None:
        rows.extend(
            (names.measured(one, here, pair.link, habits), wrong, number)
            for habits in (whole.names, Habits())
        )

    for number, (_, pair) in enumerate(planter.pairs):
        here = whole.evidence(pair)
        true = {one.measured for one in here.names}
        for one in here.names:
            if not whole.names.is_rendered(one.key):
                both(one, here, pair, 0, number)
        planted = planter.name(pair)
        if planted is None:
            continue
        there = evidence(meanings.told(planted), whole.small)
        changed = [one for one in there.names if one.measured not in true]
        # The one changed most against the pair as it was: what stood for it is gone.
        if changed:
            worst = min(changed, key=lambda one: one.measured[2])
            if not whole.names.is_rendered(worst.key):
                both(worst, there, pair, 1, number)
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


def joined(samples: list[Sample]) -> Sample:
    """Several draws over the same pairs as one; what is not planted is the same in each, and counts once."""
    first, *others = samples
    wrong = [one.wrong == 1 for one in others]
    return Sample(
        np.concatenate([first.measured, *(one.measured[k] for one, k in zip(others, wrong, strict=True))]),
        np.concatenate([first.wrong, *(one.wrong[k] for one, k in zip(others, wrong, strict=True))]),
        np.concatenate([first.pair, *(one.pair[k] for one, k in zip(others, wrong, strict=True))]),
        first.pairs,
    )


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
    for least in (-1, -0.5, 0, 0.5, 1, 2, 2.5, 3, 3.5):
        false = len(set(sample.pair[(sample.wrong == 0) & (score > least)].tolist())) / sample.pairs
        found = float((score[sample.wrong == 1] > least).mean())
        print(f"   above {least:4}: false in {100 * false:.2f} % of pairs, {100 * found:.1f} % found")


def prepared(path: Path) -> tuple[list[tuple[str, Pair]], Whole, Meanings]:
    """Half of a file with what is to be measured against."""
    pairs = gold_pairs(path, 0)
    meanings = Meanings.found(AlignOptions())
    plain: list[Pair] = [pair for _, pair in pairs]
    meanings.prepare(plain)
    return pairs, whole_of(plain, meanings.told), meanings


SAMPLERS = (("names", sample_names), ("omission", sample_omissions))


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--only", choices=[name for name, _ in SAMPLERS])
    options = parser.parse_args()
    sets = [prepared(path) for path in options.gold]
    written: dict[str, object] = json.loads(OUT.read_text("utf-8"))
    for name, sampler in SAMPLERS:
        if options.only not in {None, name}:
            continue
        samples = [
            joined([sampler(Planter(pairs, draw), *rest) for draw in range(1, DRAWS + 1)])
            for pairs, *rest in sets
        ]
        for k, path in enumerate(options.gold):
            print(f"{name}: {path.stem}, weights of the others")
            judge(fit([one for n, one in enumerate(samples) if n != k] or samples), samples[k])
        written[name] = fit(samples) | {"least": LEAST[name]}
    if options.write:
        OUT.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
