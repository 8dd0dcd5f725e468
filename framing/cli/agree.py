"""`framing agree`: what a class, or any coders, agree on."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.cli.options import lexicons_option, tell_faults

if TYPE_CHECKING:
    from framing.classroom.pack import Pack


@click.command("agree")
@click.argument("files", metavar="FILES...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--pack", type=click.Path(path_type=Path), help="Folder of the classroom pack (or its folder teacher, or pack.json).")
@click.option("--topic", metavar="TOPIC", help="Without a pack: topic of exports that hold their texts (Label Studio, doccano).")
@click.option("--out", default="agreement", show_default=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for page and tables.")
@lexicons_option
def command(files: tuple[Path, ...], pack: Path | None, topic: str | None, out: Path, lexicons: Path | None) -> None:
    """Measure how far coders agree, sentence by sentence, and list what they differ on most.

    FILES (or folders of them) are what students saved on the annotation page (JSON), CSV tables (coder, article, start, end, pole, voice), Label
    Studio JSON or doccano JSONL exports; labels are written pole, axis/pole or axis/pole/voice. Gives Krippendorff's alpha with a 95 % interval,
    Cohen's kappa by pair and with the word list. A file that cannot be used is named in one line and the others count.

    \b
    Examples:
      framing agree saved/ --pack my-lesson --out agreement
      framing agree export.json --topic migration
    """
    from framing.classroom.agreement import measure_agreement
    from framing.classroom.agreement_page import say_alphas
    from framing.classroom.drafts import list_files
    from framing.classroom.pack import read_pack
    from framing.classroom.text_pack import make_text_pack
    from framing.classroom.writing import write_agreement
    from framing.report.words import say_count

    files = tuple(list_files(files))
    place = pack or find_pack(files)
    known: Pack = read_pack(place) if place else make_text_pack(files, topic, lexicons)
    agreement = measure_agreement(files, known)
    tell_faults(agreement.faults)
    written = write_agreement(agreement, out)
    for line in say_alphas(agreement):
        click.echo(line)
    counts = say_count(len(agreement.codings), "coder"), say_count(len(agreement.faults), "file")
    click.echo(f"{counts[0]}, {counts[1]} left out; open {written[0]}")


def find_pack(files: tuple[Path, ...]) -> Path | None:
    """Return the pack.json beside the files or in a folder above them, if there is one."""
    tried = [folder / name for file in files for folder in file.resolve().parents[:2] for name in ("pack.json", "teacher/pack.json")]
    return next((path for path in tried if path.is_file()), None)
