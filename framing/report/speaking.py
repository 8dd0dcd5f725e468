"""Who speaks: shares of the attributed words, cues by group, who is never cited, who has the first and the last word."""

import re
from typing import Final, NamedTuple

import pandas as pd

from framing.comparison.comparison import Comparison
from framing.comparison.sources import SOURCE_KINDS, name_speaker
from framing.report.bars import Bar
from framing.report.labels import name_articles
from framing.report.passages import cut_passage, read_texts
from framing.report.places import make_anchors
from framing.report.plain import iter_columns
from framing.report.words import cut_short, say_group, say_percent, say_source_kind

NO_GROUP: Final = [name_speaker("", kind) for kind in SOURCE_KINDS]
GRADES: Final = ("neutral", "endorsing", "doubting", "emotive")
MOST_SOURCES: Final = 8
MOST_GROUPS: Final = 6
MOST_UNQUOTED: Final = 8
MOST_CUES: Final = 6
FEW: Final = 6
"""Up to so many articles stand in columns or in rows of their own; more are taken together."""
LONGEST_PASSAGE: Final = 160
LONGEST_SOURCE: Final = 70
FURTHER_FORMS: Final = re.compile(r"\|[^\s|]+")
MARKS: Final = " \"'“”‘’«»,"


class Share(NamedTuple):
    """How the attributed words of one article are shared out, in words; `attributed` is their share of all its words."""

    label: str
    bars: list[Bar]
    n_words: int
    attributed: float
    kinds: str
    groups: str
    quotations: str
    grades: str

    @property
    def part(self) -> str:
        """What part of all its words they are, as per cent."""
        return say_percent(self.attributed)


class Speaker(NamedTuple):
    """One source: its name, group, share of the attributed words with what pronouns may add, and how often it is cited."""

    source: str
    group: str
    share: str
    n: int


class Word(NamedTuple):
    """The first or last word of an article: whose voice its sentence is in, who is cited, and for what (without marks around it), with a link."""

    voice: str
    source: str
    passage: str
    link: str


class CueRow(NamedTuple):
    """The reporting words of one group, by grade; `label` is the article, or "" for all together."""

    group: str
    label: str
    cells: list[str]


def make_shares(comparison: Comparison) -> list[Share]:
    """Say for every article how its attributed words are shared out."""
    table, articles = comparison.tables["shares"], comparison.tables["articles"]
    n_words = dict(zip(articles["article"], articles["words"], strict=True))
    rows = []
    for article, label in name_articles(comparison).items():
        own = table[table["article"] == article]
        kinds = own[own["by"] == "source_kind"]
        total = int(kinds["words"].sum())
        bars = [Bar(kind, share) for kind, share in iter_columns(kinds, "value", "share")]
        own = own[~own["value"].isin(NO_GROUP)]
        said = [say_shares(own[own["by"] == by], most) for by, most in (("group", MOST_GROUPS), ("kind", 3), ("cue_grade", 5))]
        attributed = total / max(n_words[article], 1)
        rows.append(Share(label, bars, total, attributed, say_shares(kinds, len(kinds)), *said))
    return rows


def say_shares(table: pd.DataFrame, most: int) -> str:
    """Say shares, the largest first, "" for none."""
    said = [f"{say_value(by, value)} {say_percent(share)}" for by, value, share in iter_columns(table.head(most), "by", "value", "share")]
    more = len(table) - most
    return ", ".join([*said, *([f"{more} more"] if more > 0 else [])])


def say_value(by: str, value: str) -> str:
    """Say what a share is of."""
    if by == "source_kind":
        return say_source_kind(value)
    return say_group(value) if by == "group" else value or "no reporting word"


def make_speakers(comparison: Comparison) -> list[tuple[str, list[Speaker], int]]:
    """Return for every article its sources that have most to say, and how many more there are."""
    table, rows = comparison.tables["speakers"], []
    names = ("source", "group", "share", "words", "guessed_words", "attributions")
    for article, label in name_articles(comparison).items():
        own = table[table["article"] == article]
        total, found = max(int(own["words"].sum()), 1), []
        for source, group, share, words, guessed, n in iter_columns(own.head(MOST_SOURCES), *names):
            more = f", up to {say_percent((words + guessed) / total)} with pronouns" if guessed else ""
            name = say_group(source).strip("()") if source == group else cut_short(source, LONGEST_SOURCE)
            found.append(Speaker(name, "" if group.startswith("(") else group, say_percent(share) + more, n))
        rows.append((label, found, max(len(own) - MOST_SOURCES, 0)))
    return rows


def make_cue_rows(comparison: Comparison) -> list[CueRow]:
    """Return the reporting words of every group by grade, article by article, or for all together where there are many."""
    table, labels = comparison.tables["cues"], name_articles(comparison)
    keys = ["group", "article"] if len(labels) <= FEW else ["group"]
    rows = []
    for key, own in table.groupby(keys, sort=False):
        cells = [say_cues(own[own["cue_grade"] == grade]) for grade in GRADES]
        group, *article = map(str, key if isinstance(key, tuple) else (key,))
        rows.append(CueRow(say_group(group), labels[article[0]] if article else "", cells))
    return sorted(rows, key=lambda row: (row.group.startswith("("), row.group))


def say_cues(table: pd.DataFrame) -> str:
    """Say reporting words with how often each stands there, the most frequent first."""
    counts = table.groupby("cue")["count"].sum()
    ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    said = [f"{FURTHER_FORMS.sub('', str(cue))} {count}" for cue, count in ranked[:MOST_CUES]]
    return ", ".join([*said, *([f"{len(ranked) - MOST_CUES} more"] if len(ranked) > MOST_CUES else [])])


def make_unquoted(comparison: Comparison) -> list[tuple[str, str]]:
    """Say for every article who is named in it and never cited."""
    table, rows = comparison.tables["unquoted"], []
    for article, label in name_articles(comparison).items():
        own = table[table["article"] == article]
        said = [
            f"{name} ({mentions} times{f'; others of {group} are cited' if others else ''})"
            for name, mentions, group, others in iter_columns(own.head(MOST_UNQUOTED), "name", "mentions", "group", "group_attributions")
        ]
        more = len(own) - MOST_UNQUOTED
        rows.append((label, ", ".join([*said, *([f"{more} more"] if more > 0 else [])])))
    return rows


def make_first_last(comparison: Comparison) -> list[tuple[str, Word, Word]]:
    """Return the first and the last word of every article; raises FramingError where a passage is not verbatim."""
    table, texts, anchors = comparison.tables["first_last"], read_texts(comparison), make_anchors(comparison)
    labels, words = name_articles(comparison), {}
    names = ("article", "place", "voice", "source", "source_kind", "content", "content_start", "content_end")
    for article, place, voice, source, kind, content, start, end in iter_columns(table, *names):
        passage = cut_short(cut_passage(texts, article, start, end, content).strip(MARKS), LONGEST_PASSAGE) if start >= 0 else ""
        link = anchors.link(article, start) if start >= 0 else ""
        words[article, place] = Word(voice, cut_short(" ".join(source.split()), LONGEST_SOURCE) or say_source_kind(kind), passage, link)
    return [(label, words[article, "first"], words[article, "last"]) for article, label in labels.items()]
