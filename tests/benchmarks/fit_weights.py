"""Fit the weights of the evidence on gold alignments; run by hand.

    python tests/benchmarks/fit_weights.py GOLD.jsonl... [--cache FILE] [--write]

A linear-chain conditional random field over monotone alignments of units (Lafferty, McCallum and
Pereira, 2001). The gold says which paragraphs face each other, not which clauses: the clause links
inside a gold link are latent, and the gradient is the difference between the expected evidence of all
alignments that keep to the gold and that of all alignments. Every set counts alike; to the variants of
the gold come documents with paragraphs of other documents in them, which face nothing.

The scores printed, and the confidence, are of each set with weights fitted on the others; the confidence
learns from a few paragraphs cut out of a document, and from paragraphs of unrelated texts, as well.
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from gold import CachedEncoder, Case, cut_long, load_cases, piece

from taqabul.align import confidence, engine, weights
from taqabul.align.evaluate import Score, strict_score
from taqabul.align.evidence import NULL_PARTS, PARTS, Grounds, gather, null_parts, parts
from taqabul.align.linking import Pairing, in_rows
from taqabul.align.path import Scores, probabilities
from taqabul.align.weights import SIGNS, Weights
from taqabul.domain.options import AlignOptions, EngineChoice

VARIANTS = ("plain", "del", "merge", "mergedel")
CLASSES = ("1-1", "1-2", "1-3", "1-4", "2-2")
FORBIDDEN = -1e4
SHARED, OWN = 0.001, 0.01
BATCH = 8


def shape_class(shape: tuple[int, int]) -> str:
    """Shapes that differ only in the side share their weights: "1-2" for 2-1."""
    return "-".join(str(size) for size in sorted(shape))


class Example:
    """A document's evidence as tables, and which links keep to the gold."""

    def __init__(self, case: Case, encoder: CachedEncoder | None) -> None:
        texts = case.texts(encoder)
        self.set = case.set
        self.grounds = gather(texts)
        self._read(self.grounds)
        self.size = len(texts.source) + len(texts.target)
        numbers = ({}, {})
        for number, pairing in enumerate(case.links):
            for side in (0, 1):
                lone = -1 - side
                numbers[side].update(dict.fromkeys(pairing[side], number if pairing.faces else lone))
        rows, columns = (
            np.array([numbers[side][p] for p in units.paragraphs.tolist()])
            for side, units in enumerate(texts.sides)
        )
        self.allowed = {shape: _same(rows, columns, shape) for shape in self.tables}
        self.may_be_alone = tuple(
            (n < 0) | (np.bincount(units.paragraphs)[units.paragraphs] > 1)
            for n, units in zip((rows, columns), texts.sides, strict=True)
        )

    def _read(self, grounds: Grounds) -> None:
        self.tables = {shape: np.stack(t, axis=-1) for shape, t in parts(grounds)}
        sides = (grounds.source, grounds.target)
        self.alone = tuple(np.stack(null_parts(units), axis=-1) for units in sides)

    def forget_meaning(self) -> None:
        """What is left of the evidence without an encoder."""
        self._read(replace(self.grounds, vectors=None))

    def is_reachable(self) -> bool:
        """Whether some alignment of the known shapes keeps to the gold: no link of six and six does."""
        return probabilities(self.kept(self.scores(Model()))).total > FORBIDDEN / 2

    def scores(self, model: "Model") -> Scores:
        """Log-weights."""
        links = {
            shape: (t @ model.vector(shape_class(shape)).astype(np.float32)).astype(np.float64)
            for shape, t in self.tables.items()
        }
        return Scores(links, *(table @ model.alone for table in self.alone))

    def kept(self, scores: Scores) -> Scores:
        """The same, what breaks the gold all but impossible."""
        links = {s: np.where(self.allowed[s], table, FORBIDDEN) for s, table in scores.links.items()}
        ours, theirs = self.may_be_alone
        return Scores(
            links,
            np.where(ours, scores.source_alone, FORBIDDEN),
            np.where(theirs, scores.target_alone, FORBIDDEN),
        )


