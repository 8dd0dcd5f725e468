"""What `framing lexicon check` finds and prints of one topic."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from framing.errors import Fault, FramingError
from framing.report.plain import iter_columns

if TYPE_CHECKING:
    import pandas as pd

    from framing.editing.places import Loaded, Place

MOST_SHOWN: Final = 8


def check_place(place: "Place", corpus: Path | None, out: Path | None) -> list[Fault]:
    """Check one topic, print what was found, write its tables, and return its faults."""
    from framing.cli.topic_faults import find_topic_faults
    from framing.editing.labelled import read_pairs
    from framing.editing.overlaps import find_overlaps
    from framing.editing.places import load_topic
    from framing.files import write_whole
    from framing.report.tables import render_csv

    faults = find_topic_faults(place)
    try:
        loaded = load_topic(place)
    except FramingError:
        return faults
    tables = {"overlaps": find_overlaps(loaded.topic)}
    print_overlaps(tables["overlaps"])
    labelled, _ = read_pairs(loaded.topic.folders[-1], loaded.topic)
    if labelled:
        tables["examples"] = try_examples(loaded, labelled)
    if corpus:
        tables |= try_corpus(loaded, corpus)
    for name, table in tables.items() if out else ():
        write_whole((out or Path()) / f"{name}.csv", render_csv(table))
    return faults


def print_overlaps(overlaps: "pd.DataFrame") -> None:
    """Print how many pairs of entries share forms, and the doubles, which are worth mending."""
    counts = overlaps["kind"].value_counts()
    click.echo("entries that share forms: " + (", ".join(f"{n} {kind}" for kind, n in counts.items()) or "none"))
    doubles = overlaps[overlaps["kind"] == "double"]
    for entry, term, other, other_term in iter_columns(doubles.head(MOST_SHOWN), "entry", "term", "other", "other_term"):
        click.echo(f"  double: {entry} {term} = {other} {other_term}")


def try_examples(loaded: "Loaded", labelled: list[tuple[str, str]]) -> "pd.DataFrame":
    """Try the entries on the topic's labelled examples and print those that mislead."""
    import numpy as np

    from framing.analysis.analysis import analyse_articles
    from framing.articles.article import Article
    from framing.editing.coverage import find_misleading, measure_labelled

    analysis = analyse_articles([Article(str(at), "", "", text) for at, (text, _) in enumerate(labelled)], loaded.lens)
    table = measure_labelled(analysis, np.array([label for _, label in labelled]))
    wrong = find_misleading(table)
    click.echo(f"{len(labelled)} labelled examples: {len(table)} entries fire, {len(wrong)} of them at least as often against their label as for it")
    for entry, term, *counts in iter_columns(wrong.head(MOST_SHOWN), "entry", "term", "own", "other", "none"):
        click.echo(f"  {entry} {term}: {counts[0]} of its pole, {counts[1]} of the other, {counts[2]} of none")
    return table


def try_corpus(loaded: "Loaded", corpus: Path) -> "dict[str, pd.DataFrame]":
    """Try the entries on a corpus and print how far they fire."""
    from framing.analysis.analysis import analyse_articles
    from framing.articles.corpus import read_articles
    from framing.cli.options import tell_faults
    from framing.editing.coverage import find_one_sided, measure_coverage, measure_poles

    articles = read_articles(corpus)
    tell_faults(articles.faults)
    coverage = measure_coverage(analyse_articles(articles.articles, loaded.lens))
    poles = measure_poles(coverage)
    click.echo(f"\non {len(articles)} articles of {corpus}\n{poles.to_string(index=False, float_format='%.2f')}")
    for line in find_one_sided(poles):
        click.echo(f"  {line}")
    for note, n in coverage[coverage["note"] != ""]["note"].value_counts().items():
        click.echo(f"  {n} entries never fire: {note}")
    silent = coverage[(coverage["note"] != "") & (coverage["stands"] > 0)].sort_values("stands", ascending=False, kind="stable")
    for entry, term, stands, note in iter_columns(silent.head(MOST_SHOWN), "entry", "term", "stands", "note"):
        click.echo(f"    {entry} {term}: stands {stands} times; {note}")
    click.echo("")
    return {"coverage": coverage, "poles": poles}
