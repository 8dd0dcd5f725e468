"""What a corpus is made of, counted by outlet, and the groups it can be split into."""

import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from framing.articles.article import Article
from framing.articles.language import detect_language, find_language, plain_code
from framing.errors import Fault

if TYPE_CHECKING:
    import pandas as pd


@dataclass
class OutletTally:
    """What one outlet has in a corpus."""

    n_articles: int = 0
    n_words: int = 0
    dates: list[str] = field(default_factory=lambda: ["", ""])
    languages: Counter[str] = field(default_factory=Counter)
    n_undated: int = 0


@dataclass
class CorpusTally:
    """What a corpus has by outlet, and what could not be read."""

    outlets: dict[str, OutletTally] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def count_corpus(items: Iterable[Article | Fault]) -> CorpusTally:
    """Count articles by outlet as they are read."""
    tally = CorpusTally()
    for item in items:
        if isinstance(item, Fault):
            tally.faults.append(item)
            continue
        own = tally.outlets.setdefault(item.outlet, OutletTally())
        own.n_articles += 1
        own.n_words += len(item.raw_text.split())
        own.languages[find_language(item) or "?"] += 1
        if item.published:
            own.dates = [min(own.dates[0] or item.published, item.published), max(own.dates[1], item.published)]
        else:
            own.n_undated += 1
    return tally


def make_stats(tally: CorpusTally) -> "pd.DataFrame":
    """Return a row an outlet and one for all: outlet, articles, words, first, last, undated, languages."""
    import pandas as pd

    rows = [
        (name, own.n_articles, own.n_words, *own.dates, own.n_undated, " ".join(f"{code} {count}" for code, count in sorted(own.languages.items())))
        for name, own in sorted(tally.outlets.items())
    ]
    table = pd.DataFrame(rows, columns=["outlet", "articles", "words", "first", "last", "undated", "languages"])
    first = min((date for date in table["first"] if date), default="")
    counts = {name: table[name].sum() for name in ("articles", "words", "undated")}
    table.loc[len(table)] = {"outlet": "all", "first": first, "last": max(table["last"], default=""), "languages": "", **counts}
    return table


def group_row(row: Mapping[str, Any], by: str) -> str:
    """Return the group a row of a corpus belongs to: its outlet, event, language, month, or half (by its text)."""
    if by == "half":
        return "first-half" if zlib.crc32(str(row["text"]).encode("utf-8", "replace")) % 2 == 0 else "second-half"
    if by == "month":
        return str(row["published"] or "")[:7] or "no-date"
    if by == "language":
        return plain_code(str(row["language"] or "")) or detect_language(str(row["text"])) or "unsure"
    return str(row[by] or "") or f"no-{by}"
