"""Repairs of raw text: each finds its faults and returns them as edits, so that nothing is changed without a record."""

import re
import unicodedata
from collections.abc import Callable

from framing.text.offsets import Edit

LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
JOINER = re.compile("(?<![\u0590-\u0dff\u200d\U0001f000-\U0001ffff])[\u200c\u200d](?![\u0590-\u0dff\U0001f000-\U0001ffff])")
BROKEN = re.compile("[\ud800-\udfff]")
LIGATURES = re.compile("[\ufb00-\ufb06]")
WIDE_LATIN = re.compile("[\uff01-\uff5e]+")
NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
MARKED = re.compile("[^\\W\\d_]?[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u3099\u309a]+")
LETTERS = re.compile(r"[^\W\d_]+")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")

CYRILLIC = "аАеЕоОрРсСхХуУіІјЈѕЅԁһНКМТВԛԝкгпиьЗ"
CYRILLIC_AS = "aAeEoOpPcCxXyYiIjJsSdhHKMTBqwkrnub3"
GREEK = "αΑοΟρΡιΙνΝεΕκΚΒΗΜΤΥΖΧυτχ"
GREEK_AS = "aAoOpPiIvNeEkKBHMTYZXutx"
LOOK_ALIKE = dict(zip(CYRILLIC + GREEK, CYRILLIC_AS + GREEK_AS, strict=True))
SURE_CYRILLIC = "аАеЕоОрРсСхХуУіІјЈѕЅ"
LOOK_ALIKE_BACK = dict(zip(CYRILLIC_AS, CYRILLIC, strict=True)) | dict(zip("aAeEoOpPcCxXyYiIjJsS", SURE_CYRILLIC, strict=True))


def find_line_ends(text: str) -> list[Edit]:
    """Find line ends that are not a plain newline."""
    return [Edit(*found.span(), "\n", "line-end") for found in LINE_ENDS.finditer(text)]


def find_broken(text: str) -> list[Edit]:
    """Find halves of surrogate pairs, which no file can hold."""
    return [Edit(*found.span(), "\ufffd", "broken-character") for found in BROKEN.finditer(text)]


def find_mojibake(text: str) -> list[Edit]:
    """Find UTF-8 that was read as another encoding (â€™ for ’), one run of letters at a time."""
    import ftfy

    edits = []
    for found in NOT_ASCII.finditer(text):
        fixed = ftfy.fix_encoding(found[0])
        if fixed != found[0] and len(fixed) < len(found[0]):
            edits.append(Edit(*found.span(), fixed, "mojibake"))
    return edits


def find_invisible(text: str) -> list[Edit]:
    """Find characters that show nothing: zero-width, soft hyphen, control and direction marks; joiners stay where scripts need them."""
    edits = [Edit(*found.span(), "", "invisible-character") for found in INVISIBLE.finditer(text)]
    edits += [Edit(*found.span(), "", "invisible-character") for found in JOINER.finditer(text)]
    return sorted(edits)


def find_composed(text: str) -> list[Edit]:
    """Find letters written as letter and mark where Unicode has one character (NFC)."""
    return [
        Edit(*found.span(), new, "unicode-composed")
        for found in MARKED.finditer(text)
        if (new := unicodedata.normalize("NFC", found[0])) != found[0]
    ]


def find_compatible(text: str) -> list[Edit]:
    """Find ligatures and full-width Latin."""
    kinds = ((LIGATURES, "ligature"), (WIDE_LATIN, "full-width-letter"))
    return sorted(Edit(*found.span(), unicodedata.normalize("NFKC", found[0]), kind) for one, kind in kinds for found in one.finditer(text))


def find_look_alikes(text: str) -> list[Edit]:
    """Find letters of another script inside a word, where each has a twin in the word's own script.

    A word becomes Latin when all its other letters look Latin; else Cyrillic when all its Latin letters look Cyrillic and are the
    fewer; a word wholly of one script, or one that fits neither, is left as it is.
    """
    edits: list[Edit] = []
    for found in LETTERS.finditer(text):
        word = found[0]
        if not FOREIGN.search(word) or not LATIN.search(word):
            continue
        foreign = [at for at, letter in enumerate(word) if FOREIGN.match(letter)]
        latin = [at for at, letter in enumerate(word) if LATIN.match(letter)]
        if all(word[at] in LOOK_ALIKE for at in foreign):
            wrong, twins = foreign, LOOK_ALIKE
        elif len(foreign) > len(latin) and all(word[at] in LOOK_ALIKE_BACK for at in latin):
            wrong, twins = latin, LOOK_ALIKE_BACK
        else:
            continue
        start = found.start()
        edits += [Edit(start + at, start + at + 1, twins[word[at]], "look-alike-letter") for at in wrong]
    return edits


REPAIRS: tuple[tuple[re.Pattern[str], Callable[[str], list[Edit]]], ...] = (
    (LINE_ENDS, find_line_ends),
    (BROKEN, find_broken),
    (re.compile("[ÂÃÄÅØÙâãðïÐÑ][^\x00-\x7f]"), find_mojibake),
    (re.compile(f"{INVISIBLE.pattern}|[\u200c\u200d]"), find_invisible),
    (re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u3099\u309a]"), find_composed),
    (re.compile("[\ufb00-\ufb06\uff01-\uff5e]"), find_compatible),
    (FOREIGN, find_look_alikes),
)
"""Every repair with the pattern that must be in a text before it is tried, in the order in which they are made."""
