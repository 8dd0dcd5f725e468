"""Language packs: the lists and terms of other languages, and the forms their own data files give a word."""

from pathlib import Path

import pytest

from framing.topics.check import find_clashes
from framing.topics.general import General
from framing.topics.inflection import read_endings
from framing.topics.language_pack import add_languages, list_languages, read_language
from framing.topics.topic import Topic

TOPIC = "foreign-military-presence"
LANGUAGES = ("ar", "es", "fr")
LEAST_ENTRIES = 60
each_language = pytest.mark.parametrize("code", LANGUAGES)


def read_forms(code: str, term: str, inflect: str) -> set[str]:
    """Return the forms of a term of one part in a language."""
    return {form.words for form in read_language(code).grammar.read_pattern(term, inflect).parts[0]}


def test_languages_of_a_topic(shipped_topics: dict[str, Topic]) -> None:
    """A topic has its own language first, then those it or a topic it extends has terms in."""
    assert list_languages(shipped_topics[TOPIC]) == ["en", *LANGUAGES]
    assert list_languages(shipped_topics["us-iraq"]) == ["en", *LANGUAGES]
    assert list_languages(shipped_topics["climate"]) == ["en"]


@each_language
def test_both_poles_have_as_much(code: str, general: General, shipped_topics: dict[str, Topic]) -> None:
    """Each language has sixty entries or more for either pole of the main axis, as many and as heavy for one as for the other."""
    entries = [entry for entry in add_languages(general, shipped_topics[TOPIC], [code])[1].entries if entry.language == code]
    left, right = ([entry for entry in entries if (entry.axis_id, entry.sign) == ("presence", sign)] for sign in (-1, 1))
    assert len(left) == len(right) >= LEAST_ENTRIES
    assert sum(entry.weight for entry in left) == pytest.approx(sum(entry.weight for entry in right))
    assert sorted(entry.target for entry in left) == sorted(entry.target for entry in right)


@each_language
def test_no_form_stands_for_both_poles(code: str, general: General, shipped_topics: dict[str, Topic]) -> None:
    """No form of a language's terms speaks for opposite poles."""
    assert find_clashes(add_languages(general, shipped_topics[TOPIC], [code])[1]) == []


@pytest.mark.parametrize(
    ("code", "term", "inflect", "found", "not_found"),
    [
        ("es", "entrenar", "verb", {"entrena", "entrenaron", "entrenando"}, {"entrenars", "entrenared"}),
        ("es", "base", "noun", {"base", "bases"}, set()),
        ("es", "misión", "noun", {"misiones"}, {"misións"}),
        ("fr", "protéger", "verb", {"protège", "protégé"}, {"protégers"}),
        ("fr", "cheval", "noun", {"chevaux"}, {"chevals"}),
        ("ar", "قوات", "noun", {"قوات", "القوات", "والقوات", "بالقوات", "للقوات"}, {"قواتs"}),
        ("ar", "دمر", "verb", {"دمر", "ودمر", "فدمر"}, {"الدمر"}),
    ],
)
def test_forms_come_from_the_language(code: str, term: str, inflect: str, found: set[str], not_found: set[str]) -> None:
    """A word takes the endings and prefixes of its language's files, never English ones."""
    forms = read_forms(code, term, inflect)
    assert found <= forms
    assert not not_found & forms


def test_hosts_are_left_out_in_every_language(general: General, shipped_topics: dict[str, Topic]) -> None:
    """{nation} leaves out the topic's hosts in another language too."""
    targets = [target for target in add_languages(general, shipped_topics["us-iraq"], ["es"])[1].targets if target.language == "es"]
    forms = {form.words for target in targets for part in target.pattern.parts for form in part}
    assert "estadounidenses" in forms
    assert "iraquíes" not in forms


def test_a_folder_without_endings_gives_none(tmp_path: Path) -> None:
    """In a language without a table of endings words stand as they are written."""
    assert read_endings(tmp_path).noun_forms("bateau") == ("bateau",)
