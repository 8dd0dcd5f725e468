"""What a page says about itself: schema.org JSON-LD, OpenGraph, meta tags, the heading readers see."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin

from framing.articles.extraction.draft import LONGEST_FIELD, choose, find_date, is_web, simplify, tidy_line

ARTICLE_TYPES: Final = ("article", "newsarticle", "blogposting", "report", "liveblogposting")
MOST_NODES: Final = 2_000
META_NAMES: Final = ("name", "property", "itemprop")


@dataclass(frozen=True)
class Metadata:
    """The fields of a page, the words schema.org gives for its text, and what is not sure."""

    headline: str
    byline: str
    published: str
    url: str
    language: str
    site: str
    body: str
    unsure: tuple[str, ...]


def read_metadata(tree: Any, url: str) -> Metadata:
    """Read what a page says about itself; where two places differ, schema.org stands first and the difference is told."""
    nodes = [node for node in find_nodes(tree) if is_article(node)]
    node = choose_node(nodes, url)
    meta = read_meta(tree)
    site = tidy_line(name_of(node.get("publisher")) or meta.get("og:site_name", "") or meta.get("application-name", ""))
    headline, other_headline = choose("headline", find_headlines(tree, node, meta, site))
    byline, other_byline = choose("byline", find_bylines(tree, node, meta))
    published, other_date = choose("published", find_dates(tree, node, meta))
    address, other_url = find_url(tree, node, meta, url)
    language = text_of(node.get("inLanguage")) or tree.get("lang", "") or meta.get("og:locale", "")
    unsure = (*other_headline, *other_byline, *other_date, *other_url, *find_doubts(node, len(nodes)))
    return Metadata(headline, byline, published, address, tidy_line(language), site, text_of(node.get("articleBody")), unsure)


def find_nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of a page, those inside others as well, at most 2,000."""
    waiting: list[Any] = []
    for script in tree.iterfind(".//script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                waiting.append(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    waiting.reverse()
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        waiting += [one for one in reversed(list(inner)) if isinstance(one, dict | list)]


def types_of(node: dict[str, Any]) -> list[str]:
    """Return the types of a JSON-LD object in small letters, without the address of their dictionary."""
    kinds = node.get("@type")
    return [str(kind).rsplit("/", 1)[-1].lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]


def is_article(node: dict[str, Any]) -> bool:
    """Tell whether a JSON-LD object is an article with a headline or a date (schema.org has kinds such as OpinionNewsArticle)."""
    named = any(kind.endswith(ARTICLE_TYPES) for kind in types_of(node))
    return named and bool(node.get("headline") or node.get("datePublished") or node.get("articleBody"))


def choose_node(nodes: list[dict[str, Any]], url: str) -> dict[str, Any]:
    """Return the article a page is about: the one with its address, else the first."""
    same = [node for node in nodes if url and url in (text_of(node.get("url")), text_of(node.get("mainEntityOfPage")))]
    return (same or nodes or [{}])[0]


def text_of(value: Any) -> str:
    """Return the text of a JSON-LD value: its own, its @id or name, or that of the first in a list."""
    if isinstance(value, list):
        return next((text for one in value if (text := text_of(one))), "")
    if isinstance(value, dict):
        return text_of(value.get("@id") or value.get("name") or value.get("@value") or "")
    return value if isinstance(value, str) else ""


def name_of(value: Any) -> str:
    """Return the names of persons or organisations, joined; addresses are no names."""
    values = value if isinstance(value, list) else [value]
    names = [text_of(one.get("name")) if isinstance(one, dict) else text_of(one) for one in values[:20]]
    return ", ".join(dict.fromkeys(tidy_line(name) for name in names if name.strip() and not is_web(name)))


def read_meta(tree: Any) -> dict[str, str]:
    """Return the meta tags of a page by name; the first of a name counts, authors are joined."""
    found: dict[str, str] = {}
    for tag in tree.iterfind(".//meta"):
        name = next((tag.get(key) for key in META_NAMES if tag.get(key)), "").strip().lower()
        content = tidy_line(tag.get("content") or "")
        if name and content:
            known = found.setdefault(name, content)
            if name in ("author", "article:author") and len(known) < LONGEST_FIELD and content not in known.split(", "):
                found[name] = f"{known}, {content}"
    return found


def find_headlines(tree: Any, node: dict[str, Any], meta: dict[str, str], site: str) -> list[tuple[str, str]]:
    """Return the headlines a page gives, each with where it stands: schema.org, the heading, OpenGraph, the title only where all lack."""
    headings = [text for heading in tree.iterfind(".//h1") if (text := tidy_line("".join(heading.itertext())))]
    found = [
        (tidy_line(text_of(node.get("headline"))), "schema.org"),
        (headings[0] if len(headings) == 1 else "", "the page's heading"),
        (cut_site(meta.get("og:title", ""), site), "OpenGraph"),
    ]
    title = tree.find(".//title")
    last = cut_site(tidy_line("".join(title.itertext())) if title is not None else "", site)
    return found if any(value for value, _ in found) else [(last, "the page's title")]


def cut_site(title: str, site: str) -> str:
    """Return a title without the site's name behind a bar or dash.

    >>> cut_site("Boats are late - The Jetty", "The Jetty")
    'Boats are late'
    """
    for sign in (" | ", " - ", " – ", " — ", " :: "):
        head, found, tail = title.rpartition(sign)
        if found and head and (sign == " | " or (site and simplify(site) in simplify(tail))):
            return head.strip()
    return title


def find_bylines(tree: Any, node: dict[str, Any], meta: dict[str, str]) -> list[tuple[str, str]]:
    """Return the authors a page gives, each with where they stand."""
    author = meta.get("author", "")
    named = [tidy_line("".join(tag.itertext())) for tag in tree.iterfind(".//*[@rel='author']")]
    tags = ", ".join(dict.fromkeys(name for name in named[:5] if name))
    of_article = ", ".join(name for name in meta.get("article:author", "").split(", ") if not is_web(name))
    of_page = "" if is_web(author) else author
    return [(name_of(node.get("author")), "schema.org"), (of_article, "OpenGraph"), (of_page, "the meta tag"), (tags, "a link")]


def find_dates(tree: Any, node: dict[str, Any], meta: dict[str, str]) -> list[tuple[str, str]]:
    """Return the dates of publication a page gives, each with where it stands."""
    names = ("article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "parsely-pub-date")
    found = [(find_date(text_of(node.get("datePublished"))), "schema.org")]
    found += [(find_date(meta[name]), f"meta {name}") for name in names if name in meta]
    if not any(value for value, _ in found):
        times = [find_date(tag.get("datetime") or "") for tag in tree.iterfind(".//time")]
        found += [(value, "the page's first time tag") for value in times[:1]]
    return found


def find_url(tree: Any, node: dict[str, Any], meta: dict[str, str], url: str) -> tuple[str, tuple[str, ...]]:
    """Return a page's own address, and a doubt where it names one on another host than the one it came from."""
    links = [tag.get("href") or "" for tag in tree.iterfind(".//link") if "canonical" in (tag.get("rel") or "").lower().split()]
    named = [*links, meta.get("og:url", ""), text_of(node.get("url")), text_of(node.get("mainEntityOfPage"))]
    try:
        found = [address for one in named if one and is_web(address := urljoin(url, one.strip()))]
    except ValueError:
        found = []
    own = found[0][:2_000] if found else url
    if url and own.split("/")[2] != url.split("/")[2]:
        return own, (f"url: fetched from {url[:200]}, but the page says it is {own[:200]}",)
    return own, ()


def find_doubts(node: dict[str, Any], n_nodes: int) -> tuple[str, ...]:
    """Say what the schema.org data of a page give reason to doubt."""
    kinds = types_of(node)
    free = str(node.get("isAccessibleForFree", "")).lower()
    doubts = [
        (free == "false", "text: the page says that it is not free to read in full"),
        (any("liveblog" in kind for kind in kinds), "text: the page says that it is a live blog"),
        (any("opinion" in kind for kind in kinds), "kind: the page says that it is opinion"),
        (n_nodes > 1, f"headline: the page describes {n_nodes} articles; the first is taken"),
    ]
    return tuple(said for holds, said in doubts if holds)
