"""Articles on made-up events, and the lists the steps of this folder need."""

from collections.abc import Callable
from itertools import combinations

import pytest

from framing.articles.article import Article
from framing.events.events import Events, find_events
from framing.events.layout import Lists, read_lists
from framing.events.rule import EventRule
from framing.events.shared_table import Holder, make_holders
from framing.events.sharing import SharingPair, match_pairs

FLOOD = (
    "The river Ostra broke through the dyke at Brunnholm on Tuesday night and flooded four villages, the fire brigade said. "
    "Mayor Tilda Vance ordered the old mill evacuated. Boats took two hundred people from their roofs to the gymnasium in Brunnholm."
)
FLOOD_AGAIN = (
    "Four villages stood under water after the Ostra tore a gap in the dyke near Brunnholm. Rescuers in boats fetched families from roofs. "
    "Tilda Vance, the mayor, said that the gymnasium was full and that the mill would be given up."
)
STRIKE = (
    "Tram drivers in Kestrel City stopped work on Wednesday over pay. Union leader Oskar Brandt called the offer of the tram company an insult. "
    "Depots at Westhaven and Northgate stayed shut, and thousands walked to their offices along the canal."
)
STRIKE_AGAIN = (
    "No tram ran in Kestrel City as drivers walked out. Oskar Brandt of the tram union rejected two percent more pay. "
    "Commuters from Westhaven took bicycles along the canal while the depots were closed."
)


def make_article(article_id: str, text: str, published: str = "2024-05-07", **known: str) -> Article:
    """Make an article of an outlet of its own."""
    return Article(article_id, known.pop("outlet", f"outlet {article_id}"), known.pop("headline", ""), text, published, **known)


@pytest.fixture(scope="session")
def lists() -> Lists:
    """The shipped lists."""
    return read_lists()


@pytest.fixture(scope="session")
def mixed() -> list[Article]:
    """Two articles on a flood, two on a strike, one on nothing else."""
    return [
        make_article("flood-a", FLOOD), make_article("flood-b", FLOOD_AGAIN, "2024-05-08"), make_article("strike-a", STRIKE, "2024-05-08"),
        make_article("strike-b", STRIKE_AGAIN, "2024-05-08"),
        make_article("pie", "A baker in Lund won a prize for her rhubarb pie. She will spend it on a new oven."),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def group(lists: Lists) -> Callable[..., list[set[str]]]:
    """A function that returns the ids of the articles of each event."""

    def run(articles: list[Article], **rule: float) -> list[set[str]]:
        events = find_events(articles, lists, EventRule(**rule))
        return [{events.sketches.articles[at].article_id for at in members} for members in events.groups]

    return run


@pytest.fixture(scope="session")
def find(lists: Lists) -> Callable[..., Events]:
    """A function that finds the events of some articles."""
    return lambda articles, **rule: find_events(articles, lists, EventRule(**rule))


@pytest.fixture(scope="session")
def hold(lists: Lists) -> Callable[[list[Article]], dict[str, Holder]]:
    """A function that makes the holders of some articles."""
    return lambda articles: make_holders(articles, lists)


@pytest.fixture(scope="session")
def share(lists: Lists) -> Callable[[list[Article]], list[SharingPair]]:
    """A function that returns what every two of some articles share."""

    def run(articles: list[Article]) -> list[SharingPair]:
        holders = make_holders(articles, lists)
        words = {article_id: holder.words for article_id, holder in holders.items()}
        return list(match_pairs(combinations(words, 2), words, {article.article_id: article for article in articles}))

    return run
