"""What several test files need: the shipped lists, a small topic in a temp folder, and ways to look at a text's zones and sentences."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from framing.articles.article import Article
from framing.shipped import find_shipped
from framing.text.cleaning import Batch, make_batch
from framing.text.furniture import SCANNED, make_furniture
from framing.text.matching import Hits, make_matcher, match_patterns
from framing.text.sentences import find_sentences, make_abbreviations
from framing.text.zone_names import NAMES
from framing.text.zones import Segments, find_zones
from framing.topics.general import General, read_general
from framing.topics.pattern import Pattern
from framing.topics.topic import Topic, lexicon_folders, list_topics, read_topic

REPOSITORY = Path(__file__).resolve().parents[1]
SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("same", derandomize=True, database=None, deadline=None, max_examples=150, suppress_health_check=SLOW)
settings.register_profile("explore", database=None, deadline=None, max_examples=1200, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("FRAMING_HYPOTHESIS", "same"))

TOPIC = """
topic_id = "{topic_id}"
label = "The harbour"
version = "1.0.0"
language = "en"
licence = "CC BY 4.0"
extends = {extends}
hosts = {hosts}
description = "What a new harbour is to the town."
discussion = ["Who gains from it?"]
references = ["Nobody (2020), Nothing"]

[[axes]]
axis_id = "{axis_id}"
label = "What the harbour brings"
target = "port"
question = "Gift or burden?"
left = {{ pole_id = "gift", label = "Gift", definition = "It gives.", argued_by = "its builders" }}
right = {{ pole_id = "burden", label = "Burden", definition = "It takes.", argued_by = "its neighbours" }}
"""
TERMS = """axis,pole,term,weight,inflect,target,denied,note,source
{axis_id},gift,blessing,0.8,noun,required,void,,own
{axis_id},burden,bleed ... coast,0.9,verb,free,flip,,own
{axis_id},none,blessing in disguise,0.1,fixed,free,void,,own
"""
TARGETS = """target,term,inflect,note
port,harbour|port,noun,
"""
ACTORS = """actor_id,name,group,kind,aliases,note,source
mayor,Ana Brook,town,person,Brook;Mayor Brook,,own
"""


class Zone(NamedTuple):
    """One segment of an article as tests look at it."""

    name: str
    text: str
    is_copy: bool
    start: int
    end: int


def pytest_report_header() -> str:
    """Say where the published articles are looked for."""
    return f"published articles: {find_published()}"


def find_published() -> Path:
    """Return the folder in which the five published articles stand, if they are there."""
    return Path(os.environ.get("FRAMING_DATA", REPOSITORY.parent / "shared")) / "seeds"


@pytest.fixture(scope="session")
def published() -> Path:
    """The folder of the five published articles; a test that asks for it is skipped where it is absent."""
    folder = find_published()
    if not folder.is_dir():
        pytest.skip(f"the published articles are not at {folder}; set FRAMING_DATA to the folder that holds seeds/")
    return folder


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty cache for trained classifiers, so that the user's own is neither read nor written."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRAMING_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top folder of the project."""
    return REPOSITORY


@pytest.fixture(scope="session")
def general() -> General:
    """The shipped general lists."""
    return read_general([find_shipped("lexicons")])


@pytest.fixture(scope="session")
def shipped_topics(general: General) -> dict[str, Topic]:
    """Every shipped topic by its id."""
    return {name: read_topic(name, None, general) for name in list_topics(lexicon_folders())}


def match(batch: Batch, patterns: Sequence[Pattern]) -> Hits:
    """Find patterns everywhere in a batch."""
    return match_patterns(batch, make_matcher(patterns))


@pytest.fixture(scope="session")
def find_hits() -> Callable[[str, Sequence[Pattern]], list[tuple[int, int, int]]]:
    """A function that returns (number of the pattern, start, end) of every hit in a text, in order of place."""

    def find(text: str, patterns: Sequence[Pattern]) -> list[tuple[int, int, int]]:
        batch = make_batch([Article("a", "outlet", "", text)])
        hits = match(batch, patterns)
        first = int(batch.starts[0])
        found = zip(hits.pattern.tolist(), hits.starts.tolist(), hits.ends.tolist(), strict=True)
        return sorted(((number, start - first, end - first) for number, start, end in found), key=lambda hit: (hit[1], hit[2], hit[0]))

    return find


@pytest.fixture(scope="session")
def lay_out(general: General) -> Callable[[Batch], Segments]:
    """A function that finds the zones of a batch by the shipped furniture list."""
    words = [word for word in general.words if word.list_id == "furniture"]
    furniture = make_furniture(words)
    scanned = [word.pattern for word in words if word.place in SCANNED]

    def find(batch: Batch) -> Segments:
        return find_zones(batch, furniture, match(batch, scanned).numbered(range(len(scanned))))

    return find


@pytest.fixture(scope="session")
def find_layout(lay_out: Callable[[Batch], Segments]) -> Callable[..., list[Zone]]:
    """A function that returns the segments of one article's text as zones, offsets counted from the article's own start."""

    def find(text: str, **known: str) -> list[Zone]:
        batch = make_batch([Article("a", known.pop("outlet", "outlet"), known.pop("headline", ""), text, **known)])
        segments = lay_out(batch)
        first = int(batch.starts[0])
        columns = zip(segments.zone, segments.starts, segments.ends, segments.is_copy, strict=True)
        return [Zone(NAMES[zone], batch.cut(at, end), bool(copy), int(at) - first, int(end) - first) for zone, at, end, copy in columns]

    return find


@pytest.fixture(scope="session")
def split_sentences(general: General, lay_out: Callable[[Batch], Segments]) -> Callable[[str], list[str]]:
    """A function that returns the sentences of a text that stands as the second paragraph of an article."""
    abbreviations = make_abbreviations(tuple(general.abbreviations.items()), general.starters)

    def split(text: str) -> list[str]:
        batch = make_batch([Article("a", "outlet", "", f"Snow lay on the quay that morning.\n\n{text}")])
        sentences = find_sentences(batch, lay_out(batch), abbreviations)
        return [batch.cut(start, end) for start, end in zip(sentences.starts[1:], sentences.ends[1:], strict=True)]

    return split


@pytest.fixture
def write_topic(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a topic into a lexicon folder of its own and returns that folder; any file can be replaced."""

    def write(topic_id: str = "harbour", *, axis_id: str = "worth", **files: str) -> Path:
        lists = {"extends": files.pop("extends", "[]"), "hosts": files.pop("hosts", "[]")}
        folder = tmp_path / "lexicons" / "topics" / topic_id
        folder.mkdir(parents=True, exist_ok=True)
        wanted = {
            "topic.toml": files.get("topic", TOPIC.format(topic_id=topic_id, axis_id=axis_id, **lists)),
            "terms.csv": files.get("terms", TERMS.format(axis_id=axis_id)),
            "targets.csv": files.get("targets", TARGETS),
            "actors.csv": files.get("actors", ACTORS),
        }
        for name, content in wanted.items():
            (folder / name).write_text(content, "utf-8")
        return tmp_path / "lexicons"

    return write
