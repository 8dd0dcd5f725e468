"""Score tables written to CSV or Parquet piece by piece, the file appearing only when it is whole."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from framing.errors import make_error
from framing.files import open_whole
from framing.report.plain import neutralise

Writer = Callable[[pd.DataFrame], None]
FLOATS = "%.6g"


@contextmanager
def open_score_file(path: Path) -> Iterator[Writer]:
    """Open a .csv or .parquet file for tables to be added; nothing stands at its place before the last was added without error."""
    if path.suffix.lower() not in (".csv", ".parquet"):
        raise make_error(path, f"ends in {path.suffix or 'nothing'}; allowed are .csv and .parquet")
    with open_whole(path) as unfinished, (open_csv if path.suffix.lower() == ".csv" else open_parquet)(unfinished) as write:
        yield write


@contextmanager
def open_csv(path: Path) -> Iterator[Writer]:
    """Open a CSV file; the header comes with the first table."""
    with path.open("w", encoding="utf-8", newline="") as file:

        def write(table: pd.DataFrame) -> None:
            if len(table):
                named = {name: table[name].map(neutralise) for name in ("article", "outlet") if name in table}
                table.assign(**named).to_csv(file, index=False, header=file.tell() == 0, float_format=FLOATS, lineterminator="\n")

        yield write


@contextmanager
def open_parquet(path: Path) -> Iterator[Writer]:
    """Open a Parquet file; its schema is that of the first table."""
    import pyarrow as pa
    from pyarrow import parquet

    writers: list[parquet.ParquetWriter] = []

    def write(table: pd.DataFrame) -> None:
        if len(table):
            labels = dict.fromkeys(table.select_dtypes("category"), str)
            rows = pa.Table.from_pandas(table.astype(labels), preserve_index=False)
            if not writers:
                writers.append(parquet.ParquetWriter(path, rows.schema, compression="zstd"))
            writers[0].write_table(rows)

    try:
        yield write
    finally:
        for writer in writers:
            writer.close()
