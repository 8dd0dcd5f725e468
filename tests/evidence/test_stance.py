"""Stance: denied, hedged and distanced terms, how far each modifier reaches, and what is left of the weight."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.evidence.lens import Lens
from framing.evidence.stance import Reaches

Find = Callable[..., list[Any]]
LISTS = {"denied": "negators", "hedged": "hedges", "distanced": "distancers"}
LEFT = {"asserted": 0.8, "hedged": 0.4, "distanced": 0.0, "denied": 0.0}


def stand(find: Find, text: str) -> tuple[str, float]:
    """Return (stance, weight) of the one blessing of a text."""
    (found,) = [one for one in find(text) if one.text.lower() == "blessing"]
    return found.stance, found.weight


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The port is a blessing.", "asserted"),
        ("The port is not a blessing.", "denied"), ("The port isn't a blessing.", "denied"), ("The port isn’t a blessing.", "denied"),
        ("The port was never a blessing.", "denied"), ("It is no blessing.", "denied"), ("It is by no means a blessing.", "denied"),
        ("It is no longer a blessing.", "denied"), ("The mayor denied that it is a blessing.", "denied"),
        ("He rejected the claim of a blessing.", "denied"), ("They spoke of the myth of a blessing.", "denied"),
        ("That it is a blessing is false.", "denied"), ("The blessing is a myth.", "denied"), ("Without a blessing it sails on.", "denied"),
        ("The port might be a blessing.", "hedged"), ("Perhaps it is a blessing.", "hedged"), ("It could become a blessing.", "hedged"),
        ("It is reportedly a blessing.", "hedged"), ("It is a blessing, maybe.", "asserted"),
        ("The so-called blessing opened.", "distanced"), ("The self-styled blessing opened.", "distanced"),
        ("What he calls a blessing opened.", "distanced"), ("It posed as a blessing, described as a blessing.", ""),
    ],
)  # fmt: skip
def test_denied_hedged_and_distanced(find: Find, text: str, stance: str) -> None:
    """Words before a term, and some after it, deny it, hedge it or hold it at arm's length; weights are 1, a half, 0 and 0 of its own."""
    if stance:
        assert stand(find, text) == (stance, LEFT[stance])
    else:
        assert [one.stance for one in find(text)] == ["asserted", "distanced"]


@pytest.mark.parametrize(
    ("word", "stance"),
    [("not", "denied"), ("never", "denied"), ("no", "denied"), ("denied", "denied"), ("might", "hedged"), ("so-called", "distanced")],
)
def test_reach(find: Find, lens: Lens, word: str, stance: str) -> None:
    """A modifier reaches over as many words as its list says, and no further."""
    reach = next(one.reach for one in lens.words[LISTS[stance]] if one.term == word)
    assert stand(find, f"It is {word} {'grey ' * (reach - 1)}blessing.")[0] == stance
    assert stand(find, f"It is {word} {'grey ' * reach}blessing.")[0] == "asserted"


def test_reach_back(find: Find, lens: Lens) -> None:
    """A modifier that stands after what it changes reaches back over its number of words."""
    reach = next(one.reach for one in lens.words["negators"] if one.term == "is false")
    assert stand(find, f"A blessing {'grey ' * (reach - 1)}is false.")[0] == "denied"
    assert stand(find, f"A blessing {'grey ' * reach}is false.")[0] == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "It is not late, a blessing.", "It is not late – a blessing.", "It is not late; a blessing.", "It is not late: a blessing.",
        "It is not a toll but a blessing.", "They might sail, a blessing.", "It is so-called, a blessing.", "It is not late. A blessing came.",
        "A blessing, it is false.", "He might not.\n\nA blessing came to all of us.",
    ],
)  # fmt: skip
def test_borders(find: Find, text: str) -> None:
    """No modifier reaches over a comma, dash, colon, `but`, or the end of its sentence."""
    assert stand(find, text) == ("asserted", 0.8)


@pytest.mark.parametrize(
    "text", ["It is not only a blessing.", "It is not just a blessing.", "It is no doubt a blessing.", "It is nothing but a blessing."]
)
def test_not_only_denies_nothing(find: Find, text: str) -> None:
    """`not only` and the like take away the `not` inside them."""
    assert stand(find, text) == ("asserted", 0.8)


