"""A topic of two axes written for these tests, and ways to look at the evidence it finds."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from framing.analysis.analysis import Analysis, analyse_articles
from framing.analysis.tables import make_evidence_table
from framing.articles.article import Article
from framing.evidence.lens import Lens, make_lens
from framing.topics.general import General
from framing.topics.topic import Topic, read_topic

AXIS = """
[[axes]]
axis_id = "{0}"
label = "{0}"
target = "{1}"
question = "Which?"
left = {{ pole_id = "{2}", label = "{2}", definition = "It is {2}.", argued_by = "some" }}
right = {{ pole_id = "{3}", label = "{3}", definition = "It is {3}.", argued_by = "others" }}
"""
SETTINGS = """
topic_id = "quay"
label = "The quay"
version = "1.0.0"
language = "en"
licence = "CC BY 4.0"
extends = []
hosts = []
description = "What the harbour brings, and what it costs."
discussion = []
references = []
"""
TERMS = """axis,pole,term,weight,inflect,target,denied,note,source
worth,gift,blessing,0.8,noun,free,void,,own
worth,burden,curse,0.6,noun,free,void,,own
worth,gift,lawful,0.5,fixed,required,flip,,own
worth,burden,drain,0.5,noun,required,void,,own
worth,burden,slow drain,0.9,noun,required,void,,own
worth,gift,slow drain of silt,0.4,fixed,required,void,,own
worth,none,blessing in disguise,0.1,fixed,free,void,,own
worth,gift,grey bay,0.2,fixed,free,void,,own
worth,burden,bay mist,0.3,fixed,free,void,,own
worth,gift,mole|pier,0.2,fixed,free,void,,own
worth,burden,pier|mole,0.3,fixed,free,void,,own
worth,burden,trouble,0.4,noun,near,void,,own
worth,gift,feed ... families,0.7,verb,free,void,,own
worth,gift,open ... sea lane,0.6,verb,free,flip,,own
worth,burden,fail ... village,0.7,verb,free,void,,own
cost,dear,blessing in disguise,0.3,fixed,free,void,,own
cost,dear,drain,0.2,noun,required,void,,own
cost,cheap,bargain,1.0,noun,free,void,,own
cost,cheap,curse of plenty,1.0,fixed,free,void,,own
"""
TARGETS = """target,term,inflect,note
port,harbour|port,noun,
purse,treasury|purse,fixed,
none,port wine|lunch,fixed,the drink
"""


class Found(NamedTuple):
    """One row of the evidence table, without its places."""

    text: str
    axis: str
    pole: str
    weight: float
    stance: str
    voice: str


@pytest.fixture(scope="session")
def quay(general: General, tmp_path_factory: pytest.TempPathFactory) -> Topic:
    """A topic with the axes worth (gift, burden; of the port) and cost (cheap, dear; of the purse)."""
    folder = tmp_path_factory.mktemp("lexicons") / "topics" / "quay"
    folder.mkdir(parents=True)
    axes = AXIS.format("worth", "port", "gift", "burden") + AXIS.format("cost", "purse", "cheap", "dear")
    (folder / "topic.toml").write_text(SETTINGS + axes, "utf-8")
    (folder / "terms.csv").write_text(TERMS, "utf-8")
    (folder / "targets.csv").write_text(TARGETS, "utf-8")
    (folder / "actors.csv").write_text("actor_id,name,group,kind,aliases,note,source\n", "utf-8")
    return read_topic("quay", folder.parents[1], general)


@pytest.fixture(scope="session")
def lens(general: General, quay: Topic) -> Lens:
    """The topic compiled with the shipped general lists."""
    return make_lens(general, quay)


@pytest.fixture(scope="session")
def analyse(lens: Lens) -> Callable[..., Analysis]:
    """A function that analyses some texts together; keywords are fields of every article."""

    def run(*texts: str, **known: str) -> Analysis:
        headline = known.pop("headline", "")
        return analyse_articles([Article(str(at), "outlet", headline, text, **known) for at, text in enumerate(texts)], lens)

    return run


@pytest.fixture(scope="session")
def find(analyse: Callable[..., Analysis]) -> Callable[..., list[Found]]:
    """A function that returns the evidence of some texts in order of place."""

    def run(*texts: str, **known: str) -> list[Found]:
        table = make_evidence_table(analyse(*texts, **known))
        return [Found(*row) for row in table[list(Found._fields)].itertuples(index=False)]

    return run
