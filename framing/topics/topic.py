"""Topics: a question on which coverage differs, with everything we look for to see it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from framing.errors import Fault, FramingError, make_error, say_list
from framing.shipped import find_shipped
from framing.topics.actor import Actor, read_actors
from framing.topics.filling import find_unfilled
from framing.topics.frame import Axis, Pole
from framing.topics.general import General, read_general
from framing.topics.lexicon import Entry, Target, read_entries, read_targets

KEYS: dict[str, type] = {
    "topic_id": str, "label": str, "version": str, "language": str, "licence": str, "extends": list,
    "hosts": list, "description": str, "axes": list, "discussion": list, "references": list,
}  # fmt: skip
TEXT_LISTS = ("extends", "hosts", "discussion", "references")
AXIS_KEYS = ("axis_id", "label", "target", "question")
POLE_KEYS = ("pole_id", "label", "definition", "argued_by")


@dataclass(frozen=True)
class Topic:
    """A topic read from its folder, with all it extends already joined in."""

    topic_id: str
    label: str
    version: str
    language: str
    licence: str
    description: str
    extends: tuple[str, ...]
    axes: tuple[Axis, ...]
    entries: tuple[Entry, ...]
    targets: tuple[Target, ...]
    actors: tuple[Actor, ...]
    discussion: tuple[str, ...]
    references: tuple[str, ...]
    folders: tuple[Path, ...]

    def axis(self, axis_id: str) -> Axis:
        """Return an axis by its id; raises KeyError."""
        return {axis.axis_id: axis for axis in self.axes}[axis_id]


def lexicon_folders(extra: Path | None = None) -> list[Path]:
    """Return the lexicon folders in use: the shipped one, then the user's own."""
    return [find_shipped("lexicons"), *([extra] if extra else [])]


def list_topics(folders: list[Path]) -> dict[str, Path]:
    """Return the folder of every topic by id; a user's topic stands in for a shipped one of the same id."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("topics/*/topic.toml")):
            found[path.parent.name] = path.parent
    return found


def read_topic(topic_id: str, lexicons: Path | None = None, general: General | None = None) -> Topic:
    """Read a topic and all it extends.

    `lexicons` is a folder of your own beside the shipped one. Raises FramingError with every fault of its files,
    and for an unknown id with the ids that are known.
    """
    folders = lexicon_folders(lexicons)
    known = list_topics(folders)
    order = order_extended(topic_id, known)
    general = general or read_general(folders)
    settings = {name: read_settings(known[name]) for name in order}
    hosts = tuple(host for name in order for host in settings[name]["hosts"])
    unknown = [host for host in hosts if host not in general.nations]
    if unknown:
        raise make_error(known[topic_id] / "topic.toml", f"hosts: {say_list(unknown)} is no nation of general/nations.csv")
    joined = [join_topic(name, known[name], settings, order, general, hosts) for name in order]
    return merge_topics(joined, order)


def order_extended(topic_id: str, known: Mapping[str, Path], above: tuple[str, ...] = ()) -> list[str]:
    """Return a topic's id after the ids of all it extends; raises FramingError for an unknown id or a circle."""
    place = known[above[-1]] / "topic.toml" if above else "topic"
    if topic_id not in known:
        raise make_error(place, f"{topic_id!r} is unknown; known topics are {say_list(sorted(known), 20)}")
    if topic_id in above:
        raise make_error(place, f"extends goes in a circle: {' -> '.join((*above, topic_id))}")
    found: list[str] = []
    for parent in read_settings(known[topic_id])["extends"]:
        found += [name for name in order_extended(parent, known, (*above, topic_id)) if name not in found]
    return [*found, topic_id]


def read_settings(folder: Path) -> dict[str, Any]:
    """Read topic.toml; raises FramingError where it cannot be read or keys are missing or of the wrong kind."""
    path = folder / "topic.toml"
    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise make_error(path, f"cannot be read: {error}") from error
    faults = []
    for key, kind in KEYS.items():
        if not isinstance(settings.get(key), kind):
            faults.append(Fault(str(path), 0, f"{key}: {settings.get(key)!r}; a {kind.__name__} is needed"))
    if not faults:
        faults += [Fault(str(path), 0, what) for what in find_wrong_kinds(settings) or find_wrong_axes(settings)]
        faults += find_unfilled(path)
    if settings.get("topic_id") != folder.name:
        faults.append(Fault(str(path), 0, f"topic_id: {settings.get('topic_id')!r}; the folder's name {folder.name!r} is needed"))
    if faults:
        raise FramingError(*faults)
    return settings


