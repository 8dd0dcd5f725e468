"""The language of a text: sure, or not said."""

import pytest

from framing.articles.article import Article
from framing.articles.language import detect_language, find_language, is_surely_in, keep_languages, name_language, read_languages

TEXTS = {
    "en": "The ferry left the harbour forty minutes late on Thursday and nobody on board could say why.",
    "fr": "Le bateau a quitté le port jeudi avec quarante minutes de retard et personne ne savait pourquoi.",
    "es": "El barco salió del puerto el jueves con cuarenta minutos de retraso y nadie sabía por qué.",
    "de": "Die Fähre verließ den Hafen am Donnerstag mit vierzig Minuten Verspätung, und niemand wusste warum.",
    "ru": "Паром вышел из гавани в четверг с опозданием на сорок минут, и никто не знал почему.",
    "tr": "Feribot perşembe günü limandan kırk dakika geç ayrıldı ve kimse nedenini bilmiyordu.",
    "ar": "غادرت العبارة الميناء يوم الخميس متأخرة أربعين دقيقة ولم يعرف أحد من الركاب السبب.",
    "fa": "کشتی روز پنجشنبه با چهل دقیقه تأخیر بندر را ترک کرد و هیچ‌کس نمی‌دانست چرا.",
    "he": "המעבורת יצאה מהנמל ביום חמישי באיחור של ארבעים דקות ואיש לא ידע מדוע.",
    "zh": "渡轮星期四晚了四十分钟离开港口，船上没有人知道是什么原因，公司也没有说明。",
}


@pytest.mark.parametrize("code", TEXTS)
def test_languages(code: str) -> None:
    """A sentence is enough for the languages that are compared."""
    assert detect_language(TEXTS[code]) == code


@pytest.mark.parametrize("text", ["", "Ferry late", "12:30 — 14:15", "US Iraq Pentagon Austin al-Abassi", "???" * 100, "\ud800" * 100])
def test_unsure(text: str) -> None:
    """Short texts, names and signs are not said to be in any."""
    assert detect_language(text) == ""


@pytest.mark.parametrize(("given", "found"), [("en-GB", "en"), ("FR", "fr"), ("", "de"), ("English", "de"), ("zh_Hant", "zh")])
def test_what_is_given_stands(given: str, found: str) -> None:
    """A tag that is given stands over what the text says; a word that is no tag does not."""
    assert find_language(Article("a", "o", "", TEXTS["de"], language=given)) == found


def test_keeping_languages() -> None:
    """Articles in one of the languages, and those of which none is sure, are kept; the others are told one by one."""
    articles = [Article(code, "o", "", TEXTS[code]) for code in ("en", "fr", "ar")] + [Article("short", "o", "", "Late.")]
    kept, faults = keep_languages(articles, ["en-GB", "fr"])
    assert [article.article_id for article in kept] == ["en", "fr", "short"]
    what = "is in Arabic (as found in its text): kept, not scored: no lexicon for ar; the topic has words for English, French"
    assert [str(fault) for fault in faults] == [f"ar: {what}"]


def test_names() -> None:
    """Languages are called by their English names; an unknown code by itself."""
    assert (name_language("fa"), name_language("xx")) == ("Persian", "xx")
    assert list(read_languages()) == sorted(read_languages())


@pytest.mark.parametrize("code", TEXTS)
def test_common_words_settle_their_own_language_only(code: str) -> None:
    """The commonest words of English settle an English text at once and none in another language."""
    english = "The ferry of the evening and the crew of the boat were late, and the end of the day was near. "
    assert not is_surely_in(TEXTS[code], ["en"]) or code == "en"
    assert is_surely_in(english, ["fr", "en"]) and not is_surely_in(english, ["fr"])
