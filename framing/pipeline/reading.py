"""The articles of one partition, from a local file or an object store, one by one."""

import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any

from framing.articles.article import Article
from framing.articles.corpus import check_articles, read_path
from framing.articles.folder import make_article
from framing.articles.table import ALLOWED, NOT_READ, parse_line, rename
from framing.errors import Fault, make_error, say_list
from framing.pipeline.plan import WHOLE, Partition

Row = tuple[str, dict[str, Any] | Fault]


def read_partition(partition: Partition) -> Iterator[Article | Fault]:
    """Yield the articles of a partition, and a fault for each that cannot be one.

    A row without an id is named after its file and its place in it: the number of the row in Parquet, the byte at which its line
    starts in JSON Lines. Ids are made unique within the partition.
    """
    if partition.end == WHOLE:
        return check_articles(read_whole(partition.place))
    return check_articles(make_articles(partition.place, read_rows(partition)))


def read_whole(place: str) -> Iterator[Article | Fault]:
    """Yield the articles of a whole file; one in an object store is copied to this machine first."""
    from fsspec.core import url_to_fs

    store, path = url_to_fs(place)
    if "://" not in place:
        yield from read_path(Path(path))
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / PurePosixPath(path).name
        store.get_file(path, str(copy))
        yield from read_path(copy)


def read_rows(partition: Partition) -> Iterator[Row]:
    """Yield (place in the file, record or fault) of a partition."""
    import fsspec

    with fsspec.open(partition.place) as file:
        yield from (read_groups if partition.place.lower().endswith(".parquet") else read_lines)(file, partition)


def read_lines(file: IO[bytes], partition: Partition) -> Iterator[Row]:
    """Yield the JSON Lines that start within a partition's bytes."""
    at = max(partition.start - 1, 0)
    file.seek(at)
    if partition.start:
        at += len(file.readline())
    while at < partition.end and (line := file.readline()):
        if line.strip():
            yield str(at), parse_line(line, f"{partition.place}, byte {at}", 0)
        at += len(line)


def read_groups(file: IO[bytes], partition: Partition) -> Iterator[Row]:
    """Yield the rows of a partition's row groups."""
    from pyarrow import parquet

    table = parquet.ParquetFile(file)
    number = partition.n_before
    columns = [name for name in table.schema_arrow.names if name not in NOT_READ]
    for batch in table.iter_batches(batch_size=256, row_groups=list(range(partition.start, partition.end)), columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield str(number), row


def make_articles(place: str, rows: Iterator[Row]) -> Iterator[Article | Fault]:
    """Make articles of rows; a row without text becomes a fault."""
    stem = PurePosixPath(place).name.split(".")[0]
    try:
        for where, row in rows:
            values = row if isinstance(row, Fault) else rename(row)
            if isinstance(values, Fault):
                yield values
            elif "text" not in values:
                yield Fault(f"{place}, row {where}", 0, f"lacks text; allowed are {say_list(ALLOWED, 20)}")
            else:
                yield make_article(values, values["text"], f"{stem}-{where}", "utf-8", f"{place}, row {where}")
    except OSError as error:
        yield from make_error(place, f"breaks off: {error}").faults
