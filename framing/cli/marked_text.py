"""A text with its evidence marked, for the terminal."""

from itertools import count
from typing import Any, cast

import click
import pandas as pd

from framing.comparison.comparison import Comparison

Row = dict[str, Any]
QUIET = ("byline", "dateline", "section", "furniture")


def print_marked(comparison: Comparison) -> None:
    """Print every article with numbered evidence, each number explained below its text."""
    numbers = count(1)
    evidence, zones = comparison.tables["evidence"], comparison.tables["zones"]
    for place, article in enumerate(comparison.articles):
        text = comparison.text_of(place)
        own: list[Row] = [{"number": next(numbers), **row} for row in select(evidence, article.article_id)]
        click.secho(f"{article.outlet} ({article.article_id})", bold=True)
        for zone in select(zones, article.article_id):
            print_zone(text, zone, own)
        click.echo()
        for row in own:
            said = f"{row['axis']}: {row['pole']}, {row['voice']} voice, {row['stance']}, counts {row['weight']:g}: {row['reason']}"
            click.echo(f"  {row['number']:>3}  {said}")
        if comparison.topic is None:
            click.echo("  No topic was named; framing topics lists those there are.")


def select(table: pd.DataFrame, article_id: str) -> list[Row]:
    """Return the rows of one article."""
    return cast(list[Row], table[table["article"] == article_id].to_dict("records"))


def print_zone(text: str, zone: Row, evidence: list[Row]) -> None:
    """Print one zone of an article: what is not reporting in grey, the rest with its evidence."""
    label = "" if zone["zone"] == "body" else f"[{zone['zone']}] "
    if zone["zone"] in QUIET:
        click.secho(label + text[zone["start"] : zone["end"]], dim=True)
        return
    inside = [row for row in evidence if row["start"] >= zone["start"] and row["end"] <= zone["end"]]
    click.echo(f"\n{label}{mark_passage(text, zone['start'], zone['end'], inside)}")


def mark_passage(text: str, start: int, end: int, evidence: list[Row]) -> str:
    """Return a passage with each piece of evidence in brackets, numbered; one that overlaps an earlier one shares its brackets."""
    pieces: list[str] = []
    done = start
    for row in sorted(evidence, key=lambda row: (row["start"], row["end"])):
        if row["start"] < done:
            pieces.append(click.style(f"{{{row['number']}}}", dim=True))
            continue
        marked = f"[{text[row['start'] : row['end']]}]{{{row['number']}}}"
        counts = row["weight"] > 0
        pieces += (text[done : row["start"]], click.style(marked, bold=counts, strikethrough=not counts))
        done = row["end"]
    return "".join([*pieces, text[done:end]])
