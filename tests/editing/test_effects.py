"""Two versions of a topic: which entries differ, and what that moves on a corpus."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from framing.articles.corpus import read_articles
from framing.editing.changes import compare_topics
from framing.editing.effects import compare_figures, measure_figures, say_effects
from framing.editing.places import Loaded

Load = Callable[[Path], Loaded]


def change(folder: Path, tmp_path: Path, *pairs: tuple[str, str]) -> Path:
    """Copy a topic into another lexicon folder with its terms changed."""
    copy = tmp_path / "changed" / "topics" / folder.name
    shutil.copytree(folder, copy)
    text = (copy / "terms.csv").read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (copy / "terms.csv").write_text(text, "utf-8")
    return copy


def test_entries_added_removed_and_changed(housing: Path, tmp_path: Path, load: Load) -> None:
    """An added and a removed term are named, and each cell that changed of one that stays."""
    other = ("speculator,0.8,noun,required", "speculator,0.5,fixed,free")
    changed = change(housing, tmp_path, ("red tape,0.6,fixed,near", "permits,0.6,fixed,near"), other)
    table = compare_topics(load(housing).topic, load(changed).topic)
    assert table[["change", "term", "what", "old", "new"]].to_numpy().tolist() == [
        ["removed", "red tape", "entry", "weight 0.6, target near, denied void", ""],
        ["added", "permits", "entry", "", "weight 0.6, target near, denied void"],
        ["changed", "speculator", "weight", "0.8", "0.5"],
        ["changed", "speculator", "target", "required", "free"],
        ["changed", "speculator", "inflect", "2 forms", "1 forms"],
    ]


def test_the_same_topic_moves_nothing(housing: Path, articles: Path, load: Load) -> None:
    """A version against itself: no entry differs, no figure moves."""
    loaded, texts = load(housing), read_articles(articles).articles
    figures = measure_figures(texts, loaded.lens)
    effects = compare_figures(figures, measure_figures(texts, loaded.lens))
    assert compare_topics(loaded.topic, loaded.topic).empty
    assert effects.scores.empty and effects.differences.empty and effects.evidence.empty
    assert say_effects(effects, len(figures.scores)) == [
        "0 pieces of evidence came or went; no score moves, 0 to another verdict", "no finding about two articles changes",
    ]  # fmt: skip


def test_scores_and_verdicts_that_move_name_their_terms(housing: Path, articles: Path, tmp_path: Path, load: Load) -> None:
    """Where a term is taken away, the scores of the articles that hold it move, with the term named, and their verdict is another."""
    paragraph = "There is a shortage of homes here. The shortage of flats grows. A shortage of houses hurts. "
    (articles / "6.txt").write_text("\n\n".join(paragraph + f"Week {week} ended." for week in range(4)), "utf-8")
    changed = change(housing, tmp_path, ("build-more,shortage", "build-more,scarcity"))
    texts = read_articles(articles).articles
    new = measure_figures(texts, load(changed).lens)
    effects = compare_figures(measure_figures(texts, load(housing).lens), new)
    assert set(effects.scores["article"]) == {"0", "3", "6"}
    turned = effects.scores[(effects.scores["article"] == "6") & (effects.scores["voice"] == "own")].iloc[0]
    assert (turned["bias_old"], turned["verdict_old"], turned["verdict_new"]) == (-1.0, "build-more", "too little evidence")
    assert pd.isna(turned["bias_new"]) and turned["terms"] == "−12 shortage"
    assert "  6, housing, own: −1.00 build-more -> too little evidence  (−12 shortage)" in say_effects(effects, len(new.scores))
    assert (effects.evidence["change"] == "went").all()
