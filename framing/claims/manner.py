"""How a clause is told: with a word of denial, as what somebody denies, or looking ahead."""

import re
from typing import Final

DENIED: Final = re.compile(r"\b(?:not|never|no|none|nobody|cannot|neither|nor)\b|n['’]t\b", re.IGNORECASE)
AHEAD: Final = re.compile(
    r"\b(?:will|would|plan(?:s|ned)? to|intends?|may|might|could|should|expected to|scheduled|set to|vow\w*)\b|['’]ll\b", re.IGNORECASE
)
SAID: Final = r"(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?|assertions?|stories|charges?|notions?)"
REFUTING: Final = re.compile(
    rf"\bden(?:y|ies|ied|ying)\s+(?:that\b|having\b|being\b|(?:[a-z]+\s+){{0,2}}{SAID}\s+(?:that|of)\b|(?:[\w,]+\s+){{1,4}}(?:were|was|had|has|have|is|are)\b)"
    rf"|\b(?:reject|dismiss|refut|rebut|debunk|disput|contradict)\w*\s+(?:[a-z]+\s+){{0,3}}{SAID}\s+(?:that|of)\b"
    r"|\bno\s+(?:evidence|truth|proof|indication|sign)\s+(?:[a-z]+\s+){0,3}(?:that|of|to)\b"
    r"|\b(?:not|isn['’]t|wasn['’]t)\s+(?:true|the case|correct)\s+that\b|\b(?:untrue|false|falsely\s+\w+)\s+that\b",
    re.IGNORECASE,
)
"""Words whose content is denied, and not told."""
FALSE: Final = re.compile(
    rf"\b{SAID}\s+(?:that|of)\b[^.;]*\b(?:was|were|is|are|been)\s+(?:[a-z]+ly\s+)?(?:denied|false|untrue|wrong|baseless|unfounded|debunked|refuted|dismissed|rejected)\b",
    re.IGNORECASE,
)


def is_refuted(text: str, sentence: tuple[int, int], piece: tuple[int, int]) -> bool:
    """Tell whether a piece of a sentence is what somebody denies.

    >>> told = "The mayor denied that 40 boats were lost, and the harbour stayed open."
    >>> is_refuted(told, (0, len(told)), (21, 40)), is_refuted(told, (0, len(told)), (46, 70)), is_refuted(told[21:], (0, 20), (0, 20))
    (True, False, False)
    """
    match = next(iter(REFUTING.finditer(text, sentence[0], piece[1])), None)
    if match and (match.start() >= piece[0] or not re.search(r"[;,:]", text[match.end() : piece[0]])):
        return True
    false = FALSE.search(text, *sentence)
    return bool(false and false.start() <= piece[0] < false.end())
