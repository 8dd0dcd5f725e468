"""The two ledgers: what each outlet calls one and the same, and who does what to whom."""

from collections import Counter
from typing import Final, NamedTuple

import pandas as pd

from framing.comparison.comparison import Comparison
from framing.report.labels import name_articles
from framing.report.passages import cut_passage, read_texts
from framing.report.places import Anchors, make_anchors
from framing.report.plain import iter_columns
from framing.voices.actors.roster import NOT_LISTED

FEW: Final = 6
"""Up to so many outlets stand in columns; more in rows."""
MOST_ROWS: Final = 4
MOST_MORE: Final = 42
MOST_NAMES: Final = 8
MOST_LINKS: Final = 5
MOST_DEEDS: Final = 12
MOST_GROUPS: Final = 20
LEAST_NAMES: Final = 2
MOST_COVERED: Final = 0.5
ACTOR: Final = "actor:"
Places = dict[tuple[str, str], list[tuple[int, int, str]]]
"""Where something is named: start, end and text, by article and voice."""


class Called(NamedTuple):
    """One name in one article: how often it stands there, and links to where it does."""

    name: str
    n: int
    links: list[str]


class NamingCell(NamedTuple):
    """What one article calls a referent: in its own voice, and in the words of others."""

    label: str
    own: list[Called]
    attributed: list[Called]


class NamingRow(NamedTuple):
    """One referent: its label, how many different names it has in the outlets' own voice, how often it is named, a cell for each article."""

    label: str
    n_names: int
    n: int
    cells: list[NamingCell]


class Deed(NamedTuple):
    """One thing done: the word as it stands, its link, the article, who does it, to whom, and whose voice tells it."""

    text: str
    link: str
    label: str
    doer: str
    done_to: str
    voice: str


class Deeds(NamedTuple):
    """Some deeds, and how many more there are."""

    shown: list[Deed]
    more: int


class AgencyRow(NamedTuple):
    """One group: what it does, what is done to it and by whom, what is done to it by nobody named."""

    group: str
    does: Deeds
    suffers: Deeds
    unnamed: Deeds


def make_naming_rows(comparison: Comparison) -> list[NamingRow]:
    """Return the referents of the ledger, those a topic lists first, then actors that bear several names in the outlets' own voice.

    An actor that is a referent of the topic stands there once.
    """
    labels, anchors = name_articles(comparison), make_anchors(comparison)
    referents, actors = group_places(comparison.tables["mentions"])
    taken = find_taken(referents)
    rows = [make_naming_row(label, own, labels, anchors) for label, own in referents.items()]
    free = {label: own for label, own in actors.items() if measure_overlap(own, taken) <= MOST_COVERED}
    others = [make_naming_row(label, own, labels, anchors) for label, own in free.items()]
    others = [row for row in others if row.n_names >= LEAST_NAMES]
    ranked = [sorted(kind, key=lambda row: (-row.n_names, -row.n, row.label)) for kind in (rows, others)]
    return [*ranked[0], *ranked[1]][: MOST_ROWS + MOST_MORE]


def group_places(mentions: pd.DataFrame) -> tuple[dict[str, Places], dict[str, Places]]:
    """Return where each referent, and each actor, is named: by label, then article and voice."""
    referents: dict[str, Places] = {}
    actors: dict[str, Places] = {}
    names = ("referent", "label", "article", "voice", "start", "end", "text")
    for referent, label, article, voice, *place in iter_columns(mentions, *names):
        kind = actors if referent.startswith(ACTOR) else referents
        kind.setdefault(label, {}).setdefault((article, voice), []).append((place[0], place[1], place[2]))
    return referents, actors


