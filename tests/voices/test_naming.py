"""The naming ledger: what each article calls a referent, in which voice."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from framing.errors import FramingError
from framing.topics.general import General
from framing.topics.referent import read_referents
from framing.topics.topic import Topic
from framing.voices.actors.naming import Naming, add_actors, find_naming, make_naming_table, make_referents

HEADER = "referent,label,term,needs,note,source\n"
ROWS = "boats,The boats,ferry|ferries,free,,own\nboats,The boats,old ferries,free,,own\nboats,The boats,the fleet,near,,own\n"


@pytest.fixture
def ledger(tmp_path: Path, general: General, read_page: Callable[..., Any]) -> Callable[..., tuple[Any, Naming]]:
    """A function that reads texts and finds the names of the boats; what stands behind "said" is attributed."""
    (tmp_path / "referents.csv").write_text(HEADER + ROWS, "utf-8")
    referents = make_referents(read_referents([tmp_path], general.grammar))

    def find(*texts: str) -> tuple[Any, Naming]:
        page = read_page(*texts)
        voice = lambda starts, ends: np.array([page.batch.text[max(at - 5, 0) : at] == "said " for at in starts], np.uint8)  # noqa: E731
        return page, find_naming(page.batch, page.segments, page.sentences, referents, voice)

    return find


def rows(found: tuple[Any, Naming]) -> list[list[object]]:
    """Return (article, name, voice, count) of a ledger."""
    table = make_naming_table(found[0].batch, found[1])
    return table[["article", "name", "voice", "count"]].to_numpy().tolist()


def test_names_by_article_and_voice(ledger: Callable[..., Any]) -> None:
    """Each article's names are counted, own words apart from a source's; the longest name counts."""
    assert rows(ledger("The ferries and old ferries, he said ferries.", "A ferry sank.")) == [
        ["0", "ferries", "own", 1],
        ["0", "old ferries", "own", 1],
        ["0", "ferries", "attributed", 1],
        ["1", "ferry", "own", 1],
    ]


def test_a_name_that_needs_another_near(ledger: Callable[..., Any]) -> None:
    """A loose name counts in the sentence of a free one and in the two behind it, and never over the end of an article."""
    far = "The ferries came. It rained. The fleet slept. It rained. It rained. The fleet woke."
    assert rows(ledger(far, "The fleet left."))[1] == ["0", "fleet", "own", 1]
    assert all(row[0] == "0" for row in rows(ledger(far, "The fleet left.")))


def test_actors_join_the_ledger(ledger: Callable[..., Any], tell: Callable[..., Any]) -> None:
    """The names of actors can stand in the same table."""
    page, naming = ledger("Nora Pell saw the ferries. Pell left.")
    told = tell("Nora Pell saw the ferries. Pell left.")
    table = make_naming_table(page.batch, add_actors(naming, told.mentions, lambda starts, ends: np.zeros(len(starts), np.uint8)))
    assert set(table["referent"]) == {"boats", "actor:nora-pell"}


def test_faults(tmp_path: Path, general: General) -> None:
    """All faults come at once: a repeated term, a second label, a term that cannot be read."""
    (tmp_path / "referents.csv").write_text(HEADER + ROWS + "boats,Boats,ferry|ferries,free,,own\nboats,The boats,a.*,free,,own\n", "utf-8")
    with pytest.raises(FramingError) as error:
        read_referents([tmp_path], general.grammar)
    assert len(error.value.faults) == 3


def test_shipped_referents(general: General, shipped_topics: dict[str, Topic]) -> None:
    """The topics on forces abroad list at least eight referents, each with several names."""
    for topic in (shipped_topics["foreign-military-presence"], shipped_topics["us-iraq"]):
        terms = read_referents(list(topic.folders), general.grammar_for(()))
        ids = [term.referent_id for term in terms]
        assert len(set(ids)) >= 8
        assert min(ids.count(one) for one in set(ids)) >= 5
