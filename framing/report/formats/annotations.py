"""Every highlight as a W3C Web Annotation (JSON-LD): what is marked, where it stands in the text as given, and why."""

import json
import re
import uuid
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from framing.articles.article import Article
from framing.comparison.comparison import Comparison
from framing.report.labels import letter_axes, name_articles
from framing.report.markup import name_language
from framing.report.passages import check_passages
from framing.report.plain import UNSEEN, format_cell, iter_columns, make_plain, mend_unseen
from framing.report.sources import hash_articles
from framing.version import __version__

CONTEXT: Final = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "urn:framing:sha256"}]
NAMESPACE: Final = uuid.UUID("6f2f2c0e-3f0a-5c1b-9d55-0c7f1e1b7a10")
ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")
AROUND: Final = 32
ABOUT: Final = (
    "TextPositionSelector counts code points of the article's text as given to framing (in a file with front matter: what stands after it), whose "
    "SHA-256 stands beside its source. The highlights describe words; they do not say what is true."
)


class Mark(NamedTuple):
    """One highlight: its article, what it is for (a motivation of the model), its passages, its bodies as (purpose, text)."""

    article: str
    motivation: str
    passages: list[tuple[int, int, str]]
    bodies: list[tuple[str, str]]


def render_annotations(comparison: Comparison) -> str:
    """Render all highlights as one annotation collection; raises FramingError where a passage is not verbatim in its article.

    The same articles, topic and version give the same ids. Characters that show nothing are written as escapes, so that offsets stay.
    """
    check_passages(comparison)
    marks = [*list_evidence(comparison), *list_loaded(comparison), *list_attributions(comparison), *list_claims(comparison)]
    sources = describe_sources(comparison)
    seen: dict[str, int] = {}
    items = [make_annotation(mark, *sources[mark.article], seen) for mark in marks]
    key = make_id(" ".join(str(item["id"]) for item in items), seen)
    page = {"id": f"{key}:page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": key,
        "type": "AnnotationCollection",
        "label": ABOUT,
        "generator": {"id": f"urn:framing:{__version__}", "type": "Software", "name": f"framing {__version__}"},
        "total": len(items),
        "first": page,
        "last": page["id"],
    }
    return escape_unseen(json.dumps(collection, ensure_ascii=False, indent=1)) + "\n"


def escape_unseen(text: str) -> str:
    """Write characters of a JSON text that show nothing as escapes; between its tokens stand line ends and blanks only.

    >>> escape_unseen('"a\u202eb"')
    '"a\\\\u202eb"'
    """
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def describe_sources(comparison: Comparison) -> dict[str, tuple[Article, dict[str, Any]]]:
    """Return each article with the source its annotations point to: its address, else a name made of its id."""
    found = {}
    for article, digest in zip(comparison.articles, hash_articles(comparison), strict=True):
        address = article.url if ADDRESS.fullmatch(article.url) else f"urn:framing:article:{quote(article.article_id, safe='')}"
        source = {"id": address, "type": "Text", "format": "text/plain", "sha256": digest.sha256}
        language = name_language(article.language)
        found[article.article_id] = article, source | ({"language": language} if language else {})
    return found


