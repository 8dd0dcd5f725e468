"""Measure how well the classifier's pipeline finds biased sentences when it learns from the benchmark's own training folds (BABE).

    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.babe [seen|unseen|all]

Nothing learned here ships. Articles are kept whole: `seen` is cross-validation on the four fifths of the articles used in development,
`unseen` trains on these and reads the last fifth, `all` is five folds over everything.
"""

import gzip
import json
import os
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from framing.classifier.evaluation import count_confusion, measure_confusion
from framing.classifier.examples import Examples
from framing.classifier.facts import make_facts
from framing.classifier.linear import fit_linear, split_folds
from framing.classifier.training import train_classifier
from framing.classifier.units import analyse_sentences
from framing.evidence.lens import Lens, make_lens
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders

DATA = Path(os.environ.get("FRAMING_DATA", Path(__file__).resolve().parents[3] / "shared")) / "data"


def read_babe() -> Examples:
    """Read the sentences with their labels, grouped by article."""
    with gzip.open(DATA / "babe" / "sentences.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return Examples(*(tuple(str(row[name] or row["id"]) for row in rows) for name in ("text", "label", "url")), ("",) * len(rows))


def is_unseen(examples: Examples) -> NDArray[np.bool_]:
    """Tell which sentences belong to the fifth of the groups that was kept apart."""
    return np.array([zlib.crc32(group.encode()) % 5 == 0 for group in examples.groups])


def read_by_pipeline(seen: Examples, unseen: Examples, lens: Lens) -> list[str]:
    """Train the pipeline on some sentences and label others."""
    labels = sorted(set(seen.labels))
    model = train_classifier(seen, lens, shares=dict.fromkeys(labels, 1 / len(labels)))
    return [str(label) for label in model.predict(make_facts(*analyse_sentences(unseen.texts, lens)))]


def read_by_tfidf(seen: Examples, unseen: Examples, _: Lens) -> list[str]:
    """Label by a plain TF-IDF logistic regression of words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer()
    classes, codes = np.unique(seen.labels, return_inverse=True)
    coef, intercept = fit_linear(vectors.fit_transform(seen.texts), codes, len(classes), 1.0, np.ones(len(codes)))
    return [str(classes[code]) for code in (vectors.transform(unseen.texts) @ coef + intercept).argmax(axis=1)]


def read_by_lexicon(_: Examples, unseen: Examples, lens: Lens) -> list[str]:
    """Label by the shipped list of loaded words alone: biased where one stands."""
    facts = make_facts(*analyse_sentences(unseen.texts, lens))
    return ["biased" if n else "non-biased" for n in facts.filter(like="loaded_").sum(axis=1)]


READERS = {"pipeline": read_by_pipeline, "plain TF-IDF": read_by_tfidf, "shipped loaded words alone": read_by_lexicon}


def make_splits(examples: Examples, part: str) -> list[NDArray[np.bool_]]:
    """Return for each fold which sentences are read."""
    if part == "unseen":
        return [is_unseen(examples)]
    fold = split_folds(np.zeros(len(examples), np.int64), np.array(examples.groups), 0)
    return [fold == number for number in np.unique(fold)]


def print_scores(gold: Sequence[str], found: Sequence[str], name: str) -> None:
    """Print macro F1 and precision, recall and F1 of every class."""
    classes = sorted(set(gold))
    scores = measure_confusion(count_confusion(gold, found, classes, np.ones(len(gold))))
    said = ", ".join(f"{label} {p:.3f} {r:.3f} {f:.3f}" for label, (p, r, f) in zip(classes, scores.T, strict=True))
    print(f"  {name}: macro F1 {scores[2].mean():.3f}, accuracy {np.mean([a == b for a, b in zip(gold, found, strict=True)]):.3f}; P R F1 of {said}")


def main(part: str = "all") -> None:
    """Print the figures of every reader."""
    examples, lens = read_babe(), make_lens(read_general(lexicon_folders()))
    if part == "seen":
        examples = examples.take(~is_unseen(examples))
    splits = make_splits(examples, part)
    print(f"BABE, {part}: {len(examples)} sentences, {len(splits)} fold(s)")
    for name, read in READERS.items():
        gold: list[str] = []
        found: list[str] = []
        for held in splits:
            gold += examples.take(held).labels
            found += read(examples.take(~held), examples.take(held), lens)
        print_scores(gold, found, name)


if __name__ == "__main__":
    main(*sys.argv[1:2])
