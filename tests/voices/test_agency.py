"""Agency: who does what to whom, and where the doer is left out."""

from collections.abc import Callable
from typing import Any

import pytest

from framing.topics.action import read_actions
from framing.topics.actor import Actor
from framing.topics.general import General
from framing.topics.topic import lexicon_folders
from framing.voices.actors.agency import Actions, find_agency, make_actions, make_agency_table
from framing.voices.actors.clauses import Clause, is_participle, look_around, read_clause

Tell = Callable[..., Any]
LISTED = (
    Actor("guards", "Guards", "town", "group", ("guards", "the guards")),
    Actor("smugglers", "Smugglers", "sea", "group", ("smugglers", "the smugglers")),
)


@pytest.fixture(scope="module")
def actions(general: General) -> Actions:
    """The shipped actions."""
    return make_actions(read_actions(lexicon_folders(), general.grammar.inflections))


def read(tell: Tell, actions: Actions, text: str) -> list[tuple[str, str, str, str]]:
    """Return (kind, verb, doer, done-to) of every action of a text."""
    told = tell(text, listed=LISTED)
    agency = find_agency(told.page.batch, told.page.sentences, told.mentions, actions)
    table = make_agency_table(told.page.batch, agency, told.mentions, actions, agency.kind * 0)
    return [tuple(row) for row in table[["kind", "verb", "doer", "done_to"]].to_numpy().tolist()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guards attacked the smugglers at dawn.", ("active", "attack", "Guards", "Smugglers")),
        ("The guards have since helped some of the smugglers.", ("active", "help", "Guards", "Smugglers")),
        ("On Friday the guards who killed the smugglers slept.", ("active", "kill", "Guards", "Smugglers")),
        ("Boats of the smugglers came; the guards left.", ("active", "leave", "Guards", "")),
        ("The smugglers were attacked by the guards.", ("passive", "attack", "Guards", "Smugglers")),
        ("The smugglers, hit by the guards, fled.", ("passive", "hit", "Guards", "Smugglers")),
        ("The smugglers were attacked at dawn.", ("agentless", "attack", "", "Smugglers")),
        ("The smugglers had largely been defeated by Friday.", ("agentless", "defeat", "", "Smugglers")),
        ("It followed the assassination of the smugglers in May.", ("nominalisation", "assassinate", "", "Smugglers")),
        ("It followed the guards' killing of the smugglers.", ("nominalisation", "kill", "Guards", "Smugglers")),
        ("It followed attacks on the smugglers by the guards.", ("nominalisation", "attack", "Guards", "Smugglers")),
        ("The smugglers were attacked by Norway's guards.", ("passive", "attack", "Guards", "Smugglers")),
        ("They saw an attack by the guards.", ("nominalisation", "attack", "Guards", "")),
    ],
)
def test_kinds(tell: Tell, actions: Actions, text: str, expected: tuple[str, str, str, str]) -> None:
    """Active, passive with and without a doer, and nouns that stand for an action."""
    assert expected in read(tell, actions, text)


@pytest.mark.parametrize("text", ["The wounded men slept near the quay.", "It rained on the guards.", "The attack came.", "A boat was attacked."])
def test_nothing_where_no_actor_has_a_part(tell: Tell, actions: Actions, text: str) -> None:
    """An adjective, and an action without any actor, tell nothing."""
    assert not read(tell, actions, text)


def test_a_joined_verb_has_the_first_ones_doer(tell: Tell, actions: Actions) -> None:
    """The object of one verb is not the doer of the next."""
    assert ("active", "injure", "Guards", "") in read(tell, actions, "The guards killed the smugglers and injured many.")


def test_a_backer_is_no_doer(tell: Tell, actions: Actions) -> None:
    """A name that a hyphen follows describes only."""
    assert ("active", "attack", "Smugglers", "") in read(tell, actions, "Norway-backed smugglers attacked the quay.")


def test_the_list_is_long_and_read_whole(actions: Actions) -> None:
    """More than 150 verbs, of every kind."""
    assert len(actions.actions) > 150
    assert {action.kind for action in actions.actions} == {"harm", "help", "control", "movement"}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("the men were attacked here", "attacked", Clause.AGENTLESS),
        ("the men were attacked by wolves", "attacked", Clause.PASSIVE),
        ("the men were shot and injured by wolves", "shot", Clause.PASSIVE),
        ("the men were sent to the sea by wolves", "sent", Clause.PASSIVE),
        ("the men were sent to die by day", "sent", Clause.AGENTLESS),
        ("the town's March on the sea", "March", Clause.UNSURE),
        ("wolves had attacked the men", "attacked", Clause.ACTIVE),
        ("wolves will attack the men", "attack", Clause.ACTIVE),
        ("after attacking the men", "attacking", Clause.BARE),
        ("the attacking wolves", "attacking", Clause.UNSURE),
        ("the attack on the men", "attack", Clause.UNSURE),
        ("men attacked in May slept", "attacked", Clause.UNSURE),
        ("the wounded men slept", "wounded", Clause.UNSURE),
        ("the town was ruled out", "ruled", Clause.UNSURE),
    ],
)
def test_clauses(actions: Actions, text: str, word: str, expected: Clause) -> None:
    """A form of be makes a passive, "by" one with a doer; what may be a noun, an adjective or a participle is unsure."""
    start = text.index(word)
    action = next(action for action in actions.actions if any(word.lower() in form.split() for form in action.forms))
    assert read_clause(look_around(text, (0, len(text)), (start, start + len(word)), lambda: ""), action) is expected


def test_participles() -> None:
    """The last past form can be a participle, and the base where it has no other."""
    assert is_participle("attacked", ("attack", "attacks", "attacked", "attacking"))
    assert not is_participle("attacks", ("attack", "attacks", "attacked", "attacking"))
    assert is_participle("hit", ("hit", "hits", "hitting"))


@pytest.mark.parametrize(
    "text",
    [
        "Boats of the smugglers attacked the quay.",
        "The attack ended when the smugglers slept.",
        "They protect the guards' mayor.",
        "He went to the smugglers to help.",
    ],
)
def test_dropped_where_not_sure(tell: Tell, actions: Actions, text: str) -> None:
    """A name behind a preposition is no doer, a name that describes the next word no done-to, and a noun no verb."""
    assert not read(tell, actions, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guards wanted to help the smugglers.", ("active", "help", "Guards", "Smugglers")),
        ("Fear prompted the guards to help the smugglers.", ("active", "help", "Guards", "Smugglers")),
        ("They came to rescue some of the smugglers.", ("active", "rescue", "", "Smugglers")),
        ("The guards in the north, he said, attacked the smugglers.", ("active", "attack", "Guards", "Smugglers")),
        ("The withdrawal of the guards began.", ("nominalisation", "withdraw", "Guards", "")),
        ("It ended with the arrest of some smugglers.", ("nominalisation", "arrest", "", "Smugglers")),
    ],
)
def test_chains(tell: Tell, actions: Actions, text: str, expected: tuple[str, str, str, str]) -> None:
    """A doer may be parted from its verb by what it wants or by an aside; whom "of" names stands in the list."""
    assert expected in read(tell, actions, text)
