"""What the terms of other languages find: their cases, swaps and labelled examples, and the voice and stance of each language's own words."""

from pathlib import Path

import pytest

from framing.analysis.analysis import analyse_articles
from framing.analysis.balance import find_uneven, find_wrong_leans, measure_balance, measure_examples
from framing.analysis.cases import check_cases, check_swaps
from framing.analysis.tables import make_evidence_table
from framing.articles.article import Article
from framing.evidence.lens import Lens, make_lens
from framing.topics.general import General
from framing.topics.topic import Topic

LEAST_EXAMPLES = 25
LEAST_OF_SECOND = 12
each_language = pytest.mark.parametrize("code", ["ar", "es", "fr"])


@pytest.fixture(scope="module")
def lens(general: General, shipped_topics: dict[str, Topic]) -> Lens:
    """The shipped topic in all its languages."""
    return make_lens(general, shipped_topics["foreign-military-presence"]).in_all_languages


@pytest.fixture(scope="module")
def folder(lens: Lens) -> Path:
    """The topic's folder."""
    assert lens.topic
    return lens.topic.folders[-1]


@each_language
def test_cases_and_swaps_hold(code: str, lens: Lens, folder: Path) -> None:
    """Sentences fire or stay silent as they must, and exchanging the actors changes no score."""
    assert [*check_cases(folder, lens, code), *check_swaps(folder, lens, code)] == []


@each_language
def test_poles_are_even(code: str, lens: Lens, folder: Path) -> None:
    """Neither pole has over a quarter more entries or weight."""
    assert find_uneven(measure_balance(folder, lens, code)) == []


@each_language
def test_examples_lean_as_labelled(code: str, lens: Lens, folder: Path) -> None:
    """On both axes terms lean to the right side in over half of each pole's examples, to the wrong side in none, and of `none` in none."""
    examples = measure_examples(folder, lens, code)
    assert set(examples["axis"]) == {"presence", "sovereignty"}
    for axis, own in examples.groupby("axis", sort=False):
        counts = own[["left", "right", "no_lean"]].to_numpy()
        assert (counts.sum(axis=1) >= (LEAST_EXAMPLES if axis == "presence" else LEAST_OF_SECOND)).all()
        assert counts[0, 0] > counts[0].sum() / 2 and counts[0, 1] == 0
        assert counts[1, 1] > counts[1].sum() / 2 and counts[1, 0] == 0
        assert counts[2, 2] == counts[2].sum()
    assert find_wrong_leans(examples) == []


@pytest.mark.parametrize(
    ("code", "text", "voice", "stance"),
    [
        ("es", "El ministro dijo que las tropas rusas protegen a la población.", "attributed", "asserted"),
        ("es", "Las tropas rusas podrían proteger el valle.", "own", "hedged"),
        ("es", "El portavoz negó que los soldados rusos torturaran a nadie.", "own", "denied"),
        ("fr", "Le ministre a déclaré que les troupes russes protègent la population.", "attributed", "asserted"),
        ("fr", "Selon le maire, les soldats russes ont pillé le marché.", "attributed", "asserted"),
        ("fr", "Les troupes russes pourraient protéger la vallée.", "own", "hedged"),
        ("ar", "ربما تحمي القوات الروسية الوادي.", "own", "hedged"),
        ("ar", "قالت المعلمة: «القوات الروسية تحمي الوادي كله من اللصوص».", "attributed", "asserted"),
    ],
)
def test_voice_and_stance(code: str, text: str, voice: str, stance: str, lens: Lens) -> None:
    """Cues, negators and hedges of a language do in it what the English ones do in English."""
    table = make_evidence_table(analyse_articles([Article("a", "o", "", text, language=code)], lens))
    assert set(zip(table["voice"], table["stance"], strict=True)) == {(voice, stance)}


def test_words_count_in_their_own_language_only(lens: Lens) -> None:
    """Terms of one language are not looked for in articles of another."""
    text = "Las tropas rusas saquearon el mercado."
    found = [len(analyse_articles([Article("a", "o", "", text, language=code)], lens).evidence) for code in ("es", "fr", "en", "")]
    assert found == [1, 0, 0, 0]


def test_english_is_found_as_before(lens: Lens, general: General, shipped_topics: dict[str, Topic]) -> None:
    """An English article has the same evidence beside articles of other languages as alone."""
    english = Article("a", "o", "", "Kenyan troops protected the villagers. “They are an occupying force,” the mayor said of the foreign soldiers.")
    spanish = Article("b", "o", "", "Las tropas rusas saquearon el mercado.", language="es")
    alone = make_evidence_table(analyse_articles([english], make_lens(general, shipped_topics["foreign-military-presence"])))
    mixed = make_evidence_table(analyse_articles([english, spanish], lens))
    assert len(alone)
    assert mixed[mixed["article"] == "a"].reset_index(drop=True).equals(alone)
