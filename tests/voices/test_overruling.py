"""What a user's own topic says of names stands above what the rules find: splits, joins, and actors added by the row of the table."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from framing.articles.article import Article, Corpus
from framing.comparison.voices import compare_voices

HEADER = "actor_id,name,group,kind,aliases,note,source\n"
TEXTS = ("Otto Hassan spoke. The Pier Watch rested.", "Otto Hasan left. The Quay Patrol slept.")


def find(write_topic: Callable[..., Path], rows: str) -> pd.DataFrame:
    """Return the table of actors of the texts under a user's topic with some rows of actors.csv."""
    corpus = Corpus(tuple(Article(str(at), "o", "", text) for at, text in enumerate(TEXTS)))
    return compare_voices(corpus, "harbour", lexicons=write_topic(actors=HEADER + rows))["actors"]


def names_of(table: pd.DataFrame) -> dict[str, str]:
    """Return the actor of each mention."""
    return dict(zip(table["mention"], table["actor"], strict=True))


def test_the_rules_join_and_say_why(write_topic: Callable[..., Path]) -> None:
    """Two spellings are one man without a word of the user's, and the table says by which rule."""
    table = find(write_topic, "")
    assert names_of(table)["Otto Hassan"] == names_of(table)["Otto Hasan"]
    assert table["reason"].str.contains("'Otto Hassan' reads as 'otto hasan'", regex=False).any()


def test_two_rows_split(write_topic: Callable[..., Path]) -> None:
    """A row for each makes two of one."""
    names = names_of(find(write_topic, "hassan-a,Otto Hassan,town,person,,,own\nhassan-b,Otto Hasan of the pier,port,person,Otto Hasan,,own\n"))
    assert (names["Otto Hassan"], names["Otto Hasan"]) == ("hassan-a", "hassan-b")


def test_one_row_joins(write_topic: Callable[..., Path]) -> None:
    """Two names in one row are one actor, however unlike."""
    table = find(write_topic, "watch,Harbour police,port,organisation,Pier Watch;Quay Patrol,,own\n")
    assert names_of(table)["Pier Watch"] == names_of(table)["Quay Patrol"] == "watch"
    assert set(table[table["name"] == "Harbour police"]["group"]) == {"port"}


def test_the_row_of_the_table_lists_an_actor(write_topic: Callable[..., Path]) -> None:
    """A discovered actor's row, with a group, pasted into actors.csv, makes it a listed one with the same mentions."""
    before = find(write_topic, "")
    row = next(row for row in before["row"] if row.startswith("otto-hasan,"))
    after = find(write_topic, row.replace("not listed", "town hall") + "\n")
    own = after[after["group"] == "town hall"]
    assert sorted(own["mention"]) == ["Otto Hasan", "Otto Hassan"] and set(own["row"]) == {""}


def test_all_rows_of_the_table_read_without_a_fault(write_topic: Callable[..., Path]) -> None:
    """Every row the table offers can be pasted at once; then nobody is left unlisted."""
    before = find(write_topic, "")
    after = find(write_topic, "\n".join(dict.fromkeys(row for row in before["row"] if row)) + "\n")
    assert set(after["row"]) == {""} and sorted(after["mention"]) == sorted(before["mention"])
