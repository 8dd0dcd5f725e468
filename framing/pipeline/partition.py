"""One partition scored into one Parquet file: the pure function that every engine maps over an archive."""

import json
import tempfile
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from framing.errors import Fault, FramingError
from framing.evidence.lens import Lens
from framing.files import open_whole
from framing.pipeline.parts import Tally, score_part, split_parts
from framing.pipeline.plan import Partition
from framing.pipeline.reading import read_partition
from framing.pipeline.scoring import load_lens, make_tables

TALLY_KEY: Final = b"framing.tally"
FAULTS_KEPT: Final = 1_000


@dataclass(frozen=True)
class Job:
    """What is the same for all partitions of a run: the topic, the user's lexicons and where results go (a folder or an object store)."""

    topic: str
    lexicons: str
    out: str


def score_partition(partition: Partition, job: Job) -> Tally:
    """Score a partition and write its Parquet file, whole or not at all; return what was done.

    The file depends on the partition and the job alone, so any engine writes the same bytes. It holds the tally too,
    with the first thousand faults, so that a run which is taken up again still tells them.
    """
    lens = load_lens_once(job.topic, job.lexicons)
    tally = Tally()
    try:
        parts = split_parts(read_partition(partition), tally)
        tables = list(make_tables((score_part(part, lens) for part in parts), tally))
    except FramingError as error:
        tally.faults += error.faults
        tables = []
    tally.n_rows = sum(map(len, tables))
    tally.faults = tally.faults[:FAULTS_KEPT]
    write_partition(f"{job.out}/{partition.name}", tables, tally)
    return tally


@cache
def load_lens_once(topic: str, lexicons: str) -> Lens:
    """Read and compile a topic, once in each process."""
    return load_lens(topic, Path(lexicons) if lexicons else None)


def make_schema(tally: Tally) -> Any:
    """Return the Arrow schema of a partition's file, its tally within."""
    import pyarrow as pa

    names = ("article", "outlet", "axis", "voice", "zone")
    figures = ("bias", "low", "high", "intensity")
    counts = ("n", "n_sentences", "n_words", "needed")
    fields = [*((name, pa.string()) for name in names), *((name, pa.float64()) for name in figures)]
    fields += [*((name, pa.int64()) for name in counts), ("verdict", pa.string())]
    return pa.schema(fields, {TALLY_KEY: json.dumps(asdict(tally), ensure_ascii=False).encode("utf-8", "replace")})


def write_partition(address: str, tables: list[Any], tally: Tally) -> None:
    """Write the tables of a partition as one Parquet file, on this machine or in an object store."""
    import pyarrow as pa
    from fsspec.core import url_to_fs
    from pyarrow import parquet

    schema = make_schema(tally)
    rows = [pa.Table.from_pandas(table.astype(dict.fromkeys(table.select_dtypes("category"), str)), preserve_index=False) for table in tables]
    whole = pa.concat_tables(one.cast(schema) for one in rows) if rows else schema.empty_table()
    whole = whole.replace_schema_metadata(schema.metadata)
    store, path = url_to_fs(address)
    if "://" not in address:
        with open_whole(Path(path)) as unfinished:
            parquet.write_table(whole, unfinished, compression="zstd")
        return
    with tempfile.TemporaryDirectory() as folder:
        parquet.write_table(whole, f"{folder}/part", compression="zstd")
        store.put_file(f"{folder}/part", path)


def read_tally(address: str) -> Tally:
    """Read back what was done for a partition, from its file."""
    import fsspec
    from pyarrow import parquet

    with fsspec.open(address) as file:
        values = json.loads(parquet.read_schema(file).metadata[TALLY_KEY])
    return Tally(values["n_articles"], values["n_rows"], [Fault(**fault) for fault in values["faults"]])
