"""Writing a pack, or the agreement of a class, into a folder that is written whole or left as it was."""

from pathlib import Path

from framing.classroom.agreement import ClassAgreement
from framing.classroom.agreement_page import render_agreement
from framing.classroom.annotate import render_annotate
from framing.classroom.key import make_key
from framing.classroom.lesson import make_index, make_lesson
from framing.classroom.material import make_material
from framing.classroom.pack import render_pack
from framing.classroom.page import render_sheet, render_side_by_side
from framing.classroom.tasks import make_tasks
from framing.classroom.worksheet import make_worksheet
from framing.comparison.comparison import Comparison
from framing.errors import make_error
from framing.report.formats.word_file import render_docx
from framing.report.passages import check_passages
from framing.report.tables import render_csv
from framing.report.writing import Files, write_folder


def write_pack(comparison: Comparison, folder: Path | str, level: str = "16", lexicons: Path | None = None) -> list[Path]:
    """Write a classroom pack and return the paths of its files, the first page first.

    `level` is 14, 16 or university. The same comparison gives the same bytes. Raises FramingError for an unknown level, a comparison without a
    topic or with one article, or a folder that cannot be written; then nothing has changed.
    """
    check_passages(comparison)
    material = make_material(comparison, level, lexicons)
    tasks = make_tasks(material)
    files: Files = {"index.html": render_sheet(make_index(material))}
    sheets = {"students/worksheet": make_worksheet, "teacher/lesson": make_lesson, "teacher/key": make_key}
    for name, make in sheets.items():
        sheet = make(material, tasks)
        files |= {f"{name}.html": render_sheet(sheet), f"{name}.docx": render_docx(sheet)}
    files["students/side-by-side.html"] = render_side_by_side(material)
    files["students/annotate.html"] = render_annotate(material)
    files["teacher/pack.json"] = render_pack(material)
    return write_files(Path(folder), files)


def write_agreement(agreement: ClassAgreement, folder: Path | str) -> list[Path]:
    """Write the agreement of a class as agreement.html, agreement.md and a CSV a table; returns the paths."""
    files: Files = {**render_agreement(agreement)}
    files |= {f"{name}.csv": render_csv(table) for name, table in agreement.tables.items()}
    return write_files(Path(folder), files)


def write_files(folder: Path, files: Files) -> list[Path]:
    """Write files into a folder, all or none; raises FramingError where it cannot be written."""
    try:
        write_folder(folder, files)
    except OSError as error:
        raise make_error(folder, f"cannot be written: {error.strerror or error}; name another folder with --out") from error
    return [folder / name for name in files]
