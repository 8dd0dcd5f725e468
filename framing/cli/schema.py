"""`framing schema`: what comparison.json and the tables of a report hold."""

import click


@click.command("schema")
@click.option("--tables", is_flag=True, help="Print the tables and their columns in plain words (Markdown) instead.")
def command(tables: bool) -> None:
    """Print the JSON Schema of comparison.json.

    A report with the format json has it beside its comparison.json, as comparison.schema.json.

    \b
    Examples:
      framing schema > comparison.schema.json
      framing schema --tables | less
    """
    from framing.report.formats.columns import render_tables
    from framing.report.formats.schema import render_schema

    click.echo(render_tables() if tables else render_schema(), nl=False)
