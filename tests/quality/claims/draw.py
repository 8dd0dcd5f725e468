"""Draws ten neus events for the claims measuring set and shows texts with their offsets to a coder.

Nothing of an article is stored: `drawn.csv` holds event and article ids.

    python draw.py                                   draw again and write drawn.csv
    python draw.py --show neus-0123456789            print an event's articles, sentence by sentence with offsets (seeds: the five of shared/seeds)
    python draw.py --find ARTICLE "some words"       print start,end of every place where an article has these words
    python draw.py --check                           print every labelled span, claim by claim, and what is wrong with the files

The texts are read from $FRAMING_DATA (default: ../shared, seen from the repository): data/neus/events.jsonl.gz and seeds/.
"""

import argparse
import csv
import gzip
import json
import os
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("FRAMING_DATA", HERE.parents[3] / "shared"))
SEED = 20261122
N_EVENTS = 10
SEEDS = "seeds"
KINDS = ("figure", "vague", "date", "event", "statement")


def read_neus() -> dict[str, dict[str, dict[str, str]]]:
    """Event id to article id to the article's fields, as stored."""
    with gzip.open(DATA / "data" / "neus" / "events.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {one["event_id"]: {article["id"]: article for article in one["articles"]} for one in map(json.loads, lines)}


def read_seeds() -> dict[str, str]:
    """Article id (the file's name without its ending) to text, for the five of shared/seeds."""
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted((DATA / "seeds").glob("*.txt"))}


def read_event(event: str) -> dict[str, str]:
    """Article id to text, in the order of the file."""
    if event == SEEDS:
        return read_seeds()
    return {article_id: article["text"] for article_id, article in read_neus()[event].items()}


def write_drawn(path: Path) -> None:
    """Draw the events with the fixed seed and write their ids and their articles' ids; the seeds come first."""
    events = read_neus()
    drawn = random.Random(SEED).sample(sorted(events), N_EVENTS)
    rows = [(SEEDS, article) for article in read_seeds()] + [(event, article) for event in drawn for article in events[event]]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([("event", "article"), *rows])


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a table, [] where it is not there."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def show_event(event: str) -> None:
    """Print the articles of one event, each sentence or line behind its half-open offsets."""
    for article, text in read_event(event).items():
        print(f"\n=== {event} {article} ===")
        for line in re.finditer(r"[^\n]*\S", text):
            start = line.start()
            for gap in (*re.finditer(r"(?<=[.!?”\"])\s+(?=[\"“A-Z])", line.group()), None):
                end = line.start() + gap.start() if gap else line.end()
                print(f"{start:>6}-{end:<6} {text[start:end]}")
                start = line.start() + gap.end() if gap else end


def find_words(article: str, words: str) -> None:
    """Print where an article has some words, spaces of any kind alike."""
    event = next(row["event"] for row in read_rows(HERE / "drawn.csv") if row["article"] == article)
    pattern = r"\s+".join(map(re.escape, words.split()))
    for match in re.finditer(pattern, read_event(event)[article]):
        print(f"{event},{article},{match.start()},{match.end()}")


def check_rows(name: str, rows: list[dict[str, str]], texts: dict[tuple[str, str], str]) -> Iterator[str]:
    """Yield the faults of a labelled table, line by line."""
    for number, row in enumerate(rows, start=2):
        text = texts.get((row["event"], row["article"]))
        if text is None:
            yield f"{name}:{number}: no such article in drawn.csv: {row['event']} {row['article']}"
        elif not 0 <= int(row["start"]) < int(row["end"]) <= len(text):
            yield f"{name}:{number}: no such place: {row['start']}-{row['end']}; the text has {len(text)} characters"
        if row.get("kind", KINDS[0]) not in KINDS:
            yield f"{name}:{number}: unknown kind: {row['kind']}; allowed are {', '.join(KINDS)}"


def check_labels() -> int:
    """Print the labelled spans grouped by id, then faults; return how many."""
    drawn = read_rows(HERE / "drawn.csv")
    texts = {(event, article): text for event in dict.fromkeys(row["event"] for row in drawn) for article, text in read_event(event).items()}
    faults = []
    for name, key in (("claims.csv", "claim"), ("conflicts.csv", "conflict")):
        rows = read_rows(HERE / name)
        faults += check_rows(name, rows, texts)
        for row in sorted(rows, key=lambda one: (one["event"], one[key])):
            text = texts.get((row["event"], row["article"]), "")
            print(f"{row['event']} {key} {row[key]:<6} {row['article']:<24} {text[int(row['start']) : int(row['end'])]!r}")
    print(*faults, sep="\n")
    return len(faults)


def main() -> int:
    """Draw, show, find or check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--show", metavar="EVENT")
    parser.add_argument("--find", nargs=2, metavar=("ARTICLE", "WORDS"))
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.check:
        return int(bool(check_labels()))
    if options.show:
        show_event(options.show)
    elif options.find:
        find_words(*options.find)
    else:
        write_drawn(HERE / "drawn.csv")
    return 0


if __name__ == "__main__":
    sys.exit(main())
