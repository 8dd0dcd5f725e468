"""Steps over a whole corpus: the same answers on one core, on several and on Dask."""

import json
import warnings
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from framing.errors import FramingError
from framing.pipeline.corpus_events import find_paths_events, find_paths_shared
from framing.pipeline.corpus_words import find_outlet_words
from framing.pipeline.engine import Engine

COPY = "The harbour master said on Monday that the old crane would be taken down before the autumn storms reach the northern quay. " * 2
RECORDS = [
    {
        "id": f"n{at}", "outlet": ("The Gull", "The Pier Post")[at % 2], "published": f"2024-05-{1 + at % 28:02d}",
        "text": f"Crane {at} falls.\n\nNobody in Saltby street {at} heard the {('gulls', 'pigeons')[at % 2]} of quay {at % 9} cry. "
        + (COPY if at in (3, 8) else ""),
    }
    for at in range(60)
]  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A JSON Lines file of 60 articles of two outlets, two of which share a passage."""
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), "utf-8")
    return path


@pytest.fixture(params=[Engine("local", 2), Engine("dask", 2)], ids=["local", "dask"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine with two workers."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield request.param


def test_every_engine_finds_the_same(archive: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Events, shared passages and distinctive words do not depend on who does the work, nor on how the corpus is cut."""
    alone = Engine("local", 1)
    events, tally = find_paths_events([archive], engine=alone)
    shared, words = find_paths_shared([archive], engine=alone), find_outlet_words([archive], alone, least=2)[0]
    monkeypatch.setattr("framing.pipeline.parts.PART_LETTERS", 700)
    found, counted = find_paths_events([archive], engine=engine)
    pd.testing.assert_frame_equal(found, events)
    assert counted == tally
    pd.testing.assert_frame_equal(find_paths_shared([archive], engine=engine), shared)
    pd.testing.assert_frame_equal(find_outlet_words([archive], engine, least=2)[0], words)
    assert set(shared["article"]) == {"n3", "n8"}


def test_words_of_outlets(archive: Path) -> None:
    """The word that only one outlet uses comes first; rare words are left out."""
    table, _ = find_outlet_words([archive], Engine("local", 1), least=20)
    first = table.groupby("outlet").first()
    assert first["term"].to_dict() == {"The Gull": "gulls", "The Pier Post": "pigeons"}
    assert first["count"].tolist() == [30, 30]
    assert "56" not in set(table["term"])


def test_nothing_to_read(tmp_path: Path) -> None:
    """A corpus without an article is an error."""
    (tmp_path / "a.txt").write_text(" ", "utf-8")
    with pytest.raises(FramingError, match="is empty"):
        find_outlet_words([tmp_path], Engine("local", 1))
