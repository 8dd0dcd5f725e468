"""The pipeline: corpora in, one score file out, the same for any number of workers, and no article lost to another's fault."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from framing.analysis.scores import measure_scores
from framing.articles.article import Article
from framing.articles.corpus import read_articles
from framing.comparison.comparison import compare_articles
from framing.errors import FramingError
from framing.pipeline import parts
from framing.pipeline.parts import Tally, split_parts
from framing.pipeline.scoring import score_paths
from framing.shipped import find_shipped

TOPIC = "harbour"
SEEDS = find_shipped("seeds") / "us-iraq-dialogue"
CONTRACT = ["article", "outlet", "axis", "voice", "zone", "bias", "low", "high", "intensity", "n", "verdict"]
TEXT = "The harbour is a blessing. Boats bleed all of the coast. Number {}."


@pytest.fixture
def own(write_topic: Callable[..., Path]) -> Path:
    """A lexicon folder with one small topic."""
    return write_topic()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A JSONL file of 60 articles."""
    path = tmp_path / "archive.jsonl"
    lines = [json.dumps({"id": f"n{at}", "outlet": f"outlet {at % 7}", "text": TEXT.format(at) * (1 + at % 5)}) for at in range(60)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_any_number_of_workers_writes_the_same_bytes(own: Path, tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One process and three write the same CSV, in the order of the articles."""
    monkeypatch.setattr(parts, "PART_LETTERS", 1_500)
    paths = [tmp_path / f"{workers}.csv" for workers in (1, 3)]
    tallies = [score_paths([archive, SEEDS], TOPIC, path, workers=workers, lexicons=own) for path, workers in zip(paths, (1, 3), strict=True)]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert tallies[0] == tallies[1]
    assert (tallies[0].n_articles, tallies[0].faults) == (65, [])
    names = pd.read_csv(paths[0])["article"].drop_duplicates().tolist()
    assert names == [f"n{at}" for at in range(60)] + [article.article_id for article in read_articles(SEEDS)]


def test_parquet_holds_what_csv_holds(own: Path, tmp_path: Path, archive: Path) -> None:
    """Both formats have the contract's columns and the same rows."""
    tables = []
    for name in ("scores.csv", "scores.parquet"):
        tally = score_paths([archive], TOPIC, tmp_path / name, workers=1, lexicons=own)
        table = pd.read_csv(tmp_path / name) if name.endswith("csv") else pd.read_parquet(tmp_path / name)
        assert [column for column in table.columns if column in CONTRACT] == CONTRACT
        assert len(table) == tally.n_rows == 60 * 3 * len(table["axis"].unique())
        tables.append(table)
    pd.testing.assert_frame_equal(*tables, check_dtype=False, rtol=1e-5)


def test_scores_are_those_of_the_comparison(tmp_path: Path) -> None:
    """An article streamed through the pipeline has the scores it has in a comparison."""
    score_paths([SEEDS], None, tmp_path / "scores.parquet", workers=1)
    streamed = pd.read_parquet(tmp_path / "scores.parquet")
    scores = measure_scores(compare_articles(read_articles(SEEDS)).analysis, zones=("all",))
    pd.testing.assert_frame_equal(streamed.astype(object), scores.reset_index(drop=True).astype(object), check_dtype=False)


def crash_on(word: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return an analysis that fails where an article holds a word."""

    def analyse(articles: Sequence[Article], lens: object) -> object:
        if any(word in article.raw_text for article in articles):
            raise ValueError("no boat")
        return real(articles, lens)

    return analyse


def test_an_article_that_cannot_be_analysed_is_a_fault(own: Path, tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One article that makes the analysis fail is left out and named; all others go through."""
    monkeypatch.setattr(parts, "screen_articles", crash_on("Number 17.", parts.screen_articles))
    tally = score_paths([archive], TOPIC, tmp_path / "scores.csv", workers=1, lexicons=own)
    assert [str(fault) for fault in tally.faults] == [f"{archive}:18: could not be analysed (ValueError: no boat); it is left out"]
    assert tally.n_articles == 60
    assert set(pd.read_csv(tmp_path / "scores.csv")["article"]) == {f"n{at}" for at in range(60)} - {"n17"}


def test_a_broken_line_of_jsonl(own: Path, tmp_path: Path, archive: Path) -> None:
    """A line that is no JSON is a fault with its number; the others go through."""
    lines = archive.read_text("utf-8").splitlines()
    archive.write_text("\n".join([*lines[:2], '{"text": "It is', *lines[2:4], "[1]", '{"id": "e", "text": " "}']), "utf-8")
    tally = score_paths([archive], TOPIC, tmp_path / "scores.csv", workers=1, lexicons=own)
    assert tally.n_articles == 4
    assert [fault.what.split(";")[0] for fault in tally.faults] == ["is no JSON", "is no JSON object", "is empty"]
    assert [fault.line for fault in tally.faults[:2]] == [3, 6]


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
@pytest.mark.parametrize("old", [b"old", None])
def test_nothing_half_written_is_left(
    own: Path, tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, old: bytes | None
) -> None:
    """Where the corpus breaks off midway the target is as it was before."""
    out = tmp_path / "out" / f"scores{suffix}"
    out.parent.mkdir()
    if old:
        out.write_bytes(old)
    monkeypatch.setattr(parts, "PART_LETTERS", 1)
    with pytest.raises(FramingError, match="is not there"):
        score_paths([archive, tmp_path / "missing"], TOPIC, out, workers=1, lexicons=own)
    assert {one.name: one.read_bytes() for one in out.parent.iterdir()} == ({out.name: old} if old else {})


def test_an_unknown_ending(own: Path, tmp_path: Path, archive: Path) -> None:
    """The target must be CSV or Parquet."""
    with pytest.raises(FramingError, match=r"ends in \.xlsx; allowed are \.csv and \.parquet"):
        score_paths([archive], TOPIC, tmp_path / "scores.xlsx", workers=1, lexicons=own)


def test_no_topic(tmp_path: Path, archive: Path) -> None:
    """Where neither the user nor the corpus names a topic, that is said, and nothing is written."""
    with pytest.raises(FramingError, match=r"archive\.jsonl: names no topic; --topic with one of `framing topics` is needed"):
        score_paths([archive], None, tmp_path / "scores.csv", workers=1)
    assert not (tmp_path / "scores.csv").exists()


def test_an_unknown_topic(tmp_path: Path, archive: Path) -> None:
    """An unknown topic is an error before anything is read."""
    with pytest.raises(FramingError, match="'none-such' is unknown"):
        score_paths([archive], "none-such", tmp_path / "scores.csv", workers=1)


def test_nothing_readable(own: Path, tmp_path: Path) -> None:
    """A corpus of empty articles is an error with every fault, and leaves no file."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(" \n", "utf-8")
    with pytest.raises(FramingError) as error:
        score_paths([tmp_path], TOPIC, tmp_path / "scores.csv", workers=1, lexicons=own)
    assert len(error.value.faults) == 2
    assert not (tmp_path / "scores.csv").exists()


@pytest.mark.parametrize(("lengths", "parts"), [([], []), ([10], [1]), ([500_000, 320_000, 10], [2, 1]), ([900_000, 10, 10], [1, 2])])
def test_parts(lengths: list[int], parts: list[int]) -> None:
    """Articles are counted and split into parts of about 800,000 letters; none is lost."""
    tally = Tally()
    found = list(split_parts((Article(str(at), "o", "", "x" * length) for at, length in enumerate(lengths)), tally))
    assert [len(part) for part in found] == parts
    assert tally.n_articles == len(lengths)


def test_other_languages_are_kept_and_not_scored(own: Path, tmp_path: Path) -> None:
    """An article in a language the topic has no words for gives no rows and one clear line; the others are scored."""
    french = "Le bateau est parti en retard jeudi soir et personne à bord ne savait pourquoi. " * 5
    (tmp_path / "fr.txt").write_text(french, "utf-8")
    (tmp_path / "en.txt").write_text("The harbour is a blessing. Nobody on the quay would say anything else of it today.", "utf-8")
    tally = score_paths([tmp_path / "fr.txt", tmp_path / "en.txt"], TOPIC, tmp_path / "scores.csv", workers=1, lexicons=own)
    assert set(pd.read_csv(tmp_path / "scores.csv")["article"]) == {"en"}
    (fault,) = tally.faults
    assert fault.what == "is in French (as found in its text): kept, not scored: no lexicon for fr; the topic has words for English"
