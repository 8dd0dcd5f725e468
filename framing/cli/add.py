"""`framing add`: articles from pages, addresses, feeds, documents, tables and archives into a corpus folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from framing.cli.intake import print_problems
from framing.cli.options import lexicons_option, tell_faults, topic_option
from framing.errors import Fault, FramingError

if TYPE_CHECKING:
    from framing.articles.adding import Outcome, Wish


@click.command("add")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--corpus", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the articles; made if it is not there.")
@click.option("--outlet", default="", help="Who published them, where neither the source nor its address tells (see: framing outlets list).")
@click.option("--event", default="", help="Id of the event they report; else that of the corpus' event.toml.")
@click.option("--language", default="", help="Language they are written in, such as en; else it is found.")
@click.option("--dry-run", is_flag=True, help="Say what would be added or fetched; write and fetch nothing.")
@click.option("--strict", is_flag=True, help="Refuse articles with a serious problem (stubs, live blogs, near-duplicates ...).")
@click.option("--delay", default=1.0, type=click.FloatRange(0, 600), show_default=True, help="Least seconds between two pages of a host.")
@click.option("--allow-private", is_flag=True, help="Fetch from private and local addresses too (your own servers only).")
@click.option("--contact", default="", envvar="FRAMING_CONTACT", help="Address of yours that sites are told when pages are fetched.")
@topic_option
@lexicons_option
def command(sources: tuple[str, ...], corpus: Path, topic: str | None, lexicons: Path | None, **options: Any) -> None:
    """Add articles from any source to a corpus folder, one text file each, and check them.

    A SOURCE is a file, a folder of files, or an address (http, https): saved web pages, RSS and Atom feeds (their entries are fetched), PDF, Word
    (.docx), mail (.eml), text, Markdown, tables (CSV, TSV, XLSX, JSONL, Parquet) and web archives (WARC). Title, byline, date and language come
    from the source; what is not sure is told and stands in the file's front matter. The raw form is kept in raw/. The same source twice adds
    nothing, and no file is ever replaced. Pages are fetched politely: robots.txt is followed, one page at a time.

    \b
    Examples:
      framing add saved-page.html --corpus my-articles
      framing add report.pdf letter.docx --corpus my-articles --outlet "The Daily Example"
      framing add https://example.org/news/1 https://example.org/feed.xml --corpus my-articles --dry-run
    """
    from framing.articles.adding import add_sources

    faults: list[Fault] = []
    outcomes: list[Outcome] = []
    for item in add_sources(sources, corpus, make_wish(corpus, topic, lexicons, options)):
        if isinstance(item, Fault):
            faults.append(item)
            tell_faults([item])
        else:
            outcomes.append(item)
            print_outcome(item)
    added = [one.file for one in outcomes if one.status == "added"]
    there = sum(one.status == "there already" for one in outcomes)
    click.echo(f"\n{len(added)} added to {corpus}, {there} there already, {len(faults)} not added")
    if added:
        check_added(corpus, added, topic, lexicons)
    if faults and not outcomes:
        raise FramingError(Fault(str(corpus), 0, "nothing was added; the lines above say why"))


def print_outcome(outcome: "Outcome") -> None:
    """Print what became of one article, and what is not sure about it."""
    click.echo(f"{outcome.status}: {outcome.file or outcome.source}" + (f"  ({outcome.source})" if outcome.file else ""))
    for doubt in outcome.unsure:
        click.echo(f"  not sure: {doubt}")


def make_wish(corpus: Path, topic: str | None, lexicons: Path | None, options: Mapping[str, Any]) -> "Wish":
    """Make what add_sources is asked for from the options."""
    from framing.articles.adding import Wish
    from framing.articles.fetching.page import Limits
    from framing.articles.fetching.visitor import Visitor
    from framing.articles.outlets import read_outlets
    from framing.topics.topic import lexicon_folders

    limits = Limits(allow_private=options["allow_private"], contact=options["contact"])
    given: dict[str, Any] = {name: options[name] for name in ("outlet", "event", "language", "dry_run")}
    if options["strict"]:
        from framing.cli.intake import read_there
        from framing.intake.check import load_lens, make_gate

        given["accept"] = make_gate(read_there(corpus), load_lens(topic or name_topic(corpus), lexicons))
    return Wish(read_outlets(lexicon_folders(lexicons)), visitor=Visitor(limits, options["delay"]), **given)


def name_topic(corpus: Path) -> str | None:
    """Return the topic a corpus' event names, if it does."""
    from framing.articles.corpus import find_event

    event = find_event([corpus])
    return (event.topic or None) if event else None


def check_added(corpus: Path, added: Sequence[str], topic: str | None, lexicons: Path | None) -> None:
    """Check the corpus and print the problems of the articles just added, and those of the corpus as a whole."""
    from framing.cli.intake import read_there
    from framing.intake.check import check_articles, load_lens

    table = check_articles(read_there(corpus), load_lens(topic or name_topic(corpus), lexicons))
    ids = {Path(name).stem for name in added}
    click.echo("\nIntake check")
    print_problems(table[table["article"].isin(ids | {""})])