def _same(rows: np.ndarray, columns: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Where all units of a link stand in one gold link."""
    m, n = shape
    high, wide = len(rows) - m + 1, len(columns) - n + 1
    ok = np.ones((high, wide), dtype=bool)
    for a in range(m):
        for b in range(n):
            ok &= rows[a : a + high, None] == columns[None, b : b + wide]
    return ok


class Model:
    """Weights all shapes share, what each class of shapes adds, and those of standing alone; with Adam."""

    def __init__(self) -> None:
        self.shared = np.zeros(len(PARTS))
        self.shared[PARTS.index("margin")] = 8.0
        self.own = np.zeros((len(CLASSES), len(PARTS)))
        self.alone = np.zeros(len(NULL_PARTS))
        self.alone[0] = -1.0
        self._moments = [(np.zeros_like(p), np.zeros_like(p)) for p in self.parameters()]
        self._steps = 0

    def parameters(self) -> list[np.ndarray]:
        """What is fitted."""
        return [self.shared, self.own, self.alone]

    def vector(self, name: str) -> np.ndarray:
        """The weights of a class of shapes."""
        return self.shared + self.own[CLASSES.index(name)]

    def gradient(self, example: Example) -> tuple[float, list[np.ndarray]]:
        """The log-likelihood of the gold and how it grows, by unit of text."""
        scores = example.scores(self)
        kept, every = probabilities(example.kept(scores)), probabilities(scores)
        shared, own = np.zeros_like(self.shared), np.zeros_like(self.own)
        for shape, table in example.tables.items():
            slope = (kept.links[shape] - every.links[shape]).astype(np.float32).ravel() @ table.reshape(
                -1, len(PARTS)
            )
            shared += slope
            own[CLASSES.index(shape_class(shape))] += slope
        alone = (kept.source_alone - every.source_alone) @ example.alone[0]
        alone = alone + (kept.target_alone - every.target_alone) @ example.alone[1]
        return (kept.total - every.total) / example.size, [
            g / example.size * 20 for g in (shared, own, alone)
        ]

    def climb(self, gradients: list[list[np.ndarray]], rate: float) -> None:
        """One step of Adam (Kingma and Ba, 2015), small weights preferred."""
        self._steps += 1
        for k, parameter in enumerate(self.parameters()):
            first, second = self._moments[k]
            slope = sum(g[k] for g in gradients) / len(gradients) - (SHARED, OWN, 0.0)[k] * parameter
            first[:] = 0.9 * first + 0.1 * slope
            second[:] = 0.99 * second + 0.01 * slope**2
            scale = np.sqrt(second / (1 - 0.99**self._steps)) + 1e-6
            parameter[:] = parameter + rate * first / (1 - 0.9**self._steps) / scale

    def stored(self, confidence: np.ndarray) -> dict[str, object]:
        """As written to the weights file."""
        return {
            "confidence": {s: round(float(w), 4) for s, w in zip(SIGNS, confidence, strict=True)},
            "links": {
                c: {p: round(float(w), 4) for p, w in zip(PARTS, self.vector(c), strict=True)}
                for c in CLASSES
            },
            "alone": {p: round(float(w), 4) for p, w in zip(NULL_PARTS, self.alone, strict=True)},
        }

    def weights(self) -> Weights:
        """As the engine uses them."""
        links = {}
        for name in CLASSES:
            m, n = map(int, name.split("-"))
            links[m, n] = links[n, m] = self.vector(name).astype(np.float32)
        return Weights(
            links,
            self.alone.astype(np.float32),
            np.eye(len(SIGNS), dtype=np.float32)[SIGNS.index("probability")],
        )


def fit(examples: list[Example], epochs: int, seed: int = 0) -> Model:
    """Climb the likelihood, every set weighing alike; the mean of the last steps (Polyak and Juditsky, 1992)."""
    model, order, examples = Model(), random.Random(seed), list(examples)
    counts = Counter(example.set for example in examples)
    visited: list[list[np.ndarray]] = []
    for epoch in range(epochs):
        order.shuffle(examples)
        rate = 0.15 * (1 - 0.85 * epoch / max(epochs - 1, 1))
        total = 0.0
        for start in range(0, len(examples), BATCH):
            batch = examples[start : start + BATCH]
            found = [model.gradient(example) for example in batch]
            total += sum(likelihood for likelihood, _ in found)
            shares = [len(examples) / len(counts) / counts[example.set] for example in batch]
            model.climb([[g * w for g in gs] for w, (_, gs) in zip(shares, found, strict=True)], rate)
            if epoch >= epochs - 2:
                visited.append([p.copy() for p in model.parameters()])
    print(f"  {epochs} epochs: log-likelihood {total / len(examples):.4f} a unit", flush=True)
    for k, parameter in enumerate(model.parameters()):
        parameter[:] = np.mean([parameters[k] for parameters in visited], axis=0)
    return model


def choose(cases: list[Case], each: int, variants: tuple[str, ...], seed: int = 1) -> list[Case]:
    """As many documents of every set, spread over its variants, as make so many for each variant."""
    groups: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in cases:
        if case.variant in variants:
            groups[case.set, case.variant].append(case)
    held = Counter(name for name, variant in groups if variant != "strangers")
    order = random.Random(seed)
    return [
        case
        for (name, _), group in groups.items()
        for case in order.sample(group, min(each * len(VARIANTS) // held[name], len(group)))
    ]


def is_short(case: Case) -> bool:
    """Whether the tables of a document fit in memory beside those of all others."""
    source, target = case.units()
    return len(source) * len(target) < 16_000


def small_and_unrelated(cases: list[Case], each: int, seed: int = 3) -> list[Case]:
    """A few links of a document as a document; a few paragraphs that face those of quite another text.

    Only the confidence learns from these: it must not take a short text's lack of rivals for certainty.
    """
    order, made = random.Random(seed), []
    plain = [case for case in cases if case.variant in VARIANTS]
    for name in dict.fromkeys(case.set for case in plain):
        here, others = ([c for c in plain if (c.set == name) is same] for same in (True, False))
        for number in range(each):
            case, other = order.choice(here), order.choice(others)
            links = in_rows(case.links)
            size, place = order.choice((1, 1, 2, 3, 4, 6)), order.randrange(len(links))
            small = piece(case, links[place : place + size], f"{case.id}#{place}+{size}")
            small.variant = "small"
            made.append(small)
            start = order.randrange(len(other.target))
            target = other.target[start : start + order.choice((size, order.randint(1, 8)))]
            alone = [Pairing((i,), ()) for i in range(len(small.source))]
            alone += [Pairing((), (j,)) for j in range(len(target))]
            made.append(Case(f"{name}/unrelated{number}", "unrelated", small.source, target, tuple(alone)))
    return made


def with_strangers(cases: list[Case], each: int, seed: int = 2) -> list[Case]:
    """Documents in which some target paragraphs, or all, are another document's: those face nothing.

    Deletions alone would teach that what stands between two right links is right as well.
    """
    order, made = random.Random(seed), []
    for name in dict.fromkeys(case.set for case in cases):
        plain = [
            case
            for case in cases
            if case.set == name and case.variant in ("plain", "del", "merge", "mergedel")
        ]
        for number, case in enumerate(order.sample(plain, min(each, len(plain)))):
            other = order.choice([c for c in plain if _base(c) != _base(case)])
            share = 1.0 if number % 4 == 0 else 0.2
            made.append(_estranged(case, other, share, order))
    return made


def _base(case: Case) -> str:
    """What the variants of one document, or of one piece of it, have in common."""
    return re.sub(r"__[a-z]+", "", case.id)


def _estranged(case: Case, other: Case, share: float, order: random.Random) -> Case:
    target, links = list(case.target), []
    for link in case.links:
        if link.faces and len(link.target) == 1 and order.random() < share:
            target[link.target[0]] = order.choice(other.target)
            links += [Pairing(link.source, ()), Pairing((), link.target)]
        elif share == 1.0:
            links += [Pairing((i,), ()) for i in link.source] + [Pairing((), (j,)) for j in link.target]
            for j in link.target:
                target[j] = order.choice(other.target)
        else:
            links.append(link)
    return Case(f"{case.id}__strangers", "strangers", case.source, target, tuple(links))


class Outcome:
    """What the engine found: strict scores by set and variant, and for each link its signs and its truth."""

    def __init__(self) -> None:
        self.scores: dict[tuple[str, str], Score] = defaultdict(Score)
        self.signs: list[list[float]] = []
        self.truths: list[bool] = []

    def add(self, cases: list[Case], encoder: CachedEncoder | None) -> None:
        """Align some documents with the weights in use."""
        for case in cases:
            with watched_signs() as signs:
                options = AlignOptions(engine=EngineChoice.AUTO if encoder else EngineChoice.LEXICAL)
                found = engine.align(case.source, case.target, options, encoder=encoder).paragraphs
            pairings = [Pairing(p.source, p.target) for p in found if p.source and p.target]
            self.scores[case.set, case.variant] += strict_score(pairings, case.links)
            gold = set(case.links)
            self.truths += [pairing in gold for pairing in pairings]
            self.signs += signs[: len(pairings)]

    def table(self) -> dict[tuple[str, str], float]:
        """Strict F1."""
        return {key: score.f1 for key, score in self.scores.items()}


@contextmanager
def watched_signs() -> Iterator[list[list[float]]]:
    """Hear of the signs the engine draws each confidence from, paragraph links first."""
    heard: list[list[float]] = []
    drawn = confidence.signs

    def listen(*given: object) -> list[float]:
        heard.append(drawn(*given))
        return heard[-1]

    confidence.signs = listen
    try:
        yield heard
    finally:
        confidence.signs = drawn


def fit_confidence(outcome: Outcome) -> np.ndarray:
    """Logistic regression from signs to truth, by Newton's method, small weights preferred."""
    x, y = np.array(outcome.signs), np.array(outcome.truths, dtype=float)
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def print_calibration(outcome: Outcome, weights: np.ndarray) -> None:
    """Confidence said and share right, in bins; the expected calibration error (Guo et al., 2017)."""
    said = 1 / (1 + np.exp(-np.array(outcome.signs) @ weights))
    right = np.array(outcome.truths, dtype=float)
    error = 0.0
    for low, high in pairwise((0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)):
        inside = (said >= low) & (said < high)
        if inside.any():
            error += inside.mean() * abs(said[inside].mean() - right[inside].mean())
            print(
                f"  {low:.2f}-{min(high, 1):.2f}  {inside.sum():6d} links  said {said[inside].mean():.3f}  right {right[inside].mean():.3f}"
            )
    print(
        f"  expected calibration error {error:.4f}; of those at 0.9 and above {right[said >= 0.9].mean():.4f} are right"
    )


def print_table(table: dict[tuple[str, str], float]) -> None:
    """Sets down, variants across."""
    variants = (*VARIANTS, "reorder", "strangers", "small")
    sets = list(dict.fromkeys(name for name, _ in table))
    print(f"{'':12}" + "".join(f"{v:>10}" for v in variants))
    for name in sets:
        print(f"{name:12}" + "".join(f"{table.get((name, v), float('nan')):10.4f}" for v in variants))
    means = [[table[name, v] for name in sets if (name, v) in table] for v in variants]
    print(f"{'mean':12}" + "".join(f"{np.mean(m):10.4f}" if m else f"{'':10}" for m in means))


def use(model: Model) -> None:
    """Let the engine use some weights in this process."""
    fitted = model.weights()
    engine.load_weights = lambda _: fitted


def main() -> None:
    """Fit, and say how well."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--each", type=int, default=8, help="documents of a set and variant to fit on")
    parser.add_argument("--look", type=int, default=16, help="documents of a set and variant to score")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    cases = [part for case in load_cases(given.gold) for part in cut_long(case, 40)]
    encoder = CachedEncoder(given.cache)
    cases += with_strangers(cases, max(given.each // 3, 1))
    short = [case for case in cases if is_short(case)]
    chosen = choose(short, given.each, (*VARIANTS, "strangers"))
    looked = choose(cases, given.look, (*VARIANTS, "reorder", "strangers"))
    looked += small_and_unrelated(short, 4 * given.look)
    examples = [example for example in (Example(case, encoder) for case in chosen) if example.is_reachable()]
    print(f"{len(examples)} documents to fit on, {len(looked)} to score")
    outcome = leave_one_out(looked, examples, encoder, given.epochs)
    trusted = fit_confidence(outcome)
    print("each set scored by weights fitted on the others:")
    print_table(outcome.table())
    print_calibration(outcome, trusted)
    encoder.save()
    if given.write:
        model = fit(examples, given.epochs)
        lexical, doubted = without_encoder(looked, examples, given.epochs)
        stored = {
            "provenance": {
                "made_by": "tests/benchmarks/fit_weights.py",
                "options": f"--each {given.each} --look {given.look} --epochs {given.epochs} --write",
                "sets": sorted({case.set for case in chosen}),
                "documents": len(examples),
            },
            "encoder": model.stored(trusted),
            "lexical": lexical.stored(doubted),
        }
        path = Path(weights.__file__).with_name("weights.json")
        path.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")


def without_encoder(looked: list[Case], examples: list[Example], epochs: int) -> tuple[Model, np.ndarray]:
    """The weights where there is no encoder. Their confidence is drawn from the documents they were fitted on."""
    print("without an encoder:")
    for example in examples:
        example.forget_meaning()
    model = fit(examples, epochs)
    use(model)
    outcome = Outcome()
    outcome.add(looked, None)
    trusted = fit_confidence(outcome)
    print_table(outcome.table())
    print_calibration(outcome, trusted)
    return model, trusted


def leave_one_out(
    looked: list[Case], examples: list[Example], encoder: CachedEncoder, epochs: int
) -> Outcome:
    """Fit without each set in turn, and align that set."""
    outcome = Outcome()
    for left_out in dict.fromkeys(case.set for case in looked):
        print(f"without {left_out}")
        use(fit([example for example in examples if example.set != left_out], epochs))
        outcome.add([case for case in looked if case.set == left_out], encoder)
    return outcome


if __name__ == "__main__":
    main()
