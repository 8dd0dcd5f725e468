"""The flip test: what turns a finding round when it alone is left out."""

from collections.abc import Callable, Iterator
from itertools import combinations
from math import isnan
from typing import Any

import pandas as pd
import pytest

from framing.analysis.analysis import Analysis
from framing.analysis.tables import make_evidence_table
from framing.comparison.comparison import Comparison
from framing.comparison.flips import find_flips

Analyse = Callable[..., Analysis]
COLUMNS = ["axis", "voice", "article_a", "article_b", "left_out", "what", "start", "before", "after", "effect"]
LEFT = {"blessing": 3, "boon": 3, "curse": 1}
RIGHT = {"blessing": 3, "boon": 3, "plague": 5}
Row = dict[str, Any]


def pair_rows(table: pd.DataFrame, voice: str) -> list[tuple[object, ...]]:
    """Return what reverses the order of pairs in one voice."""
    own = table[(table["voice"] == voice) & (table["article_b"] != "") & (table["effect"] == "reversed")]
    return list(own[["article_a", "article_b", "left_out", "what", "start"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("swapped", [False, True])
def test_one_term_decides_the_order(analyse: Analyse, swapped: bool) -> None:
    """-5/7 lies left of -1/11 until `plague` is left out: then -1 lies left of -5/7. article_a is the left one."""
    pages = (RIGHT, LEFT) if swapped else (LEFT, RIGHT)
    table = find_flips(analyse(*pages))
    left, right = ("b", "a") if swapped else ("a", "b")
    assert list(table) == COLUMNS
    assert pair_rows(table, "own") == [(left, right, "term", "plague", -1)]
    row = table[(table["voice"] == "own") & (table["article_b"] == right) & (table["effect"] == "reversed")].iloc[0]
    assert (row["before"], row["after"]) == pytest.approx((-1 / 11 + 5 / 7, -1 + 5 / 7))


def test_nothing_decides_the_order(analyse: Analyse) -> None:
    """Where every term and sentence points one way, no single one turns the order or a side."""
    table = find_flips(analyse({"blessing": 5, "boon": 5}, {"curse": 5, "plague": 5}))
    assert table[(table["voice"] == "own") & (table["effect"] == "reversed")].empty


def test_a_sentence_carries_a_verdict(analyse: Analyse) -> None:
    """Five boons and no curse are on a side; without any one of them too little is left, and the verdict is lost."""
    table = find_flips(analyse({"boon": 5}))
    own = table[(table["voice"] == "own") & (table["left_out"] == "sentence")]
    assert own["effect"].tolist() == ["verdict lost"] * 5
    assert own["after"].tolist() == [-1.0] * 5


def test_a_sentence_decides_a_side(analyse: Analyse) -> None:
    """One curse among many blessings said in a long sentence: leaving it out turns the side; its place and words are given."""
    heavy = "It is a curse, a plague, a curse, a plague and a curse."
    table = find_flips(analyse(f"A boon came. A boon went. A boon stayed. {heavy} A blessing came."))
    own = table[(table["voice"] == "own") & (table["left_out"] == "sentence") & (table["effect"] == "reversed")]
    assert own[["article_a", "article_b", "what", "start"]].values.tolist() == [["a", "", heavy, 41]]
    assert own[["before", "after"]].values.tolist() == [[pytest.approx(1 / 9), -1.0]]


def test_a_voice_decides_a_side(analyse: Analyse) -> None:
    """In both voices together, leaving out the source's words turns the side; in one voice alone no voice is left out."""
    spoken = "The cook said “it is one big curse to us all”. "
    table = find_flips(analyse(f"{spoken * 5}It is a boon. It is a blessing. A boon came."))
    voices = table[table["left_out"] == "voice"]
    assert voices[["voice", "what", "start"]].values.tolist() == [["all", "attributed", -1]]
    assert voices["after"].tolist() == [-1.0]


def test_articles_with_too_little_evidence_have_no_findings(analyse: Analyse) -> None:
    """Four pieces of evidence make no finding that could turn."""
    assert find_flips(analyse({"blessing": 2, "curse": 1}, {"plague": 4})).empty


def test_a_difference_of_nothing_cannot_turn(analyse: Analyse) -> None:
    """Two equal articles have no order."""
    assert pair_rows(find_flips(analyse(LEFT, LEFT)), "own") == []


def list_evidence(analysis: Analysis) -> list[Row]:
    """Return the evidence that counts, with its sign and where its sentence starts in its article."""
    table = make_evidence_table(analysis)
    left = {(axis.axis_id, axis.left.pole_id) for axis in analysis.lens.axes}
    number = {article.article_id: at for at, article in enumerate(analysis.batch.articles)}
    rows = []
    for row, sentence in zip(table.to_dict("records"), analysis.evidence.sentence.tolist(), strict=True):
        begin = int(analysis.batch.starts[number[row["article"]]])
        sign = -1 if (row["axis"], row["pole"]) in left else 1
        start = int(analysis.sentences.starts[sentence]) - begin
        if row["weight"] > 0 and row["zone"] in ("headline", "standfirst", "crosshead", "body"):
            rows.append({**row, "sign": sign, "start": start})
    return rows


def bias(rows: list[Row]) -> float:
    """Return the bias of some evidence, nan where there is none."""
    return sum(row["sign"] * row["weight"] for row in rows) / sum(row["weight"] for row in rows) if rows else float("nan")


def list_units(rows: list[Row], voice: str) -> list[tuple[str, str, Callable[[Row], bool]]]:
    """Return what can be left out of some evidence: its kind, its name, and which rows it holds."""
    terms = {row["entry"]: row["term"] for row in rows}
    units = [("term", term, lambda row, entry=entry: row["entry"] == entry) for entry, term in terms.items()]
    for place in {(row["article"], row["start"]) for row in rows}:
        units.append(("sentence", f"{place}", lambda row, place=place: (row["article"], row["start"]) == place))
    if voice == "all":
        units += [("voice", name, lambda row, name=name: row["voice"] == name) for name in ("own", "attributed")]
    return units


def flip_slowly(analysis: Analysis) -> Iterator[tuple[tuple[str, ...], float, float]]:
    """Yield (what turns, before, after) by leaving out one thing after the other from lists of rows."""
    everything = list_evidence(analysis)
    names = [article.article_id for article in analysis.batch.articles]
    for voice in ("own", "attributed", "all"):
        for axis in analysis.lens.axes:
            own = [row for row in everything if row["axis"] == axis.axis_id and voice in (row["voice"], "all")]
            by = {name: [row for row in own if row["article"] == name] for name in names}
            enough = [name for name in names if len(by[name]) >= 5 and len({row["start"] for row in by[name]}) >= 3]
            for name in enough:
                for kind, what, holds in list_units(by[name], voice):
                    yield (axis.axis_id, voice, name, "", kind, what), bias(by[name]), bias([row for row in by[name] if not holds(row)])
            for first, second in combinations(enough, 2):
                a, b = (first, second) if bias(by[second]) >= bias(by[first]) else (second, first)
                for kind, what, holds in list_units(by[a] + by[b], voice):
                    kept = [[row for row in by[name] if not holds(row)] for name in (a, b)]
                    yield (axis.axis_id, voice, a, b, kind, what), bias(by[b]) - bias(by[a]), bias(kept[1]) - bias(kept[0])


def key_rows(analysis: Analysis) -> dict[tuple[str, ...], tuple[float, float]]:
    """Return the flips found, by what turns; a sentence by the article it stands in and its start."""
    texts = {article.article_id: cleaned.text for article, cleaned in zip(analysis.batch.articles, analysis.batch.cleaned, strict=True)}
    found = {}
    table = find_flips(analysis)
    for row in table[table["effect"] == "reversed"].itertuples(index=False):
        what = row.what
        if row.left_out == "sentence":
            holders = [name for name in (row.article_a, row.article_b) if name and texts[name].startswith(row.what, row.start)]
            what = f"{(holders[0], row.start)}"
        found[row.axis, row.voice, row.article_a, row.article_b, row.left_out, what] = row.before, row.after
    return found


def assert_same_as_slowly(analysis: Analysis) -> int:
    """Compare with the slow search, leaving aside what becomes 0 but for rounding; return how many flips there are."""
    found = key_rows(analysis)
    expected = {key: (before, after) for key, before, after in flip_slowly(analysis) if abs(before) > 1e-9 and not after * before > 0}
    doubtful = {key for key, before, after in flip_slowly(analysis) if abs(before) < 1e-9 or abs(after) < 1e-9}
    assert set(found) - doubtful == set(expected) - doubtful
    for key in set(found) - doubtful:
        assert found[key][0] == pytest.approx(expected[key][0])
        assert found[key][1] == pytest.approx(expected[key][1]) or (isnan(found[key][1]) and isnan(expected[key][1]))
    return len(found)


def test_shipped_articles_by_a_slow_search(shipped: Comparison) -> None:
    """Leaving out one thing after the other from lists of rows turns the same findings by the same figures."""
    assert assert_same_as_slowly(shipped.analysis) > 0


def test_made_articles_by_a_slow_search(analyse: Analyse, make_spoken: Callable[[dict[str, int]], Any]) -> None:
    """The same on small articles in which many findings turn."""
    mixed = f"{make_spoken({'curse': 3, 'boon': 2}).write()} It is a blessing. It is a plague. A blessing, a boon it was."
    pages = [LEFT, RIGHT, {"blessing": 3, "curse": 3, "plague": 1}, mixed, {"boon": 2, "curse": 3}, make_spoken(RIGHT)]
    assert assert_same_as_slowly(analyse(*pages)) > 20


def test_published_articles_by_a_slow_search(published: Any) -> None:
    """The same on the published five."""
    from framing.articles.corpus import read_articles
    from framing.comparison.comparison import compare_articles

    assert_same_as_slowly(compare_articles(read_articles(published), "us-iraq").analysis)
