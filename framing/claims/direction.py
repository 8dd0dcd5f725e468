"""Whether a date lies ahead of publication or behind it, by the verb that stands nearest to it."""

import re
from typing import Final

MARK: Final = re.compile(
    r"(?P<ahead>\b(?:will|would|shall|won['’]t|due|upcoming|forthcoming|scheduled|slated|expected|set|plans?|planned|planning"
    r"|intends?|hopes?|may|might|ahead of|(?:is|are|be)\s+(?:to|set)|to\s+be)\b|['’]ll\b)"
    r"|(?P<lasting>\b(?:was|were|had|did|lasted|stayed|remained|continued|waited|ran|kept|went|raged|worked|waiting)\b)"
    r"|(?P<aim>\b(?:agreed|decided|vowed|promised|pledged|hoped|intended|wanted|asked|called|ordered|urged|prepared|voted|threatened|invited|told)\b)"
    r"|(?P<word>\b[^\W\d_]+\b)",
    re.IGNORECASE,
)
PURPOSE: Final = re.compile(r"\bto\s+(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]{2,}", re.IGNORECASE)
NO_PAST: Final = re.compile(r"(?:eed|[aeiou]red|hundred|shed|bed|red|wed|sacred|naked)$")
UNTIL: Final = re.compile(r"\b(?:until|till|through)\s+(?:(?:the|at\s+least|early|late|next)\s+)*$", re.IGNORECASE)
OPEN: Final = re.compile(
    r"\b(?:until|till|through|by|from|before|starting|beginning|no later than)\s+(?:(?:the|at\s+least|early|late|next)\s+)*$", re.IGNORECASE
)


def looks_ahead(text: str, sentence: tuple[int, int], at: int, past: frozenset[str]) -> bool:
    """Tell whether a date at some place of a sentence lies ahead; `past` are irregular forms of verbs.

    The nearest verb before it decides, then the first one behind it; "until Tuesday" lies ahead unless something lasted until then.

    >>> [looks_ahead(one, (0, len(one)), one.index("Tuesday"), frozenset()) for one in ("It opened on Tuesday.", "It will open on Tuesday.")]
    [False, True]
    >>> [looks_ahead(one, (0, len(one)), one.index("Tuesday"), frozenset()) for one in ("It is shut until Tuesday.", "It lasted until Tuesday.")]
    [True, False]
    """
    before = [match for match in MARK.finditer(text, sentence[0], at) if match.lastgroup != "word" or is_past(match[0], past)]
    if before:
        mark = before[-1]
        if mark.lastgroup == "ahead":
            return True
        if UNTIL.search(text, sentence[0], at):
            return mark.lastgroup != "lasting"
        return mark.lastgroup == "aim" and bool(PURPOSE.search(text, mark.end(), at))
    behind = next((match for match in MARK.finditer(text, at, sentence[1]) if match.lastgroup != "word" or is_past(match[0], past)), None)
    if behind:
        return behind.lastgroup == "ahead"
    return bool(OPEN.search(text, sentence[0], at))


def is_past(word: str, past: frozenset[str]) -> bool:
    """Tell whether a word reads as the past of a verb."""
    return word in past or (word.endswith("ed") and word.islower() and len(word) > 3 and not NO_PAST.search(word))
