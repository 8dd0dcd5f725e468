"""Coders' marks checked against the texts they were made on: offsets, words, poles, one coder one file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.classroom.drafts import Draft, DraftMark, read_drafts
from framing.classroom.pack import VOICES, Coded, Pack
from framing.errors import Fault, FramingError, make_error, say_list


@dataclass(frozen=True)
class Coding:
    """What one coder marked, and the articles that count as read: those finished and those that hold a mark."""

    coder: str
    place: str
    marks: tuple[Coded, ...]
    read: frozenset[str]


def read_codings(paths: Sequence[Path], pack: Pack) -> tuple[list[Coding], list[Fault]]:
    """Read coders' files as (codings by coder's name, faults); a file with a fault is left out as a whole and has one line."""
    codings: dict[str, Coding] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            found = check_drafts(path, read_drafts(path), pack)
            doubled = [one for one in found if one.coder.casefold() in codings]
            if doubled:
                first = codings[doubled[0].coder.casefold()]
                raise make_error(path, f"coder {doubled[0].coder!r} stands already in {Path(first.place).name}; give one of them another name")
        except FramingError as error:
            faults.append(error.faults[0])
            continue
        codings |= {one.coder.casefold(): one for one in found}
    return [codings[name] for name in sorted(codings)], faults


def check_drafts(path: Path, drafts: Sequence[Draft], pack: Pack) -> list[Coding]:
    """Check the drafts of a file and join them by coder; raises FramingError with the first fault."""
    marks: dict[str, dict[Coded, None]] = {}
    read: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.pack_id and draft.pack_id != pack.pack_id:
            raise make_error(path, f"belongs to another pack: {draft.pack_id[:20]!r}; {pack.pack_id!r} is needed")
        article = find_article(path, draft, pack)
        own = marks.setdefault(draft.coder, {})
        own.update(dict.fromkeys(check_mark(path, article, mark, draft.text, pack) for mark in draft.marks))
        if draft.is_finished or draft.marks:
            read.setdefault(draft.coder, set()).add(article)
    return [Coding(coder, str(path), tuple(own), frozenset(read.get(coder, ()))) for coder, own in marks.items()]


def find_article(path: Path, draft: Draft, pack: Pack) -> str:
    """Return the letter of a draft's article: the one with its text, else the one it names."""
    if draft.text:
        same = [letter for letter, text in pack.texts.items() if text.split() == draft.text.split()]
        if same:
            return same[0]
        raise make_error(path, f"its text is none of the pack's: {draft.text[:40]!r}; only the pack's masked texts can be compared")
    if draft.article not in pack.texts:
        raise make_error(path, f"article {draft.article[:20]!r} is not in the pack; {say_list(pack.texts, 30)} are")
    return draft.article


def check_mark(path: Path, article: str, mark: DraftMark, text: str, pack: Pack) -> Coded:
    """Check one mark: its offsets lie in the text, its words stand there, its pole is known."""
    known = pack.texts[article]
    start, end = mark.start, mark.end
    if text and text != known:
        raise make_error(path, f"the text of article {article} has other line ends or blanks than the pack's, so that offsets cannot be trusted")
    if mark.text and known[start:end] != mark.text and 0 <= start < end <= 2 * len(known):
        units = known.encode("utf-16-le")
        start, end = (len(units[: 2 * place].decode("utf-16-le", "replace")) for place in (start, end))
    if not 0 <= start < end <= len(known):
        raise make_error(path, f"article {article}, mark {mark.start}:{mark.end} lies outside the text; 0 to {len(known)} is allowed")
    if mark.text and known[start:end] != mark.text:
        place = f"article {article}, mark {mark.start}:{mark.end}"
        raise make_error(path, f"{place} does not hold its words: {mark.text[:40]!r}; the text has {known[start:end][:40]!r}")
    return Coded(article, start, end, *name_label(path, mark.label, pack.axes))


def name_label(path: Path, label: Sequence[str], axes: Mapping[str, tuple[str, Mapping[str, str]]]) -> tuple[str, str, str]:
    """Return (axis, pole, voice) of a label's parts; a pole is known by its id or label, and by its axis where two have it. Voice "": not told."""
    parts = [part.casefold() for part in label]
    voice = next((one for one in VOICES if one in parts), "")
    rest = [part for part in parts if part not in VOICES]
    found = list(match_poles(rest, axes))
    if len(found) != 1:
        known = [f"{axis}/{pole}" for axis, (_, poles) in axes.items() for pole in poles]
        what = "is no pole of the pack" if not found else "stands for several poles"
        raise make_error(path, f"label {'/'.join(label)[:60]!r} {what}; allowed are {say_list(known, 12)}, then /own or /attributed")
    return (*found[0], voice)


def match_poles(parts: Sequence[str], axes: Mapping[str, tuple[str, Mapping[str, str]]]) -> Iterator[tuple[str, str]]:
    """Yield the (axis, pole) that a label's parts name."""
    for axis, (_, poles) in axes.items():
        for pole, name in poles.items():
            names = {pole.casefold(), name.casefold()}
            rest = [part for part in parts if part not in names]
            if len(rest) < len(parts) and all(part == axis.casefold() for part in rest):
                yield axis, pole