@pytest.mark.parametrize(
    ("text", "stance", "pole", "weight"),
    [
        ("They feed many families.", "asserted", "gift", 0.7), ("They feed no families.", "denied", "gift", 0.0),
        ("They feed hardly any families.", "denied", "gift", 0.0), ("They do not feed families.", "denied", "gift", 0.0),
        ("They feed not only families.", "asserted", "gift", 0.7),
        ("They open no sea lane.", "denied", "burden", 0.6), ("They open a sea lane.", "asserted", "gift", 0.6),
        ("They fail no village.", "asserted", "burden", 0.7),
    ],
)  # fmt: skip
def test_a_negator_inside_a_gap(find: Find, text: str, stance: str, pole: str, weight: float) -> None:
    """A denying word in the gap of a term denies it, unless the term itself denies something."""
    (found,) = find(text)
    assert (found.stance, found.pole, found.weight) == (stance, pole, weight)


@pytest.mark.parametrize(
    ("text", "pole", "weight"),
    [
        ("The port is lawful.", "gift", 0.5), ("The port is not lawful.", "burden", 0.5), ("The port might be lawful.", "gift", 0.25),
        ("The port is so-called lawful.", "gift", 0.0), ("The port is not a drain.", "burden", 0.0),
    ],
)  # fmt: skip
def test_flip(find: Find, text: str, pole: str, weight: float) -> None:
    """A denied term whose entry says `flip` counts in full for the other pole; one that says `void` counts for none."""
    (found,) = find(text)
    assert (found.pole, found.weight) == (pole, weight)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The port may be a blessing.", "hedged"), ("May it be a blessing.", "hedged"),
        ("In May a blessing came.", "asserted"), ("On 3 May blessing came.", "asserted"),
    ],
)  # fmt: skip
def test_the_month_of_may_is_no_hedge(find: Find, text: str, stance: str) -> None:
    """A capital inside a sentence makes a name of `may`; small letters, or the head of a sentence, a hedge."""
    assert stand(find, text)[0] == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("It might not be a blessing.", "denied"), ("It is not a so-called blessing.", "denied"),
        ("It might be a so-called blessing.", "distanced"), ("It is not a ‘blessing’ at all in the bay.", "denied"),
    ],
)  # fmt: skip
def test_denial_stands_over_distance_and_distance_over_a_hedge(find: Find, text: str, stance: str) -> None:
    """Where several modifiers reach a term the strongest counts."""
    assert stand(find, text)[0] == stance


@pytest.mark.parametrize("headline", ["New Port Might Be a Blessing to the Bay", "The So-Called Blessing of the Bay Opens"])
def test_a_headline_in_title_case_is_hedged_and_distanced(find: Find, headline: str) -> None:
    """Where every word has a capital, a capital makes no name of `might` or `so-called`."""
    (found,) = find("The ferry lay still.\n\nThe cook slept.\n\nRain fell.", headline=headline)
    assert found.stance != "asserted"


def test_may_at_the_head_of_a_quotation_is_a_hedge(find: Find) -> None:
    """A quotation mark before the first word does not put it inside the sentence."""
    assert stand(find, "“May it be a blessing to us all,” the cook said.")[0] == "hedged"


def test_modifiers_of_one_article_do_not_reach_the_next(find: Find) -> None:
    """An article that ends in `not` leaves the next one as it is."""
    assert [one.stance for one in find("It is not", "blessing came here.")] == ["asserted"]


STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=12)


@given(STRETCHES, st.lists(st.integers(0, 60), min_size=1, max_size=12))
def test_over_finds_a_modifier_that_reaches(drawn: list[tuple[int, int]], positions: list[int]) -> None:
    """`over` names a modifier whose stretch holds the position, wherever there is one, and -1 where there is none."""
    stretches = sorted((start, start + length) for start, length in drawn)
    starts, ends = (np.array([one[at] for one in stretches], np.int64) for at in range(2))
    found = Reaches(starts, ends, np.arange(len(stretches))).over(np.array(positions, np.int64))
    for position, word in zip(positions, found.tolist(), strict=True):
        holding = [number for number, (start, end) in enumerate(stretches) if start <= position < end]
        assert word in holding if holding else word == -1
