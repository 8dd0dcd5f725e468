"""A topic of one axis made from records, and texts that hold its terms in every shape."""

from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from framing.analysis.analysis import Analysis, analyse_articles
from framing.articles.article import Article
from framing.evidence.lens import Lens, make_lens
from framing.topics.frame import Axis, Pole
from framing.topics.general import General
from framing.topics.lexicon import Entry, Target
from framing.topics.topic import Topic

TERMS = (
    ("gift", "blessing", 0.8, "free"), ("burden", "curse", 0.6, "free"), ("burden", "trouble", 0.4, "near"),
    ("gift", "feed ... families", 0.7, "free"),
)  # fmt: skip
PIECES = (
    "The port is a blessing. ", "It is a curse. ", "It is a trouble. ", "They feed all the families. ",
    "The cook said “a curse on the bay it is”. ",
    "It is not a blessing. ", "They might feed families ", "“", "”", "'", "not ", "The port ", "feed ", "families ",
    "\n\n", "\n", "\n\nBy Ana Brook\n\n",
    "so-called ", "‘curse’ ", "A blessing of the boats on the quay [Cy Dorn/Bay]\n\n", "Show More\n\n",
    "CALM BAY (AP) — ", "\u00ad", "\u00a0", "с", "😀 ",
    "Many a curse was heard that night on the long grey quay. ", "\n\nA blessing, then a curse\n\n", "Mr. ", "e.g. ", ", ", "... ",
)  # fmt: skip


@pytest.fixture(scope="session")
def texts() -> st.SearchStrategy[str]:
    """Texts put together from pieces of pages; each begins with a word."""
    return st.lists(st.sampled_from(PIECES), max_size=25).map(lambda pieces: "Boats " + "".join(pieces))


@pytest.fixture(scope="session")
def harbour(general: General) -> Topic:
    """A topic with the axis worth: gift (-1) to burden (+1)."""
    gift, burden = Pole("gift", "Gift", "It gives.", "some"), Pole("burden", "Burden", "It takes.", "others")
    entries = tuple(
        Entry(f"harbour:{at}", "worth", pole, -1 if pole == "gift" else 1, term, general.grammar.read_pattern(term), weight, target, False, "", "own")
        for at, (pole, term, weight, target) in enumerate(TERMS)
    )
    targets = (Target("port", "port", general.grammar.read_pattern("port")),)
    axes = (Axis("worth", "Worth", "port", "Gift or burden?", gift, burden),)
    return Topic("harbour", "The harbour", "1", "en", "own", "", (), axes, entries, targets, (), (), (), ())


@pytest.fixture(scope="session")
def lens(general: General, harbour: Topic) -> Lens:
    """The topic compiled with the shipped general lists."""
    return make_lens(general, harbour)


@pytest.fixture(scope="session")
def analyse(lens: Lens) -> Callable[..., Analysis]:
    """A function that analyses some texts together; keywords are fields of every article."""

    def run(*texts: str, **known: str) -> Analysis:
        headline = known.pop("headline", "")
        return analyse_articles([Article(str(at), f"outlet {at}", headline, text, **known) for at, text in enumerate(texts)], lens)

    return run
