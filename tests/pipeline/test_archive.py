"""Archives: the same bytes from any engine and any cut, taken up where a run broke off, dead workers survived."""

import json
import multiprocessing
import os
import signal
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import fsspec
import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from framing.articles.article import Article
from framing.errors import FramingError
from framing.pipeline import archive, engine
from framing.pipeline.archive import score_archive
from framing.pipeline.engine import Engine
from framing.pipeline.partition import Job, score_partition
from framing.pipeline.plan import WHOLE, Partition, list_sources, plan_partitions
from framing.pipeline.reading import read_partition
from framing.pipeline.scoring import score_paths

TOPIC = "harbour"
TEXT = "The harbour is a blessing. Boats bleed all of the coast. Number {}."
RECORDS = [{"id": f"n{at}", "outlet": f"outlet {at % 7}", "text": TEXT.format(at) * (1 + at % 5)} for at in range(60)]


@pytest.fixture
def own(write_topic: Callable[..., Path]) -> Path:
    """A lexicon folder with one small topic."""
    return write_topic()


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A JSON Lines file of 60 articles, with a blank line in it."""
    path = tmp_path / "news.jsonl"
    told = [json.dumps(record) for record in RECORDS]
    path.write_text("\n".join([*told[:20], "", *told[20:]]) + "\n", "utf-8")
    return path


@pytest.fixture
def groups(tmp_path: Path) -> Path:
    """A Parquet file of the same articles in row groups of seven."""
    path = tmp_path / "news.parquet"
    parquet.write_table(pa.Table.from_pylist(RECORDS), path, row_group_size=7)
    return path


@pytest.fixture(params=["local", "dask"])
def any_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Each engine with two workers."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield Engine(request.param, 2)


def make_job(own: Path, out: Path | str) -> Job:
    """Return a job on the small topic."""
    return Job(TOPIC, str(own), str(out))


def read_bytes(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder; what a killed worker leaves unfinished is hidden."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


@pytest.mark.parametrize("size", [1, 97, 500, 5_000, 10**9])
def test_every_line_is_read_once(lines: Path, size: int) -> None:
    """However a file is cut, each article is in one partition, in order."""
    partitions = plan_partitions(list_sources([str(lines)]), size)
    found = [article for partition in partitions for article in read_partition(partition)]
    assert [article.article_id for article in found if isinstance(article, Article)] == [record["id"] for record in RECORDS]
    assert len(found) == len(RECORDS)


@pytest.mark.parametrize("size", [1, 900, 10**9])
def test_every_row_is_read_once(groups: Path, size: int) -> None:
    """However a Parquet file is cut, each article is in one partition, in order."""
    partitions = plan_partitions(list_sources([str(groups)]), size)
    assert len(partitions) > 1 or size > 900
    assert [article.article_id for one in partitions for article in read_partition(one) if isinstance(article, Article)] == [
        record["id"] for record in RECORDS
    ]


def test_rows_without_an_id_are_named_after_their_place(tmp_path: Path) -> None:
    """The byte of its line names an article, whatever partition it is in."""
    path = tmp_path / "feed.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n{"text": ""}\n[]\n{"outlet": "x"}\n', "utf-8")
    for size in (1, 20, 10**6):
        found = [item for one in plan_partitions(list_sources([str(path)]), size) for item in read_partition(one)]
        assert [item.article_id for item in found if isinstance(item, Article)] == ["feed-0", "feed-17"]
        told = [str(item) for item in found if not isinstance(item, Article)]
        assert [line.removeprefix(str(path)).split(";")[0] for line in told] == [
            ", row 34: is empty", ", byte 47: is no JSON object", ", row 50: lacks text",
        ]  # fmt: skip


def test_every_engine_writes_the_same_bytes(own: Path, tmp_path: Path, lines: Path, groups: Path, any_engine: Engine) -> None:
    """Partitions hold what one process writes, in the order of the archive, and the tally is that of all."""
    whole = score_paths([lines, groups], TOPIC, tmp_path / "whole.parquet", lexicons=own, workers=1)
    one = score_archive([str(lines), str(groups)], make_job(own, tmp_path / "one"), Engine("local", 1), partition_bytes=900)
    more = score_archive([str(lines), str(groups)], make_job(own, tmp_path / "more"), any_engine, partition_bytes=900)
    assert read_bytes(tmp_path / "one") == read_bytes(tmp_path / "more")
    assert (one.n_articles, one.n_rows) == (more.n_articles, more.n_rows) == (whole.n_articles, whole.n_rows)
    joined = pd.concat([pd.read_parquet(path) for path in sorted((tmp_path / "more").glob("*.parquet"))], ignore_index=True)
    expected = pd.read_parquet(tmp_path / "whole.parquet")
    expected["article"] = expected["article"].str.removesuffix("-2")
    pd.testing.assert_frame_equal(joined, expected)


def test_a_run_is_taken_up_where_it_broke_off(own: Path, tmp_path: Path, lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Finished partitions are not scored again, missing ones are, and the tally counts both."""
    job, out = make_job(own, tmp_path / "out"), tmp_path / "out"
    first = score_archive([str(lines)], job, Engine("local", 1), partition_bytes=900)
    before = read_bytes(out)
    (out / "part-000002.parquet").unlink()
    scored: list[int] = []

    def watch(partitions: list[Partition], *others: Any) -> Iterator[Any]:
        scored.extend(partition.number for partition in partitions)
        return engine.map_partitions(partitions, *others)

    monkeypatch.setattr(archive, "map_partitions", watch)
    assert score_archive([str(lines)], job, Engine("local", 1), partition_bytes=900) == first
    assert scored == [2]
    assert read_bytes(out) == before


