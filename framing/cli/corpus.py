"""`framing corpus`: look after a corpus as it grows."""

from pathlib import Path

import click

from framing.cli.options import lexicons_option, paths_argument, tell_faults, topic_option
from framing.errors import make_error

GROUPS = ("outlet", "event", "language", "month", "half")


@click.group("corpus")
def command() -> None:
    """Look after a corpus as it grows: check it, list and count it, split it, pack it into one file and unpack it.

    A corpus is a folder of text files, a table, or one packed file (.parquet, .sqlite); every command of framing takes each.

    \b
    Examples:
      framing corpus check my-articles/
      framing corpus stats my-articles/
      framing corpus split my-articles/ --by outlet --out by-outlet
      framing corpus pack my-articles/ --out my-articles.parquet
      framing corpus unpack my-articles.parquet --out again
    """


@command.command("check")
@paths_argument
@topic_option
@click.option("--strict", is_flag=True, help="End with exit code 1 where a problem is serious.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the problems as a table (.csv) too.")
@lexicons_option
def check(paths: tuple[Path, ...], topic: str | None, strict: bool, out: Path | None, lexicons: Path | None) -> None:
    """Find what should be mended in some articles before a score of them counts."""
    from framing.articles.corpus import read_articles
    from framing.cli.intake import print_problems
    from framing.files import write_whole
    from framing.intake.check import check_articles, load_lens
    from framing.report.tables import render_csv

    corpus = read_articles(*paths)
    tell_faults(corpus.faults)
    named = topic or (corpus.event.topic if corpus.event else None) or None
    table = check_articles(corpus.articles, load_lens(named, lexicons))
    if out:
        write_whole(out, render_csv(table))
    print_problems(table)
    n_serious = table[table["level"] == "serious"]["article"].nunique()
    click.echo(f"{len(corpus)} articles, {n_serious} with a serious problem")
    if strict and n_serious:
        raise make_error(", ".join(map(str, paths)), f"{n_serious} of {len(corpus)} articles have a serious problem; --strict allows none")


@command.command("list")
@paths_argument
def list_articles(paths: tuple[Path, ...]) -> None:
    """List the articles of a corpus: id, outlet, date, language, words and headline."""
    from framing.articles.corpus import iter_articles
    from framing.articles.language import find_language
    from framing.errors import Fault

    for item in iter_articles(paths):
        if isinstance(item, Fault):
            tell_faults([item])
            continue
        n_words = len(item.raw_text.split())
        cells = (item.article_id, item.outlet, item.published or "no date", find_language(item) or "?", f"{n_words:,} words", item.headline)
        click.echo("  ".join(cells))


@command.command("stats")
@paths_argument
def stats(paths: tuple[Path, ...]) -> None:
    """Count a corpus by outlet: articles, words, first and last date, languages, and what is not known."""
    from framing.articles.corpus import iter_articles
    from framing.articles.stats import count_corpus, make_stats

    tally = count_corpus(iter_articles(paths))
    tell_faults(tally.faults)
    click.echo(make_stats(tally).to_string(index=False))


@command.command("split")
@paths_argument
@click.option("--by", required=True, type=click.Choice(GROUPS), help="What the articles of a folder have in common; half: two halves by chance.")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="New folder for the folders.")
def split(paths: tuple[Path, ...], by: str, out: Path) -> None:
    """Split a corpus into folders by outlet, event, language or month, or into two halves (one to work on, one to keep unseen).

    Copies; the corpus itself stays as it is. Which half an article falls into depends on its text alone.
    """
    from framing.articles.stats import group_row
    from framing.articles.unpack import split_corpus

    counts, faults = split_corpus(paths, out, lambda row: group_row(row, by))
    tell_faults(faults)
    for name, count in counts.items():
        click.echo(f"{count:>6}  {out / name}")


@command.command("pack")
@paths_argument
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="File to write: .parquet or .sqlite.")
def pack(paths: tuple[Path, ...], out: Path) -> None:
    """Pack a corpus into one Parquet or SQLite file, with its event and raw files."""
    from framing.articles.pack import pack_corpus

    n_articles, faults = pack_corpus(paths, out)
    tell_faults(faults)
    click.echo(f"{n_articles:,} articles in {out}")


@command.command("unpack")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="New folder to write.")
def unpack(path: Path, out: Path) -> None:
    """Write a packed corpus as a folder of text files again."""
    from framing.articles.unpack import unpack_corpus

    click.echo(f"{unpack_corpus(path, out):,} articles in {out}")
