"""Which passages of these articles a question is asked on: one rule for each kind of anchor in the list of questions."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
import pandas as pd

from framing.classroom.lists import read_list
from framing.classroom.masking import HEADLINE, MaskedArticle
from framing.classroom.material import Material

NUMBER: Final = r"\d[\d,.]*(?:\s?(?:%|per ?cent|percent|million|billion))?"
FULL_NAME: Final = re.compile(r"[A-Z][\w’'-]+ (?:[a-z-]{1,4}[- ])?[A-Z]")
WORD: Final = re.compile(r"[^\W\d_]{5,}")
STEM: Final = 6
COMMONEST: Final = 0.25
Refs = list[str]


def find_anchors(material: Material) -> dict[str, Refs]:
    """Return the passages that fit each anchor, best first; none where nothing fits."""
    own = material.marks[material.marks["voice"] == "own"]
    unsure = material.marks[material.marks["stance"] != "asserted"]
    people, figure = (read_words(kind, material) for kind in ("people", "figure"))
    return {
        "headlines": find_headlines(material),
        "named-source": rank_speech(material, is_named=True),
        "unnamed-source": rank_speech(material, is_named=False),
        "missing-voice": rank_texts(material, people, without=set(material.speech["ref"])),
        "own-voice": rank_rows(own, own["weight"]),
        "two-voices": find_two_voices(material),
        "loaded": rank_rows(material.loaded, pd.Series(1.0, material.loaded.index)),
        "pair": find_pair(material),
        "figure": rank_texts(material, figure),
        "hedged": rank_rows(unsure, pd.Series(1.0, unsure.index)),
        "ending": find_endings(material),
    }


def read_words(kind: str, material: Material) -> re.Pattern[str]:
    """Return the pattern of the listed words of a kind (unnamed, people, figure); figures written in digits count among the last."""
    words = [re.escape(row["word"]) for row in read_list("passage_words", material.lexicons) if row["kind"] == kind]
    listed = rf"\b(?:{'|'.join(words)})\b"
    return re.compile(f"{NUMBER}|{listed}" if kind == "figure" else listed, re.IGNORECASE)


def spread(refs: Sequence[str], most: int = 2) -> Refs:
    """Return the best passages, each of another article."""
    best: dict[str, str] = {}
    for ref in refs:
        best.setdefault(ref.rstrip("0123456789"), ref)
    return list(best.values())[:most]


def rank_rows(rows: pd.DataFrame, weights: "pd.Series[float]") -> Refs:
    """Return the passages that hold the rows, by the sum of their weights, then in order of place."""
    sums = weights.groupby([rows["letter"], rows["place"], rows["ref"]]).sum()
    return [str(key[2]) for key, _ in sorted(sums.items(), key=lambda item: (-item[1], item[0]))]  # type: ignore[index]


def rank_texts(material: Material, pattern: re.Pattern[str], without: Collection[str] = ()) -> Refs:
    """Return the paragraphs of body in which a pattern stands, by how many different matches it has there."""
    counts = {
        ref: len({match.lower() for match in pattern.findall(article.cut(passage))})
        for ref, (article, passage) in material.passages.items()
        if passage.zone == "body" and ref not in without
    }
    return sorted((ref for ref, count in counts.items() if count), key=lambda ref: -counts[ref])


def rank_speech(material: Material, *, is_named: bool) -> Refs:
    """Return the passages in which somebody named is quoted at length, or somebody unnamed is given most words."""
    unnamed = read_words("unnamed", material)
    sources = [(bool(FULL_NAME.search(source)), bool(unnamed.search(source))) for source in material.speech["source"]]
    fits = [has_name if is_named else is_unnamed and not has_name for has_name, is_unnamed in sources]
    own = material.speech[np.array(fits, np.bool_)]
    own = own[own["kind"] == "direct"] if is_named else own
    return rank_rows(own, own["content"].map(len).astype(float))


def order_articles(material: Material) -> list[MaskedArticle]:
    """Return the articles with the two that stand furthest apart on the first axis in front: leftmost, rightmost, then the others."""
    axis = material.axes[0]
    marks = material.marks[material.marks["axis"] == axis.axis_id]
    signed = marks["weight"].where(marks["pole"] == axis.right.pole_id, -marks["weight"]).groupby(marks["letter"]).sum()
    order = sorted(material.articles, key=lambda article: (float(signed.get(article.letter, 0.0)), article.letter))
    return [order[0], order[-1], *order[1:-1]]


def find_headlines(material: Material) -> Refs:
    """Return the headlines, those of the two articles that stand furthest apart first."""
    return [passage.ref for article in order_articles(material) for passage in article.passages if passage.zone == HEADLINE]


def find_endings(material: Material) -> Refs:
    """Return the last paragraph of body of every article, in the order of `order_articles`."""
    bodies = [[passage.ref for passage in article.passages if passage.zone == "body"] for article in order_articles(material)]
    return [refs[-1] for refs in bodies if refs]


def find_pair(material: Material) -> Refs:
    """Return two passages of different outlets that speak for the two poles of the first axis: those with most weight on one side alone."""
    axis = material.axes[0]
    marks = material.marks[(material.marks["axis"] == axis.axis_id) & (material.marks["weight"] > 0)]
    mixed = marks.groupby("ref")["pole"].nunique()
    pure = marks[marks["ref"].map(mixed) == 1]
    lefts, rights = (rank_rows(own, own["weight"]) for own in (pure[pure["pole"] == pole.pole_id] for pole in (axis.left, axis.right)))
    senders = material.outlets
    outlets = {ref: senders[article.letter] for ref, (article, _) in material.passages.items()}
    pairs = ((left, right) for left in lefts for right in rights if outlets[left] != outlets[right])
    return list(next(pairs, ()))


def find_two_voices(material: Material) -> Refs:
    """Return the passages in which own and attributed evidence stands in one sentence, else those that hold both."""
    marks = material.marks
    for key in (["letter", "place", "ref", "sentence"], ["letter", "place", "ref"]):
        both = marks.groupby(key)["voice"].nunique()
        found = [str(row[2]) for row in both[both > 1].index]
        if found:
            return found
    return []


def match_discussion(material: Material) -> list[tuple[str, Refs, list[str]]]:
    """Return the topic's discussion questions with the passages that share most of their rarer words, and those words; best matched first.

    Passages that hold evidence count double. A question that shares no such word with any passage is asked on those with most evidence.
    """
    common = {row["word"][:STEM] for row in read_list("question_words", material.lexicons)}
    bodies = {ref: article.cut(passage) for ref, (article, passage) in material.passages.items() if passage.zone in ("headline", "body")}
    stems = {ref: {word.lower()[:STEM]: word.lower() for word in WORD.findall(text)} for ref, text in bodies.items()}
    counts = Counter(stem for found in stems.values() for stem in found)
    rare = {stem: 1.0 / count for stem, count in counts.items() if count <= COMMONEST * len(bodies)}
    busiest = rank_rows(material.marks, material.marks["weight"])
    matched = []
    for question in material.topic.discussion:
        wanted = {word.lower()[:STEM] for word in WORD.findall(question)} & set(rare) - common
        scores = {ref: sum(rare[stem] for stem in sorted(wanted & set(found))) * (2 if ref in busiest else 1) for ref, found in stems.items()}
        refs = spread(sorted((ref for ref, score in scores.items() if score), key=lambda ref: -scores[ref]))
        words = [stems[ref][stem] for ref in refs for stem in sorted(wanted & set(stems[ref]))]
        strength = sum(scores[ref] for ref in refs) if len(refs) > 1 else 0.0
        matched.append((strength, question, refs or spread(busiest), list(dict.fromkeys(words))))
    return [tuple(row[1:]) for row in sorted(matched, key=lambda row: -row[0])]  # type: ignore[misc]
