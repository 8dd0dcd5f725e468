"""The section on the second reading: how far lexicon and classifier agree, and the sentences where they part."""

from math import isnan
from typing import Final, NamedTuple

from framing.classifier.readings import name_parting
from framing.comparison.comparison import Comparison
from framing.report.labels import letter_axes, name_articles
from framing.report.passages import cut_passage, read_texts
from framing.report.plain import iter_columns
from framing.topics.examples import NONE
from framing.topics.frame import Axis

MOST_SHOWN: Final = 8
"""Sentences shown for each axis; the table readings has all."""
ORDER: Final = ("opposed", "classifier only", "lexicon only")


class AgreementRow(NamedTuple):
    """How far the readings of one article agree, in words and counts."""

    label: str
    n: int
    agree: str
    kappa: str
    lexicon_only: int
    classifier_only: int
    opposed: int


class Parting(NamedTuple):
    """One sentence where the readings part: the article, the words, what each reading says, and the label of both together."""

    label: str
    text: str
    lexicon: str
    classifier: str
    both: str
    p: str


class ReadingSection(NamedTuple):
    """One axis: its letter, the axis, a row for each article, the sentences shown and how many part in all."""

    letter: str
    axis: Axis
    rows: list[AgreementRow]
    partings: list[Parting]
    n_partings: int


def make_reading_sections(comparison: Comparison) -> list[ReadingSection]:
    """Make the section of every axis that has a classifier."""
    agreement, labels = comparison.tables["agreement"], name_articles(comparison)
    sections = []
    for axis_id, (letter, axis) in letter_axes(comparison).items():
        own = agreement[agreement["axis"] == axis_id]
        if own.empty:
            continue
        columns = ("article", "sentences", "agree", "kappa", "lexicon_only", "classifier_only", "opposed")
        rows = [
            AgreementRow(labels[article], n, f"{100 * agree:.0f} %", "–" if isnan(kappa) else f"{kappa:.2f}", *counts)
            for article, n, agree, kappa, *counts in iter_columns(own, *columns)
        ]
        partings = list_partings(comparison, axis)
        sections.append(ReadingSection(letter, axis, rows, partings[:MOST_SHOWN], len(partings)))
    return sections


def list_partings(comparison: Comparison, axis: Axis) -> list[Parting]:
    """List the sentences where the readings part: opposite poles first, then the surest."""
    readings, texts, labels = comparison.tables["readings"], read_texts(comparison), name_articles(comparison)
    apart = readings[(readings["axis"] == axis.axis_id) & ~readings["agree"].astype(bool)]
    if apart.empty:
        return []
    apart = apart.assign(
        kind=[ORDER.index(name_parting(row)) for _, row in apart.iterrows()], sure=-apart[["p_left", "p_right", "p_none"]].max(axis=1)
    ).sort_values(["kind", "sure"], kind="stable")
    poles = {axis.left.pole_id: axis.left.label, axis.right.pole_id: axis.right.label, NONE: "none"}
    names = {axis.left.pole_id: "p_left", axis.right.pole_id: "p_right", NONE: "p_none"}
    columns = ("article", "start", "end", "text", "lexicon_label", "classifier_label", "label", *names.values())
    found = []
    for article, start, end, text, lexicon, classifier, both, *p in iter_columns(apart, *columns):
        chance = dict(zip(names, p, strict=True))[both]
        passage = cut_passage(texts, article, start, end, text)
        found.append(Parting(labels[article], passage, poles[lexicon], poles[classifier], poles[both], f"{chance:.2f}"))
    return found
