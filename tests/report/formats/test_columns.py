"""The description of tables and columns: whole, in order, and what README and the kept list are made from."""

from pathlib import Path

import pytest

from framing.comparison.comparison import Comparison
from framing.report.formats.columns import KINDS, PER_ARTICLE, describe_tables, render_tables
from framing.report.tables import make_tables

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", ["compared", "untopical", "poor", "mixed"])
def test_every_table_and_column_is_described(name: str, request: pytest.FixtureRequest) -> None:
    """The tables of a comparison and their columns are those described, in the same order."""
    comparison: Comparison = request.getfixturevalue(name)
    assert sorted(make_tables(comparison)) == sorted(describe_tables())
    for table, rows in make_tables(comparison).items():
        columns = list(rows.columns)
        if table == PER_ARTICLE:
            columns = columns[: -len(comparison.articles)]
        assert columns == [one.name for one in describe_tables()[table].columns if not one.is_optional or one.name in columns], table


def test_every_column_says_what_it_means() -> None:
    """Each has a heading that no other of its table has, a kind and a meaning."""
    for table in describe_tables().values():
        assert len({one.label for one in table.columns}) == len(table.columns), table.name
        assert table.label and table.row
        assert all(one.label and one.meaning and one.kind in KINDS for one in table.columns), table.name


def test_the_kept_list_is_what_the_program_prints() -> None:
    """reports/tables.md equals `framing schema --tables`; `make reports` writes it."""
    assert (ROOT / "reports" / "tables.md").read_text("utf-8") == render_tables()


def test_the_readme_lists_every_table() -> None:
    """Each table stands in the README with what a row of it is."""
    text = (ROOT / "README.md").read_text("utf-8")
    assert not [table.name for table in describe_tables().values() if f"| `{table.name}` | {table.row} |" not in text]
