"""Who speaks, with which reporting words, and in whose voice each frame stands."""

from collections.abc import Iterator

from framing.comparison.comparison import Comparison
from framing.report.blocks import Block, Heading, Para, lay_out, list_said, list_told, say
from framing.report.frames import FrameTable, make_frame_tables, make_group_scores
from framing.report.speaking import GRADES, Speaker, Word, make_cue_rows, make_first_last, make_shares, make_speakers, make_unquoted
from framing.report.words import say_count

SPEAKING_HEADS = ("Outlet", "Attributed words", "Sources", "Groups", "Quotation", "Reporting words")


def write_speaking(comparison: Comparison) -> Iterator[Block]:
    """Write who speaks, with which reporting words, first and last, and who is never cited."""
    yield Heading("Who speaks")
    rows = [(row.label, f"{row.n_words} ({row.part} of all)", row.kinds, row.groups, row.quotations, row.grades) for row in make_shares(comparison)]
    yield lay_out("Shares of the attributed words", SPEAKING_HEADS, rows)
    speakers = []
    for label, found, more in make_speakers(comparison):
        said = "; ".join(say_speaker(one) for one in found) + (f"; {more} more" if more else "")
        speakers.append((label, said or "no attribution was found"))
    yield list_told(speakers)
    yield Heading("First and last word", 3)
    words = [(label, say_word(first), say_word(last)) for label, first, last in make_first_last(comparison)]
    yield lay_out("Who is cited first and last", ("Outlet", "First", "Last"), words, (3, 5, 5))
    yield Heading("Named, and never cited", 3)
    yield list_told((label, said or "none found") for label, said in make_unquoted(comparison))
    yield Heading("Reporting words by source", 3)
    cues = [(row.group, row.label or "all", *row.cells) for row in make_cue_rows(comparison)]
    yield lay_out("Reporting words by source", ("Group", "Outlet", *GRADES), cues) if cues else Para(say("None found."))


def say_speaker(one: Speaker) -> str:
    """Say a source's share in a few words."""
    return f"{one.source} {one.share} ({one.group + ', ' if one.group else ''}cited {say_count(one.n, 'time')})"


def say_word(word: Word) -> str:
    """Say who is cited first or last, and for what."""
    voice = {"own": "sentence in its own voice; ", "attributed": "sentence in the words of a source; "}.get(word.voice, "")
    return f"{voice}cited: {word.source}, “{word.passage}”" if word.passage else f"{voice}nobody is cited"


def write_frames(comparison: Comparison) -> Iterator[Block]:
    """Write how often each pole stands in whose voice, with the numbers of its evidence, and the scores by group."""
    yield Heading("Frame by voice")
    for table in make_frame_tables(comparison):
        if table.rows:
            yield from write_frame_table(table)
    scores, n_too_little = make_group_scores(comparison)
    yield Para(say(f"Scores by group of sources: {say_count(len(scores), 'has', 'have')} enough evidence, {n_too_little} too little."))
    if scores:
        lines = [(one.letter, one.group, one.label or "all articles", f"{one.figure} ({one.interval}) {one.verdict}, n={one.n}") for one in scores]
        yield lay_out("Positions in the words of groups of sources", ("Axis", "Group", "Cited by", "Position"), lines, (1, 4, 4, 5))


def write_frame_table(table: FrameTable) -> Iterator[Block]:
    """Write one axis: what can be said in a sentence, then every count with the numbers of its evidence."""
    yield Heading(f"{table.letter}. {table.axis.label}", 3)
    if any(row.said for row in table.rows):
        yield list_said(row.said for row in table.rows if row.said)
    cells = [[f"{cell.n} ({', '.join(map(str, cell.notes))})" if cell.n else "0" for cell in row.cells] for row in table.rows]
    lines = [(row.label, row.pole, *own) for row, own in zip(table.rows, cells, strict=True)]
    caption = f"Axis {table.letter}: pieces of evidence by voice, their numbers in brackets"
    yield lay_out(caption, ("Outlet", "Frame", *(cell.head for cell in table.rows[0].cells)), lines)