@pytest.mark.parametrize("change", ["size", "sources"])
def test_results_of_two_runs_do_not_mix(own: Path, tmp_path: Path, lines: Path, change: str) -> None:
    """A folder that holds another run is refused, and stays as it is."""
    job = make_job(own, tmp_path / "out")
    score_archive([str(lines)], job, Engine("local", 1), partition_bytes=900)
    before = read_bytes(tmp_path / "out")
    if change == "sources":
        lines.write_text(lines.read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(FramingError, match=r"out: holds the results of another run \((partition_bytes|sources) differ\); take another folder"):
        score_archive([str(lines)], job, Engine("local", 1), partition_bytes=900 + (change == "size"))
    assert read_bytes(tmp_path / "out") == before


def test_object_stores(own: Path, lines: Path, groups: Path, tmp_path: Path) -> None:
    """Reading from and writing to an object store gives what a folder gives."""
    store = fsspec.filesystem("memory")
    store.pipe_file("/news/a.jsonl", lines.read_bytes())
    store.pipe_file("/news/b.txt", b"The harbour is a blessing.")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.jsonl").write_bytes(lines.read_bytes())
    (tmp_path / "news" / "b.txt").write_bytes(b"The harbour is a blessing.")
    for at, one in enumerate(plan_partitions(list_sources(["memory://news"]), 2_000)):
        score_partition(one, make_job(own, "memory://scores"))
        here = plan_partitions(list_sources([str(tmp_path / "news")]), 2_000)[at]
        score_partition(here, make_job(own, tmp_path / "out"))
        assert store.cat_file(f"/scores/{one.name}") == (tmp_path / "out" / one.name).read_bytes()
    assert at == 8


def test_a_broken_file_loses_no_other(own: Path, tmp_path: Path, lines: Path) -> None:
    """A file that is no Parquet, and one cut short, are faults; the rest is scored."""
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 no")
    (tmp_path / "cut.jsonl.gz").write_bytes(b"\x1f\x8b\x08\x00")
    tally = score_archive([str(tmp_path / "bad.parquet"), str(tmp_path / "cut.jsonl.gz"), str(lines)], make_job(own, tmp_path / "out"), Engine())
    assert tally.n_articles == 60
    assert len(tally.faults) == 2
    assert "bad.parquet: is no Parquet file that can be read" in str(tally.faults[0])
    assert "cut.jsonl.gz: cannot be read" in str(tally.faults[1])


@dataclass(frozen=True)
class Deadly(Partition):
    """A partition that kills the first worker which names its file."""

    mark: str = ""

    @property
    def name(self) -> str:
        """The name of the file its scores go to, if one lives to see it."""
        if self.number == 3 and not os.path.exists(self.mark) and multiprocessing.parent_process():
            Path(self.mark).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().name


def test_a_dead_worker_is_survived(own: Path, tmp_path: Path, lines: Path, any_engine: Engine) -> None:
    """A worker killed in the middle of a partition costs nothing: the partition is scored by another."""
    first = score_archive([str(lines)], make_job(own, tmp_path / "calm"), Engine("local", 1), partition_bytes=900)
    mark = tmp_path / "killed"
    sources = list_sources([str(lines)])
    partitions = [Deadly(one.number, one.place, one.start, one.end, one.n_before, str(mark)) for one in plan_partitions(sources, 900)]
    score = partial(score_partition, job=make_job(own, tmp_path / "out"))
    done = list(engine.map_partitions(partitions, score, any_engine, archive.give_up))
    assert mark.exists()
    assert sum(tally.n_rows for tally in done) == first.n_rows
    calm = {name: data for name, data in read_bytes(tmp_path / "calm").items() if name != "run.json"}
    assert read_bytes(tmp_path / "out") == calm


def test_no_scheduler(own: Path, tmp_path: Path, lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler that does not answer is one clear line."""
    monkeypatch.setattr(engine, "CONNECT_SECONDS", 1)
    with pytest.raises(FramingError, match=r"--scheduler: 'tcp://127\.0\.0\.1:9' cannot be reached"):
        score_archive([str(lines)], make_job(own, tmp_path / "out"), Engine("dask", 1, "tcp://127.0.0.1:9"))


def test_nothing_to_score(tmp_path: Path) -> None:
    """A place without any file of a known kind is an error."""
    with pytest.raises(FramingError, match="holds no file to score; files that end in"):
        list_sources([str(tmp_path)])
    assert plan_partitions([]) == []
    assert Partition(1, "x").end == WHOLE
