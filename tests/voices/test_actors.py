"""Actors: which capitals are names, and which names are one actor."""

from collections.abc import Callable
from typing import Any

import pytest

from framing.topics.actor import Actor
from framing.voices.actors.actor_tables import make_actor_row, make_actor_table

Tell = Callable[..., Any]
MAYOR = Actor("mayor", "Ana Brook", "town hall", "person", ("Ana Brook", "Mayor Brook"))
PORT = Actor("port", "Port Board", "port", "organisation", ("Port Board", "the harbour men"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The council met Nora Pell at noon.", {"Nora Pell"}),
        ("Boats came in. Then boats went out with Nora Pell.", {"Nora Pell"}),
        ("He met Ludo van der Meer and Hasan bin Tariq.", {"Ludo van der Meer", "Hasan bin Tariq"}),
        ("He met J. R. Pell at the quay.", {"J. R. Pell"}),
        ("On Monday in March it rained on Nora Pell.", {"Nora Pell"}),
        ("They asked the Ministry of Fish and the Institute for the Study of Tides.", {"Ministry of Fish", "Institute for the Study of Tides"}),
        ("She read the Harbour Act and the Status of Boats Agreement with Nora Pell.", {"Nora Pell"}),
        ("He lives in Dunmar, and works at Dunmar.", set()),
    ],
)
def test_which_capitals_are_names(tell: Tell, text: str, names: set[str]) -> None:
    """Runs of capitals are names, with particles, initials and "of" in organisations; days, laws and places are none."""
    assert set(tell(text).groups) == names


def test_a_word_also_seen_in_small_letters_is_no_name(tell: Tell) -> None:
    """A capital that only opens a sentence or stands in a headline makes no name where the word is also written small."""
    assert set(tell("Ferries Stop As Harbour Workers Walk Out\n\nFerries came late. The ferries were full, said Nora Pell.").groups) == {"Nora Pell"}


def test_titles_are_stripped_and_stay_in_the_mention(tell: Tell) -> None:
    """A title is part of the mention but not of the name."""
    found = tell("Harbour Minister Nora Pell spoke. Later Ms. Pell and Gen. Ida Moss left. Pell smiled.").groups
    assert found == {"Nora Pell": ["Harbour Minister Nora Pell", "Ms. Pell", "Pell"], "Ida Moss": ["Gen. Ida Moss"]}


def test_transliterations_are_one_person_and_other_people_are_not(tell: Tell) -> None:
    """Spellings with the same consonants and like vowels are one; another given or family name is another man."""
    found = tell(
        "Minister Thabit Mohammed al-Abassi came with Qais al-Mohammedawi.",
        "Thabet al-Abbasi met Mohammed al-Sudani. Later al-Ababsi left.",
        "Minister Thabit Al-Abbas spoke.",
    ).groups
    assert len(found) == 3
    assert sorted(map(len, found.values())) == [1, 1, 4]


def test_initials_short_forms_and_juniors(tell: Tell) -> None:
    """An initial and a short given name fit the long one; a junior is another man."""
    found = tell("Matthew B. Ferrow met Matt Ferrow and M. Ferrow.", "The talk was with Matthew Ferrow Jr. and others.").groups
    assert sorted(map(len, found.values())) == [1, 3]


def test_family_name_first(tell: Tell) -> None:
    """A given or first-standing family name alone is resolved where no family name fits; hyphens do not matter."""
    assert len(tell("They met Ban Do-yun and Ban Do Yun. Mr. Ban agreed.").groups) == 1


def test_who_is_named_in_full_first_bears_the_bare_name(tell: Tell) -> None:
    """Between two bearers of a family name the bare name is whose full name stands before it."""
    found = tell("Nora Pell spoke. Pell left. Later Otto Pell came.").groups
    assert found == {"Nora Pell": ["Nora Pell", "Pell"], "Otto Pell": ["Otto Pell"]}


def test_a_rank_decides_between_bearers(tell: Tell) -> None:
    """The one called president elsewhere is meant, not the husband whom this article names in full."""
    found = tell("President Nora Pell spoke. Pell left.", "President Pell came with Otto Pell. Pell sat.").groups
    assert found["Nora Pell"] == ["President Nora Pell", "Pell", "President Pell", "Pell"]


@pytest.mark.parametrize(
    "text",
    ["The Open Sea Fishing Council (OSFC) met. The OSFC voted.", "The Open Sea Fishing Council met. The O.S.F.C. voted, and the OSFC went home."],
)
def test_acronyms(tell: Tell, text: str) -> None:
    """An acronym is its expansion's: beside it in brackets, or by its initials where just one name has them."""
    assert set(tell(text).groups) == {"Open Sea Fishing Council"}


def test_nations(tell: Tell) -> None:
    """Names and seats are the state's, as are its officials; its troops and its people are groups; a bare adjective is marked as such."""
    told = tell("Norway and Oslo spoke. Norwegian officials met Norwegian troops and Norwegians. A Norwegian boat sank.")
    assert told.groups == {
        "Norway": ["Norway", "Oslo", "Norwegian officials", "Norwegian"],
        "Norwegian troops": ["Norwegian troops"],
        "Norwegians": ["Norwegians"],
    }
    assert told.rules["Norwegian"] == "adjective"


