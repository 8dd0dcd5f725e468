"""Draws the measuring sentences of each topic from the abp articles and shows them to a coder.

Nothing of an article is stored: `drawn.csv` holds article ids and character offsets into `text`.

    python draw.py                                              draw again and write drawn.csv
    python draw.py --show protest --first 61 --last 140         print sentences of drawn.csv
    python draw.py --show protest --first 61 --context 300      with what stands before each

The articles are read from $FRAMING_DATA/data/abp/articles.jsonl.gz (default: ../shared, seen from
the repository). The words that select sentences stand in `topic_words.csv`.
"""

import argparse
import csv
import gzip
import json
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]
SEED = 20261122
N_PER_TOPIC = 140
N_NARROW = 100
MAX_PER_ARTICLE = 2
MIN_WORDS, MAX_WORDS = 8, 60

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Gen Lt Col Sgt Capt Maj Adm Cpl Pfc St Jr Sr Rev Prof "
    "vs No Inc Corp Ltd Jan Feb Aug Sept Oct Nov Dec a\\.m p\\.m"
)
_ENDS_IN_ABBREVIATION = re.compile(rf"\b(?:{_ABBREVIATIONS.replace(' ', '|')}|[A-Z])\.$")
_OPENING, _CLOSING = "\"'(\\[\u201c\u2018", "\"')\\]\u201d\u2019"
_BREAK = re.compile(rf"([.!?]+[{_CLOSING}]*)\s+(?=[{_OPENING}]?[A-Z0-9])")


@dataclass(frozen=True)
class TopicWords:
    """The patterns that select the sentences of one topic; `country` and `narrow` may be absent."""

    topic: re.Pattern[str]
    country: re.Pattern[str] | None
    narrow: re.Pattern[str] | None


@dataclass(frozen=True)
class Sentence:
    """One sentence as half-open code-point offsets into the `text` of an article."""

    article_id: str
    start: int
    end: int


def articles_path() -> Path:
    """Say where the abp articles are: under FRAMING_DATA, or beside the repository."""
    folder = Path(os.environ.get("FRAMING_DATA", REPOSITORY.parent / "shared"))
    return folder / "data" / "abp" / "articles.jsonl.gz"


def read_texts(path: Path) -> dict[str, str]:
    """Article id to raw text, in the order of the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        articles = (json.loads(line) for line in lines)
        return {article["id"]: article["text"] for article in articles}


def read_topic_words(path: Path) -> dict[str, TopicWords]:
    """Topic to its patterns, from a table with the columns topic, kind, case, word."""
    words: dict[str, dict[str, list[str]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pattern = re.escape(row["word"])
            if row["case"] == "any":
                pattern = f"(?i:{pattern})"
            words.setdefault(row["topic"], {}).setdefault(row["kind"], []).append(pattern)
    return {
        topic: TopicWords(
            _any_word(kinds["topic"]), _maybe(kinds, "country"), _maybe(kinds, "narrow")
        )
        for topic, kinds in words.items()
    }


def _maybe(kinds: dict[str, list[str]], kind: str) -> re.Pattern[str] | None:
    return _any_word(kinds[kind]) if kind in kinds else None


def _any_word(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")


def find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a text: lines, broken after . ! ? before a capital or a digit.

    No break follows an initial or a common abbreviation ("in the U.S. The ..." stays whole).
    """
    for line in re.finditer(r"[^\n]*\S", text):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        for gap in _BREAK.finditer(text, start, line.end()):
            if not _ENDS_IN_ABBREVIATION.search(text[max(start, gap.start() - 12) : gap.end(1)]):
                yield start, gap.end(1)
                start = gap.end()
        yield start, line.end()


def is_on_topic(sentence: str, words: TopicWords) -> bool:
    """Whether a sentence holds a topic word and, where the topic has them, a country."""
    return bool(words.topic.search(sentence)) and (
        words.country is None or bool(words.country.search(sentence))
    )


