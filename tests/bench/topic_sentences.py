"""Measure how a topic's lexicon labels real sentences that two readers labelled before its terms were written.

    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.topic_sentences

Labels: a pole of the topic's main axis, or none. The lexicon reads the whole article; its label is the pole with more counted weight in the sentence.
"""

import gzip
import json
import os
from pathlib import Path

import numpy as np
import pandas as pd

from framing.analysis.analysis import analyse_articles
from framing.articles.article import Article
from framing.pipeline.scoring import load_lens

ROOT = Path(__file__).resolve().parents[2]
SET = ROOT / "tests" / "quality" / "topic_sentences"
MAIN_AXIS = {"foreign-military-presence": "presence"}


def read_texts(data: Path, wanted: set[str]) -> dict[str, str]:
    """Read the texts of some articles by id."""
    with gzip.open(data / "data" / "abp" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        return {str(one["id"]): one["text"] for one in map(json.loads, file) if str(one["id"]) in wanted}


def label_sentences(topic: str, drawn: pd.DataFrame, texts: dict[str, str]) -> list[str]:
    """Label sentences by the weight of the topic's evidence inside them."""
    lens = load_lens(topic, None)
    axis_id = MAIN_AXIS.get(topic, topic)
    number = [axis.axis_id for axis in lens.axes].index(axis_id)
    labels = []
    for row in drawn.itertuples(index=False):
        analysis = analyse_articles([Article(str(row.article_id), "", "", texts[str(row.article_id)])], lens)
        evidence, begin = analysis.evidence, int(analysis.batch.starts[0])
        starts, ends = analysis.batch.cleaned[0].offsets.to_raw(evidence.starts - begin, evidence.ends - begin)
        own = (evidence.axis == number) & (starts >= row.start) & (ends <= row.end)
        signed = float((evidence.weight * evidence.sign)[own].sum())
        labels.append("none" if signed == 0 else lens.axes[number].pole(signed).pole_id)
    return labels


def measure(gold: list[str], found: list[str]) -> dict[str, tuple[float, float, float]]:
    """Measure precision, recall and F1 of every label."""
    scores = {}
    for label in sorted(set(gold)):
        right = sum(a == b == label for a, b in zip(gold, found, strict=True))
        precision, recall = right / max(found.count(label), 1), right / max(gold.count(label), 1)
        scores[label] = precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
    return scores


def measure_kappa(first: pd.Series, second: pd.Series) -> float:
    """Measure Cohen's kappa of two readers."""
    observed = float((first == second).mean())
    chance = sum(float((first == label).mean()) * float((second == label).mean()) for label in set(first) | set(second))
    return (observed - chance) / (1 - chance)


def main() -> None:
    """Print the figures of every topic that has a lexicon."""
    data = Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared"))
    drawn = pd.read_csv(SET / "drawn.csv", dtype={"article_id": str})
    first, second = (pd.read_csv(SET / f"coder_{name}.csv") for name in "ab")
    shared = first.merge(second, on=["topic", "sentence_id"], suffixes=("_a", "_b"))
    print(f"two readers on {len(shared)} shared sentences: kappa {measure_kappa(shared['label_a'], shared['label_b']):.2f}")
    labelled = pd.concat([first, second]).drop_duplicates(["topic", "sentence_id"])
    texts = read_texts(data, set(drawn["article_id"]))
    means = []
    for topic, rows in drawn.merge(labelled, on=["topic", "sentence_id"]).groupby("topic"):
        if not (ROOT / "lexicons" / "topics" / str(topic)).is_dir():
            continue
        scores = measure(rows["label"].tolist(), label_sentences(str(topic), rows, texts))
        means.append(float(np.mean([f1 for _, _, f1 in scores.values()])))
        said = ", ".join(f"{label} P {p:.2f} R {r:.2f} F1 {f1:.2f}" for label, (p, r, f1) in scores.items())
        print(f"{topic}: {len(rows)} sentences, macro F1 {means[-1]:.2f} ({said})")
    print(f"mean macro F1 {np.mean(means):.2f}")


if __name__ == "__main__":
    main()
