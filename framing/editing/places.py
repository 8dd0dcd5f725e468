"""Which topic is meant: by its id, by its folder, or by the lexicon folder it stands in."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from framing.errors import make_error, say_list
from framing.evidence.lens import Lens, make_lens
from framing.topics.general import General, read_general
from framing.topics.topic import Topic, lexicon_folders, list_topics, read_topic

SHIPPED: Final = "shipped"


@dataclass(frozen=True)
class Place:
    """A topic's id and the lexicon folder it is read with (None: the shipped one alone)."""

    topic_id: str
    lexicons: Path | None

    @property
    def folder(self) -> Path:
        """The folder of the topic."""
        return list_topics(lexicon_folders(self.lexicons))[self.topic_id]


@dataclass(frozen=True)
class Loaded:
    """A topic that was read, with the general lists beside it and both compiled."""

    topic: Topic
    general: General
    lens: Lens


def find_topics(place: str, lexicons: Path | None = None) -> list[Place]:
    """Return the topics a place means: the one of a topic's id or folder, all of a lexicon folder ("shipped": the shipped one).

    Raises FramingError where it means none.
    """
    path = Path(place)
    if (path / "topic.toml").is_file():
        topics = path.resolve().parent
        if topics.name != "topics":
            raise make_error(path, f"is a topic outside a lexicon folder; LEXICONS/topics/{path.name} is where it must stand")
        return [Place(path.resolve().name, topics.parent)]
    if place == SHIPPED or (path / "topics").is_dir():
        own = None if place == SHIPPED else path
        return [Place(name, own) for name in sorted(list_topics(lexicon_folders()[:1] if own is None else [path]))]
    known = list_topics(lexicon_folders(lexicons))
    if place in known:
        return [Place(place, lexicons)]
    raise make_error(place, f"is no topic; the folder of a topic, a lexicon folder with topics/, or one of {say_list(sorted(known), 20)} is needed")


def find_topic(place: str, topic_id: str | None = None, lexicons: Path | None = None) -> Place:
    """Return the one topic a place means; `topic_id` chooses among several. Raises FramingError where that leaves none or several."""
    found = [one for one in find_topics(place, lexicons) if topic_id in (None, one.topic_id)]
    if len(found) == 1:
        return found[0]
    ids = [one.topic_id for one in find_topics(place, lexicons)]
    raise make_error(place, f"topic: {topic_id or 'not named'}; --topic with one of {say_list(ids, 20)} is needed")


def load_topic(place: Place) -> Loaded:
    """Read and compile a topic; raises FramingError with all its faults."""
    general = read_general(lexicon_folders(place.lexicons))
    topic = read_topic(place.topic_id, place.lexicons, general)
    return Loaded(topic, general, make_lens(general, topic))