def find_candidates(texts: dict[str, str], words: TopicWords) -> list[Sentence]:
    """All sentences of the right length that are on topic, the first of equal ones only."""
    found: dict[str, Sentence] = {}
    for article_id, text in texts.items():
        for start, end in find_sentences(text):
            sentence = text[start:end]
            if MIN_WORDS <= len(sentence.split()) <= MAX_WORDS and is_on_topic(sentence, words):
                found.setdefault(sentence, Sentence(article_id, start, end))
    return list(found.values())


def draw_topic(topic: str, texts: dict[str, str], words: TopicWords) -> list[Sentence]:
    """N_PER_TOPIC sentences in random order; with narrow words, N_NARROW or more hold one."""
    rng = random.Random(f"{SEED} {topic}")
    candidates = find_candidates(texts, words)
    rng.shuffle(candidates)
    per_article: Counter[str] = Counter()
    drawn: list[Sentence] = []
    if words.narrow:
        narrow = words.narrow
        in_view = [s for s in candidates if narrow.search(texts[s.article_id][s.start : s.end])]
        _take(in_view, N_NARROW, drawn, per_article)
    _take(candidates, N_PER_TOPIC, drawn, per_article)
    rng.shuffle(drawn)
    return drawn


def _take(
    candidates: list[Sentence], n: int, drawn: list[Sentence], per_article: Counter[str]
) -> None:
    for sentence in candidates:
        if len(drawn) == n:
            return
        if sentence not in drawn and per_article[sentence.article_id] < MAX_PER_ARTICLE:
            per_article[sentence.article_id] += 1
            drawn.append(sentence)


def write_drawn(path: Path, drawn: dict[str, list[Sentence]]) -> None:
    """Write the sentences in drawn order; their ids count from 1 within the topic."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["topic", "sentence_id", "article_id", "start", "end"])
        for topic, sentences in drawn.items():
            for number, s in enumerate(sentences, start=1):
                writer.writerow([topic, number, s.article_id, s.start, s.end])


def show_topic(
    topic: str, texts: dict[str, str], numbers: range, *, path: Path, n_context: int
) -> None:
    """Print the drawn sentences of a topic whose ids are in `numbers`, in drawn order.

    `n_context` characters of what stands before the sentence are shown first, to judge its voice.
    """
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["topic"] == topic and int(row["sentence_id"]) in numbers:
                text, start, end = texts[row["article_id"]], int(row["start"]), int(row["end"])
                before = " ".join(text[max(0, start - n_context) : start].split())
                shown = f"[{before}] {text[start:end]}" if before else text[start:end]
                print(f"{row['sentence_id']:>3}  {shown}\n")


def read_options(topics: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Draw the measuring sentences, or show some.")
    parser.add_argument("--show", metavar="TOPIC", choices=topics, help="one of: %(choices)s")
    parser.add_argument("--first", type=int, default=1, help="first sentence id to show")
    parser.add_argument("--last", type=int, default=N_PER_TOPIC, help="last sentence id to show")
    parser.add_argument("--context", type=int, default=0, help="characters shown before each")
    return parser.parse_args()


def main() -> int:
    """Draw, or show one topic; 2 when the articles are not there."""
    words = read_topic_words(HERE / "topic_words.csv")
    options = read_options(list(words))
    path, drawn = articles_path(), HERE / "drawn.csv"
    if not path.is_file():
        print(f"{path}: no such file; set FRAMING_DATA to the folder of data/abp", file=sys.stderr)
        return 2
    texts = read_texts(path)
    if options.show:
        numbers = range(options.first, options.last + 1)
        show_topic(options.show, texts, numbers, path=drawn, n_context=options.context)
    else:
        write_drawn(drawn, {topic: draw_topic(topic, texts, words[topic]) for topic in words})
    return 0


if __name__ == "__main__":
    sys.exit(main())
