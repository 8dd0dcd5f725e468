"""The page: hostile text stays text, nothing is fetched, it is small, and it renders with and without a topic."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from framing.articles.article import Corpus
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.html import TEMPLATES, render_html
from tests.report.conftest import TOPIC

VOID = {"meta", "br", "img", "link", "input", "hr"}
ALLOWED_ATTRIBUTES = {
    "meta": {"charset", "http-equiv", "content", "name"},
    "a": {"class", "href", "id", "tabindex", "title", "aria-label"},
}


class Reader(HTMLParser):
    """Collects tags, attributes, ids, links and text, and checks that tags are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        """Close a tag, which must be the last opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.text.append(data)


def read_page(page: str) -> Reader:
    """Read a page; every tag is closed in order."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def read_script() -> str:
    """Read the page's own script."""
    return (TEMPLATES / "report.js").read_text("utf-8")


@pytest.fixture(scope="module")
def page(compared: Comparison) -> str:
    """The page of the shipped event."""
    return render_html(compared)


@pytest.fixture(scope="module")
def hostile_page(hostile: Comparison) -> str:
    """The page of the hostile corpus."""
    return render_html(hostile)


def test_hostile_text_makes_no_markup(hostile_page: str) -> None:
    """Scripts, frames, images and handlers in texts, names, addresses and warnings come out as text."""
    reader = read_page(hostile_page)
    assert hostile_page.count("<script") == 1 and read_script() in hostile_page
    assert not reader.tags & {"img", "iframe", "object", "embed", "link", "form", "base", "b"}
    assert not [name for _, name, _ in reader.attributes if name.startswith("on")]
    assert "<script>alert(1)</script> Troops" in "".join(reader.text)


def test_hostile_text_makes_no_link(hostile_page: str) -> None:
    """Every link leads to a place of the page itself that is there once."""
    reader = read_page(hostile_page)
    ids = [value for _, name, value in reader.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    links = {value for _, name, value in reader.attributes if name == "href"}
    assert links and links <= {f"#{value}" for value in ids}


def test_hostile_text_is_no_template(hostile_page: str) -> None:
    """Template marks in a text are shown, not run."""
    assert "{{ 7 * 7 }}" in hostile_page


def test_unseen_characters_do_not_pass(hostile_page: str) -> None:
    """No control character and no mark that turns the direction of writing is in the page; no path of this computer either."""
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", hostile_page)
    assert "secret" not in hostile_page and "x.txt:3" in hostile_page
    assert not re.search(r'lang="en&#34;|onload="', hostile_page)


@pytest.mark.parametrize("name", ["page", "hostile_page"])
def test_nothing_is_fetched(name: str, request: pytest.FixtureRequest) -> None:
    """No tag or style names a resource elsewhere, and a policy forbids it."""
    page = request.getfixturevalue(name)
    reader = read_page(page)
    assert not [pair for pair in reader.attributes if pair[1] in {"src", "srcset", "action", "data", "style", "xlink:href", "formaction"}]
    assert not [pair for pair in reader.attributes if re.search("https?:|//", pair[2]) and pair[1] != "title"]
    style = page[page.index("<style>") : page.index("</style>")]
    assert "url(" not in style and "@import" not in style and "//" not in style
    digest = base64.b64encode(hashlib.sha256(read_script().encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{digest}'" in page


def test_page_is_small(page: str) -> None:
    """Five articles take less than a megabyte."""
    assert len(page.encode()) < 1_000_000


def test_every_evidence_is_marked_and_explained(page: str, compared: Comparison) -> None:
    """Each piece of evidence has a mark in the text, a note, and links both ways."""
    for number in range(1, len(compared.evidence) + 1):
        assert page.count(f'id="m{number}"') == page.count(f'id="n{number}"') == 1
        assert f'href="#m{number}"' in page and f'href="#n{number}"' in page


def test_sections_stand_in_order_and_in_the_contents(page: str) -> None:
    """The overview comes first, method and limits last; the contents lead to sections only."""
    sections = re.findall(r'<section id="([a-z]+)"', page)
    contents = page[page.index("<nav") : page.index("</nav>")]
    assert sections[0] == "overview" and sections[-1] == "method"
    linked = re.findall(r'href="#([a-z]+)"', contents)
    assert linked == [section for section in sections if section in linked] and len(linked) > 10


def test_ids_of_findings_do_not_hang_on_other_articles(page: str, seeds: Corpus) -> None:
    """Axes, and positions of an article, keep their ids when another article is left out."""
    fewer = render_html(compare_articles(Corpus(seeds.articles[1:], seeds.event), TOPIC))
    kept = set(re.findall(r'id="((?:axis|finding)-[^"]+)"', fewer))
    assert kept and kept <= set(re.findall(r'id="((?:axis|finding)-[^"]+)"', page))


def test_no_outlet_is_called_biased(page: str) -> None:
    """The page rates nobody: no "biased", no "unbiased", no "misleading", no "propaganda outlet" in words of its own."""
    templates = "".join(read_page(page).text)
    assert not re.search(r"\b(un)?biased\b", templates)


def test_without_topic(untopical: Comparison) -> None:
    """Without a topic the page says so and shows texts and words; no section leads nowhere."""
    page = render_html(untopical)
    reader = read_page(page)
    assert "No topic was named" in page and 'id="figures"' not in page
    ids = {f"#{value}" for _, name, value in reader.attributes if name == "id"}
    assert {value for _, name, value in reader.attributes if name == "href"} <= ids


def test_one_article_alone_has_a_page(seeds: Corpus) -> None:
    """A comparison of one article renders: nothing is compared, nothing leads nowhere."""
    page = render_html(compare_articles(seeds.articles[:1], TOPIC))
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_fictional_articles_are_named_so(page: str, compared: Comparison) -> None:
    """Every fictional article is marked, and the top of the page says what that means."""
    assert "Fictional articles." in page and page.count("(fictional)") == len(compared.articles)
