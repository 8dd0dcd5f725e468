"""What a pack knows, as one record: masked texts with their sentences, the questions, and (for the teacher's file) the tool's marks."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from framing.classroom.material import Material, code_ends
from framing.errors import make_error
from framing.files import read_text
from framing.report.plain import iter_columns, make_plain, mend_unseen
from framing.topics.frame import Axis

FORMAT: Final = "framing-pack"
FILE: Final = "pack.json"
VOICES: Final = ("own", "attributed")
Record = dict[str, Any]


@dataclass(frozen=True)
class Coded:
    """One marked span: article by its letter, offsets in the masked text, axis, pole and voice by their ids."""

    article: str
    start: int
    end: int
    axis: str
    pole: str
    voice: str


@dataclass(frozen=True)
class Pack:
    """What coders work on: texts and sentences by article, poles (id and label) by axis, the tool's marks, and the passages' starts and numbers."""

    pack_id: str
    title: str
    texts: Mapping[str, str]
    sentences: Mapping[str, tuple[tuple[int, int], ...]]
    axes: Mapping[str, tuple[str, Mapping[str, str]]]
    tool: tuple[Coded, ...]
    refs: Mapping[str, tuple[tuple[int, str], ...]]

    def place_of(self, article: str, start: int, number: int) -> str:
        """Return what a sentence is called in class: the number of its paragraph, or its own where paragraphs have none."""
        found = [ref for first, ref in self.refs.get(article, ()) if first <= start]
        return found[-1] if found else f"{article}, sentence {number}"

    def label_of(self, axis: str, pole: str) -> str:
        """Return the label of a pole; "none" is nobody's."""
        return self.axes[axis][1].get(pole, pole)


def make_public(material: Material) -> Record:
    """Make the part of a pack that students get: texts, passages, sentences, questions; nothing of outlets or the tool's marks."""
    articles = [
        {
            "article": article.letter,
            "text": article.text,
            "passages": [{"ref": one.ref, "zone": one.zone, "start": one.start, "end": one.end} for one in article.passages],
            "sentences": [list(pair) for pair in article.sentences],
        }
        for article in material.articles
    ]
    axes = [{"codes": list(code_ends(place)), **describe_axis(axis)} for place, axis in enumerate(material.axes)]
    body = {"title": mend_unseen(material.title), "axes": axes, "articles": articles}
    return {"format": FORMAT, "version": 1, "pack_id": hash_pack(body), **body}


def describe_axis(axis: Axis) -> Record:
    """Describe an axis for students: its question, and its poles with their definitions."""
    left, right = ({"pole_id": pole.pole_id, "label": pole.label, "definition": pole.definition} for pole in (axis.left, axis.right))
    return {"axis_id": axis.axis_id, "question": axis.question, "left": left, "right": right}


def hash_pack(body: Mapping[str, Any]) -> str:
    """Return the id of a pack: 16 hexadecimal digits of the SHA-256 of its texts and questions."""
    wanted = {name: body[name] for name in ("axes", "articles")}
    return hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()[:16]


def render_pack(material: Material) -> str:
    """Render the teacher's file: the public part, which outlet is which, and the tool's marks with their reasons."""
    names = ("letter", "start", "end", "axis", "pole", "voice", "stance", "weight", "reason")
    marks = [dict(zip(("article", *names[1:]), map(make_plain, row), strict=True)) for row in iter_columns(material.marks, *names)]
    outlets = {article.letter: material.comparison.articles[article.number].outlet for article in material.articles}
    record = {**make_public(material), "topic": material.topic.topic_id, "level": material.level, "outlets": outlets, "marks": marks}
    return json.dumps(record, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode("utf-8") + "\n"


def read_pack(path: Path) -> Pack:
    """Read a pack's file, or the pack.json of a folder or of its folder `teacher`; raises FramingError where it is none."""
    tried = [path / FILE, path / "teacher" / FILE] if path.is_dir() else [path]
    found = next((one for one in tried if one.is_file()), None)
    if found is None:
        raise make_error(path, f"holds no {FILE}; name the folder that framing classroom wrote, or its folder teacher")
    try:
        record = json.loads(read_text(found)[0])
        pack = make_pack(record)
        is_whole = record["format"] == FORMAT and pack.pack_id == hash_pack(record)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise make_error(found, f"is no pack: {type(error).__name__}; only a file that framing classroom wrote is allowed") from error
    if not is_whole:
        raise make_error(found, "has been changed since framing classroom wrote it; make the pack anew")
    return pack


def make_pack(record: Record) -> Pack:
    """Make a pack from its file; marks that count nothing are left out."""
    return Pack(
        pack_id=record["pack_id"],
        title=record["title"],
        texts={one["article"]: one["text"] for one in record["articles"]},
        sentences={one["article"]: tuple((start, end) for start, end in one["sentences"]) for one in record["articles"]},
        axes={one["axis_id"]: (one["question"], {one[side]["pole_id"]: one[side]["label"] for side in ("left", "right")}) for one in record["axes"]},
        tool=tuple(
            Coded(*(one[name] for name in ("article", "start", "end", "axis", "pole", "voice"))) for one in record.get("marks", ()) if one["weight"]
        ),
        refs={one["article"]: tuple((passage["start"], passage["ref"]) for passage in one["passages"]) for one in record["articles"]},
    )
