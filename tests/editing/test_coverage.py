"""Which entries fire on a corpus and on labelled sentences, and which share forms."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from framing.analysis.analysis import analyse_articles
from framing.articles.article import Article
from framing.articles.corpus import read_articles
from framing.editing.coverage import find_misleading, find_one_sided, measure_coverage, measure_labelled, measure_poles
from framing.editing.overlaps import find_overlaps
from framing.editing.places import Loaded

Load = Callable[[Path], Loaded]


def add_terms(folder: Path, *rows: str) -> None:
    """Add rows to a topic's terms."""
    with (folder / "terms.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{row}\n" for row in rows)


def test_entries_that_never_fire_say_why(housing: Path, articles: Path, load: Load) -> None:
    """An entry whose words stand nowhere, without its target, or denied throughout has a note; one that counts has none."""
    (articles / "6.txt").write_text("Red tape is everywhere.\n\nNobody was priced out of a flat. They were not priced out of a house.\n", "utf-8")
    add_terms(housing, "housing,rein-in,greed,0.5,noun,free,void,,own")
    coverage = measure_coverage(analyse_articles(read_articles(articles).articles, load(housing).lens)).set_index("term")
    assert coverage["note"].to_dict() == {
        "shortage": "", "red tape": "its target is never named beside it, or a longer entry has its words", "speculator": "",
        "price|priced out": "always denied or held at arm's length", "greed": "its words stand nowhere",
    }  # fmt: skip
    assert coverage.loc["shortage", ["stands", "counts", "articles"]].tolist() == [4, 4, 2]


def test_one_sided_corpora_are_told(housing: Path, load: Load) -> None:
    """A corpus on which only one pole of an axis fires is named."""
    analysis = analyse_articles([Article("a", "", "", "There is a shortage of homes.")], load(housing).lens)
    poles = measure_poles(measure_coverage(analysis))
    assert poles[["pole", "entries", "fired", "pieces"]].to_numpy().tolist() == [["build-more", 2, 1, 1], ["rein-in", 2, 0, 0]]
    assert find_one_sided(poles) == ["housing: only build-more fires (1 pieces); nothing speaks for rein-in here"]


def test_entries_against_their_label(housing: Path, load: Load) -> None:
    """An entry that fires in two labelled sentences of another label or none, and not oftener for its own, is named."""
    labelled = [("There is a shortage of homes.", "rein-in"), ("The shortage of flats is a play.", "none"), ("Speculators own flats.", "rein-in")]
    analysis = analyse_articles([Article(str(at), "", "", text) for at, (text, _) in enumerate(labelled)], load(housing).lens)
    table = measure_labelled(analysis, np.array([label for _, label in labelled]))
    assert table[["term", "own", "other", "none"]].to_numpy().tolist() == [["shortage", 0, 1, 1], ["speculator", 1, 0, 0]]
    assert find_misleading(table)["term"].tolist() == ["shortage"]


def test_overlaps_by_kind(housing: Path, load: Load) -> None:
    """Doubles, shared forms and terms inside terms of the other pole are told apart."""
    add_terms(
        housing,
        "housing,build-more,shortages,0.8,fixed,required,void,,own",
        "housing,build-more,red tape|wires,0.6,fixed,near,void,,own",
        "housing,rein-in,talk of shortage,0.6,fixed,free,void,,own",
    )
    overlaps = find_overlaps(load(housing).topic)
    assert overlaps[["kind", "term", "other_term", "form"]].to_numpy().tolist() == [
        ["double", "red tape", "red tape|wires", "red tape"],
        ["double", "shortage", "shortages", "shortages"],
        ["inside other pole", "shortage", "talk of shortage", "shortage"],
    ]
