"""Every form of every shipped term is found in a sentence, and not inside longer words."""

from bisect import bisect
from collections.abc import Callable, Iterator

import pytest

from framing.topics.lexicon import Entry
from framing.topics.pattern import Pattern
from framing.topics.topic import Topic

Find = Callable[..., list[tuple[int, int, int]]]
TOPICS = ("foreign-military-presence", "us-iraq", "policing")
each_topic = pytest.mark.parametrize("topic_id", TOPICS)


def write_forms(pattern: Pattern) -> Iterator[str]:
    """Yield the pattern as it stands in a text, each form of each part once, the other parts in their first form."""
    first = [part[0].words for part in pattern.parts]
    between = [" two plain " if gap else " " for gap in pattern.gaps]
    for place, part in enumerate(pattern.parts):
        for form in part:
            words = [*first[:place], form.words, *first[place + 1 :]]
            yield "".join(word + space for word, space in zip(words, [*between, ""], strict=True))


def write_lines(entries: tuple[Entry, ...], frame: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Write every form of every entry into a line of its own; return the text and (entry, start, end) of each form."""
    lines, wanted, length = [], [], 0
    for number, entry in enumerate(entries):
        for words in write_forms(entry.pattern):
            line = frame.replace("FORM", words) + "\n"
            start = length + frame.index("FORM")
            wanted.append((number, start, start + len(words.rstrip("."))))
            lines.append(line)
            length += len(line)
    return "".join(lines), wanted


def own(topic: Topic) -> tuple[Entry, ...]:
    """Return the entries of a topic's own file."""
    return tuple(entry for entry in topic.entries if entry.entry_id.startswith(f"{topic.topic_id}:"))


@each_topic
def test_every_form_is_found(topic_id: str, shipped_topics: dict[str, Topic], find_hits: Find) -> None:
    """`x FORM y` holds a hit of the form's own entry; it may be shorter by a part's shorter form (China in People's Republic of China)."""
    entries = own(shipped_topics[topic_id])
    text, wanted = write_lines(entries, "x FORM y")
    ends = [place for place, letter in enumerate(text) if letter == "\n"]
    found = {(number, bisect(ends, start)) for number, start, _ in find_hits(text, [entry.pattern for entry in entries])}
    lost = [(entries[number].entry_id, text[start:end]) for line, (number, start, end) in enumerate(wanted) if (number, line) not in found]
    assert len(wanted) > 1_000
    assert not lost, f"{len(lost)} of {len(wanted)} forms: {lost[:20]}"


@each_topic
def test_most_forms_are_found_whole(topic_id: str, shipped_topics: dict[str, Topic], find_hits: Find) -> None:
    """At least nine forms in ten have a hit with exactly the form's span."""
    entries = own(shipped_topics[topic_id])
    text, wanted = write_lines(entries, "x FORM y")
    assert len(set(find_hits(text, [entry.pattern for entry in entries])) & set(wanted)) >= 0.9 * len(wanted)


@each_topic
def test_no_form_is_found_inside_longer_words(topic_id: str, shipped_topics: dict[str, Topic], find_hits: Find) -> None:
    """`xFORMy` holds no hit of the form's own entry that begins or ends where the form does."""
    entries = own(shipped_topics[topic_id])
    text, wanted = write_lines(entries, "zxFORMxz")
    hits = find_hits(text, [entry.pattern for entry in entries])
    begin, end = {(number, start) for number, start, _ in hits}, {(number, end) for number, _, end in hits}
    assert not [text[at:to] for number, at, to in wanted if (number, at) in begin or (number, to) in end]


@each_topic
def test_every_target_is_found(topic_id: str, shipped_topics: dict[str, Topic], find_hits: Find) -> None:
    """Every form of every target term is found by its own pattern."""
    patterns = [target.pattern for target in shipped_topics[topic_id].targets]
    for number, pattern in enumerate(patterns):
        text = "\n".join(f"x {words} y" for words in write_forms(pattern))
        lines = {text.count("\n", 0, start) for found, start, _ in find_hits(text, [pattern])}
        assert lines == set(range(text.count("\n") + 1)), f"target {number}"
