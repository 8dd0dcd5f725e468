"""The shipped registry: outlets of the whole world, facts with their sources in the same tone for all."""

import re
from collections import Counter

import pytest

from framing.articles.outlets import TYPES, Outlet, Registry, check_outlets, read_outlets
from framing.shipped import find_shipped

CONTINENTS = {
    "Africa": "EG KE MA NG ZA", "Asia": "CN IN IQ IR JP PK SA VN", "Europe": "DE ES FR GB PL RU UA", "North America": "CA CU MX US",
    "Oceania": "AU NZ", "South America": "AR BR CO VE",
}  # fmt: skip
JUDGEMENTS = re.compile(
    r"propagand|mouthpiece|regime\b|oligarch|tycoon|crony|puppet|so-called|disinform|bias|partisan|independent(?!ly)|neutral|objective|trust(ed|worthy)"
    r"|respected|prestigious|notorious|controversial|loyal|captured|pro-|anti-|hardline|extrem|radical|left-wing|right-wing|liberal|conservative"
    r"|free press",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The shipped registry."""
    return read_outlets([find_shipped("lexicons")])


def test_no_fault() -> None:
    """The file has no fault, stands in order of id, and every outlet has a domain."""
    outlets, faults = check_outlets(find_shipped("lexicons") / "outlets.csv")
    assert faults == []
    assert [one.id for one in outlets] == sorted(one.id for one in outlets)
    assert all(one.domains for one in outlets)


def test_wide(registry: Registry) -> None:
    """It holds at least 100 outlets of at least 40 countries, some of every continent, and none has more than an eighth of them."""
    countries = Counter(one.country for one in registry.outlets)
    assert len(registry.outlets) >= 100
    assert len(countries) >= 40
    assert [name for name, codes in CONTINENTS.items() if not set(codes.split()) <= set(countries)] == []
    assert max(countries.values()) <= len(registry.outlets) / 8


def test_types(registry: Registry) -> None:
    """Every type is in use, each in at least three countries, so that none stands for one country's outlets."""
    for kind in TYPES:
        assert len({one.country for one in registry.outlets if one.type == kind}) >= 3, kind


def test_no_judgement(registry: Registry) -> None:
    """Statements of who owns and funds hold no word of judgement, for any country."""
    assert [one.id for one in registry.outlets if JUDGEMENTS.search(f"{one.ownership} / {one.funding} / {one.note}")] == []


def test_short_statements(registry: Registry) -> None:
    """A statement is one line without full stop, so that no outlet gets a story."""
    said = [(one.id, text) for one in registry.outlets for text in (one.ownership, one.funding)]
    assert [id_ for id_, text in said if text.endswith(".") or len(text) > 180] == []


def test_honest_notes(registry: Registry) -> None:
    """Where a statement is empty the note says that no source was looked up."""

    def is_told(one: Outlet) -> bool:
        gone = [name for name in ("ownership", "funding") if not getattr(one, name)]
        return not gone or f"{' and '.join(gone)}: no source looked up" in one.note

    assert [one.id for one in registry.outlets if not is_told(one)] == []


def test_most_have_an_owner(registry: Registry) -> None:
    """At least five of six outlets have an owner with a source, and at most a tenth of the owners was not looked up."""
    owned = [one for one in registry.outlets if one.ownership]
    assert len(owned) >= len(registry.outlets) * 5 / 6
    assert sum(bool(re.search(r"ownership[a-z ]* from general knowledge", one.note)) for one in owned) <= len(owned) / 10


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://apnews.com/article/iraq-1", "ap"), ("https://www.reuters.com/world/middle-east/a-2024/", "reuters"),
        ("https://tass.com/world/1", "tass"), ("https://english.news.cn/20240101/a.html", "xinhua"), ("https://www.aa.com.tr/en/a", "anadolu"),
        ("https://en.irna.ir/news/1/", "irna"), ("https://www.bbc.co.uk/news/world-1", "bbc-news"), ("https://www3.nhk.or.jp/nhkworld/en/", "nhk"),
        ("https://www.abc.net.au/news/a", "abc-australia"), ("https://newsaf.cgtn.com/news/a", "cgtn"), ("https://www.rt.com/news/1-a/", "rt"),
        ("https://www.presstv.ir/Detail/1", "press-tv"), ("https://www.voanews.com/a/1.html", "voa"),
        ("https://english.alarabiya.net/a", "al-arabiya"),
        ("https://www.aljazeera.com/news/1", "al-jazeera-english"), ("https://www.aljazeera.net/news/1", "al-jazeera-arabic"),
        ("https://edition.cnn.com/2024/1", "cnn"), ("https://www1.folha.uol.com.br/mundo/1", "folha"), ("https://www.uol.com.br/", ""),
        ("https://english.ahram.org.eg/News/1", "al-ahram"), ("https://nation.africa/kenya/news/a", "nation-kenya"),
        ("https://timesofindia.indiatimes.com/world/a.cms", "times-of-india"), ("https://www.jcp.or.jp/akahata/aik24/", "akahata"),
        ("https://www.jcp.or.jp/web_policy/", ""), ("https://agenciabrasil.ebc.com.br/en/a", "agencia-brasil"), ("https://www.start.com/", ""),
    ],
)  # fmt: skip
def test_addresses(registry: Registry, url: str, found: str) -> None:
    """Pages find their outlet by their address, and those of other hosts find none."""
    one = registry.find_by_url(url)
    assert (one.id if one else "") == found


@pytest.mark.parametrize(("name", "found"), [("AFP", "afp"), ("BBC", "bbc-news"), ("nyt", "new-york-times"), ("人民日报", "peoples-daily")])
def test_names(registry: Registry, name: str, found: str) -> None:
    """Outlets are found by the names people write."""
    one = registry.find_by_name(name)
    assert one
    assert one.id == found
