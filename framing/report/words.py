"""Findings in plain words, the same in every format: verdicts, voices, figures, what would change a finding."""

import math
from collections.abc import Sequence
from typing import Final

from framing.analysis.scores import MIN_EVIDENCE
from framing.topics.frame import Axis

MINUS: Final = "\N{MINUS SIGN}"
VOICES: Final = {"own": "own voice", "attributed": "attributed", "all": "both together"}
IN_VOICE: Final = {
    "own": "in its own voice",
    "attributed": "in the words it attributes to others",
    "all": "in both voices together",
}
IN_VOICES: Final = {
    "own": "in their own voice",
    "attributed": "in the words they attribute to others",
    "all": "in both voices together",
}
SOURCE_KINDS: Final = {
    "named": "named",
    "anonymous": "unnamed people",
    "pronoun": "he, she, they …",
    "document": "documents",
    "other": "something else",
    "none": "no source given",
}
REPAIRS: Final = {
    "line-end": "line ends of another kind",
    "broken-character": "broken characters",
    "mojibake": "letters garbled by a wrong encoding",
    "invisible-character": "invisible characters taken out",
    "unicode-composed": "letters written as letter and accent, joined",
    "ligature": "ligatures",
    "full-width-letter": "full-width letters",
    "look-alike-letter": "letters of another alphabet inside words, put right",
    "second-copy-of-paragraph": "paragraphs that stand there twice; the second copy does not count",
}


def say_number(value: float, digits: int = 2) -> str:
    """Return a signed figure with a real minus sign.

    >>> say_number(-0.5), say_number(0.0)
    ('−0.50', '0.00')
    """
    shown = f"{value:+.{digits}f}"
    return shown[1:] if float(shown) == 0 else shown.replace("-", MINUS)


def say_interval(low: float, high: float) -> str:
    """Return an interval.

    >>> say_interval(-1, 0.25)
    '−1.00 to +0.25'
    """
    return f"{say_number(low)} to {say_number(high)}"


def cut_short(text: str, most: int) -> str:
    """Shorten a text at the end of a word.

    >>> cut_short("one two three", 9)
    'one two…'
    """
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def join_words(words: Sequence[str]) -> str:
    """Join words as in a sentence.

    >>> join_words(["A", "B", "C"])
    'A, B and C'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def say_count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> say_count(1, "article"), say_count(3, "piece of evidence", "pieces of evidence")
    ('1 article', '3 pieces of evidence')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def say_too_little(n: int, n_sentences: int, needed: int) -> str:
    """Say that there is too little evidence, how much there is and how much more a figure would need.

    >>> say_too_little(2, 2, 3)
    'too little evidence (n=2, 3 more needed)'
    >>> say_too_little(6, 2, 1)
    'too little evidence (n=6 in 2 sentences, 1 more needed)'
    """
    if n >= MIN_EVIDENCE:
        return f"too little evidence (n={n} in {say_count(n_sentences, 'sentence')}, {needed} more needed)"
    return f"too little evidence (n={n}, {needed} more needed)"


def say_side(label: str, axis: Axis, voice: str, bias: float, ends: tuple[float, float]) -> str:
    """Say on which side of an axis an article stands."""
    return f"{label}, {IN_VOICE[voice]}: towards {axis.pole(bias).label}, {say_number(bias)} (95 % interval {say_interval(*ends)})."


def say_difference(labels: tuple[str, str], axis: Axis, voice: str, difference: float, ends: tuple[float, float]) -> str:
    """Say towards which pole the second article lies of the first, for a difference whose interval leaves out 0."""
    pole = axis.pole(difference).label
    least, most = sorted(map(abs, ends))
    size = f"{abs(difference):.2f} (95 % interval {least:.2f} to {most:.2f})"
    return f"{labels[1]} stands nearer to {pole} than {labels[0]}, {IN_VOICES[voice]}, by {size}."


def say_flip(kind: str, what: str, before: float, after: float, effect: str) -> str:
    """Say what, left out, turns a finding round or takes its verdict away."""
    voices = {"own": "the words in own voice", "attributed": "the words attributed to others"}
    named = {"term": f"the words “{what}”", "sentence": f"the sentence “{what}”", "voice": voices.get(what, what)}
    result = "no evidence would be left" if math.isnan(after) else f"{say_number(before)} would become {say_number(after)}"
    lost = " and the evidence would no longer carry the verdict" if effect == "verdict lost" else ""
    return f"Without {named.get(kind, f'{kind} “{what}”')}, {result}{lost}."


def say_outcomes(shown: int, not_shown: int, too_little: int) -> str:
    """Say how some comparisons came out.

    >>> say_outcomes(2, 0, 8)
    '2 shown, 8 with too little evidence'
    """
    parts = [f"{shown} shown", f"{not_shown} no difference shown", f"{too_little} with too little evidence"]
    said = [part for part, number in zip(parts, (shown, not_shown, too_little), strict=True) if number]
    return ", ".join(said) or "none to compare"


def say_repair(kind: str) -> str:
    """Say what a kind of repair is."""
    return REPAIRS.get(kind, kind.replace("-", " "))


def say_percent(share: float) -> str:
    """Return a share as per cent, without decimals.

    >>> say_percent(0.126), say_percent(0.001)
    ('13 %', 'under 1 %')
    """
    return "under 1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"


def say_source_kind(kind: str) -> str:
    """Say what kind of source somebody is."""
    return SOURCE_KINDS.get(kind, kind)


def say_group(group: str) -> str:
    """Say the group of a source; those in brackets have no actor.

    >>> say_group("Iran"), say_group("(pronoun)")
    ('Iran', '(he, she, they …)')
    """
    return f"({say_source_kind(group[1:-1])})" if group.startswith("(") else group
