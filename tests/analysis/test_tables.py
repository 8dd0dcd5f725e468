"""Tables: their columns, and every place in them cut from the cleaned and the raw text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.analysis.analysis import Analysis, analyse_articles
from framing.analysis.generic_frames import make_generic_frame_table
from framing.analysis.tables import make_evidence_table, make_loaded_table, make_quotation_table, make_repair_table, make_zone_table
from framing.articles.article import Article
from framing.evidence.lens import Lens
from framing.text.cleaning import clean_text

Analyse = Callable[..., Analysis]
PLACED = (make_evidence_table, make_zone_table, make_quotation_table, make_loaded_table, make_generic_frame_table)


@pytest.mark.parametrize(
    ("make", "columns"),
    [
        (make_evidence_table, "article axis pole text start end raw_start raw_end zone voice stance weight module reason"),
        (make_zone_table, "article zone start end raw_start raw_end text"),
        (make_repair_table, "article kind count"),
        (make_loaded_table, "article term tone text start end raw_start raw_end zone voice"),
        (make_generic_frame_table, "article frame term weight text start end raw_start raw_end zone voice"),
        (make_quotation_table, "article kind closed text start end raw_start raw_end"),
    ],
)
def test_columns(analyse: Analyse, make: Callable[..., object], columns: str) -> None:
    """The contract's columns come first and in order, whether there are rows or not."""
    for text in ("Boats.", "The pоrt is a heroic “blessing of the bay”. It is a blessing."):
        assert list(make(analyse(text)))[: len(columns.split())] == columns.split()


@given(st.data())
def test_every_place_is_verbatim(lens: Lens, texts: st.SearchStrategy[str], data: st.DataObject) -> None:
    """`text` is the cleaned text from start to end, and the raw text from raw_start to raw_end cleaned."""
    raw = data.draw(texts)
    analysis = analyse_articles([Article("x", "o", "", "Boats. " * 3), Article("a", "o", "", raw)], lens)
    cleaned = analysis.batch.cleaned[1].text
    for make in PLACED:
        table = make(analysis)
        for row in table[table["article"] == "a"].itertuples():
            assert cleaned[row.start : row.end] == row.text
            assert clean_text(raw[row.raw_start : row.raw_end]).text == row.text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It is a blessing.", "“blessing” speaks for gift (entry harbour:0, weight 0.8)"),
        ("It is not a blessing.", "“blessing” speaks for gift (entry harbour:0, weight 0.8); denied by “not”, does not count"),
        ("It might be a blessing.", "“blessing” speaks for gift (entry harbour:0, weight 0.8); hedged by “might”, counts half"),
        (
            "It is a ‘blessing’ to the bay.",
            "“blessing” speaks for gift (entry harbour:0, weight 0.8); held at arm's length by scare quotes, does not count",
        ),
        (
            "A so-called blessing.",
            "“blessing” speaks for gift (entry harbour:0, weight 0.8); held at arm's length by “so-called”, does not count",
        ),
        ("The port is a trouble.", "“trouble” speaks for burden (entry harbour:2, weight 0.4); its target is named here or just before"),
    ],
)
def test_reasons(analyse: Analyse, text: str, reason: str) -> None:
    """The reason names the entry and every rule that made the evidence what it is."""
    table = make_evidence_table(analyse(text))
    assert table["reason"].tolist() == [reason]
    assert table["module"].tolist() == ["lexicon"]


def test_sentences_are_numbered_within_their_article(analyse: Analyse) -> None:
    """The sentence of a piece of evidence counts from 0 in its own article."""
    table = make_evidence_table(analyse("It is a blessing. A curse came.", "Boats lay still. A curse came."))
    assert table[["article", "sentence"]].values.tolist() == [["0", 0], ["0", 1], ["1", 1]]


def test_repairs_are_counted(analyse: Analyse) -> None:
    """What was mended, how the file was read and second copies are listed by article."""
    text = "The cook slept and the boats lay still for all of that night.\n\n"
    table = make_repair_table(analyse("The pоrt.", text + text, encoding="cp1252"))
    assert set(table[table["article"] == "0"]["kind"]) == {"look-alike-letter", "read-as-cp1252"}
    assert table[table["article"] == "1"].values.tolist() == [["1", "read-as-cp1252", 1], ["1", "second-copy-of-paragraph", 1]]


def test_quotations_are_named(analyse: Analyse) -> None:
    """Each quotation is a quotation, scare quotes or a name, closed or not."""
    text = "He said “we all of us slept”. The port is an ‘open gate’ to us. It passed the “Tern” at dawn. She said “we woke."
    table = make_quotation_table(analyse(text))
    assert table["kind"].tolist() == ["quotation", "scare quotes", "name", "quotation"]
    assert table["closed"].tolist() == [True, True, True, False]


def test_a_headline_put_before_the_text_has_no_raw_place(analyse: Analyse) -> None:
    """Evidence in a headline that the raw text lacks maps to the empty stretch at 0; the body keeps its places."""
    table = make_evidence_table(analyse("It is a curse. Boats lay still.", headline="A blessing comes to the bay"))
    assert table[["text", "raw_start", "raw_end"]].values.tolist() == [["blessing", 0, 0], ["curse", 8, 13]]
