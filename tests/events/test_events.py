"""Articles grouped into events: by words, names and dates, by the user's own field, the same in any order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.articles.article import Article
from framing.errors import FramingError
from framing.events.event_names import make_slug
from framing.events.event_table import ALIKE, ALONE, COLUMNS, OWN, make_event_table
from framing.events.events import Events, group_sketches, is_one_event
from framing.events.grouping import group_articles
from framing.events.layout import Lists
from framing.events.rule import EventRule
from framing.events.sketches import make_sketches, merge_sketches
from tests.events.conftest import FLOOD, FLOOD_AGAIN, STRIKE, make_article

Group = Callable[..., list[set[str]]]
Find = Callable[..., Events]


def test_two_events_and_one_alone(group: Group, mixed: list[Article]) -> None:
    """Articles in other words on one event are grouped; one on something else stays alone."""
    assert group(mixed) == [{"flood-a", "flood-b"}, {"pie"}, {"strike-a", "strike-b"}]


def test_any_order(find: Find, lists: Lists, mixed: list[Article]) -> None:
    """The table is the same whatever order articles come in."""
    tables = [make_event_table(find(articles), lists.common) for articles in (mixed, mixed[::-1], mixed[2:] + mixed[:2])]
    assert all(table.equals(tables[0]) for table in tables)


def test_any_parts(lists: Lists, mixed: list[Article]) -> None:
    """Sketches made in parts and merged in a tree give what sketches made at once give."""
    alone = [make_sketches([article], lists) for article in mixed]
    tree = merge_sketches([merge_sketches(alone[:2]), merge_sketches([*alone[2:4], merge_sketches(alone[4:])])])
    tables = [make_event_table(group_sketches(sketches, lists.common), lists.common) for sketches in (tree, make_sketches(mixed, lists))]
    assert tables[0].equals(tables[1])


def test_later_articles_are_related(find: Find, lists: Lists) -> None:
    """Articles alike but weeks apart are other events of one story, and say so."""
    articles = [make_article("first", FLOOD), make_article("later", FLOOD_AGAIN, "2024-07-30")]
    table = make_event_table(find(articles), lists.common)
    assert table["event"].nunique() == 2
    assert table["related"].tolist() == table["event"].tolist()[::-1]
    assert "84 days apart, more than 14" in table["why"].iloc[0]


def test_own_field_wins(group: Group, mixed: list[Article]) -> None:
    """Articles of one own event are together whatever they say, those of two never; one without joins what it is like."""
    flood_a, flood_b, strike_a, strike_b, pie = mixed
    found = group([replace(flood_a, event="x"), replace(flood_b, event="y"), replace(pie, event="x"), replace(strike_a, event="y"), strike_b])
    assert found == [{"flood-a", "pie"}, {"flood-b", "strike-a", "strike-b"}]


def test_the_table_explains(find: Find, lists: Lists, mixed: list[Article]) -> None:
    """Each row names its nearest article with similarity, days apart, and shared names and words."""
    table = make_event_table(find([*mixed, make_article("own", STRIKE, event="My event")]), lists.common).set_index("article")
    assert ["article", *table.columns] == list(COLUMNS)
    row = table.loc["flood-b"]
    assert (row["grouped_by"], row["nearest"], row["days_apart"], row["articles"]) == (ALIKE, "flood-a", 1, 2)
    assert {"Brunnholm", "Ostra"} <= set(row["names"].split("; ")) and "dyke" in row["words"]
    assert row["why"].startswith("most like flood-a: similarity 0.") and "Brunnholm" in row["why"]
    assert row["event"].startswith("2024-05-07-")
    assert table.loc["pie", "grouped_by"] == ALONE
    assert table.loc["own", ["grouped_by", "event", "label", "why"]].tolist() == [OWN, "my-event", "My event", "its own event field says so"]


def test_dates_in_the_text_part(group: Group) -> None:
    """Without a published date, a date at the top of the text keeps two articles apart."""
    texts = [f"{day}\n\n{text}" for day, text in (("7 May 2024", FLOOD), ("9 May 2024", FLOOD_AGAIN), ("2 January 2021", FLOOD_AGAIN))]
    assert group([make_article(str(at), text, "") for at, text in enumerate(texts)]) == [{"0", "1"}, {"2"}]


@pytest.mark.parametrize(("rule", "n_events"), [({}, 3), ({"similarity": 0.9}, 5), ({"similarity": 0.0}, 3), ({"days": 0.0, "fade": 0.0}, 4)])
def test_the_rule_can_be_turned(group: Group, mixed: list[Article], rule: dict[str, float], n_events: int) -> None:
    """A higher least similarity or fewer days give more events."""
    assert len(group(mixed, **rule)) == n_events


@pytest.mark.parametrize(("name", "value"), [("similarity", 1.5), ("fade", -0.1), ("days", -1.0)])
def test_a_rule_out_of_range(name: str, value: float) -> None:
    """A figure out of range is an error that names it, its value and what is allowed."""
    with pytest.raises(FramingError, match=rf"event rule: {name}: {value:g} is not allowed; 0 to "):
        EventRule(**{name: value})


@pytest.mark.parametrize(
    ("third", "is_one"),
    [
        (make_article("c", FLOOD_AGAIN), True), (make_article("c", FLOOD_AGAIN, "2024-07-30"), False),
        (make_article("c", STRIKE), False), (make_article("c", FLOOD_AGAIN, event="mine"), False),
    ],
)  # fmt: skip
def test_a_corpus_that_is_clearly_one_event(find: Find, third: Article, is_one: bool) -> None:
    """An article that falls short of the rule beside an event that holds the others counts with them, unless it is far in time, unlike or named."""
    events = find([make_article("a", FLOOD), make_article("b", FLOOD), third], similarity=0.8)
    assert len(events.groups) == 2
    assert is_one_event(events) == is_one


def test_articles_without_words(group: Group) -> None:
    """Articles in which nothing counts stand alone."""
    assert group([make_article("a", "It is so."), make_article("b", "…")]) == [{"a"}, {"b"}]


def test_twenty_days_of_one_story_do_not_chain(group: Group) -> None:
    """A story told day by day is not one event from its first day to its last."""
    days = [(date(2024, 5, 1) + timedelta(days=2 * at)).isoformat() for at in range(20)]
    found = group([make_article(f"{at:02}", FLOOD if at % 2 else FLOOD_AGAIN, day) for at, day in enumerate(days)])
    assert len(found) > 1
    assert max(map(len, found)) < 20


PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(PAIRS, st.floats(0.01, 1)), st.floats(0.05, 1))
def test_groups_part_the_articles(links: dict[tuple[int, int], float], least: float) -> None:
    """Every article is in one group, and no two groups are left whose mean similarity is enough to merge them."""
    groups = group_articles(links, [""] * 8, least)
    assert sorted(at for members in groups for at in members) == list(range(8))
    for one in groups:
        for other in groups:
            if one < other:
                total = sum(links.get((min(a, b), max(a, b)), 0.0) for a in one for b in other)
                assert total / (len(one) * len(other)) < least + 1e-9


@pytest.mark.parametrize(
    ("words", "slug"), [(["../etc/passwd"], "etc-passwd"), (["Ünï çode", "x/y"], "uni-code-x-y"), (["ليبيا"], ""), (["a" * 99], "a" * 60)]
)
def test_event_ids_are_fit_for_folders(words: list[str], slug: str) -> None:
    """An id holds small letters, digits and hyphens only, whatever the user's name for the event."""
    assert make_slug(words) == slug
