"""A corpus in five languages: each article is scored by the words of its own, or kept and not scored."""

from pathlib import Path

import pytest

from framing.articles.article import Article, Corpus
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.writing import write_report

TEXTS = {
    "en": [
        'Soldiers rebuild the bridge',
        'Kenyan troops rebuilt the bridge in four days and trained the local guards. The troops protected the villagers through the night.',
        'Residents welcomed the Kenyan soldiers with flowers. “They are our partners,” the mayor said of the foreign troops.',
        'The Kenyan troops brought stability to the valley. They helped the clinic and shared medicines, and the Kenyan soldiers saved lives.',
    ],
    "es": [
        'Miles exigen la retirada de las tropas',
        'Miles de personas exigieron el jueves la retirada de las tropas rusas. Los soldados rusos saquearon el mercado y humillaron a los vecinos.',
        '«Son una fuerza ocupante y no queremos verlos aquí», dijo la maestra Elvira Lotas ante el cuartel.',
        'Las tropas rusas destruyeron dos molinos en marzo. Los mercenarios rusos torturaron a un pastor, y '
        'la invasión rusa dejó sin agua a tres aldeas.',
    ],
    "fr": [
        'Le pont et la caserne',
        'Les soldats indiens ont reconstruit le pont en quatre jours. Les troupes indiennes protègent les villages et forment les jeunes recrues.',
        '« Les soldats indiens sont des amis et nous leur disons merci », a déclaré le maire Aubin Roche.',
        "La coopération militaire avec l'Inde entre dans sa troisième année. Les troupes indiennes apportent "
        "la stabilité à la vallée, et leurs médecins distribuent des médicaments aux côtés des soldats indiens.",
    ],
    "ar": [
        'الجسر والثكنة',
        'نهبت القوات الفرنسية سوق البلدة ودمرت الجسر القديم. وطالب الآلاف يوم الخميس بانسحاب القوات الفرنسية من الوادي.',
        'وقالت المعلمة هدى النجار: «هذه قوات محتلة ولا نريدها هنا». هل يسمعها أحد؟',
        'المداهمات الليلية للجنود الفرنسيين ترهب السكان. وعذب الجنود الفرنسيون راعيا في مارس، ثم احتلت القوات الفرنسية المدرسة.',
    ],
    "de": [
        'Brücke und Kaserne',
        'Die französischen Soldaten haben die Brücke in vier Tagen wieder aufgebaut. „Wir danken ihnen“, '
        'sagte der Bürgermeister am Donnerstag vor der Kaserne.',
        'Die Truppen bleiben bis zum Herbst in der Stadt und bauen danach noch eine Schule am Fluss.',
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def mixed() -> Comparison:
    """The five articles compared, none of which says its language."""
    articles = [Article(code, f"outlet-{code}", "", "\n\n".join(text), fictional=True) for code, text in TEXTS.items()]
    return compare_articles(Corpus(tuple(articles)), "foreign-military-presence")


def test_four_languages_are_scored(mixed: Comparison) -> None:
    """Evidence is found in the four languages the topic has words for, each on the side its text takes."""
    evidence = mixed.tables["evidence"]
    found = {code: set(own["pole"]) for code, own in evidence.groupby("article")}
    assert found == {"en": {"partnership"}, "fr": {"partnership"}, "es": {"occupation"}, "ar": {"occupation"}}


def test_enough_evidence_gives_a_verdict(mixed: Comparison) -> None:
    """A score in another language is made as in English."""
    scores = mixed.tables["scores"].query("axis == 'presence' and voice == 'all' and zone == 'all'").set_index("article")
    assert scores["verdict"].loc[["es", "fr", "ar"]].tolist() == ["occupation", "partnership", "occupation"]


def test_a_language_without_words_is_told(mixed: Comparison) -> None:
    """The German article is kept out of the scores, with one clear line."""
    (fault,) = mixed.faults
    told = "is in German (as found in its text): kept, not scored: no lexicon for de; the topic has words for Arabic, English, Spanish, French"
    assert str(fault) == f"de: {told}"
    assert "de" not in set(mixed.tables["scores"]["article"])


def test_languages_are_shown(mixed: Comparison) -> None:
    """The table of articles says the language of each."""
    assert mixed.tables["articles"]["language"].tolist() == ["English", "Spanish", "French", "Arabic"]


def test_the_report_reads_in_each_direction(mixed: Comparison, tmp_path: Path) -> None:
    """The report marks the language of each text, leaves its direction to its letters, and shows the line on the German one."""
    (path,) = write_report(mixed, tmp_path, ("html",))
    page = path.read_text("utf-8")
    assert '<article lang="ar"' in page
    assert '<article lang="es"' in page
    assert 'dir="auto"' in page
    assert "in Arabic" in page
    assert "no lexicon for de" in page
