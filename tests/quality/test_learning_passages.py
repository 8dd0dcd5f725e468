"""What the shipped weights of claims are learned from: the project's own articles only."""

import csv
from pathlib import Path

from framing.articles.corpus import read_articles


def test_every_passage_stands_in_an_article_of_the_project(repository: Path) -> None:
    """Each row names an event that is kept here, and words of one of its articles; no passage begins or ends in a blank."""
    marked = repository / "tests" / "quality" / "claims"
    texts: dict[tuple[str, str], str] = {}
    for folder in [*(repository / "seeds").iterdir(), *(marked / "learning").iterdir()]:
        texts |= {(folder.name, article.article_id): article.raw_text for article in read_articles(folder)}
    with (marked / "learning.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = []
    for row in rows:
        words = texts.get((row["event"], row["article"]), "")[int(row["start"]) : int(row["end"])]
        if not words or words != words.strip():
            wrong.append(row)
    assert len(rows) > 500
    assert not wrong
