"""Measure how well the classifier's pipeline names the generic frame of a sentence, by cross-validation (FrAC's gold sentences).

    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.frac

Nothing learned here ships. Published (F1 .77, macro F1 .66): RoBERTa-large, one of ten labels a sentence as here, fine-tuned on the
sentences of the Media Frames Corpus and only tested on these. Here about 420 of the 523 are all there is to learn from, so the figures
say how far the pipeline gets on that, not which model is better. They move with the draw of the folds: three draws gave .52, .57, .54.
"""

import json

import numpy as np

from framing.classifier.examples import Examples
from framing.classifier.linear import split_folds
from framing.evidence.lens import make_lens
from framing.topics.general import read_general
from framing.topics.topic import lexicon_folders
from tests.bench.babe import DATA, print_scores, read_by_pipeline, read_by_tfidf


def read_frac() -> Examples:
    """Read the sentences with their frames; the source says neither article nor outlet, so each is a group of its own."""
    with (DATA / "frac" / "gold.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    columns = (tuple(str(row[name]) for row in rows) for name in ("text", "frame"))
    return Examples(*columns, ("",) * len(rows), ("",) * len(rows))


def main() -> None:
    """Print the figures of the pipeline and of plain TF-IDF."""
    examples, lens = read_frac(), make_lens(read_general(lexicon_folders()))
    codes = np.unique(examples.labels, return_inverse=True)[1]
    fold = split_folds(codes, None, 0)
    print(f"FrAC: {len(examples)} sentences, {len(set(examples.labels))} frames, {fold.max() + 1} folds")
    for name, read in {"pipeline": read_by_pipeline, "plain TF-IDF": read_by_tfidf}.items():
        gold: list[str] = []
        found: list[str] = []
        for number in range(fold.max() + 1):
            gold += examples.take(fold == number).labels
            found += read(examples.take(fold != number), examples.take(fold == number), lens)
        print_scores(gold, found, name)


if __name__ == "__main__":
    main()
