"""Which piece of which file is whose: an archive of any size cut into partitions that can be scored anywhere and in any order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from framing.articles.extraction.archives import SUFFIXES as CRAWL_SUFFIXES
from framing.articles.folder import TEXT_SUFFIXES
from framing.articles.table import TABLE_SUFFIXES
from framing.errors import make_error

PARTITION_BYTES: Final = 64_000_000
WHOLE: Final = -1
READABLE: Final = (*TABLE_SUFFIXES, *TEXT_SUFFIXES, *CRAWL_SUFFIXES)


@dataclass(frozen=True)
class Partition:
    """A piece of a file: bytes `start` to `end` of JSON Lines, row groups `start` to `end` of Parquet (`n_before` rows before), or all of it."""

    number: int
    place: str
    start: int = 0
    end: int = WHOLE
    n_before: int = 0

    @property
    def name(self) -> str:
        """The name of the file its scores go to."""
        return f"part-{self.number:06d}.parquet"


@dataclass(frozen=True)
class SourceFile:
    """A file of an archive as it stood when the run was planned."""

    place: str
    size: int
    version: str


def list_sources(places: Iterable[str]) -> list[SourceFile]:
    """List the files of an archive: paths, folders, patterns (`*`) and addresses of object stores, in the order given, each folder by name.

    Raises FramingError for a place that holds nothing that can be read.
    """
    from fsspec.core import url_to_fs

    found: dict[str, SourceFile] = {}
    for place in places:
        store, path = url_to_fs(place)
        paths = [path] if store.isfile(path) else sorted(filter(is_readable, store.glob(path) if "*" in path else list_folder(store, path)))
        if not paths:
            raise make_error(place, f"holds no file to score; files that end in {', '.join(READABLE)} are read")
        for one in paths:
            address = store.unstrip_protocol(one) if "://" in place else one
            found[address] = SourceFile(address, int(store.size(one)), store.ukey(one))
    return list(found.values())


def list_folder(store: Any, path: str) -> list[str]:
    """List the files below a folder, hidden ones left out."""
    return [one for one in store.find(path) if not any(part.startswith(".") for part in PurePosixPath(one[len(path) :]).parts)]


def is_readable(path: str) -> bool:
    """Tell by its name whether a file holds articles."""
    return path.lower().endswith(READABLE)


def plan_partitions(sources: Iterable[SourceFile], partition_bytes: int = PARTITION_BYTES) -> list[Partition]:
    """Cut files into partitions of about `partition_bytes`: JSON Lines by bytes, Parquet by row groups, all else by file."""
    pieces = (piece for source in sources for piece in cut_file(source, partition_bytes))
    return [Partition(number, place, start, end, n_before) for number, (place, start, end, n_before) in enumerate(pieces)]


def cut_file(source: SourceFile, partition_bytes: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield the pieces of one file as (place, start, end, rows before)."""
    name = source.place.lower()
    if name.endswith(".jsonl"):
        for start in range(0, max(source.size, 1), partition_bytes):
            yield source.place, start, min(start + partition_bytes, source.size), 0
    elif name.endswith(".parquet"):
        yield from cut_parquet(source.place, partition_bytes)
    else:
        yield source.place, 0, WHOLE, 0


def cut_parquet(place: str, partition_bytes: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield runs of row groups whose stored bytes reach `partition_bytes`; a file that is no Parquet stays whole, and fails where it is read."""
    import fsspec
    from pyarrow import ArrowException, parquet

    try:
        with fsspec.open(place) as file:
            groups = [parquet.ParquetFile(file).metadata.row_group(at) for at in range(parquet.ParquetFile(file).num_row_groups)]
    except (ArrowException, OSError):
        yield place, 0, WHOLE, 0
        return
    start = rows = held = held_rows = 0
    for number, group in enumerate(groups, 1):
        held, held_rows = held + group.total_byte_size, held_rows + group.num_rows
        if held >= partition_bytes or number == len(groups):
            yield place, start, number, rows
            start, rows, held, held_rows = number, rows + held_rows, 0, 0
