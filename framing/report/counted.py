"""Findings for the overview that are shares of a count, told only where an interval carries them: who speaks, in whose voice, what is left out."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.analysis.resampling import N_DRAWS
from framing.analysis.scores import MIN_EVIDENCE
from framing.comparison.comparison import Comparison
from framing.comparison.sources import SOURCE_KINDS, name_speaker
from framing.report.claims import MOST_CLAIMS, make_claim_rows
from framing.report.frames import COUNTED, FrameRow, FrameTable, make_frame_tables
from framing.report.key_finding import KeyFinding, Link
from framing.report.labels import name_articles
from framing.report.notes import WEAK, Note, make_notes
from framing.report.places import make_anchors, name_place
from framing.report.plain import iter_columns
from framing.report.words import cut_short, say_count, say_group, say_percent

MOST_LINKS: Final = 4
Z: Final = 1.959964
HALF: Final = 0.5
LONGEST_FACT: Final = 90
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
                found.append((low, str(article), group, share, high, [anchors.link(str(article), place) for place in places]))
    for low, article, group, share, high, links in sorted(found, key=lambda one: (-one[0], labels[one[1]])):
        label = labels[article]
        text = f"Most of the words {label} attributes to anybody come from one group: {say_group(group).strip('()')}."
        figure = say_share("Its share", share, low, high)
        shown = [Link(link, f"passage {n}", label) for n, link in enumerate(links, 1)]
        yield KeyFinding("Who speaks", text, (figure,), "#speaking", shown, frozenset([article]))


def find_voicing(comparison: Comparison) -> Iterator[KeyFinding]:
    """Yield the frames that stand, surely, mostly in an article's own voice, or mostly in the mouths of others: the clearest of each article."""
    found = []
    notes = {note.number: note for own in make_notes(comparison).values() for note in own}
    for table in make_frame_tables(comparison):
        for row in table.rows:
            if row.n < MIN_EVIDENCE:
                continue
            low, high = measure_share(row.n_own, row.n)
            if low <= HALF <= high:
                continue
            counted = {cell.head: cell.notes for cell in row.cells if cell.head in COUNTED}
            shown = [notes[one] for head, own in counted.items() for one in own if (head == COUNTED[0]) == (low > HALF)]
            once = {note.text.lower(): note for note in sorted(shown, key=lambda note: (note.weight, -note.number))}
            weighty = sorted(once.values(), key=lambda note: (-note.weight, note.number))[:MOST_LINKS]
            figures = (say_share("Own voice", row.n_own / row.n, low, high), say_weak(shown))
            links = [Link(f"#n{note.number}", f"“{' '.join(note.text.split())}”", f"{row.label}, counts {note.weight:g}") for note in weighty]
            text, about = say_voicing(table, row, low > HALF), f"{table.letter}. {table.axis.label}"
            finding = KeyFinding(about, text, figures, f"#{table.anchor}", links, frozenset([shown[0].article]))
            found.append((-max(low - HALF, HALF - high), row.label, finding))
    clearest: dict[str, KeyFinding] = {}
    for _, label, finding in sorted(found, key=lambda one: one[:2]):
        clearest.setdefault(label, finding)
    yield from clearest.values()


def say_voicing(table: FrameTable, row: FrameRow, is_own: bool) -> str:
    """Say in whose voice a frame mostly stands, and how often the same article uses the other one: a frame told often is not yet a side."""
    other = next((one for one in table.rows if one.label == row.label and one.pole != row.pole and one.n), None)
    if is_own and other and row.n_own == row.n and other.n_own == other.n:
        return f"{row.label} frames in its own voice, {row.n} times “{row.pole}”, {other.n} times “{other.pole}”; no source was found for any."
    n, where = (row.n_own, "in its own voice") if is_own else (row.n - row.n_own, "in the words of others")
    beside = f"“{other.pole}” {other.n_own} of {other.n} in its own voice" if other else "the other frame never"
    return f"{row.label} puts the frame “{row.pole}” {where} {n} of {row.n} times; {beside}."


def say_weak(notes: Sequence[Note]) -> str:
    """Say how many of some pieces of evidence are weak: words that hint at a frame and do not name it."""
    weak = sum(note.is_weak for note in notes)
    return f"{weak or 'None'} of {say_count(len(notes), 'such piece')} {'is' if weak == 1 else 'are'} weak (counts under {WEAK:g} of 1)"


def find_left_out(comparison: Comparison) -> Iterator[KeyFinding]:
    """Yield the articles that leave out, surely, more of what at least two others tell than those others do."""
    coverage, omissions = comparison.tables["coverage"], comparison.tables["omissions"]
    labels, claims = name_articles(comparison), make_claim_rows(comparison)[:MOST_CLAIMS]
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
            shown = [one for one in claims if one.claim in set(own)][:MOST_LINKS]
            links = [Link(f"#{one.anchor}", f"“{cut_short(one.text, LONGEST_FACT)}”", f"told by {one.n_articles}") for one in shown]
            text = f"{labels[article]} tells {of - n or 'none'} of the {say_count(of, 'fact')} that at least two others tell, as far as words show."
            said = say_share("Left out", n / of, low, high) + f"; the others {say_percent((missed - n) / (told - of))}"
            place = f"#{name_place('left-out', article)}"
            found.append((-low, labels[article], KeyFinding("Left out", text, (said,), place, links, frozenset([article]))))
    yield from (finding for *_, finding in sorted(found, key=lambda one: one[:2]))
