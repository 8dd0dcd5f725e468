"""The questions of a worksheet, each tied to passages of these articles with the reason why they stand there."""

from dataclasses import dataclass
from typing import Final

from framing.classroom.anchors import find_anchors, match_discussion, spread
from framing.classroom.lists import read_level
from framing.classroom.material import Material
from framing.report.words import join_words

N_DISCUSSION: Final = {"14": 2, "16": 4, "university": 5}
N_WORDS: Final = 4
N_TRIED: Final = 6
FIXED: Final = ("headlines", "pair", "ending")
"""Anchors whose passages are the only right ones; for the others a passage that no question has used yet is taken first."""


@dataclass(frozen=True)
class Task:
    """One question: the concept it trains, its words, the passages it is asked on, why those, and a hint for the teacher."""

    number: int
    concept: str
    question: str
    refs: tuple[str, ...]
    why: str
    key: str

    @property
    def where(self) -> str:
        """Where to look and why, for students."""
        return f"Look at {join_words(self.refs)}: {self.why}."


def make_tasks(material: Material) -> list[Task]:
    """Make the tasks of a level: NAMLE's key questions first, then the topic's discussion questions; one that no passage fits is left out."""
    anchors, used = find_anchors(material), set[str]()
    drafts: list[tuple[str, str, list[str], str, str]] = []
    for row in read_level("questions", material.level, material.lexicons):
        ranked = anchors[row["anchor"]]
        if row["anchor"] not in FIXED:
            ranked = sorted(ranked[:N_TRIED], key=lambda ref: ref in used)
        refs = spread(ranked)
        used.update(refs)
        drafts.append((row["concept"], row["question"], refs, row["why"], row["key"]))
    for question, refs, words in match_discussion(material)[: N_DISCUSSION[material.level]]:
        shown = join_words([f"“{word}”" for word in words[:N_WORDS]]) if words else ""
        why = f"the question's own words come up here ({shown})" if shown else "these passages hold most of what the question is about"
        drafts.append((material.topic.label, question, refs, why, material.word("discussion-key")))
    fitting = [draft for draft in drafts if draft[2]]
    return [Task(number, concept, question, tuple(refs), why, key) for number, (concept, question, refs, why, key) in enumerate(fitting, 1)]
