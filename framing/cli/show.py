"""`framing show`: one article's cleaned text with its evidence, in the terminal."""

from pathlib import Path

import click

from framing.cli.options import lexicons_option, tell_faults, topic_option


@click.command("show")
@click.argument("path", metavar="ARTICLE", type=click.Path(path_type=Path))
@topic_option
@lexicons_option
def command(path: Path, topic: str | None, lexicons: Path | None) -> None:
    """Show one article's cleaned text with its evidence.

    Each piece of evidence stands in brackets with its number; below the text each number is explained. The folder's
    event.toml names the topic unless --topic does.

    \b
    Examples:
      framing show seeds/us-iraq-dialogue/the-tamarisk.txt
      framing show article.txt --topic foreign-military-presence
    """
    from dataclasses import replace

    from framing.articles.corpus import read_articles
    from framing.articles.folder import read_event
    from framing.cli.marked_text import print_marked
    from framing.comparison.comparison import compare_articles

    corpus = read_articles(path)
    tell_faults(corpus.faults)
    if path.is_file():
        corpus = replace(corpus, event=read_event(path.parent))
    print_marked(compare_articles(corpus, topic, lexicons=lexicons, with_readings=False))
