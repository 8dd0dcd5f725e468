"""Agency: who does what to whom, and where the doer is left out."""

from collections.abc import Callable
from typing import Any

import pytest

from framing.topics.action import read_actions
from framing.topics.actor import Actor
from framing.topics.general import General
from framing.topics.topic import lexicon_folders
from framing.voices.actors.agency import Actions, find_agency, make_actions, make_agency_table
from framing.voices.actors.clauses import Clause, is_participle, read_clause

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
        ("It followed attacks on the smugglers by the guards.", ("nominalisation", "attack", "", "Smugglers")),
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
    assert ("active", "attack", "Smugglers", "") in read(tell, actions, "Norway-backed smugglers attacked at dawn.")


def test_the_list_is_long_and_read_whole(actions: Actions) -> None:
    """More than 150 verbs, of every kind."""
    assert len(actions.actions) > 150
    assert {action.kind for action in actions.actions} == {"harm", "help", "control", "movement"}


def test_clauses() -> None:
    """A form of be makes a passive, "by" right behind too; an article before and a small word behind an adjective."""
    forms = ("attack", "attacks", "attacked", "attacking")
    text = "the men were attacked here"
    assert read_clause(text, 0, 13, 21, len(text), forms) is Clause.AGENTLESS
    assert is_participle("attacked", forms) and not is_participle("attacks", forms)
    assert is_participle("hit", ("hit", "hits", "hitting"))