def find_wrong_kinds(settings: Mapping[str, Any]) -> list[str]:
    """Return what in a topic's lists and axes is missing or of the wrong kind."""
    found = [f"{key}: {one!r}; a list of texts is needed" for key in TEXT_LISTS for one in settings[key] if not isinstance(one, str)]
    for number, axis in enumerate(settings["axes"], 1):
        if not isinstance(axis, dict):
            found.append(f"axes: {axis!r}; tables [[axes]] are needed")
            continue
        poles = [(side, axis.get(side)) for side in ("left", "right")]
        found += [f"axes: {number}: {side}: {pole!r}; a table is needed" for side, pole in poles if not isinstance(pole, dict)]
        tables = [("", axis, AXIS_KEYS), *((f"{side}.", pole, POLE_KEYS) for side, pole in poles if isinstance(pole, dict))]
        for prefix, table, keys in tables:
            found += [f"axes: {number}: {prefix}{key}: {table.get(key)!r}; a text is needed" for key in keys if not isinstance(table.get(key), str)]
    return found


def find_wrong_axes(settings: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a topic's axes as a whole: none at all, an id twice, poles that cannot be told apart."""
    axes = settings["axes"]
    found = [] if axes or settings["extends"] else ["axes: none; at least one [[axes]] is needed, or a topic in extends that has one"]
    for number, axis in enumerate(axes, 1):
        poles = axis["left"]["pole_id"], axis["right"]["pole_id"]
        if axis["axis_id"] in [other["axis_id"] for other in axes[: number - 1]]:
            found.append(f"axes: {number}: axis_id: {axis['axis_id']!r} stands already further up")
        if poles[0] == poles[1] or "none" in poles or "" in poles:
            found.append(f"axes: {number}: pole_id: {poles[0]!r} and {poles[1]!r}; two different ids are needed, and none is kept for neither pole")
    return found


def join_topic(
    name: str, folder: Path, settings: Mapping[str, Any], order: list[str], general: General, hosts: tuple[str, ...]
) -> Topic:
    """Read one topic's own tables; its terms may use the axes and targets of the topics before it."""
    own = settings[name]
    before = order[: order.index(name) + 1]
    axes = {axis.axis_id: axis for parent in before for axis in make_axes(settings[parent]["axes"])}
    grammar = general.grammar_for(hosts)
    entries, faults = read_entries(folder / "terms.csv", name, axes, grammar)
    targets, more = read_targets(folder / "targets.csv", {axis.target for axis in axes.values()}, grammar)
    actors, others = read_actors(folder / "actors.csv")
    if faults + more + others:
        raise FramingError(*faults, *more, *others)
    return Topic(
        topic_id=name, label=own["label"], version=own["version"], language=own["language"], licence=own["licence"],
        description=own["description"], extends=tuple(own["extends"]), axes=tuple(make_axes(own["axes"])),
        entries=tuple(entries), targets=tuple(targets), actors=tuple(actors), discussion=tuple(own["discussion"]),
        references=tuple(own["references"]), folders=(folder,),
    )  # fmt: skip


def make_axes(described: list[Mapping[str, Any]]) -> list[Axis]:
    """Make axes from their description in topic.toml."""
    return [
        Axis(one["axis_id"], one["label"], one["target"], one["question"], make_pole(one["left"]), make_pole(one["right"]))
        for one in described
    ]


def make_pole(described: Mapping[str, str]) -> Pole:
    """Make a pole from its description in topic.toml."""
    return Pole(described["pole_id"], described["label"], described["definition"], described["argued_by"])


def merge_topics(topics: list[Topic], order: list[str]) -> Topic:
    """Join topics into the last of them, which keeps its name; its actors stand in for others of the same id."""
    last = topics[-1]
    return replace(
        last,
        axes=tuple(axis for topic in topics for axis in topic.axes),
        entries=tuple(entry for topic in topics for entry in topic.entries),
        targets=tuple(target for topic in topics for target in topic.targets),
        actors=tuple({actor.actor_id: actor for topic in topics for actor in topic.actors}.values()),
        discussion=tuple(line for topic in reversed(topics) for line in topic.discussion),
        references=tuple(line for topic in reversed(topics) for line in topic.references),
        folders=tuple(folder for topic in topics for folder in topic.folders),
    )
