"""What a reader should know of the articles before the figures: the intake check, and who owns and funds the outlets."""

from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from framing.articles.outlets import Outlet, read_outlets
from framing.comparison.comparison import Comparison
from framing.intake.check import check_analysis
from framing.report.labels import name_articles
from framing.report.plain import iter_columns
from framing.shipped import find_shipped


class IntakeRow(NamedTuple):
    """One problem of an article ("all articles" for those of the whole): what kind, whether serious, and what it is."""

    label: str
    kind: str
    is_serious: bool
    what: str


class OutletRow(NamedTuple):
    """One article's outlet as the registry knows it."""

    label: str
    outlet: Outlet


@lru_cache(maxsize=1)
def find_problems(comparison: Comparison) -> pd.DataFrame:
    """Return the table of the intake check (see `check_articles`), made once for all formats of a report."""
    return check_analysis(comparison.analysis)


def make_intake_rows(comparison: Comparison) -> list[IntakeRow]:
    """Return the problems the intake check finds, by article."""
    labels = name_articles(comparison)
    rows = iter_columns(find_problems(comparison), "article", "kind", "level", "what")
    return [IntakeRow(labels.get(article, "all articles"), kind, level == "serious", what) for article, kind, level, what in rows]


def make_outlet_rows(comparison: Comparison) -> list[OutletRow]:
    """Return what the registries know of each article's outlet, by its name or the article's address; outlets they do not know are left out."""
    folders = comparison.topic.folders if comparison.topic else ()
    registry = read_outlets(dict.fromkeys([find_shipped("lexicons"), *(folder.parent.parent for folder in folders)]))
    labels = name_articles(comparison)
    found = [(labels[one.article_id], registry.find_by_name(one.outlet) or registry.find_by_url(one.url)) for one in comparison.articles]
    return [OutletRow(label, outlet) for label, outlet in found if outlet]
