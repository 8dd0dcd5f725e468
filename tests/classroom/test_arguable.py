"""What is arguable about evidence: each doubt is named where it applies, and nowhere else."""

from dataclasses import replace

import pandas as pd
import pytest

from framing.classroom.arguable import BOTH_ENDS, BOTH_VOICES, CAPTION, NO_SIDE, find_arguable
from framing.classroom.material import Material

PLAIN = {"weight": 0.8, "stance": "asserted", "zone": "body", "letter": "A", "axis": "presence", "term": "t", "clean_start": 10**6, "sentence": 1}


def judge(material: Material, *changes: dict[str, object]) -> list[list[str]]:
    """Return what is arguable about some marks, each the plain one with changes."""
    rows = [{**PLAIN, "voice": "own", "pole": "occupation", "module": "lexicon", **change} for change in changes]
    return find_arguable(replace(material, marks=pd.DataFrame(rows)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([{}], []),
        ([{"weight": 0.3}], ["low weight (0.3)"]),
        ([{"stance": "hedged", "weight": 0.3}], ["hedged: counts half"]),
        ([{"stance": "denied", "weight": 0.0}], ["denied"]),
        ([{"zone": "caption"}], [CAPTION]),
        ([{}, {"voice": "attributed"}], [BOTH_VOICES]),
        ([{}, {"pole": "partnership"}], [BOTH_ENDS]),
        ([{}, {"pole": "partnership", "sentence": 2}], []),
    ],
)
def test_each_doubt_is_named(material: Material, changes: list[dict[str, object]], said: list[str]) -> None:
    """Low weight, stance, caption, two voices, two ends and two readings of a sentence."""
    assert judge(material, *changes)[0] == said


def test_a_term_a_figure_hangs_on_is_named(material: Material) -> None:
    """A term the flip test names for the article's own side is arguable wherever it stands on that axis."""
    flips = material.comparison.tables["flips"]
    flip = flips[(flips["article_b"] == "") & (flips["left_out"] == "term") & (flips["axis"] == "presence")].iloc[0]
    letter = next(article.letter for article in material.articles if article.article_id == flip["article_a"])
    assert judge(material, {"letter": letter, "term": flip["what"]})[0] == ["a figure hangs on it"]


def test_a_sentence_the_classifier_reads_otherwise_is_named(material: Material) -> None:
    """Where word list and classifier part on a sentence, its evidence says what the classifier reads."""
    readings = material.comparison.tables["readings"]
    parted = readings[(readings["axis"] == "presence") & ~readings["agree"].astype(bool)].iloc[0]
    letter = next(article.letter for article in material.articles if article.article_id == parted["article"])
    said = judge(material, {"letter": letter, "clean_start": int(parted["start"])})[0]
    assert (NO_SIDE if parted["classifier_label"] == "none" else f"a second reading sees {parted['classifier_label']}") in said
