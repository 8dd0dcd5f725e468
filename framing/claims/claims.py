"""The claims of a batch: clauses that tell something, with the figures, vague amounts and dates in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from framing.claims.clauses import Place, split_sentence
from framing.claims.counting import Counting, make_counting
from framing.claims.counts import Before, look_back, name_counts
from framing.claims.dates import Calendar, Told, find_dates, make_calendar
from framing.claims.figures import Figure, find_numbers
from framing.claims.manner import AHEAD, DENIED, is_refuted
from framing.claims.matter import Names, find_matter
from framing.claims.numbers import Sweep, make_sweep
from framing.claims.records import Claim, Claims, Clause
from framing.claims.sources import Sources
from framing.claims.stems import Stems, make_stems
from framing.text.cleaning import Batch
from framing.text.sentences import Sentences
from framing.text.zone_names import BODY, BYLINE, CROSSHEAD, DATELINE, FURNITURE, HEADLINE, SECTION, STANDFIRST, is_one_of
from framing.text.zones import Segments
from framing.topics.claim_words import ClaimWords
from framing.topics.inflection import Inflections
from framing.topics.name_words import NameWords
from framing.voices.actors.actors import Mentions
from framing.voices.voice import Voices

READ: Final = (HEADLINE, STANDFIRST, BODY)
DATED: Final = (DATELINE, BYLINE, SECTION, FURNITURE, STANDFIRST, CROSSHEAD)
TOP: Final = 600
"""A full date within so many characters of the top of the page is the day of publication, where none is known."""
PLAIN: Final = str.maketrans(dict.fromkeys(".,;:!?()-–—'’\"“”", " "))
SHIFTS: Final = ("last", "next", "this", "ago", "earlier", "later", "now", "year")
DIGIT: Final = re.compile(r"\d")
BESIDE: Final = 30
"""How many characters may stand beside a date in the line that tells the day of publication."""


@dataclass(frozen=True)
class Finder:
    """What claims are found with, compiled once a run."""

    sweep: Sweep
    counting: Counting
    calendar: Calendar
    stems: Stems
    time_words: frozenset[str]
    number_words: frozenset[str]


def make_finder(words: ClaimWords, inflections: Inflections, names: NameWords) -> Finder:
    """Compile the lists; a sentence without a digit or one of their words is not searched further."""
    times = {part for form in words.times for part in form.translate(PLAIN).split()} | set(SHIFTS)
    numbers = {max(form.translate(PLAIN).split(), key=len) for form in (*words.numbers, *words.vague)}
    past = frozenset(form for base, forms in inflections.verbs.items() for form in forms if form != base)
    sweep, counting = make_sweep(words, past), make_counting(words, inflections)
    finite = frozenset(form for form in past if not form.endswith(("ing", "s")))
    return Finder(sweep, counting, make_calendar(words, finite), make_stems(words, inflections, names), frozenset(times), frozenset(numbers))


@dataclass(frozen=True)
class Scene:
    """Where claims are looked for: batch, segments, sentences, who speaks where, who is named where."""

    batch: Batch
    segments: Segments
    sentences: Sentences
    voices: Voices
    mentions: Mentions


def find_claims(scene: Scene, finder: Finder) -> Claims:
    """Find the claims in headline, standfirst and body of every article; captions, page furniture, second copies and questions are left out.

    Every clause of four words or more is a told event, or a statement where it stands in a source's words; figures, vague amounts and dates are
    claims of their own inside it.
    """
    text, voices = scene.batch.text, scene.voices
    published = tuple(find_published(scene, number, finder.calendar) for number in range(len(scene.batch.articles)))
    borders = sorted({*voices.content_starts.tolist(), *voices.content_ends.tolist()})
    names, sources = Names(scene.mentions), Sources(voices)
    clauses: list[Clause] = []
    claims: list[Claim] = []
    before: Before | None = None
    for sentence, place, article, zone in iter_sentences(scene):
        told_words = frozenset(text[place[0] : place[1]].lower().translate(PLAIN).split())
        has_digit = bool(DIGIT.search(text, *place))
        dates = list(find_dates(text, place, finder.calendar, published[article])) if has_digit or told_words & finder.time_words else []
        taken = {at for one in dates for at in range(one.start, one.end)}
        numbers = find_numbers(text, place, finder.sweep, taken) if has_digit or told_words & finder.number_words else []
        known = before if before and before.article == article else None
        figures = list(name_counts(text, place, numbers, (finder.counting, finder.sweep), known))
        before = look_back(place, article, figures, known)
        for piece in split_sentence(text, place, borders[bisect_left(borders, place[0]) : bisect_right(borders, place[1])]):
            is_counted = any(piece[0] <= figure.start < piece[1] and figure.kind.name for figure in figures)
            if not is_counted and sources.covers(text, piece, finder.stems):
                continue
            matter, actors = find_matter(text, piece, names, finder.stems)
            told = text[piece[0] : piece[1]]
            claims += list_claims(piece, len(clauses), figures, dates)
            refuted = is_refuted(text, place, piece)
            manner = False, refuted or bool(DENIED.search(told)), bool(AHEAD.search(told)), refuted
            clauses.append(Clause(*piece, article, sentence, zone, frozenset(f"not {key}" for key in matter) if refuted else matter, actors, *manner))
    return mark_voices(text, voices, Claims(tuple(clauses), tuple(claims), published))


def iter_sentences(scene: Scene) -> Iterator[tuple[int, Place, int, int]]:
    """Yield number, place, article and zone of the sentences that are read and ask nothing."""
    segments, sentences = scene.segments, scene.sentences
    wanted = is_one_of(segments.zone, READ) & ~segments.is_copy
    for number in np.flatnonzero(wanted[sentences.segment]).tolist():
        start, end, segment = int(sentences.starts[number]), int(sentences.ends[number]), int(sentences.segment[number])
        if "?" not in scene.batch.text[max(start, end - 3) : end]:
            yield number, (start, end), int(segments.article[segment]), int(segments.zone[segment])


def mark_voices(text: str, voices: Voices, claims: Claims) -> Claims:
    """Mark the clauses that stand in a source's words, with the words for the source; their claims are statements."""
    starts, ends = (np.array(side, np.int64) for side in ([clause.start for clause in claims.clauses], [clause.end for clause in claims.clauses]))
    said = voices.voice_of(starts, ends).astype(np.bool_).tolist()
    numbers = voices.attribution_of(starts, ends).tolist()
    places = list(zip(voices.attributions.source_starts.tolist(), voices.attributions.source_ends.tolist(), strict=True))
    sources = [text[places[number][0] : places[number][1]] if number >= 0 and places[number][0] >= 0 else "" for number in numbers]
    clauses = tuple(replace(clause, is_said=one, source=source) for clause, one, source in zip(claims.clauses, said, sources, strict=True))
    told = tuple(replace(claim, kind="statement") if claim.kind == "event" and said[claim.clause] else claim for claim in claims.claims)
    return replace(claims, clauses=clauses, claims=told)


