"""Measure how lexicon, classifier and both label real sentences that two readers labelled before any term or example was written.

    FRAMING_DATA=../shared .venv/bin/python -m tests.bench.topic_sentences

Labels: a pole of the topic's main axis, or none. The whole article is analysed; the lexicon's label is the pole with more counted weight
in the sentence. Figures are totals only: nothing may be tuned on these sentences.
"""

import gzip
import json
import os
from pathlib import Path

import numpy as np
import pandas as pd

from framing.analysis.analysis import Analysis, analyse_articles
from framing.articles.article import Article
from framing.classifier.facts import make_facts
from framing.classifier.reading import label_by_lexicon, read_units
from framing.classifier.shipped import load_classifiers
from framing.classifier.units import Units
from framing.pipeline.scoring import load_lens

ROOT = Path(__file__).resolve().parents[2]
SET = ROOT / "tests" / "quality" / "topic_sentences"
MAIN_AXIS = {"foreign-military-presence": "presence"}


def read_texts(data: Path, wanted: set[str]) -> dict[str, str]:
    """Read the texts of some articles by id."""
    with gzip.open(data / "data" / "abp" / "articles.jsonl.gz", "rt", encoding="utf-8") as file:
        return {str(one["id"]): one["text"] for one in map(json.loads, file) if str(one["id"]) in wanted}


def label_sentences(topic: str, drawn: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    """Label sentences inside their articles; one row each with the labels of every reader: lexicon, classifier, both."""
    lens = load_lens(topic, None)
    axis = lens.topic.axis(MAIN_AXIS.get(topic, topic)) if lens.topic else lens.axes[0]
    trained = [one for one in load_classifiers(lens) if one.axis == axis]
    rows = []
    for row in drawn.itertuples(index=False):
        analysis = analyse_articles([Article(str(row.article_id), "", "", texts[str(row.article_id)])], lens)
        unit = find_unit(analysis, row.start, row.end)
        if trained:
            found = read_units(analysis, unit, trained[0]).iloc[0]
            rows.append((found["lexicon_label"], found["classifier_label"], found["label"]))
        else:
            rows.append((label_by_lexicon(make_facts(analysis, unit, axis.axis_id), axis)[0], "", ""))
    return pd.DataFrame(rows, columns=["lexicon", "classifier", "both"])


def find_unit(analysis: Analysis, raw_start: int, raw_end: int) -> Units:
    """Return the stretch of the one article of a batch that is made of a stretch of its raw text."""
    batch = analysis.batch
    places = np.arange(batch.starts[0], batch.ends[0])
    starts, _ = batch.cleaned[0].offsets.to_raw(places - batch.starts[0], places - batch.starts[0] + 1)
    inside = places[(starts >= raw_start) & (starts < raw_end)]
    return Units(inside[:1], inside[-1:] + 1)


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


def say_scores(gold: pd.Series, found: pd.Series) -> tuple[float, str]:
    """Return the macro F1 of a reader and its figures in words."""
    scores = measure(gold.tolist(), found.tolist())
    macro = float(np.mean([f1 for _, _, f1 in scores.values()]))
    return macro, ", ".join(f"{label} P {p:.2f} R {r:.2f} F1 {f1:.2f}" for label, (p, r, f1) in scores.items())


def main() -> None:
    """Print the figures of every topic that has a lexicon: of the lexicon, the classifier and both, then both by voice."""
    data = Path(os.environ.get("FRAMING_DATA", ROOT.parent / "shared"))
    drawn = pd.read_csv(SET / "drawn.csv", dtype={"article_id": str})
    first, second = (pd.read_csv(SET / f"coder_{name}.csv") for name in "ab")
    shared = first.merge(second, on=["topic", "sentence_id"], suffixes=("_a", "_b"))
    print(f"two readers on {len(shared)} shared sentences: kappa {measure_kappa(shared['label_a'], shared['label_b']):.2f}")
    labelled = pd.concat([first, second]).drop_duplicates(["topic", "sentence_id"])
    texts = read_texts(data, set(drawn["article_id"]))
    means: dict[str, list[float]] = {"lexicon": [], "classifier": [], "both": []}
    for topic, rows in drawn.merge(labelled, on=["topic", "sentence_id"]).groupby("topic"):
        if not (ROOT / "lexicons" / "topics" / str(topic) / "topic.toml").is_file():
            continue
        rows = rows.reset_index(drop=True)
        found = label_sentences(str(topic), rows, texts)
        print(f"{topic}: {len(rows)} sentences")
        for reader, known in means.items():
            if (found[reader] != "").all():
                macro, said = say_scores(rows["label"], found[reader])
                known.append(macro)
                print(f"  {reader}: macro F1 {macro:.2f} ({said})")
        best = "both" if (found["both"] != "").all() else "lexicon"
        for voice, own in rows.groupby("voice"):
            macro, _ = say_scores(own["label"], found.loc[own.index, best])
            print(f"  {best}, {voice} voice: {len(own)} sentences, macro F1 {macro:.2f}")
    for reader, known in means.items():
        print(f"{reader}: mean macro F1 {np.mean(known):.2f} over {len(known)} topics" if known else f"{reader}: no topic")


if __name__ == "__main__":
    main()
