"""Word features: what is a word, what is left out, and that learned tables do without the stemmer."""

import numpy as np
import pytest

from framing.classifier.words import learn_vocabulary, split_words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Police in Lagos shot two.", ["police", "in", "shot", "two"]),
        ("It rose by 12 percent.", ["it", "rose", "by", "percent"]),
        ("He said: “They rioted.”", ["he", "said", "they", "rioted"]),
        ("The crowd’s anger", ["the", "crowd", "anger"]),
        ("", []),
    ],
)
def test_names_and_figures_are_left_out(text: str, forms: list[str]) -> None:
    """A capital inside a sentence is a name, one at its head or behind an opening quotation mark is not."""
    assert [word.form for word in split_words(text)] == forms


def test_pairs_do_not_reach_over_signs() -> None:
    """Two words are a pair only side by side."""
    assert [word.is_paired for word in split_words("open fire, then open-air talks")] == [False, True, False, True, True]


def test_denied_words_are_told() -> None:
    """The mark before a word is not part of it, and its place is that of the word."""
    (_, word) = split_words("not ¬legal")
    assert (word.form, word.is_denied, word.start, word.end) == ("legal", True, 5, 10)


def test_inflections_of_known_words_are_known() -> None:
    """A form the examples lack is read by its stem, from a table."""
    known = learn_vocabulary(["they marched home", "we march"])
    assert known.stem_of["marching"] == known.stem_of["marched"] == "march"
    assert "zebra" not in known.stem_of


def test_words_and_letter_groups_weigh_one_each() -> None:
    """Long and short texts weigh the same: each half of the features has length 1."""
    known = learn_vocabulary(["a mob burned cars", "the mob burned shops"])
    rows = known.weigh(["mob burned", "the mob burned the shops and cars and cars", "unknown"]).toarray()
    lengths = np.stack([(rows[:, : known.n_words] ** 2).sum(axis=1), (rows[:, known.n_words :] ** 2).sum(axis=1)])
    assert np.allclose(lengths[:, :2], 1)
    assert lengths[0, 2] == 0


def test_no_text_gives_no_row() -> None:
    """Nothing to read is an empty array of the right width."""
    known = learn_vocabulary(["a mob"])
    assert known.weigh([]).shape == (0, len(known.names))
