"""Which cues of a sentence report something when all are seen together, in order of place, and where one's content gives way to the next."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from framing.text.offsets import Offsets
from framing.voices.attribution.contents import Contents, Scene, end_of
from framing.voices.attribution.cue_groups import NOUN, CueGroups
from framing.voices.attribution.grammar import BREAK_GAP, COMMA_GAP, CONJUNCTION, PARTICIPLE, Mask
from framing.voices.attribution.idle import find_idle
from framing.voices.attribution.sources import BEFORE, SHARED, Sources

FAR: Final = 1 << 60


@dataclass(frozen=True)
class Rows:
    """The cues as lists, because each depends on those before it.

    In characters: `place` of the cue, `behind` it, `before` it, its `source`, the word that opens its sentence (`floor`), and `cut`, where
    an earlier content ends if this cue stands beside it. The contents are changed as cues are settled; `kept` grows, `owner` says whose
    source a cue shares (-1: none).
    """

    place: list[int]
    behind: list[int]
    before: list[int]
    source: list[int]
    floor: list[int]
    cut: list[int]
    is_beside: list[bool]
    is_wrapping: list[bool]
    is_noun: list[bool]
    is_report: list[bool]
    is_shared: list[bool]
    is_idle: list[bool]
    is_loose: list[bool]
    left_s: list[int]
    left_e: list[int]
    right_s: list[int]
    right_e: list[int]
    kept: list[int]
    owner: list[int]

    def last(self) -> int:
        """Return the cue kept last, -1 where none is."""
        return self.kept[-1] if self.kept else -1


def settle_cues(scene: Scene, cues: CueGroups, sources: Sources, contents: Contents) -> tuple[Offsets, Offsets, Contents]:
    """Return the cues that stay, the cue each of all shares its source with (-1), and all contents as cut.

    Cues that no other one touches are settled at once, the others one by one.
    """
    facts = list_facts(scene, cues, sources, contents)
    together = find_together(facts)
    rows = Rows(**{name: column[together].tolist() for name, column in facts.items()}, kept=[], owner=[-1] * len(together))
    for at in range(len(together)):
        settle_cue(rows, at)
    alone = np.asarray((contents.left_starts >= 0) | (contents.right_starts >= 0), np.bool_)
    alone &= (facts["is_idle"] == 0) & (facts["is_loose"] == 0)
    alone[together] = False
    owner = np.full(len(cues), -1, np.int64)
    owner[together] = np.append(together, -1)[rows.owner]
    sides = [facts[name] for name in ("left_s", "left_e", "right_s", "right_e")]
    for side, own in zip(sides, (rows.left_s, rows.left_e, rows.right_s, rows.right_e), strict=True):
        side[together] = own
    return np.sort(np.concatenate([np.flatnonzero(alone), together[rows.kept]])), owner, Contents(*sides)


def find_together(facts: dict[str, Offsets]) -> Offsets:
    """Return the cues that share their sentence with another one, or whose content reaches to another one."""
    place, floor, left = facts["place"], facts["floor"], facts["left_s"]
    reach = np.maximum.accumulate(np.maximum(facts["right_e"], place))
    begins = np.ones(len(place) + 1, np.bool_)
    begins[1:-1] = (floor[1:] != floor[:-1]) & (place[1:] >= reach[:-1]) & ((left[1:] < 0) | (left[1:] >= reach[:-1]))
    return np.flatnonzero(~(begins[1:] & begins[:-1]))


def list_facts(scene: Scene, cues: CueGroups, sources: Sources, contents: Contents) -> dict[str, Offsets]:
    """Return what settling needs to know of the cues, as the columns of `Rows`."""
    words, named = scene.words, sources.first >= 0
    low = np.where(sources.side == BEFORE, np.minimum(sources.first, cues.first), cues.first)
    beside, cut = find_borders(scene, sources, low)
    shared = sources.side == SHARED
    wrapping = words.has_gap(low, COMMA_GAP) & (contents.left_starts >= 0) & (contents.right_starts < 0) & named
    return {
        "place": words.starts[cues.first],
        "behind": words.starts[cues.last + 1],
        "before": end_of(scene, np.maximum(cues.first - 1, 0)),
        "source": np.where(named & (~shared | words.is_kind(cues.head, PARTICIPLE)), words.starts[sources.first], FAR),
        "floor": cues.floor,
        "cut": cut,
        "is_beside": beside,
        "is_wrapping": wrapping,
        "is_noun": cues.shape == NOUN,
        "is_report": cues.is_report,
        "is_shared": shared,
        "is_idle": find_idle(words, cues, sources),
        "is_loose": shared & ~named & words.is_kind(cues.head, PARTICIPLE),
        "left_s": contents.left_starts.copy(),
        "left_e": contents.left_ends.copy(),
        "right_s": contents.right_starts.copy(),
        "right_e": contents.right_ends.copy(),
    }


def find_borders(scene: Scene, sources: Sources, low: Offsets) -> tuple[Mask, Offsets]:
    """Tell which cues begin a clause beside the one before (", adding", "and vowed", ", but critics say"), and where that one ends."""
    words, before = scene.words, np.maximum(low - 1, 0)
    joined = words.is_kind(before, CONJUNCTION)
    beside = words.has_gap(low, COMMA_GAP) & (words.is_kind(low, PARTICIPLE) | (sources.side == SHARED))
    beside |= words.has_gap(low, BREAK_GAP)
    beside |= joined & ((sources.side == SHARED) | words.has_gap(before, COMMA_GAP))
    return beside, end_of(scene, np.where(joined, np.maximum(before - 1, 0), before))


def settle_cue(rows: Rows, at: int) -> None:
    """Keep a cue or not, given those kept before it.

    A cue inside an earlier content is part of it, unless it stands beside it, or itself reports the whole sentence (", critics said").
    The author's own `I think` and participles without anyone to share a source with report nothing.
    """
    while rows.kept and rows.is_wrapping[at] and wraps(rows, rows.last(), at):
        rows.kept.pop()
    last = rows.last()
    if last >= 0 and rows.right_s[last] <= rows.place[at] < rows.right_e[last]:
        while rows.kept and rows.is_wrapping[at] and rows.left_s[at] <= rows.place[rows.last()] < rows.place[at]:
            rows.kept.pop()
        last = rows.last()
        if last >= 0 and rows.right_e[last] > rows.place[at] and not cut_short(rows, last, at):
            if rows.is_report[last] or not rows.is_report[at] or rows.is_idle[at] or rows.is_noun[at]:
                return
            rows.left_s[at] = rows.left_e[at] = -1
            rows.right_e[at] = min(rows.right_e[at], rows.right_e[last])
            if rows.right_s[at] >= 0:
                rows.kept.append(at)
            return
    if last >= 0 and rows.floor[last] == rows.floor[at]:
        if rows.is_noun[at] and rows.right_s[last] >= rows.place[at]:
            return
        last = share_sentence(rows, last, at)
    if last >= 0 and 0 <= rows.left_s[at] < rows.right_e[last]:
        rows.left_s[at] = rows.left_e[at] = -1
    reports = rows.left_s[at] >= 0 or rows.right_s[at] >= 0
    if reports and not rows.is_idle[at] and not (rows.is_loose[at] and rows.owner[at] < 0):
        rows.kept.append(at)


def wraps(rows: Rows, last: int, at: int) -> bool:
    """Tell whether a cue reports all of the sentence before it (..., Vale said), so that one inside is part of what is reported."""
    return rows.left_s[at] <= rows.source[last] <= rows.place[last] < rows.right_e[last] <= rows.left_e[at]


def cut_short(rows: Rows, last: int, at: int) -> bool:
    """Cut the content of a cue before the next one, if that one stands beside it or belongs to the clause around it; say whether it did."""
    is_outer = rows.source[at] < rows.place[last] and rows.floor[last] == rows.floor[at]
    cut = rows.before[at] if is_outer else rows.cut[at]
    if not (rows.is_beside[at] or is_outer) or cut <= rows.right_s[last]:
        return False
    rows.right_e[last] = cut
    return True


def share_sentence(rows: Rows, last: int, at: int) -> int:
    """Divide a sentence between two cues; return the cue kept last.

    Where both claim what stands behind the later one, the earlier has what stands between them; a later one has on its left only what
    stands behind the earlier.
    """
    if rows.place[at] < rows.right_s[last] and rows.right_s[at] >= 0:
        rows.right_s[last], rows.right_e[last] = rows.behind[last], rows.cut[at]
        if rows.right_e[last] <= rows.right_s[last]:
            rows.kept.pop()
            return rows.last()
    if 0 <= rows.left_s[at] < rows.place[last] < rows.left_e[at]:
        rows.left_s[at] = max(rows.left_s[at], rows.behind[last])
    if rows.is_shared[at]:
        rows.owner[at] = last if rows.owner[last] < 0 else rows.owner[last]
    return last
