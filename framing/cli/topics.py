"""`framing topics`: what can be looked for."""

from pathlib import Path

import click

from framing.cli.options import lexicons_option


@click.command("topics")
@lexicons_option
def command(lexicons: Path | None) -> None:
    """List the topics there are, with their axes, poles and number of entries.

    \b
    Examples:
      framing topics
      framing topics --lexicons my-lexicons
    """
    from framing.topics.topic import lexicon_folders, list_topics, read_topic

    for topic_id in sorted(list_topics(lexicon_folders(lexicons))):
        topic = read_topic(topic_id, lexicons)
        extends = f" (extends {', '.join(topic.extends)})" if topic.extends else ""
        click.echo(f"{topic_id}: {topic.label}, version {topic.version}{extends}\n  {topic.description}")
        for axis in topic.axes:
            counts = [sum(e.axis_id == axis.axis_id and e.sign == sign for e in topic.entries) for sign in (-1, 1)]
            click.echo(f"  {axis.axis_id}: {axis.left.label} ({counts[0]} entries) - {axis.right.label} ({counts[1]} entries)")
