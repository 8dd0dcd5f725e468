"""From coders' files to agreement: formats, faults that cost one file only, labels of sentences, tables, page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from framing.classroom.agreement import measure_agreement
from framing.classroom.coding import Coding, read_codings
from framing.classroom.pack import Coded, Pack, read_pack
from framing.classroom.text_pack import make_text_pack
from framing.classroom.units import label_sentences, make_units
from framing.classroom.writing import write_agreement
from framing.errors import FramingError

Save = Callable[..., Path]
Mark = Callable[..., dict[str, Any]]


def test_a_saved_file_is_read_as_it_was_marked(pack: Pack, save: Save, mark_sentence: Mark) -> None:
    """The page's JSON gives coder, marks and the articles read; another article is not taken as read."""
    codings, faults = read_codings([save("Ana", [mark_sentence(3)])], pack)
    assert not faults
    assert (codings[0].coder, codings[0].read, len(codings[0].marks)) == ("Ana", {"A"}, 1)
    units = make_units(codings, pack)
    own = units.sentences["article"] == "A"
    assert (units.labels["presence"][0][own] >= 0).all()
    assert (units.labels["presence"][0][~own] == -1).all()
    assert units.labels["presence"][0][3] == 2


def test_the_other_formats_give_the_same_marks(pack: Pack, save: Save, mark_sentence: Mark, tmp_path: Path) -> None:
    """CSV, Label Studio and doccano files of one mark are read as the page's file of it."""
    mark = mark_sentence(3, voice="attributed")
    start, end, text = mark["start"], mark["end"], pack.texts["A"]
    table = tmp_path / "t.csv"
    table.write_text(f"coder,article,start,end,pole,voice\nBea,A,{start},{end},presence/occupation,attributed\n", "utf-8")
    studio = tmp_path / "s.json"
    result = [{"type": "labels", "value": {"start": start, "end": end, "text": mark["text"], "labels": ["Occupation (attributed)"]}}]
    studio.write_text(json.dumps([{"data": {"text": text}, "annotations": [{"completed_by": {"email": "cy@school"}, "result": result}]}]), "utf-8")
    doccano = tmp_path / "dora.jsonl"
    doccano.write_text(json.dumps({"text": text, "label": [[start, end, "occupation/attributed"]]}) + "\n", "utf-8")
    codings, faults = read_codings([save("Ana", [mark]), table, studio, doccano], pack)
    assert not faults
    assert [coding.coder for coding in codings] == ["Ana", "Bea", "cy@school", "dora"]
    assert {coding.marks for coding in codings} == {(Coded("A", start, end, "presence", "occupation", "attributed"),)}


HOSTILE = [
    ("[" * 100_000, "nested too deep"),
    ('{"format":', "cannot be read as JSON"),
    ('{"a": 1}', "another kind"),
    ('{"format": "framing-annotation", "coder": ["x"], "pack": "p", "finished": [], "marks": []}', "a text is needed"),
    ('{"format": "framing-annotation", "coder": " ", "pack": "p", "finished": [], "marks": []}', "no name"),
    ('{"format": "framing-annotation", "coder": "x", "pack": "p"}', "'finished' is missing"),
    ('{"format": "framing-annotation", "coder": "x", "pack": "other", "finished": ["A"], "marks": []}', "belongs to another pack: 'other'"),
    ("[]", "holds no marks"),
    ("[1, 2]", "is no file of marks"),
    ("\0\0\0", "binary"),
    ("9" * 6_000, "is no file of marks"),
]