def test_an_organisation_by_its_first_word(tell: Tell) -> None:
    """An organisation's first word is its short name behind the whole one, where no other opens so and it is no person's."""
    assert tell("The Corvant Authority met. People said Corvant failed.").groups == {"Corvant Authority": ["Corvant Authority", "Corvant"]}
    assert len(tell("The Corvant Authority met the Corvant Council. People said Corvant failed.").groups) == 3
    assert len(tell("The Pell Administration met. People said Pell failed.").groups) == 2


def test_bodies_of_a_state_are_actors_of_their_own(tell: Tell) -> None:
    """What is named for its house is an organisation of the state and not the state, even as a sentence opens; with its nation it is the same."""
    told = tell("White House aides met. The Kremlin and the U.S. State Department spoke; the State Department left. Moscow and Washington waited.")
    assert told.groups == {
        "White House": ["White House"], "Kremlin": ["Kremlin"], "U.S. State Department": ["U.S. State Department", "State Department"],
        "Russia": ["Moscow"], "United States": ["Washington"],
    }  # fmt: skip


def test_a_body_is_in_the_group_of_its_listed_state(tell: Tell) -> None:
    """Where a topic lists the state, an organisation of it that is not listed stands in the same group."""
    told = tell("Norway spoke. The Storting voted.", listed=(Actor("norway", "Norway", "Norwegian government", "state", ("Norway",)),))
    assert dict(zip(told.mentions.actors.names, told.mentions.actors.groups, strict=True))["Storting"] == "Norwegian government"


def test_a_name_behind_a_listed_role_stays(tell: Tell) -> None:
    """A listed role before a name stands beside it; neither swallows the other."""
    chief = Actor("chief", "Police chief", "police", "person", ("Police Commissioner",))
    groups = tell("Yesterday Police Commissioner Otto Hassan spoke. Activist Nora Pell left.", listed=(chief,)).groups
    assert groups == {"Police chief": ["Police Commissioner"], "Otto Hassan": ["Otto Hassan"], "Nora Pell": ["Activist Nora Pell"]}


def test_a_description_does_not_swallow_the_name_behind_it(tell: Tell) -> None:
    """What a hyphened description stands before is a name of its own."""
    assert {"Norway", "Grey Herons", "Rosa Demir"} <= set(tell("The Norway-backed Grey Herons met mother-of-two Rosa Demir.").groups)


def test_shouted_words_and_places_are_no_actors(tell: Tell) -> None:
    """Words in capitals throughout or behind a colon that are written small elsewhere, streets, and places of a date line are no names."""
    text = "PORT ARLEN, Oct 13 - NIGHT OF FIRE: Masked men came. The night was long, the fire of the masked hot. Quay Street in Port Arlen burned."
    assert tell(text).groups == {}


def test_roles(tell: Tell) -> None:
    """A role in small letters is the one's who bears the title in the article; a vice president is no president."""
    found = tell("President Nora Pell met Vice President Otto Moss. The president smiled. The Norwegian king Olav Berg waited; the king sat.").groups
    assert found["Nora Pell"] == ["President Nora Pell", "The president"]
    assert found["Olav Berg"] == ["Olav Berg", "the king"]


def test_listed_actors_come_first(tell: Tell) -> None:
    """Listed names keep their number and group; spellings and bare family names join them."""
    told = tell("Ana Brook and the harbour men spoke. Brook left.", listed=(MAYOR, PORT))
    assert told.groups == {"Ana Brook": ["Ana Brook", "Brook"], "Port Board": ["the harbour men"]}
    assert told.mentions.actors.groups[:2] == ("town hall", "port")


def test_a_longer_name_is_not_the_listed_one_inside_it(tell: Tell) -> None:
    """A name that only holds a listed one is another's."""
    assert set(tell("He read the Port Board Gazette.", listed=(PORT,)).groups) == {"Port Board Gazette"}


def test_a_row_overrules_a_merge(tell: Tell) -> None:
    """What actors.csv lists as another actor's name is that actor's, whatever the rules would join."""
    texts = ("Otto Hassan spoke.", "Otto Hasan left.")
    assert len(tell(*texts).groups) == 1
    other = Actor("other", "Otto Hasan (shipper)", "port", "person", ("Otto Hasan",))
    assert len(tell(*texts, listed=(other, Actor("own", "Otto Hassan", "town", "person", ("Otto Hassan",)))).groups) == 2


def test_table_and_row_to_paste(tell: Tell) -> None:
    """The table tells article, mention, count and reason; the row of a discovered actor can be read as actors.csv."""
    told = tell("Nora Pell spoke. Pell left. Pell slept.")
    table = make_actor_table(told.page.batch, told.mentions)
    assert table[["actor", "group", "article", "mention", "count"]].to_numpy().tolist() == [
        ["nora-pell", "not listed", "0", "Pell", 2],
        ["nora-pell", "not listed", "0", "Nora Pell", 1],
    ]
    assert "family name" in table["reason"][0]
    assert make_actor_row(told.page.batch, told.mentions, 0) == "nora-pell,Nora Pell,not listed,person,Nora Pell;Pell,,own"


def test_nothing_found(tell: Tell) -> None:
    """A text without names, and an empty one, have no mentions."""
    assert not tell("it rained all day.").groups
    assert not tell("").groups
