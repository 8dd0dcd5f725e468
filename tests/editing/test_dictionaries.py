"""Dictionaries of other programs: read, written, read again the same; mapped to poles and tones; exported from topics."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from framing.editing.dictionaries import Dictionary, read_dictionary, write_dictionary
from framing.editing.exporting import export_topic
from framing.editing.importing import import_loaded, import_topic, list_known, map_words
from framing.editing.new_topic import Names
from framing.editing.places import Loaded
from framing.errors import FramingError
from framing.topics.general import General, read_general
from framing.topics.topic import lexicon_folders

Load = Callable[[Path], Loaded]
SMALL = Dictionary({"tone.bright": ("glad", "sun*", "high spirits"), "tone.dark": ("glad", "gloom", "dread*")})
LIWC = "%\n1\tbright\n2\tdark\n%\nglad\t1\t2\nsun*\t1\ngloom  2\nhigh spirits\t1\n"
QUANTEDA = "tone:\n  bright: [glad, sun*, high spirits]\n  dark:\n  - gloom\n  - dread*\n"


def write(folder: Path, name: str, text: str) -> Path:
    """Write a file and return its path."""
    (folder / name).write_text(text, "utf-8")
    return folder / name


@pytest.mark.parametrize("suffix", [".dic", ".yml", ".yaml", ".csv", ".json"])
def test_what_is_written_is_read_again(tmp_path: Path, suffix: str) -> None:
    """Every format gives back the categories and words it was given, words of two categories too."""
    assert read_dictionary(write(tmp_path, f"d{suffix}", write_dictionary(SMALL, suffix))) == SMALL


def test_liwc_as_others_write_it(tmp_path: Path) -> None:
    """Tabs or spaces, words of two categories, words with a blank in them."""
    assert read_dictionary(write(tmp_path, "d.dic", LIWC)).categories == {"bright": ("glad", "sun*", "high spirits"), "dark": ("glad", "gloom")}


def test_quanteda_as_others_write_it(tmp_path: Path) -> None:
    """Nested categories get a dot in their name; lists may be written either way."""
    found = read_dictionary(write(tmp_path, "d.yml", QUANTEDA)).categories
    assert found == {"tone.bright": ("glad", "sun*", "high spirits"), "tone.dark": ("gloom", "dread*")}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("d.dic", "glad\t1\n", "has no list of categories between two lines of %"),
        ("d.dic", "%\n1\tbright\n%\nglad\t7\n", "d.dic:4: glad: '7' is no category; allowed are the numbers 1"),
        ("d.dic", "%\n1\tbright\n%\nglad\n", "d.dic:4: glad: names no category"),
        ("d.yml", "bright: [glad\n", "is no YAML"), ("d.yml", "- glad\n", "top: list; categories with lists of words are needed"),
        ("d.yml", "bright: [[glad]]\n", r"bright: \['glad'\]; words or further categories are needed"), ("d.json", "{", "is no JSON"),
        ("d.csv", "term,category\nglad,bright\n", "lacks the column word"), ("d.csv", "word,category\n", "holds no word in any category"),
        ("d.txt", "glad", "ends in .txt; allowed are .dic, .yml"), ("d.yml", "!!python/object/apply:os.system ['true']\n", "is no YAML"),
    ],
)  # fmt: skip
def test_broken_dictionaries_are_one_line(tmp_path: Path, name: str, text: str, said: str) -> None:
    """A file that cannot be read says where and why."""
    with pytest.raises(FramingError, match=said):
        read_dictionary(write(tmp_path, name, text))


def test_wildcards_become_the_known_words(general: General) -> None:
    """A * at the end stands for the known words that begin so; the note keeps how it was written."""
    mapped = map_words(SMALL, ["bright"], ["gladly", "sun", "sunny", "sunset"], general)
    assert mapped.terms == (("glad", "glad"), ("sun|sunny|sunset", "sun*"), ("high spirits", "high spirits"))
    assert mapped.left_out == ()


def test_what_cannot_be_mapped_is_told(general: General) -> None:
    """Signs no pattern can say, and a * without known words, are left out with why."""
    odd = Dictionary({"odd": ("*less", "zz*", "qu?t", "zyx*", ":)", "plain")})
    mapped = map_words(odd, ["odd"], ["plain"], general)
    assert mapped.terms == (("plain", "plain"),)
    assert [line.partition(": ")[0] for line in mapped.left_out] == ["*less", "zz*", "qu?t", "zyx*", ":)"]


def test_a_star_that_stands_for_too_much_is_told(general: General) -> None:
    """More words than a term should hold are not written out."""
    known = sorted(f"sun{a}{b}" for a in "abcdefghij" for b in "abcdefghij")
    assert map_words(SMALL, ["bright"], known, general).left_out == ("sun*: more than 60 known words begin so",)


def test_an_unknown_category_names_those_there_are(general: General) -> None:
    """A category may be named in full or by its last part; any other is refused."""
    with pytest.raises(FramingError, match=r"'grey' is not there; allowed are tone.bright, tone.dark"):
        map_words(SMALL, ["grey"], [], general)


def test_known_words_come_from_texts_and_lists(general: General) -> None:
    """The words that * may stand for are those of the texts given and of the lists."""
    known = list_known(["The Sundial’s sunbeams"], [], general)
    assert {"sundial's", "sunbeams", "heroic"} <= set(known) and known == sorted(known)


def test_a_dictionary_becomes_a_topic(tmp_path: Path, general: General, load: Load) -> None:
    """Categories become poles of a topic that can be read at once; a term of both is left to neither."""
    sides = map_words(SMALL, ["bright"], ["sunny"], general), map_words(SMALL, ["dark"], ["dreadful"], general)
    folder = import_topic(sides, Names("mood", "bright", "dark"), tmp_path, "small.yml")
    found = [(entry.pole_id, entry.term, entry.note, entry.source, entry.target) for entry in load(folder).topic.entries]
    assert found == [
        ("bright", "sunny", "was sun*", "small.yml", "free"), ("bright", "high spirits", "", "small.yml", "free"),
        ("dark", "gloom", "", "small.yml", "free"), ("dark", "dreadful", "was dread*", "small.yml", "free"),
    ]  # fmt: skip


def test_a_dictionary_becomes_loaded_words(tmp_path: Path, general: General) -> None:
    """A category becomes loaded words of a tone, added behind those that are there."""
    for category, tone in (("bright", "praise"), ("dark", "alarm")):
        import_loaded(map_words(SMALL, [category], ["sunny"], general), tone, tmp_path, "small.yml")
    words = [word for word in read_general([*lexicon_folders(), tmp_path]).words if word.list_id == "loaded"]
    assert [(word.term, word.kind) for word in words[-5:]] == [
        ("glad", "praise"), ("sunny", "praise"), ("high spirits", "praise"), ("glad", "alarm"), ("gloom", "alarm"),
    ]  # fmt: skip
    with pytest.raises(FramingError, match="'joy' is not allowed"):
        import_loaded(map_words(SMALL, ["bright"], [], general), "joy", tmp_path, "small.yml")


def test_export_writes_out_forms(housing: Path, load: Load) -> None:
    """YAML and LIWC hold every form, by axis and pole; a topic that is exported and read back has the same words."""
    topic = load(housing).topic
    made = export_topic(topic, ".yml")
    assert yaml.safe_load(made.text) == {
        "housing": {"build-more": ["shortage", "shortages", "red tape"], "rein-in": ["speculator", "speculators", "price out", "priced out"]},
    }  # fmt: skip
    assert (made.n_entries, made.left_out) == (4, ())
    assert "speculators\t2\n" in export_topic(topic, ".dic").text


def test_gaps_and_blocked_phrases(housing: Path, load: Load) -> None:
    """A gap is none to four words of any kind in YAML, and left out in LIWC with why; so are phrases that must not count."""
    with (housing / "terms.csv").open("a", encoding="utf-8") as file:
        file.write("housing,rein-in,hoard ... keys,0.5,fixed,free,void,,own\nhousing,none,shortage of time,0.1,fixed,free,void,,own\n")
    topic = load(housing).topic
    made = export_topic(topic, ".yml")
    gaps = [word for word in yaml.safe_load(made.text)["housing"]["rein-in"] if word.startswith("hoard")]
    assert gaps == ["hoard keys", "hoard * keys", "hoard * * keys", "hoard * * * keys", "hoard * * * * keys"]
    assert [line.partition(": ")[2].split(",")[0] for line in made.left_out] == ["a phrase that must not count"]
    assert [line.partition(": ")[2] for line in export_topic(topic, ".dic").left_out] == [
        "has a gap, which the format cannot say", "a phrase that must not count, which the format cannot say",
    ]  # fmt: skip


def test_csv_and_json_keep_terms(housing: Path, load: Load) -> None:
    """CSV and JSON hold the terms as written with weight, target and denied; with forms, each form."""
    topic = load(housing).topic
    rows = list(csv.DictReader(io.StringIO(export_topic(topic, ".csv").text)))
    assert [(row["word"], row["category"], row["weight"], row["target"]) for row in rows][3] == ("price|priced out", "housing.rein-in", "0.6", "near")
    assert len(list(csv.DictReader(io.StringIO(export_topic(topic, ".csv", with_forms=True).text)))) == 7
    entries = json.loads(export_topic(topic, ".json", with_forms=True).text)["entries"]
    assert entries[3]["term"] == "price|priced out" and entries[3]["forms"] == ["price out", "priced out"]
    with pytest.raises(FramingError, match="no such format"):
        export_topic(topic, ".doc")
