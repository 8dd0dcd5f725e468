"""How commands read a corpus for the intake check and print what it found."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import pandas as pd

    from framing.articles.article import Article


def read_there(corpus: Path) -> tuple["Article", ...]:
    """Read the articles a corpus holds; none where it is not there yet or holds none."""
    from framing.articles.corpus import read_articles
    from framing.articles.holdings import read_holdings

    return read_articles(corpus).articles if read_holdings(corpus).names else ()


def print_problems(table: "pd.DataFrame") -> None:
    """Print the problems of an intake check by article, serious ones marked; those of the corpus come last."""
    if table.empty:
        click.echo("  nothing to mend")
    last = None
    for article, kind, level, what in zip(*(table[name].tolist() for name in ("article", "kind", "level", "what")), strict=True):
        if article != last:
            click.secho(f"  {article or 'all articles together'}", bold=True)
            last = article
        click.echo(f"    {'!' if level == 'serious' else '-'} {kind}: {what}")
    if (table["level"] == "serious").any():
        click.echo("  ! marks what should be mended, or the article left out, before scores are read")
