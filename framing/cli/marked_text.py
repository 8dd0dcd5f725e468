"""A text with its evidence marked, for the terminal."""

from itertools import count

import click
import pandas as pd

from framing.comparison.comparison import Comparison

QUIET = ("byline", "dateline", "section", "furniture")


def print_marked(comparison: Comparison) -> None:
    """Print every article with numbered evidence, each number explained below its text."""
    numbers = count(1)
    for place, article in enumerate(comparison.articles):
        text = comparison.text_of(place)
        evidence = comparison.tables["evidence"]
        own = evidence[evidence["article"] == article.article_id].assign(number=lambda table: [next(numbers) for _ in range(len(table))])
        zones = comparison.tables["zones"]
        click.secho(f"{article.outlet} ({article.article_id})", bold=True)
        for zone in zones[zones["article"] == article.article_id].itertuples():
            inside = own[(own["start"] >= zone.start) & (own["end"] <= zone.end)]
            label = "" if zone.zone == "body" else f"[{zone.zone}] "
            body = mark_passage(text, int(zone.start), int(zone.end), inside)
            click.echo(click.style(label + text[zone.start : zone.end], dim=True) if zone.zone in QUIET else f"\n{label}{body}")
        click.echo()
        for row in own.itertuples():
            click.echo(f"  {row.number:>3}  {row.axis}: {row.pole}, {row.voice} voice, {row.stance}, counts {row.weight:g}: {row.reason}")
        if comparison.topic is None:
            click.echo("  No topic was named; framing topics lists those there are.")


def mark_passage(text: str, start: int, end: int, evidence: pd.DataFrame) -> str:
    """Return a passage with each piece of evidence in brackets, numbered; one that overlaps an earlier one shares its brackets."""
    pieces: list[str] = []
    done = start
    for row in evidence.sort_values(["start", "end"]).itertuples():
        if row.start < done:
            pieces.append(click.style(f"{{{row.number}}}", dim=True))
            continue
        pieces.append(text[done : row.start])
        pieces.append(click.style(f"[{text[row.start : row.end]}]{{{row.number}}}", bold=row.weight > 0, strikethrough=row.weight == 0))
        done = int(row.end)
    return "".join([*pieces, text[done:end]])
