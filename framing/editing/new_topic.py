"""A new topic: the template written into a lexicon folder, with its ids put in."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from framing.errors import make_error
from framing.files import write_whole

TEMPLATE: Final = Path(__file__).resolve().parent / "template"
FILES: Final = ("topic.toml", "terms.csv", "targets.csv", "actors.csv", "cases.csv", "swap.csv", "examples.csv", "referents.csv")
ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Names:
    """The ids of a new topic: its own, its axis', its target's and its poles'."""

    topic_id: str
    left_id: str = "left-pole"
    right_id: str = "right-pole"
    axis_id: str = ""
    target_id: str = ""

    def fill(self, text: str) -> str:
        """Put the ids into a template's text."""
        axis_id = self.axis_id or self.topic_id
        places = {
            "TOPIC_ID": self.topic_id, "AXIS_ID": axis_id, "TARGET_ID": self.target_id or axis_id, "LEFT_ID": self.left_id, "RIGHT_ID": self.right_id,
        }  # fmt: skip
        return re.sub("|".join(places), lambda found: places[found[0]], text)


def write_new_topic(names: Names, lexicons: Path) -> Path:
    """Write the template of a topic into a lexicon folder and return the topic's folder.

    Raises FramingError for an id that is none, for poles that are one, and where the topic is there already; then nothing is written.
    """
    check_names(names)
    folder = lexicons / "topics" / names.topic_id
    if folder.exists():
        raise make_error(folder, "is there already; nothing was written")
    for name in FILES:
        write_whole(folder / name, names.fill((TEMPLATE / name).read_text("utf-8")))
    return folder


def check_names(names: Names) -> None:
    """Raise FramingError where an id has other signs than small letters, digits and single hyphens, or both poles have one id."""
    for what, value in (("topic", names.topic_id), ("left", names.left_id), ("right", names.right_id), ("axis", names.axis_id or "axis")):
        if not ID.fullmatch(value):
            raise make_error(what, f"{value!r} is no id; small letters, digits and single hyphens are allowed, such as housing-costs")
    if names.left_id == names.right_id or "none" in (names.left_id, names.right_id):
        raise make_error("poles", f"{names.left_id!r} and {names.right_id!r}; two different ids are needed, and none is kept for neither pole")