def find_taken(referents: dict[str, Places]) -> dict[str, list[tuple[int, int]]]:
    """Return the stretches of every article in which a referent is named."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for places in referents.values():
        for (article, _), own in places.items():
            taken.setdefault(article, []).extend((start, end) for start, end, _ in own)
    return taken


def measure_overlap(places: Places, taken: dict[str, list[tuple[int, int]]]) -> float:
    """Return the share of names that overlap a stretch that is taken, 0 to 1.

    >>> measure_overlap({("a", "own"): [(0, 4, "Iran"), (9, 12, "the")]}, {"a": [(2, 6)], "b": [(9, 12)]})
    0.5
    """
    every = [(article, start, end) for (article, _), own in places.items() for start, end, _ in own]
    over = [any(start < last and first < end for first, last in taken.get(article, ())) for article, start, end in every]
    return sum(over) / len(over)


def make_naming_row(label: str, places: Places, labels: dict[str, str], anchors: Anchors) -> NamingRow:
    """Make the row of one referent."""
    cells = [
        NamingCell(outlet, *(list_names(article, places.get((article, voice), []), anchors) for voice in ("own", "attributed")))
        for article, outlet in labels.items()
    ]
    names = {called.name.lower() for cell in cells for called in cell.own}
    return NamingRow(label, len(names), sum(map(len, places.values())), cells)


def list_names(article: str, places: list[tuple[int, int, str]], anchors: Anchors) -> list[Called]:
    """Return the names an article gives at some places, the most frequent first, each with links to its first places."""
    spelled: dict[str, Counter[str]] = {}
    links: dict[str, list[str]] = {}
    for start, _, text in places:
        name = plain_name(text)
        spelled.setdefault(name.lower(), Counter())[name] += 1
        links.setdefault(name.lower(), []).append(anchors.link(article, start))
    found = [Called(max(names, key=lambda one: (names[one], one)), names.total(), links[key][:MOST_LINKS]) for key, names in spelled.items()]
    return sorted(found, key=lambda called: (-called.n, called.name))[:MOST_NAMES]


def plain_name(text: str) -> str:
    """Write a name with single blanks and straight apostrophes, without an article.

    >>> plain_name("the  Iranian’s friend")
    "Iranian's friend"
    """
    plain = " ".join(text.replace("’", "'").split())
    return next((plain[len(one) :] for one in ("the ", "a ", "an ") if plain.lower().startswith(one)), plain)


def make_agency_rows(comparison: Comparison) -> list[AgencyRow]:
    """Return the ledger of deeds by group (or actor without one), those with most of them first, 20 at most.

    Raises FramingError where a passage is not verbatim.
    """
    table = comparison.tables["agency"]
    texts, labels, anchors = read_texts(comparison), name_articles(comparison), make_anchors(comparison)
    does: dict[str, list[Deed]] = {}
    suffers: dict[str, list[Deed]] = {}
    unnamed: dict[str, list[Deed]] = {}
    names = ("article", "start", "end", "text", "doer", "doer_group", "done_to", "done_to_group", "voice")
    for article, start, end, text, doer, doer_group, done_to, done_to_group, voice in iter_columns(table, *names):
        passage = cut_passage(texts, article, start, end, text)
        deed = Deed(" ".join(passage.split()), anchors.link(article, start), labels[article], doer, done_to, voice)
        if doer:
            does.setdefault(name_group(doer, doer_group), []).append(deed)
        if done_to:
            (suffers if doer else unnamed).setdefault(name_group(done_to, done_to_group), []).append(deed)
    groups = Counter(dict.fromkeys((*does, *suffers, *unnamed), 0))
    for kind in (does, suffers, unnamed):
        groups.update({group: len(deeds) for group, deeds in kind.items()})
    ranked = sorted(groups, key=lambda group: (-groups[group], group))[:MOST_GROUPS]
    rows = []
    for group in ranked:
        rows.append(AgencyRow(group, *(limit_deeds(kind.get(group, [])) for kind in (does, suffers, unnamed))))
    return rows


def limit_deeds(deeds: list[Deed]) -> Deeds:
    """Return the first deeds, and how many more there are."""
    return Deeds(deeds[:MOST_DEEDS], max(len(deeds) - MOST_DEEDS, 0))


def name_group(actor: str, group: str) -> str:
    """Return whom an actor's deeds are told under: its group, or itself where no list gives it one.

    >>> name_group("Joe Tar", "not listed"), name_group("Pentagon", "US government")
    ('Joe Tar', 'US government')
    """
    return actor if group in ("", NOT_LISTED) else group
