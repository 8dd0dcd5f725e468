"""`framing classroom`: a pack for teaching from a teacher's own articles."""

from pathlib import Path

import click

from framing.cli.options import lexicons_option, paths_argument, tell_faults, topic_option


@click.command("classroom")
@paths_argument
@topic_option
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the pack.")
@click.option("--level", default="16", show_default=True, type=click.Choice(["14", "16", "university"]), help="Whom the tasks are for.")
@lexicons_option
def command(paths: tuple[Path, ...], topic: str | None, out: Path, level: str, lexicons: Path | None) -> None:
    """Make a pack for teaching: worksheet with the outlets hidden, annotation page, lesson outline, teacher's key.

    Open index.html in the folder: it says in five lines what to print and hand out. Students get the folder students only. What students save on the
    annotation page is read by framing agree.

    \b
    Examples:
      framing classroom my-articles/ --topic migration --out my-lesson
      framing classroom my-articles/ --topic protest --level 14 --out my-lesson
    """
    from framing.articles.corpus import read_articles
    from framing.classroom.writing import write_pack
    from framing.comparison.comparison import compare_articles

    corpus = read_articles(*paths)
    tell_faults(corpus.faults)
    written = write_pack(compare_articles(corpus, topic, lexicons=lexicons), out, level, lexicons)
    click.echo(f"{len(written)} files in {out}; open {written[0]}")
