"""Sentences and quotations in nine languages, by the rules of each language's data files; every passage is our own."""

from collections.abc import Callable

import pytest

from framing.articles.article import Article
from framing.text.cleaning import Batch, make_batch
from framing.text.sentences import find_sentences, make_abbreviations
from framing.text.zones import Segments
from framing.topics.general import General
from framing.voices.quotations import find_quotations

Read = Callable[[str, str], tuple[list[str], list[str]]]
PASSAGES: list[tuple[str, str, list[str], list[str]]] = [
    (
        "ar",
        "قال حارس المرفأ: «لن يبحر القارب اليوم». هل رأى أحد الربان؟ لم يره أحد! وقالت الطاهية إن “الحساء بارد” منذ الصباح.",
        ["قال حارس المرفأ: «لن يبحر القارب اليوم».", "هل رأى أحد الربان؟", "لم يره أحد!", "وقالت الطاهية إن “الحساء بارد” منذ الصباح."],
        ["«لن يبحر القارب اليوم»", "“الحساء بارد”"],
    ),
    ("ar", "كتب الصياد ”عدنا قبل الفجر“ على اللوح. ثم نام.", ["كتب الصياد ”عدنا قبل الفجر“ على اللوح.", "ثم نام."], ["”عدنا قبل الفجر“"]),
    (
        "fa",
        "ناخدا گفت: «امروز به دریا نمی‌رویم.» چه کسی در را بست؟ کسی نمی‌داند. آشپز نوشت «نان تازه رسید» و رفت.",
        ["ناخدا گفت: «امروز به دریا نمی‌رویم.»", "چه کسی در را بست؟", "کسی نمی‌داند.", "آشپز نوشت «نان تازه رسید» و رفت."],
        ["«امروز به دریا نمی‌رویم.»", "«نان تازه رسید»"],
    ),
    (
        "es",
        "El Sr. Robles llegó al muelle. «Nadie dijo “zarpamos” esta noche», respondió la patrona. ¿Quién cerró la puerta? ¡Nadie! La Dra. Lima rió.",
        ["El Sr. Robles llegó al muelle.", "«Nadie dijo “zarpamos” esta noche», respondió la patrona.", "¿Quién cerró la puerta?", "¡Nadie!",
         "La Dra. Lima rió."],
        ["«Nadie dijo “zarpamos” esta noche»"],
    ),
    (
        "fr",
        "M. Aubin attend sur le quai. « Le bac ne part pas. » Qui a fermé la porte ? Mme. Roche répond « peut-être le vent » et sourit.",
        ["M. Aubin attend sur le quai.", "« Le bac ne part pas. »", "Qui a fermé la porte ?", "Mme. Roche répond « peut-être le vent » et sourit."],
        ["« Le bac ne part pas. »", "« peut-être le vent »"],
    ),
    (
        "de",
        "„Das Boot bleibt hier“, sagte Hr. Brandt. »Wer hat das Tor geschlossen?«, fragte sie. Es kostet z. B. 3,50 Mark. Dr. Moor nennt es „Nebel“.",
        ["„Das Boot bleibt hier“, sagte Hr. Brandt.", "»Wer hat das Tor geschlossen?«, fragte sie.", "Es kostet z. B. 3,50 Mark.",
         "Dr. Moor nennt es „Nebel“."],
        ["„Das Boot bleibt hier“", "»Wer hat das Tor geschlossen?«", "„Nebel“"],
    ),
    (
        "de", "In Bern hiess es «Nebel am See». Sie rief: “Wir warten.” Dann kam Ruhe.",
        ["In Bern hiess es «Nebel am See».", "Sie rief: “Wir warten.”", "Dann kam Ruhe."], ["«Nebel am See»", "“Wir warten.”"],
    ),
    (
        "ru",
        "«Лодка стоит на ул. Морской», — сказал г-н Белов. Кто закрыл дверь? Она ответила: «Он крикнул „стойте“ и ушёл». Потом стало тихо.",
        ["«Лодка стоит на ул. Морской», — сказал г-н Белов.", "Кто закрыл дверь?", "Она ответила: «Он крикнул „стойте“ и ушёл».",
         "Потом стало тихо."],
        ["«Лодка стоит на ул. Морской»", "«Он крикнул „стойте“ и ушёл»"],
    ),
    (
        "tr",
        "Prof. Işık iskeleye geldi. “Tekne bugün kalkmıyor.” İnsanlar bekledi. Kaptan, \"Yarın gideriz\" dedi. Türkiye'nin kıyıları sisliydi.",
        ["Prof. Işık iskeleye geldi.", "“Tekne bugün kalkmıyor.”", "İnsanlar bekledi.", "Kaptan, \"Yarın gideriz\" dedi.",
         "Türkiye'nin kıyıları sisliydi."],
        ["“Tekne bugün kalkmıyor.”", "\"Yarın gideriz\""],
    ),
    (
        "he",
        'דובר צה"ל הגיע לרציף. "הסירה לא יוצאת היום", אמר השומר. מי סגר את השער? הטבחית כתבה „לחם טרי” על הלוח.',
        ['דובר צה"ל הגיע לרציף.', '"הסירה לא יוצאת היום", אמר השומר.', "מי סגר את השער?", "הטבחית כתבה „לחם טרי” על הלוח."],
        ['"הסירה לא יוצאת היום"', "„לחם טרי”"],
    ),
    (
        "zh",
        "船长说：“今天不开船。”码头很安静。谁关了门？没有人知道！厨师写道：「他说『等一等』就走了」，然后回家。2024年又来了。",
        ["船长说:“今天不开船。”", "码头很安静。", "谁关了门?", "没有人知道!", "厨师写道:「他说『等一等』就走了」,然后回家。", "2024年又来了。"],
        ["“今天不开船。”", "「他说『等一等』就走了」"],
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(general: General, lay_out: Callable[[Batch], Segments]) -> Read:
    """A function from language and text to its sentences and its quotations."""
    abbreviations = make_abbreviations(tuple(general.abbreviations.items()), general.starters)

    def cut(language: str, text: str) -> tuple[list[str], list[str]]:
        batch = make_batch([Article("a", "outlet", "", text, language=language), Article("b", "outlet", "", "It rained. “No,” he said.")])
        segments = lay_out(batch)
        sentences = find_sentences(batch, segments, abbreviations)
        quotations = find_quotations(batch, segments, sentences)
        return tuple(  # type: ignore[return-value]
            [batch.cut(*span) for span in zip(found.starts.tolist(), found.ends.tolist(), strict=True) if span[1] <= batch.ends[0]]
            for found in (sentences, quotations)
        )

    return cut


@pytest.mark.parametrize(("language", "text", "sentences"), [row[:3] for row in PASSAGES])
def test_sentences_of_a_language(read: Read, language: str, text: str, sentences: list[str]) -> None:
    """A passage is cut into its sentences by the stops and abbreviations of its language."""
    assert read(language, text)[0] == sentences


@pytest.mark.parametrize(("language", "text", "quotations"), [(row[0], row[1], row[3]) for row in PASSAGES])
def test_quotations_of_a_language(read: Read, language: str, text: str, quotations: list[str]) -> None:
    """Quotations are found from the opening to the closing mark as the language uses them, those inside others as part of them."""
    assert read(language, text)[1] == quotations


def test_a_language_changes_nothing_in_another(read: Read) -> None:
    """A mark that one language reads in its own way keeps its usual side in an article of another."""
    german, english = read("de", "„Das Boot bleibt.“ Sie geht."), read("", "She called “the boat” old.")
    assert (german[1], english[1]) == (["„Das Boot bleibt.“"], ["“the boat”"])
