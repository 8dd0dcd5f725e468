"""The short table `framing compare` prints."""

import click

from framing.analysis.scores import TOO_LITTLE
from framing.comparison.comparison import Comparison
from framing.report.labels import name_articles


def print_summary(comparison: Comparison) -> None:
    """Print the bias of every article by axis and voice; without a topic, what would fit."""
    if comparison.topic is None:
        click.echo("No topic was named, so nothing is scored on an axis; the report holds what needs none.")
        for suggestion in comparison.suggestions or ():
            click.echo(f"  would fit: --topic {suggestion}")
        if not comparison.suggestions:
            click.echo("  none of the topics at hand finds enough in these articles (framing topics lists them)")
        return
    scores = comparison.tables["scores"]
    scores = scores[scores["zone"] == "all"]
    labels = name_articles(comparison)
    width = max(map(len, labels.values()))
    for axis in comparison.topic.axes:
        click.echo(f"\n{axis.label}: -1 {axis.left.label} ... +1 {axis.right.label}")
        click.echo(f"  {'':{width}}  {'own voice':38}  attributed")
        own_axis = scores[scores["axis"] == axis.axis_id]
        for article in own_axis["article"].unique():
            rows = own_axis[own_axis["article"] == article].set_index("voice")
            cells = [say_score(rows.loc[voice]) for voice in ("own", "attributed")]
            click.echo(f"  {labels[article]:{width}}  {cells[0]:38}  {cells[1]}")


def say_score(row: object) -> str:
    """Say a score in one cell: bias, interval and verdict, or why there is none."""
    bias, low, high, verdict, n = (row[name] for name in ("bias", "low", "high", "verdict", "n"))  # type: ignore[index]
    if verdict == TOO_LITTLE:
        return f"{TOO_LITTLE} (n={n})"
    return f"{bias:+.2f} [{low:+.2f}, {high:+.2f}] {verdict}"
