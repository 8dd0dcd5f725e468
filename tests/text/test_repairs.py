"""Repairs find what is broken and leave what only looks so."""

import pytest

from framing.text.cleaning import clean_text

LATIN_TO_CYRILLIC = str.maketrans("aeopcxyAEOPCXKMTBH", "аеорсхуАЕОРСХКМТВН")


@pytest.mark.parametrize(
    ("raw", "text", "kind"),
    [
        ("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne", "line-end"),
        ("a\ud83db", "a\ufffdb", "broken-character"),
        ("itâ€™s", "it’s", "mojibake"),
        ("cafÃ©", "café", "mojibake"),
        ("â€œseaâ€\u009d", "“sea”", "mojibake"),
        ("wa\u00adter", "water", "invisible-character"),
        ("wa\u200bter\ufeff", "water", "invisible-character"),
        ("sea\u202e side", "sea side", "invisible-character"),
        ("sea\x00side\x1f", "seaside", "invisible-character"),
        ("wa\u200dter", "water", "invisible-character"),
        ("cafe\u0301", "café", "unicode-composed"),
        ("\u0438\u0306", "й", "unicode-composed"),
        ("ﬁnal", "final", "ligature"),
        ("ＮＡＴＯ", "NATO", "full-width-letter"),
        ("wаtеr", "water", "look-alike-letter"),
        ("Τurkey", "Turkey", "look-alike-letter"),
    ],
)
def test_each_repair(raw: str, text: str, kind: str) -> None:
    """Each fault is repaired and counted under its name."""
    cleaned = clean_text(raw)
    assert (cleaned.text, {name for name, _ in cleaned.repairs}) == (text, {kind})


@pytest.mark.parametrize("word", ["Hexapoda", "market", "POTATO", "Xerox", "peace-time", "occupy’s"])
def test_look_alikes_in_latin_words_become_latin(word: str) -> None:
    """A Latin word in which some letters have been exchanged for Cyrillic twins is Latin again."""
    half = word[:1] + word[1:-1].translate(LATIN_TO_CYRILLIC) + word[-1:]
    assert half != word
    assert clean_text(half).text == word


def test_latin_letters_in_cyrillic_words_become_cyrillic() -> None:
    """The same the other way: a Cyrillic word with a few Latin twins is Cyrillic again."""
    assert clean_text("Mосквa стрaна").text == "Москва страна"


@pytest.mark.parametrize(
    "text",
    [
        "Москва, вода и соль", "Αθήνα και θάλασσα", "بغداد على نهر دجلة", "ירושלים", "東京の海", "서울", "ΔT", "μm", "5 μm at ΔT = 3 Ω",
        "π-bond", "Türkiye’s İzmir — naïve café", "“quay” … 12 °C", "a\u00a0b", "нация-state", "ТАСС said", "👩\u200d👩\u200d👧 and ❤️",
    ],
)  # fmt: skip
def test_genuine_text_is_left_alone(text: str) -> None:
    """Words of one script, single Greek letters as symbols, NBSP and emoji sequences stay as they are, without a record."""
    cleaned = clean_text(text)
    assert (cleaned.text, cleaned.repairs) == (text, ())


@pytest.mark.parametrize("text", ["می\u200cخواهم به خانه\u200cها بروم", "क्\u200dष", "শ্\u200cর"])
def test_joiners_stay_where_a_script_needs_them(text: str) -> None:
    """Zero-width joiners and non-joiners of Persian, Hindi and Bengali are letters' shape, not hidden marks."""
    assert clean_text(text).text == text


@pytest.mark.parametrize("text", ["Â£5", "naÃ¯ve", "donâ€™t", "1914â€“18"])
def test_mojibake_in_a_sentence_leaves_its_neighbours(text: str) -> None:
    """Only the broken run is an edit; words round it keep their places."""
    cleaned = clean_text(f"before {text} after")
    assert cleaned.text.startswith("before ") and cleaned.text.endswith(" after")
    assert len(cleaned.text) < len(f"before {text} after")


@pytest.mark.parametrize("text", ["São Tomé, Âncora", "Ã la carte", "Đà Nẵng", "ÐÑ"])
def test_accents_that_only_look_like_mojibake_stay(text: str) -> None:
    """Letters that mojibake begins with are left where they are real."""
    assert clean_text(text).text == text