def make_annotation(mark: Mark, article: Article, source: dict[str, Any], seen: dict[str, int]) -> dict[str, Any]:
    """Make one annotation."""
    targets = [
        {"type": "SpecificResource", "source": source, "selector": make_selectors(article.raw_text, *passage)} for passage in mark.passages
    ]
    bodies = [{"type": "TextualBody", "purpose": purpose, "value": text, "format": "text/plain"} for purpose, text in mark.bodies]
    key = json.dumps([source["id"], source["sha256"], mark.motivation, mark.passages, mark.bodies])
    return {
        "id": make_id(key, seen),
        "type": "Annotation",
        "motivation": mark.motivation,
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def make_id(key: str, seen: dict[str, int]) -> str:
    """Make an id that depends on the key alone; keys that come again are counted."""
    seen[key] = seen.get(key, 0) + 1
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{key} {seen[key]}')}"


def make_selectors(raw: str, start: int, end: int, words: str) -> list[dict[str, Any]]:
    """Make the selectors of a passage: by its words and by its place; words that the text as given lacks (a headline put before) have no place."""
    if start == end:
        return [{"type": "TextQuoteSelector", "exact": words}]
    around = {"prefix": raw[max(start - AROUND, 0) : start], "suffix": raw[end : end + AROUND]}
    return [
        {"type": "TextQuoteSelector", "exact": raw[start:end], **{name: text for name, text in around.items() if text}},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def tag(values: Iterable[tuple[str, object]]) -> list[tuple[str, str]]:
    """Make tags of the form name:value, those without a value left out."""
    shown = [(name, format_cell(make_plain(value))) for name, value in values]
    return [("tagging", f"{name}:{mend_unseen(value)}") for name, value in shown if value]


def list_evidence(comparison: Comparison) -> Iterator[Mark]:
    """Yield the evidence: its pole, then axis, pole, voice, stance, weight and source as tags, and the reason."""
    axes = letter_axes(comparison)
    names = ("axis", "pole", "voice", "stance", "weight", "zone", "source", "source_actor", "source_group", "entry")
    rows = iter_columns(comparison.tables["evidence"], "article", "raw_start", "raw_end", "text", "reason", *names)
    for article, start, end, text, reason, *values in rows:
        axis = axes[values[0]][1]
        pole = axis.left if values[1] == axis.left.pole_id else axis.right
        bodies = [("classifying", pole.label), *tag(zip(("kind", *names), ("evidence", *values), strict=True)), ("describing", reason)]
        yield Mark(article, "classifying", [(start, end, text)], [(purpose, mend_unseen(said)) for purpose, said in bodies])


def list_loaded(comparison: Comparison) -> Iterator[Mark]:
    """Yield the loaded words with their tone."""
    rows = iter_columns(comparison.tables["loaded"], "article", "raw_start", "raw_end", "text", "tone", "voice", "zone", "term")
    for article, start, end, text, *values in rows:
        tags = tag(zip(("kind", "tone", "voice", "zone", "term"), ("loaded word", *values), strict=True))
        yield Mark(article, "tagging", [(start, end, text)], tags)


def list_attributions(comparison: Comparison) -> Iterator[Mark]:
    """Yield what sources are cited for, with who they are."""
    names = ("source", "actor", "group", "source_kind", "cue", "cue_grade", "kind")
    labels = ("source", "actor", "group", "source_kind", "cue", "cue_grade", "quotation")
    places = ("raw_content_start", "raw_content_end", "content", "raw_second_start", "raw_second_end", "second")
    for article, *row in iter_columns(comparison.tables["attributions"], "article", *places, *names):
        passages = [(start, end, text) for start, end, text in (row[:3], row[3:6]) if start >= 0]
        if passages:
            said = tag(zip(("kind", *labels), ("attribution", *row[6:]), strict=True))
            yield Mark(article, "identifying", passages, [("identifying", mend_unseen(row[6] or "no source given")), *said])


def list_claims(comparison: Comparison) -> Iterator[Mark]:
    """Yield the claims; the same claim has one tag in all articles."""
    names = ("claim", "kind", "value", "unit", "what", "voice", "source", "date_start", "date_end")
    labels = ("claim", "claim_kind", "value", "unit", "counted", "voice", "source", "date_start", "date_end")
    outlets = name_articles(comparison)
    told = tell_elsewhere(comparison, outlets)
    for article, start, end, text, *values in iter_columns(comparison.tables["claims"], "article", "raw_start", "raw_end", "text", *names):
        others = [outlets[one] for one in told[values[0]] if one != article]
        bodies = tag(zip(("kind", *labels), ("claim", *values), strict=True))
        bodies += [("linking", mend_unseen(f"told too by {', '.join(others)}"))] if others else []
        yield Mark(article, "tagging", [(start, end, text)], bodies)


def tell_elsewhere(comparison: Comparison, articles: Iterable[str]) -> dict[str, list[str]]:
    """Return for every claim the articles that tell it, in their order."""
    found: dict[str, set[str]] = {}
    order = list(articles)
    for claim, article in iter_columns(comparison.tables["claims"], "claim", "article"):
        found.setdefault(claim, set()).add(article)
    return {claim: [article for article in order if article in own] for claim, own in found.items()}