@pytest.mark.parametrize(("content", "said"), HOSTILE, ids=[said for _, said in HOSTILE])
def test_a_bad_file_is_named_and_the_others_count(pack: Pack, save: Save, tmp_path: Path, content: str, said: str) -> None:
    """Whatever a file holds, it gives one line that names it, and the other files are read."""
    bad = tmp_path / "bad.json"
    bad.write_text(content, "utf-8")
    codings, faults = read_codings([bad, save("Ana")], pack)
    assert [coding.coder for coding in codings] == ["Ana"]
    assert len(faults) == 1
    assert str(faults[0]).startswith(f"{bad}: ")
    assert said in str(faults[0])
    assert "\n" not in str(faults[0])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start": -1}, "lies outside the text"),
        ({"end": 10**9}, "lies outside the text"),
        ({"start": 5, "end": 5}, "lies outside the text"),
        ({"start": True}, "a whole number is needed"),
        ({"start": 1.5}, "a whole number is needed"),
        ({"text": "<script>alert(1)</script>"}, "does not hold its words"),
        ({"pole": "evil"}, "is no pole of the pack"),
        ({"article": "Z"}, "is not in the pack"),
    ],
)
def test_a_wrong_mark_costs_its_file_only(pack: Pack, save: Save, mark_sentence: Mark, change: dict[str, Any], said: str) -> None:
    """Offsets outside the text, words that do not stand there, unknown poles and articles are each one line."""
    codings, faults = read_codings([save("Eve", [{**mark_sentence(0), **change}]), save("Ana", [mark_sentence(0)])], pack)
    assert [coding.coder for coding in codings] == ["Ana"]
    assert [said in str(fault) for fault in faults] == [True]


def test_two_files_of_one_coder_count_once(pack: Pack, save: Save, tmp_path: Path) -> None:
    """A second file under the same name, whatever its capitals, is left out and says which file was first."""
    again = tmp_path / "again.json"
    again.write_text(save("ANA").read_text("utf-8"), "utf-8")
    codings, faults = read_codings([save("Ana"), again], pack)
    assert len(codings) == 1
    assert "coder 'ANA' stands already in Ana.json" in str(faults[0])


