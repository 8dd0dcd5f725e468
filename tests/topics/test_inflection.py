"""Endings of nouns and verbs, by rules and the table of irregular forms, against lemminflect."""

import doctest
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import framing.topics.inflection
from framing.errors import FramingError
from framing.shipped import find_shipped
from framing.topics.inflection import Inflections, read_inflections
from framing.topics.pattern import PLACEHOLDER, find_places
from framing.topics.topic import Topic

RULES = Inflections({}, {})
LEAST_AGREEMENT = 0.97


@pytest.mark.parametrize(
    ("word", "plural"),
    [("base", "bases"), ("army", "armies"), ("ally", "allies"), ("key", "keys"), ("crash", "crashes"), ("tax", "taxes"), ("boss", "bosses")],
)
def test_nouns_by_rule(word: str, plural: str) -> None:
    """Nouns take s, es after a hiss, ies for y after a consonant."""
    assert RULES.noun_forms(word) == (word, plural)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("train", "trains trained training"),
        ("impose", "imposes imposed imposing"),
        ("occupy", "occupies occupied occupying"),
        ("deploy", "deploys deployed deploying"),
        ("free", "frees freed freeing"),
        ("stop", "stops stopped stopping"),
        ("fix", "fixes fixed fixing"),
        ("open", "opens opened opening"),
        ("load", "loads loaded loading"),
        ("crush", "crushes crushed crushing"),
    ],
)
def test_verbs_by_rule(word: str, forms: str) -> None:
    """Verbs drop e before -ing, double the consonant of one closed syllable, and change y after a consonant."""
    assert RULES.verb_forms(word) == (word, *forms.split())


def test_irregular_forms_stand_over_the_rules() -> None:
    """A listed word has its listed forms and no others, also where it begins with a capital."""
    known = Inflections({"foot": ("feet",)}, {"go": ("goes", "went")})
    assert (known.noun_forms("foot"), known.verb_forms("Go")) == (("foot", "feet"), ("Go", "goes", "went"))


def test_faults_of_the_table_come_with_lines(tmp_path: Path) -> None:
    """A word of an unknown kind is a fault with its line and the kinds allowed."""
    (tmp_path / "irregular.csv").write_text("base,kind,forms\ngo,adverb,goes\n,noun,x\n")
    with pytest.raises(FramingError) as raised:
        read_inflections(tmp_path / "irregular.csv")
    assert [(fault.line, fault.what) for fault in raised.value.faults] == [
        (2, "kind: 'adverb' is not allowed; one of noun, verb is"),
        (3, "base: must not be empty"),
    ]


def find_inflected(topics: dict[str, Topic]) -> Iterator[tuple[str, str]]:
    """Yield (word, kind) of every word of the shipped topics' terms and targets that takes endings."""
    from framing.rows import read_rows
    from framing.topics.lexicon import TARGETS, TERMS

    for folder in {folder for topic in topics.values() for folder in topic.folders}:
        for name, columns in (("terms.csv", TERMS), ("targets.csv", TARGETS)):
            for row in read_rows(folder / name, columns)[0]:
                words = [word for part in find_places(row["term"]) for word in part]
                for kind, word in (("verb", words[0]), ("noun", words[-1])):
                    if kind in row["inflect"].split() and not PLACEHOLDER.fullmatch(word):
                        yield from ((alternative, kind) for alternative in word.split("|"))


def test_endings_agree_with_lemminflect(shipped_topics: dict[str, Topic]) -> None:
    """At least 97 % of the shipped words that take endings have lemminflect's forms for every ending, and none it does not know.

    Mass nouns, to which our rules give a plural that nobody writes, are left aside.
    """
    lemminflect = pytest.importorskip("lemminflect")
    inflect: Callable[..., dict[str, tuple[str, ...]]] = lemminflect.getAllInflections
    guess: Callable[..., dict[str, tuple[str, ...]]] = lemminflect.getAllInflectionsOOV
    inflections = read_inflections(find_shipped("lexicons") / "general" / "irregular.csv")
    tags = {"noun": ("NNS",), "verb": ("VBZ", "VBD", "VBN", "VBG")}
    asked = {(word, kind) for word, kind in find_inflected(shipped_topics) if word.islower() and word.isalpha() and word.isascii()}
    different = []
    for word, kind in sorted(asked):
        ours = set(inflections.noun_forms(word) if kind == "noun" else inflections.verb_forms(word))
        theirs = inflect(word, upos=kind.upper()) or guess(word, kind.upper())
        if theirs.get("NNS") == (word,):
            continue
        lacking = [tag for tag in tags[kind] if tag in theirs and not ours & set(theirs[tag])]
        unknown = ours - {word} - {form for forms in theirs.values() for form in forms}
        if lacking or unknown:
            different.append(f"{word} ({kind}): ours {sorted(ours)}, theirs {theirs}")
    assert len(asked) > 150
    assert 1 - len(different) / len(asked) >= LEAST_AGREEMENT, "\n".join(different)


def test_examples_run() -> None:
    """The examples in the module's docstrings hold."""
    result = doctest.testmod(framing.topics.inflection)
    assert result.attempted and not result.failed
