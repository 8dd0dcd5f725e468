"""Runs of letters and digits, and the numbers that tell words apart."""

import re

from hypothesis import given
from hypothesis import strategies as st

from framing.articles.article import Article
from framing.text.cleaning import make_batch
from framing.text.words import number_words

WORDS = st.text("abcdefgh01", min_size=1, max_size=16)


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", "-", ". ", "’", "\n", " — "])), max_size=12))
def test_runs_are_those_of_a_regular_expression(page: list[tuple[str, str]]) -> None:
    """Runs are the stretches of letters and digits, in order."""
    batch = make_batch([Article("a", "o", "", "".join(word + gap for word, gap in page))])
    found = [batch.cut(start, end) for start, end in zip(batch.runs.starts, batch.runs.ends, strict=True)]
    assert found == re.findall(r"[a-z0-9]+", batch.text)


@given(st.lists(WORDS, unique=True, max_size=40))
def test_words_of_up_to_sixteen_letters_have_numbers_of_their_own(words: list[str]) -> None:
    """Different words have different numbers, whatever stands beside them."""
    numbers = number_words([word.encode() for word in words]).tolist()
    assert len(set(numbers)) == len(words)
    assert numbers == [number_words([word.encode()]).tolist()[0] for word in words]


def test_words_of_the_lists_have_numbers_of_their_own(general: object) -> None:
    """No two words of the shipped patterns fall together, long ones neither."""
    from framing.text.letters import fold_text
    from framing.topics.general import General

    assert isinstance(general, General)
    forms = {form.words for word in general.words for part in word.pattern.parts for form in part}
    words = sorted({word for form in forms for word in fold_text(form).split()})
    assert len(set(number_words(words).tolist())) == len(words) > 1_000