def test_a_huge_file_is_not_read(pack: Pack, save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file above the limit is refused by its size."""
    monkeypatch.setattr("framing.classroom.drafts.LARGEST", 50)
    _, faults = read_codings([save("Ana")], pack)
    assert "is too large" in str(faults[0])


def test_a_sentence_gets_the_pole_that_covers_most_of_it(pack: Pack) -> None:
    """Of two poles the one over more letters counts; marks over blanks and other sentences do not; both alike is none."""
    units = make_units([Coding("x", "", (), frozenset("A"))], pack)
    start, end = pack.sentences["A"][3]
    middle = start + 2 * (end - start) // 3
    marks = [Coded("A", start, middle, "presence", "partnership", "own"), Coded("A", middle, end, "presence", "occupation", "attributed")]
    poles, voices = label_sentences(marks, "presence", units.poles["presence"], units.sentences)
    assert (poles[3], voices[3], poles[2], poles[4]) == (1, 0, 0, 0)
    poles, _ = label_sentences([Coded("A", end - 1, end, "presence", "occupation", "own")], "presence", units.poles["presence"], units.sentences)
    assert poles[3] == 0
    both = [Coded("A", start, end, "presence", pole, "own") for pole in ("partnership", "occupation")]
    assert label_sentences(both, "presence", units.poles["presence"], units.sentences)[0][3] == -1


def test_coders_who_agree_have_alpha_one_and_contested_sentences_come_first(pack: Pack, save: Save, mark_sentence: Mark) -> None:
    """Same marks give 1; one sentence marked for opposite ends heads the list with everybody's label."""
    same = [mark_sentence(number, "partnership") for number in (3, 5, 7)]
    found = measure_agreement([save("Ana", same), save("Ben", same)], pack)
    alpha = found.tables["alpha"].set_index(["axis", "what"])
    assert alpha.loc[("presence", "pole"), "value"] == 1
    assert "same label" in alpha.loc[("sovereignty", "pole"), "note"]
    found = measure_agreement([save("Ana", same), save("Ben", [*same[:2], mark_sentence(7)])], pack)
    first = found.tables["sentences"].iloc[0]
    assert (first["labels"], first["disagreement"]) == ("Partnership: Ana; Occupation: Ben", 1.0)
    assert first["text"] == mark_sentence(7)["text"]


def test_one_coder_is_too_little_data(pack: Pack, save: Save, mark_sentence: Mark) -> None:
    """A single file gives no alpha but says why, and still its kappa with the word list."""
    found = measure_agreement([save("Ana", [mark_sentence(3, "partnership"), mark_sentence(4)])], pack)
    assert found.tables["alpha"]["value"].isna().all()
    assert found.tables["alpha"]["note"].tolist()[0].startswith("too little data (1 coder;")
    assert set(found.tables["tool"]["coder"]) == {"Ana"}


def test_the_tool_agrees_with_itself(pack: Pack, save: Save) -> None:
    """A coder whose marks are the tool's has kappa 1 with it on every axis."""
    marks = [{**vars(mark), "text": ""} for mark in pack.tool]
    found = measure_agreement([save("Echo", marks, finished=list(pack.texts))], pack)
    assert (found.tables["tool"]["kappa"] == 1).all()


def test_no_usable_file_is_an_error_with_all_of_them(pack: Pack, tmp_path: Path) -> None:
    """Where no file can be used, each is named."""
    paths = [tmp_path / "one.json", tmp_path / "two.json"]
    with pytest.raises(FramingError) as caught:
        measure_agreement(paths, pack)
    assert len(caught.value.faults) == 2


def test_hostile_names_stay_text_in_page_and_tables(pack: Pack, save: Save, mark_sentence: Mark, tmp_path: Path) -> None:
    """A coder's name with markup or a formula is escaped in the page and guarded in the CSV."""
    files = [save("one", [mark_sentence(3)], coder="<script>alert(1)</script>"), save("two", coder="=cmd()|'x'!A1")]
    written = write_agreement(measure_agreement(files, pack), tmp_path / "out")
    texts = {path.name: path.read_text("utf-8") for path in written}
    assert "<script" not in texts["agreement.html"] + texts["agreement.md"]
    assert "'=cmd()" in texts["tool.csv"]
    assert write_agreement(measure_agreement(files, pack), tmp_path / "again")[0].read_text("utf-8") == texts["agreement.html"]


def test_a_changed_pack_is_refused(pack_folder: Path, tmp_path: Path) -> None:
    """A pack whose texts were edited does not fit the offsets any more and says so; any other file is no pack."""
    whole = (pack_folder / "teacher" / "pack.json").read_text("utf-8")
    (tmp_path / "pack.json").write_text(whole.replace("Iraqi", "Irish", 1), "utf-8")
    with pytest.raises(FramingError, match="changed since"):
        read_pack(tmp_path)
    for content in ("{}", "[" * 100_000, '{"axes": 3}'):
        (tmp_path / "pack.json").write_text(content, "utf-8")
        with pytest.raises(FramingError, match="is no pack"):
            read_pack(tmp_path)


def test_exports_that_hold_their_texts_need_no_pack(tmp_path: Path) -> None:
    """Two doccano files on one text are compared with the word list of a topic; without a topic the way out is named."""
    text = "The US occupation of Iraq goes on. US troops are partners of Iraq. " + "It rained on the river all that day. " * 12
    for name, end in (("ana", 33), ("ben", 20)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"text": text, "label": [[0, end, "occupation/own"]]}), "utf-8")
    paths = sorted(tmp_path.glob("*.jsonl"))
    found = measure_agreement(paths, make_text_pack(paths, "foreign-military-presence"))
    alpha = found.tables["alpha"].set_index(["axis", "what"])
    assert alpha.loc[("presence", "pole"), "value"] == 1
    assert len(found.pack.tool) >= 2
    with pytest.raises(FramingError, match="--pack"):
        make_text_pack(paths, None)


def test_offsets_counted_as_a_browser_counts_are_understood(hostile_folder: Path, tmp_path: Path) -> None:
    """Label Studio counts UTF-16 units: behind an emoji its offsets are one too high, and its words tell."""
    pack = read_pack(hostile_folder)
    letter = next(article for article, text in pack.texts.items() if "🦉" in text)
    text = pack.texts[letter]
    start = text.index("It was late")
    value = {"start": start + 1, "end": start + 12, "text": "It was late", "labels": ["occupation"]}
    path = tmp_path / "export.json"
    annotation = {"completed_by": 7, "result": [{"type": "labels", "value": value}]}
    path.write_text(json.dumps([{"data": {"text": text}, "annotations": [annotation]}]), "utf-8")
    codings, faults = read_codings([path], pack)
    assert not faults
    assert (codings[0].coder, codings[0].marks[0].start, codings[0].marks[0].voice) == ("7", start, "")
