"""Findings for the overview that are shares of a count, told only where an interval carries them: who speaks, in whose voice, what is left out."""

from collections.abc import Iterator
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.analysis.resampling import N_DRAWS
from framing.analysis.scores import MIN_EVIDENCE
from framing.comparison.comparison import Comparison
from framing.comparison.sources import SOURCE_KINDS, name_speaker
from framing.report.claims import find_shown_claims
from framing.report.frames import COUNTED, FrameRow, FrameTable, make_frame_tables
from framing.report.key_finding import KeyFinding, Link
from framing.report.labels import name_articles
from framing.report.notes import make_notes
from framing.report.places import make_anchors, name_claims, name_place
from framing.report.plain import iter_columns
from framing.report.words import say_count, say_group, say_percent

MOST_LINKS: Final = 4
Z: Final = 1.959964
HALF: Final = 0.5
NO_GROUP: Final = tuple(name_speaker("", kind) for kind in SOURCE_KINDS if kind != "anonymous")
NOT_LISTED: Final = "not listed"


def measure_share(n: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share by Wilson's score (Wilson 1927); it takes the cases as independent.

    >>> [round(end, 3) for end in measure_share(7, 8)]
    [0.529, 0.978]
    """
    share, spread = n / of, Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    reach = Z / (1 + spread) * sqrt(share * (1 - share) / of + spread / (4 * of))
    return max(middle - reach, 0.0), min(middle + reach, 1.0)


def draw_share(words: NDArray[np.float64], is_in: NDArray[np.bool_], random_state: int) -> tuple[float, float]:
    """Return the 95 % interval of a share of words by a Bayesian bootstrap over attributions (Rubin 1981)."""
    weights = np.random.default_rng(random_state).standard_exponential((N_DRAWS, len(words))) * words
    low, high = np.quantile(weights[:, is_in].sum(axis=1) / weights.sum(axis=1), [0.025, 0.975])
    return float(low), float(high)


def say_share(n: str, share: float, low: float, high: float) -> str:
    """Say a share with its interval."""
    return f"{n}: {say_percent(share)} (95 % interval {say_percent(low)} to {say_percent(high)})"


def find_speaking(comparison: Comparison) -> Iterator[KeyFinding]:
    """Yield the groups that have more than half of an article's attributed words, surely, the clearest first."""
    table, labels, anchors = comparison.tables["attributions"], name_articles(comparison), make_anchors(comparison)
    speech = table[table["speech"].astype(bool)]
    found = []
    for article, own in speech.groupby("article", sort=False):
        words = np.array([len(f"{one} {two}".split()) for one, two in iter_columns(own, "content", "second")], np.float64)
        speakers = np.array([name_speaker(*pair) for pair in iter_columns(own, "group", "source_kind")])
        for group in sorted(set(speakers.tolist()) - {*NO_GROUP, NOT_LISTED}):
            is_in = speakers == group
            if len(words) < MIN_EVIDENCE or words[is_in].sum() <= HALF * words.sum():
                continue
            low, high = draw_share(words, is_in, comparison.random_state)
            if low > HALF:
                places = own["content_start"].to_numpy()[is_in].tolist()[:MOST_LINKS]
                share = float(words[is_in].sum() / words.sum())
                found.append((low, labels[str(article)], group, share, high, [anchors.link(str(article), place) for place in places]))
    for low, label, group, share, high, links in sorted(found, key=lambda one: (-one[0], one[1])):
        text = f"Most of the words {label} attributes to anybody come from one group: {say_group(group).strip('()')}."
        figure = say_share("Its share", share, low, high)
        yield KeyFinding("Who speaks", text, (figure,), "#speaking", [Link(link, f"passage {n}", label) for n, link in enumerate(links, 1)])


def find_voicing(comparison: Comparison) -> Iterator[KeyFinding]:
    """Yield the frames that stand, surely, mostly in an article's own voice, or mostly in the mouths of others: the clearest of each article."""
    found = []
    words = {note.number: " ".join(note.text.split()) for own in make_notes(comparison).values() for note in own}
    for table in make_frame_tables(comparison):
        for row in table.rows:
            cells = {cell.head: cell for cell in row.cells if cell.head in COUNTED}
            n, own = sum(cell.n for cell in cells.values()), cells[COUNTED[0]]
            if n < MIN_EVIDENCE:
                continue
            low, high = measure_share(own.n, n)
            if low <= HALF <= high:
                continue
            is_own = low > HALF
            where = "in its own voice" if is_own else "in the words of others"
            text = f"{row.label} puts the frame “{row.pole}” {where} {own.n if is_own else n - own.n} of {n} times; {say_other_pole(table, row)}."
            notes = own.notes if is_own else [note for cell in list(cells.values())[1:] for note in cell.notes]
            figure = say_share("Own voice", own.n / n, low, high)
            links = [Link(f"#n{note}", f"“{words[note]}”", row.label) for note in notes[:MOST_LINKS]]
            clear = max(low - HALF, HALF - high)
            found.append((-clear, row.label, KeyFinding(f"{table.letter}. {table.axis.label}", text, (figure,), f"#{table.anchor}", links)))
    clearest: dict[str, KeyFinding] = {}
    for _, label, finding in sorted(found, key=lambda one: one[:2]):
        clearest.setdefault(label, finding)
    yield from clearest.values()


def say_other_pole(table: FrameTable, row: FrameRow) -> str:
    """Say how often the same article uses the other pole, so that a frame told often is not taken for the side of the article."""
    for other in table.rows:
        if other.label == row.label and other.pole != row.pole:
            counts = {cell.head: cell.n for cell in other.cells if cell.head in COUNTED}
            if n := sum(counts.values()):
                return f"“{other.pole}” {counts[COUNTED[0]]} of {n} in its own voice"
    return "the other frame never"


def find_left_out(comparison: Comparison) -> Iterator[KeyFinding]:
    """Yield the articles that leave out, surely, more of what at least two others tell than those others do."""
    coverage, omissions = comparison.tables["coverage"], comparison.tables["omissions"]
    labels, shown, names = name_articles(comparison), find_shown_claims(comparison), name_claims(comparison)
    counts = {}
    for article in labels:
        told_elsewhere = coverage["n_articles"] - coverage[article].isin(("own", "attributed")) >= 2
        counts[article] = (int((coverage[article][told_elsewhere] == "absent").sum()), int(told_elsewhere.sum()))
    missed, told = (sum(one[at] for one in counts.values()) for at in (0, 1))
    found = []
    for article, (n, of) in counts.items():
        if n < MIN_EVIDENCE or told == of:
            continue
        low, high = measure_share(n, of)
        if low > (missed - n) / (told - of):
            own = omissions[omissions["missing_from"] == article]["claim"]
            links = [Link(f"#{names[claim]}", f"fact {claim}", labels[article]) for claim in own if claim in shown][:MOST_LINKS]
            text = f"{labels[article]} tells {of - n or 'none'} of the {say_count(of, 'fact')} that at least two others tell, as far as words show."
            said = say_share("Left out", n / of, low, high) + f"; the others {say_percent((missed - n) / (told - of))}"
            found.append((-low, labels[article], KeyFinding("Left out", text, (said,), f"#{name_place('left-out', article)}", links)))
    yield from (finding for *_, finding in sorted(found, key=lambda one: one[:2]))
