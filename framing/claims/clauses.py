"""Sentences cut into clauses: the stretches that tell one thing each."""

import re
from itertools import pairwise
from typing import Final

Place = tuple[int, int]
BREAKS: Final = re.compile(
    r"(?:;|:|\s--|\s?—|\s–)\s+|,\s+(?=(?:and|but|or|while|as|after|before|when|where|who|whom|which|whose|although|though|because|since|following|saying|"
    r"adding|including|leaving|calling|prompting|citing|noting|so|yet|if|until|despite|amid|with)\b)"
    r"|\s+(?=(?:while|because|although|though|after|before|but|which|who|whereas|despite|following|until|amid)\b)"
    r"|\s+(?=and\s+(?:(?:also|then|later|has|have|had|is|are|was|were|will|would)\s+)?(?:[a-z]+ed|began|said|told|took|made|gave|held|left|went|fell|rose|won|lost|met)\b)"
)
WORD: Final = re.compile(r"[^\W\d_]{3,}|\d+")
LEAST_WORDS: Final = 4
EDGES: Final = " \t\n,;:-–—\"“”'‘’"


def split_sentence(text: str, place: Place, borders: list[int]) -> list[Place]:
    """Split a sentence into clauses at marks, small words and given borders (where attributed content begins and ends).

    A piece of fewer than four words of three letters joins the one before, and the next one joins it unless a border parts them; a number counts
    as two more words.
    """
    start, end = place
    cuts = sorted({match.end() if match[0].strip() else match.start() for match in BREAKS.finditer(text, start, end)} | {start, end})
    hard = {border for border in borders if start < border < end}
    pieces: list[Place] = []
    for first, last in pairwise(cuts):
        inner = sorted({first, last} | {border for border in hard if first < border < last})
        for a, b in pairwise(inner):
            if pieces and (is_short(text, (a, b)) or (a not in hard and is_short(text, pieces[-1]))):
                pieces[-1] = (pieces[-1][0], b)
            else:
                pieces.append((a, b))
    return [trimmed for piece in pieces if (trimmed := trim(text, piece)) and not is_short(text, trimmed)]


def is_short(text: str, place: Place) -> bool:
    """Tell whether a piece holds too few words to tell something."""
    words = WORD.findall(text, *place)
    return len(words) + 2 * any(word[0].isdigit() for word in words) < LEAST_WORDS


def trim(text: str, place: Place) -> Place | None:
    """Take spaces and marks from both ends of a piece; None where nothing is left."""
    start, end = place
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES + ".!?":
        end -= 1
    return (start, end) if end > start else None
