"""Writing a report: a folder that is written whole or left as it was."""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from framing.comparison.comparison import Comparison
from framing.errors import make_error
from framing.files import write_whole
from framing.report.formats.annotations import render_annotations
from framing.report.formats.markdown import render_markdown
from framing.report.formats.pdf import render_pdf
from framing.report.formats.schema import FILE as SCHEMA_FILE
from framing.report.formats.schema import render_schema
from framing.report.formats.word_file import render_docx
from framing.report.formats.workbook import render_workbook
from framing.report.html import render_html
from framing.report.passages import check_passages
from framing.report.tables import make_tables, render_csv, render_json
from framing.report.written.report import make_report

Files = dict[str, str | bytes]
FORMATS: dict[str, Callable[[Comparison], Files]] = {
    "html": lambda comparison: {"report.html": render_html(comparison)},
    "md": lambda comparison: {"report.md": render_markdown(comparison)},
    "csv": lambda comparison: {f"{name}.csv": render_csv(table) for name, table in make_tables(comparison).items()},
    "json": lambda comparison: {"comparison.json": render_json(comparison), SCHEMA_FILE: render_schema()},
    "xlsx": lambda comparison: {"comparison.xlsx": render_workbook(comparison)},
    "docx": lambda comparison: {"report.docx": render_docx(make_report(comparison, with_checks=False))},
    "pdf": lambda comparison: {"report.pdf": render_pdf(render_html(comparison))},
    "annotations": lambda comparison: {"annotations.jsonld": render_annotations(comparison)},
}


def write_report(comparison: Comparison, folder: Path | str, formats: Sequence[str] = ("html", "md", "csv", "json")) -> list[Path]:
    """Write a report and return the paths of its files, in order of the formats.

    Formats: html (report.html), md (report.md), csv (a file a table), json (comparison.json and its schema), xlsx (comparison.xlsx), docx
    (report.docx), pdf (report.pdf), annotations (annotations.jsonld). The same comparison gives the same bytes, except a PDF's. Files of an
    earlier report are replaced, others in the folder are left alone. Raises FramingError for an unknown format, a passage that is not
    verbatim in its article, a PDF that nothing can print, or a folder that cannot be written; then nothing has changed.
    """
    folder = Path(folder)
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        raise make_error("formats", f"{', '.join(map(repr, unknown)) or 'none named'}; allowed are {', '.join(FORMATS)}")
    check_passages(comparison)
    files: Files = {}
    for name in dict.fromkeys(formats):
        files |= FORMATS[name](comparison)
    try:
        write_folder(folder, files)
    except OSError as error:
        raise make_error(folder, f"cannot be written: {error.strerror or error}; name another folder with --out") from error
    return [folder / name for name in files]


def write_folder(folder: Path, files: Files) -> None:
    """Write files beside a folder first, then move them in; where a move fails, those already made are undone."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    waiting = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        for name, content in files.items():
            write_whole(waiting / "new" / name, content)
        if folder.exists():
            move_files(waiting, folder, list(files))
        else:
            os.replace(waiting / "new", folder)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def move_files(waiting: Path, folder: Path, names: list[str]) -> None:
    """Move new files into a folder, keeping the old ones aside until all are in."""
    moved: list[str] = []
    try:
        for name in names:
            target, kept = folder / name, waiting / "old" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            kept.parent.mkdir(parents=True, exist_ok=True)
            moved.append(name)
            if target.exists():
                os.replace(target, kept)
            os.replace(waiting / "new" / name, target)
    except BaseException:
        for name in reversed(moved):
            put_back(waiting / "old" / name, folder / name)
        raise


def put_back(kept: Path, target: Path) -> None:
    """Put an old file back where it stood, or take away a new one that had no old."""
    if kept.exists():
        os.replace(kept, target)
    else:
        target.unlink(missing_ok=True)
