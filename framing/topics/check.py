"""Every fault of the data files at once: general lists, topics, and terms that stand on both sides of an axis."""

from pathlib import Path

from framing.errors import Fault, FramingError
from framing.topics.general import General, read_general
from framing.topics.name_check import check_lists
from framing.topics.topic import Topic, lexicon_folders, list_topics, read_topic


def check_general(extra: Path | None = None) -> tuple[General | None, list[Fault]]:
    """Read the general lists as (lists, faults); None where they have faults."""
    try:
        return read_general(lexicon_folders(extra)), []
    except FramingError as error:
        return None, list(error.faults)


def check_topics(general: General, extra: Path | None = None) -> tuple[list[Topic], list[Fault]]:
    """Read every topic as (those without faults, faults of the others, clashes, and faults of the lists of names and actions)."""
    topics: list[Topic] = []
    faults: dict[Fault, None] = {}
    for topic_id in sorted(list_topics(lexicon_folders(extra))):
        try:
            topic = read_topic(topic_id, extra, general)
        except FramingError as error:
            faults.update(dict.fromkeys(error.faults))
            continue
        topics.append(topic)
        faults.update(dict.fromkeys([*find_clashes(topic), *find_empty(topic)]))
    faults.update(dict.fromkeys(check_lists(lexicon_folders(extra), general.grammar)))
    return topics, list(faults)


def find_clashes(topic: Topic) -> list[Fault]:
    """Find forms that stand for both poles of one axis."""
    homes = dict(zip(topic.folders, (folder.name for folder in topic.folders), strict=True))
    seen: dict[tuple[object, ...], tuple[str, int]] = {}
    faults: list[Fault] = []
    for entry in topic.entries:
        home, _, line = entry.entry_id.partition(":")
        path = next(folder for folder, name in homes.items() if name == home) / "terms.csv"
        for form in find_whole_forms(entry.pattern.parts):
            key = (entry.axis_id, form, entry.pattern.gaps)
            other = seen.setdefault(key, (entry.entry_id, entry.sign))
            if other[1] != entry.sign and other[1] and entry.sign:
                what = f"term: {entry.term!r} and entry {other[0]} share the form {' ... '.join(form)!r} for opposite poles of {entry.axis_id}"
                faults.append(Fault(str(path), int(line), what))
                break
    return faults


def find_empty(topic: Topic) -> list[Fault]:
    """Return what a topic's own axes lack before they can be used with both poles treated alike.

    A pole needs a term, and an axis a word for its target where a term asks for it.
    """
    folder = topic.folders[-1]
    targets = {target.target_id for target in topic.targets}
    faults = []
    for axis in topic.axes:
        own = [entry for entry in topic.entries if entry.axis_id == axis.axis_id]
        for pole in (axis.left, axis.right):
            if not any(entry.pole_id == pole.pole_id for entry in own):
                what = f"holds no term for the pole {pole.pole_id!r} of {axis.axis_id}; both poles need some"
                faults.append(Fault(str(folder / "terms.csv"), 0, what))
        if axis.target not in targets and (not own or any(entry.target != "free" for entry in own)):
            what = f"holds no word for the target {axis.target!r} of {axis.axis_id}; terms that need it can never count"
            faults.append(Fault(str(folder / "targets.csv"), 0, what))
    return faults


def find_whole_forms(parts: tuple[tuple[object, ...], ...]) -> list[tuple[str, ...]]:
    """Return the forms of a pattern as a whole, for patterns of one part (those with gaps are compared part by part at most 500)."""
    from itertools import islice, product

    return [tuple(form.words.lower() for form in forms) for forms in islice(product(*parts), 500)]  # type: ignore[attr-defined]
