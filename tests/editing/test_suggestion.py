"""Candidate terms: what goes with a pole and the lexicon lacks; accepted rows are merged whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.articles.corpus import read_articles
from framing.editing.acceptance import accept_terms
from framing.editing.labelled import read_labelled
from framing.editing.places import Loaded
from framing.editing.ranking import measure_likelihood
from framing.editing.suggestion import suggest_terms
from framing.errors import FramingError
from framing.report.tables import render_csv

Load = Callable[[Path], Loaded]
WORDS = ("quay", "hill", "park", "river", "mill", "bridge", "tower", "canal")
EXAMPLES = (
    [(f"Cranes rose over the {place} at last.", "build-more") for place in WORDS]
    + [(f"Evictions emptied the {place} at night.", "rein-in") for place in WORDS]
    + [(f"Rain fell on the {place} all day.", "none") for place in WORDS]
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Articles in which cranes go with a shortage, landlords who hoard keys with speculators, and buses with neither."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(8):
        text = f"The shortage of homes, idle cranes, {WORDS[number]}. Buses run by {WORDS[number]}. Buses stop by {WORDS[number]}."
        text += f" Speculators hold flats, landlords hoard, {WORDS[number]}. Trams run by the flats, {WORDS[number]}."
        (folder / f"{number}.txt").write_text(text, "utf-8")
    return folder


def test_words_of_a_pole_are_suggested(housing: Path, corpus: Path, load: Load) -> None:
    """What stands in the sentences of one pole only comes for that pole; words of other sentences and known terms do not."""
    table = suggest_terms(read_articles(corpus).articles, load(housing).lens, 0)
    found = {pole: set(own["term"]) for pole, own in table.groupby("pole")}
    assert "idle cranes" in found["build-more"] and any("landlords hoard" in term for term in found["rein-in"])
    terms = " ".join(table["term"])
    assert not [word for word in ("buses", "trams", "shortage", "speculators", "flats", "homes") if word in terms.split()]


def test_a_candidate_shows_why_and_where(housing: Path, corpus: Path, load: Load) -> None:
    """Each row has counts, a reason, and passages that hold the term, in the columns of terms.csv."""
    table = suggest_terms(read_articles(corpus).articles, load(housing).lens, 0)
    row = table[table["term"] == "idle cranes"].iloc[0]
    assert (row["corpus_pole"], row["corpus_other"], row["corpus_rest"], row["target"]) == (8, 0, 0, "required")
    assert row["why"].startswith("corpus: 8 sentences of build-more, 0 of rein-in, 0 others (z ")
    assert row["passage_1"] == "[0] The shortage of homes, idle cranes, quay." and row["passage_2"].startswith("[1] ")


def test_labelled_examples_suggest_too(housing: Path, corpus: Path, load: Load) -> None:
    """Words that go with one label of the topic's examples are suggested, with their counts."""
    rows = "".join(f"{text},{label},own,wire,\n" for text, label in EXAMPLES)
    (housing / "examples.csv").write_text(f"text,label,voice,register,note\n{rows}", "utf-8")
    loaded = load(housing)
    labelled, faults = read_labelled(loaded.topic, loaded.topic.axes[0])
    assert (len(labelled), faults) == (24, [])
    table = suggest_terms(read_articles(corpus).articles, loaded.lens, 0, labelled)
    row = table[table["term"].str.contains("evictions")].iloc[0]
    assert (row["pole"], row["examples_pole"], row["examples_other"], row["examples_none"]) == ("rein-in", 8, 0, 0)
    assert "[labelled example] Evictions emptied the" in row["passage_1"]


def test_a_wrong_label_is_a_fault(housing: Path, load: Load) -> None:
    """A label that is no pole is named with its line."""
    (housing / "examples.csv").write_text("text,label,voice,register,note\nA house.,rein-in,own,wire,\nA flat.,reinin,own,wire,\n", "utf-8")
    loaded = load(housing)
    _, faults = read_labelled(loaded.topic, loaded.topic.axes[0])
    assert [(fault.line, fault.what.partition(";")[0]) for fault in faults] == [(3, "label: 'reinin' is not allowed")]


