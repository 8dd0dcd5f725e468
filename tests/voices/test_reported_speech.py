"""Reported speech without quotation marks in Arabic, French and Spanish, by the lists of each language; every sentence is our own."""

from collections.abc import Callable

import pytest

from framing.analysis.analysis import analyse_article
from framing.articles.article import Article
from framing.evidence.lens import Lens, make_lens
from framing.topics.general import General
from framing.topics.topic import read_topic

Cut = Callable[[str, str], list[tuple[str, str, str, str]]]
CALM = {
    "ar": "المدينة هادئة اليوم ولا يحدث شيء آخر في الميناء.",
    "es": "La ciudad está tranquila hoy y no pasa nada más en el puerto.",
    "fr": "La ville est calme aujourd'hui et rien ne se passe au port.",
}
CASES = [
    ("es", "El alcalde dijo que el muelle está cerrado.", ("El alcalde", "dijo", "que el muelle está cerrado", "")),
    ("es", "Según la patrona del puerto, el muelle está cerrado.", ("la patrona del puerto", "Según", "el muelle está cerrado", "")),
    ("es", "El muelle está cerrado, afirmó el alcalde.", ("el alcalde", "afirmó", "El muelle está cerrado", "")),
    ("es", "Dijo el alcalde que el muelle está cerrado.", ("el alcalde", "Dijo", "que el muelle está cerrado", "")),
    ("es", "La grúa, dijo el capataz, es vieja.", ("el capataz", "dijo", "La grúa", "es vieja")),
    ("es", "La patrona aseguró el lunes que habrá pan, pero nadie la cree.", ("La patrona", "aseguró", "que habrá pan", "")),
    ("es", "“No hay pan”, dijo Ana Robles, que lleva el puerto.", ("Ana Robles, que lleva el puerto", "dijo", "“No hay pan”", "")),
    ("fr", "Le maire a déclaré que le quai est fermé.", ("Le maire", "a déclaré", "que le quai est fermé", "")),
    ("fr", "Selon la patronne du port, le quai est fermé.", ("la patronne du port", "Selon", "le quai est fermé", "")),
    ("fr", "Le quai est fermé, a affirmé le maire.", ("le maire", "a affirmé", "Le quai est fermé", "")),
    ("fr", "La grue, selon le chef, est vieille.", ("le chef", "selon", "La grue", "est vieille")),
    ("fr", "« Nous restons », ajoute-t-il.", ("il", "ajoute", "« Nous restons »", "")),
    ("fr", "« Nous restons », a-t-elle ajouté.", ("", "a-t-elle ajouté", "« Nous restons »", "")),
    ("fr", "Le maire a fermé le quai et a dit qu'il pleuvait.", ("Le maire", "a dit", "qu'il pleuvait", "")),
    ("ar", "قال رئيس البلدية إن الرصيف مغلق.", ("رئيس البلدية", "قال", "إن الرصيف مغلق", "")),
    ("ar", "وقالت مديرة الميناء في مؤتمر صحفي إن الرصيف مغلق.", ("مديرة الميناء", "وقالت", "إن الرصيف مغلق", "")),
    ("ar", "وفقا للوزارة، الرصيف مغلق.", ("للوزارة", "وفقا", "الرصيف مغلق", "")),
    ("ar", "الرصيف مغلق، بحسب مديرة الميناء.", ("مديرة الميناء", "بحسب", "الرصيف مغلق", "")),
    ("ar", "وأشار الصياد إلى أن القارب قديم.", ("الصياد", "وأشار", "أن القارب قديم", "")),
    ("ar", "وأضاف أن القارب قديم.", ("", "وأضاف", "أن القارب قديم", "")),
    ("ar", "«الرصيف مغلق»، قالت ليلى حداد.", ("ليلى حداد", "قالت", "«الرصيف مغلق»", "")),
]


@pytest.fixture(scope="module")
def cut(general: General) -> Cut:
    """A function from a language and a sentence to its attributions: source, cue, content, second piece."""
    lens: Lens = make_lens(general, read_topic("foreign-military-presence", None, general)).in_all_languages

    def find(language: str, sentence: str) -> list[tuple[str, str, str, str]]:
        analysis = analyse_article(Article("a", "outlet", "", f"{CALM[language]}\n\n{sentence}", language=language), lens)
        found, text = analysis.voices.attributions, analysis.batch
        roles = ("source", "cue", "content", "second")
        spans = [[(int(getattr(found, f"{role}_starts")[at]), int(getattr(found, f"{role}_ends")[at])) for role in roles] for at in range(len(found))]
        source, cue, content, second = range(4)
        names = [[text.cut(*span) if span[0] >= 0 else "" for span in row] for row in spans]
        return [(row[source], row[cue], row[content], row[second]) for row in names]

    return find


@pytest.mark.parametrize(("language", "sentence", "said"), CASES)
def test_reported_speech(cut: Cut, language: str, sentence: str, said: tuple[str, str, str, str]) -> None:
    """The source is found before the verb, behind it, or behind a preposition; the content behind `that` or before the verb."""
    assert cut(language, sentence) == [said]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ar", "الرصيف الذي بني بين المدينتين مغلق."),
        ("ar", "كتب كثيرة في المكتبة القديمة."),
        ("es", "El muelle que lleva al puerto está cerrado."),
        ("fr", "Le quai qui mène au port est fermé."),
    ],
)
def test_what_reports_nothing(cut: Cut, language: str, sentence: str) -> None:
    """A noun of a verb's letters, and a relative clause, report nothing."""
    assert cut(language, sentence) == []
