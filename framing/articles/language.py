"""The language of an article: as it is given, else found in its text; "" where neither is sure."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from framing.articles.article import Article
from framing.errors import Fault, say_list
from framing.rows import Columns, filled, read_rows
from framing.shipped import find_shipped

LEAST_LETTERS: Final = 60
"""Shorter texts are not looked at: names alone decide there."""
LEAST_WIDE_LETTERS: Final = 20
"""As above for writing without small and capital letters (Arabic, Chinese, Hebrew ...), in which a letter tells more."""
LEAST_SHARE: Final = 0.9
READ_LETTERS: Final = 1_500
LETTERS: Final = re.compile(r"[^\W\d_]")
COMMON_SHARE: Final = 0.03
"""The share of a text's words that its language's commonest words must have to settle it without looking further (in English news: 0.1)."""
COLUMNS: Final = Columns(("code", "name", "common", "note"), {"code": filled, "name": filled})


@dataclass(frozen=True)
class Language:
    """A language that can be told apart: its name in English, and its commonest words where they stand in no other language."""

    name: str
    common: frozenset[str]


@lru_cache(maxsize=1)
def read_languages() -> dict[str, Language]:
    """Read the languages that can be told apart, by code (general/languages.csv)."""
    rows, _ = read_rows(find_shipped("lexicons") / "general" / "languages.csv", COLUMNS)
    return {row["code"]: Language(row["name"], frozenset(row["common"].split(";")) - {""}) for row in rows}


@lru_cache(maxsize=1)
def load_identifier() -> Callable[[str], tuple[str, float]]:
    """Load the language identifier, once per process: a function from text to (code, share of certainty 0 to 1)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in read_languages() if code in identifier.labels])
    classify: Callable[[str], tuple[str, float]] = identifier.classify
    return classify


def detect_language(text: str) -> str:
    """Return the code of a text's language, "" where the text is too short or the language not sure; reads the text's middle part.

    >>> detect_language("Short."), detect_language("The minister said on Thursday that the talks would go on for another week or two.")
    ('', 'en')
    """
    part = cut_middle(text)
    letters = LETTERS.findall(part)
    wide = sum(not letter.isupper() and not letter.islower() for letter in letters)
    if len(letters) < (LEAST_WIDE_LETTERS if wide * 2 > len(letters) else LEAST_LETTERS):
        return ""
    code, share = load_identifier()(part)
    return str(code) if share >= LEAST_SHARE else ""


def cut_middle(text: str) -> str:
    """Return the middle part of a text, where least stands that is not its own."""
    start = max(0, len(text) // 2 - READ_LETTERS // 2)
    return text[start : start + READ_LETTERS]


def is_surely_in(text: str, codes: Iterable[str]) -> bool:
    """Tell at little cost whether a text is in one of some languages, by the share of their commonest words; False where this does not show."""
    words = cut_middle(text).lower().split()
    known = read_languages()
    least = max(COMMON_SHARE * len(words), 3)
    return any(sum(word in known[code].common for word in words) >= least for code in codes if code in known)


def plain_code(tag: str) -> str:
    """Return the language of a tag without region or script, "" for what is no tag.

    >>> plain_code("en-GB"), plain_code("pt_BR"), plain_code("English")
    ('en', 'pt', '')
    """
    code = re.split(r"[-_]", tag.strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else ""


def name_language(code: str) -> str:
    """Return a language's name in English, or its code where no name is known."""
    return read_languages()[code].name if code in read_languages() else code


def find_language(article: Article) -> str:
    """Return an article's language: as given, else as found in its text, "" where it is not sure."""
    return plain_code(article.language) or detect_language(article.raw_text)


def keep_languages(articles: Iterable[Article], languages: Sequence[str]) -> tuple[list[Article], list[Fault]]:
    """Part articles into those in one of some languages (or of none that is sure), and a fault for each of the others.

    An article found to be in one of the languages but the first has its language set, so that it is read as what it is.
    """
    allowed = [plain_code(language) for language in languages]
    kept, faults = [], []
    for article in articles:
        given = plain_code(article.language)
        code = given or ("" if is_surely_in(article.raw_text, allowed[:1]) else detect_language(article.raw_text))
        if not code or code in allowed:
            kept.append(replace(article, language=code) if code in allowed[1:] and not given else article)
        else:
            how = "as given" if given else "as found in its text"
            known = say_list(name_language(one) for one in sorted(allowed))
            what = f"is in {name_language(code)} ({how}): kept, not scored: no lexicon for {code}; the topic has words for {known}"
            faults.append(Fault(article.place or article.article_id, 0, what))
    return kept, faults