def test_no_evidence_suggests_nothing(housing: Path, tmp_path: Path, load: Load) -> None:
    """A corpus without evidence and a topic without examples give an empty table with all its columns."""
    (tmp_path / "rain.txt").write_text("Rain fell on the quay. Rain fell on the hill.", "utf-8")
    table = suggest_terms(read_articles(tmp_path / "rain.txt").articles, load(housing).lens, 0)
    assert table.empty and list(table.columns[:5]) == ["accept", "axis", "pole", "term", "weight"]


def test_likelihood_by_hand() -> None:
    """The ratio of 10 meetings of two things that stand 10 times each in 20 is 2 * 20 * ln 2; apart or by chance it is 0."""
    assert measure_likelihood(10, 10, 10, 20) == pytest.approx(2 * 20 * 0.693147, rel=1e-3)
    assert measure_likelihood(5, 10, 10, 20) == 0.0
    assert measure_likelihood(0, 0, 0, 0) == 0.0


def write_candidates(path: Path, *rows: str) -> Path:
    """Write a table of candidates."""
    path.write_text("accept,axis,pole,term,weight,inflect,target,denied,note,source,why\n" + "".join(f"{row}\n" for row in rows), "utf-8")
    return path


def test_accepted_rows_are_added(housing: Path, corpus: Path, tmp_path: Path, load: Load) -> None:
    """Rows with yes are added behind what stands in terms.csv; the others are not; the table may come straight from suggest."""
    table = suggest_terms(read_articles(corpus).articles, load(housing).lens, 0)
    table.loc[table["term"] == "idle cranes", "accept"] = "yes"
    (tmp_path / "candidates.csv").write_text(render_csv(table), "utf-8")
    before = (housing / "terms.csv").read_text("utf-8")
    assert accept_terms(tmp_path / "candidates.csv", load(housing)) == 1
    assert (housing / "terms.csv").read_text("utf-8") == before + "housing,build-more,idle cranes,0.6,fixed,required,void,,own\n"
    assert [entry.term for entry in load(housing).topic.entries][-1] == "idle cranes"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("yes,housing,build-more,shortage,0.5,noun,free,void,,own,", "term: 'shortage' is there already as entry housing:"),
        ("yes,housing,build-more,speculators,0.5,fixed,free,void,,own,", "for opposite poles of housing"),
        ("yes,housing,left,cranes,0.5,fixed,free,void,,own,", "pole: 'left' is unknown"),
        ("yes,housing,build-more,cranes,7,fixed,free,void,,own,", "weight: '7' is outside 0.1 to 1"),
        ("perhaps,housing,build-more,cranes,0.7,fixed,free,void,,own,", "accept: 'perhaps' is not allowed"),
        ("yes,housing,build-more,crane*,0.7,fixed,free,void,,own,", "'crane*' cannot be read"),
    ],
)  # fmt: skip
def test_a_fault_adds_nothing(housing: Path, tmp_path: Path, load: Load, row: str, said: str) -> None:
    """One accepted row with a fault: it is told with its line, and no row is added."""
    path = write_candidates(tmp_path / "c.csv", "yes,housing,build-more,bricks,0.5,fixed,free,void,,own,", row)
    before = (housing / "terms.csv").read_bytes()
    with pytest.raises(FramingError) as raised:
        accept_terms(path, load(housing))
    assert [(fault.place, fault.line) for fault in raised.value.faults] == [(str(path), 3)] and said in raised.value.faults[0].what
    assert (housing / "terms.csv").read_bytes() == before


def test_faults_of_rows_not_accepted_do_not_matter(housing: Path, tmp_path: Path, load: Load) -> None:
    """A row nobody accepted may say anything."""
    rows = ",housing,build-more,shortage,0.5,noun,free,void,,own,", "x,housing,rein-in,hoard,0.5,verb,near,void,,own,"
    path = write_candidates(tmp_path / "c.csv", *rows)
    assert accept_terms(path, load(housing)) == 1