def list_claims(piece: Place, clause: int, figures: list[Figure], dates: list[Told]) -> Iterator[Claim]:
    """Yield the claims of one clause: itself, and the figures and dates that begin in it."""
    yield Claim("event", *piece, clause)
    for figure in figures:
        if piece[0] <= figure.start < piece[1]:
            yield Claim("vague" if figure.is_vague else "figure", figure.start, figure.end, clause, figure=figure)
    for told in dates:
        if piece[0] <= told.start < piece[1]:
            yield Claim("date", told.start, told.end, clause, told=told)


def find_published(scene: Scene, number: int, calendar: Calendar) -> date | None:
    """Return the day an article's dates count from: `published`, else a full date at the top of its page, else None."""
    written = scene.batch.articles[number].published[:10]
    try:
        return date.fromisoformat(written)
    except ValueError:
        pass
    segments, begin = scene.segments, int(scene.batch.starts[number])
    for at in np.flatnonzero((segments.article == number) & is_one_of(segments.zone, DATED)).tolist():
        place = int(segments.starts[at]), int(segments.ends[at])
        for told in find_dates(scene.batch.text, place, calendar, None) if place[0] - begin < TOP else ():
            is_one_day = told.precision == "day" and told.first == told.last and told.first[0] != "-"
            if is_one_day and told.end - told.start > place[1] - place[0] - BESIDE:
                return date.fromisoformat(told.first)
    return None
