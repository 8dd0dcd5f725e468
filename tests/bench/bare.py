"""What could be reached: a bare automaton scan with a boundary filter, and nothing else."""

import numpy as np
from ahocorasick_rs import AhoCorasick, BytesAhoCorasick

from framing.articles.article import Article
from framing.evidence.lens import AROUND, Lens


def list_forms(lens: Lens) -> list[str]:
    """List every string of a topic's own lexicon, in small letters: parts of its terms, endings expanded."""
    return sorted({form.words.lower() for entry in lens.entries for part in entry.pattern.parts for form in part})


def list_all_forms(lens: Lens) -> list[str]:
    """List every string the pipeline looks for with a topic: terms, targets, and lists of what stands around."""
    patterns = [one.pattern for one in (*lens.entries, *lens.targets, *(word for name in AROUND for word in lens.words[name]))]
    return sorted({form.words.lower() for pattern in patterns for part in pattern.parts for form in part})


def scan_strings(articles: list[Article], forms: list[str]) -> int:
    """Scan article by article as strings, keeping matches between boundaries; return how many."""
    automaton = AhoCorasick(forms)
    count = 0
    for article in articles:
        text = article.raw_text.lower()
        for _, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            if (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum()):
                count += 1
    return count


def scan_bytes(articles: list[Article], forms: list[str]) -> int:
    """Scan article by article as bytes, boundaries filtered with numpy; return how many."""
    automaton = BytesAhoCorasick([form.encode() for form in forms])
    count = 0
    for article in articles:
        text = b" " + article.raw_text.lower().encode("utf-8", "replace") + b" "
        found = np.array(automaton.find_matches_as_indexes(text, overlapping=True), np.int64).reshape(-1, 3)
        kinds = np.frombuffer(text, np.uint8)
        letter = ((kinds >= 97) & (kinds <= 122)) | ((kinds >= 48) & (kinds <= 57)) | (kinds >= 128)
        count += int((~letter[found[:, 1] - 1] & ~letter[found[:, 2]]).sum())
    return count
