"""Web annotations: the rules of the W3C model, selectors that find their words, ids that stay."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from framing.articles.article import Article
from framing.comparison.comparison import Comparison, compare_articles
from framing.report.formats.annotations import describe_sources, render_annotations

MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying", "linking", "moderating",
    "questioning", "replying", "tagging",
}  # fmt: skip
"""Those of the Web Annotation Vocabulary."""
IRI = re.compile(r"(?:urn:[a-z]+:|https?://)[^\s<>\"{}|\\^`]+")
each_corpus = pytest.mark.parametrize("name", ["compared", "untopical", "hostile", "poor", "differing", "mixed"])


def read(comparison: Comparison) -> dict[str, Any]:
    """Return the annotations, read again."""
    record: dict[str, Any] = json.loads(render_annotations(comparison))
    return record


def list_targets(record: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every annotation with each of its targets."""
    for item in record["first"]["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        yield from ((item, target) for target in targets)


@each_corpus
def test_the_collection_follows_the_model(name: str, request: pytest.FixtureRequest) -> None:
    """The context stands on top; collection and page have id, type, total and items."""
    record = read(request.getfixturevalue(name))
    assert record["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert record["type"] == "AnnotationCollection" and record["first"]["type"] == "AnnotationPage"
    assert record["total"] == len(record["first"]["items"]) and record["first"]["startIndex"] == 0
    assert record["generator"]["type"] == "Software"
    assert all(IRI.fullmatch(one) for one in (record["id"], record["first"]["id"], record["last"], record["generator"]["id"]))


@each_corpus
def test_every_annotation_follows_the_model(name: str, request: pytest.FixtureRequest) -> None:
    """Each has an id of its own, type, a motivation of the vocabulary, bodies of text with a purpose, and a target with source and selectors."""
    record = read(request.getfixturevalue(name))
    items = record["first"]["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation" and IRI.fullmatch(item["id"]) and item["motivation"] in MOTIVATIONS
        assert item["body"]
        for body in item["body"]:
            assert body["type"] == "TextualBody" and body["purpose"] in MOTIVATIONS and body["value"]
    for _, target in list_targets(record):
        assert target["type"] == "SpecificResource" and IRI.fullmatch(target["source"]["id"])
        assert [one["type"] for one in target["selector"]] in (["TextQuoteSelector"], ["TextQuoteSelector", "TextPositionSelector"])


@each_corpus
def test_selectors_find_their_words(name: str, request: pytest.FixtureRequest) -> None:
    """The place cuts the quoted words out of the text as given, and what stands before and behind is what the selector says."""
    comparison: Comparison = request.getfixturevalue(name)
    raws = {source["sha256"]: article.raw_text for article, source in describe_sources(comparison).values()}
    for _, target in list_targets(read(comparison)):
        raw, quote, *rest = raws[target["source"]["sha256"]], *target["selector"]
        for place in rest:
            start, end = place["start"], place["end"]
            assert raw[start:end] == quote["exact"] != ""
            assert raw[:start].endswith(quote.get("prefix", "")) and raw[end:].startswith(quote.get("suffix", ""))


def test_every_highlight_is_there(compared: Comparison) -> None:
    """As many as there are pieces of evidence, loaded words, attributions and claims; evidence tells axis, pole, voice, stance, weight, reason."""
    items = read(compared)["first"]["items"]
    kinds = [next(body["value"] for body in item["body"] if body["value"].startswith("kind:")) for item in items]
    wanted = {"evidence": compared.evidence, "loaded word": compared.loaded, "attribution": compared.attributions, "claim": compared.claims}
    assert {kind: kinds.count(f"kind:{kind}") for kind in wanted} == {kind: len(table) for kind, table in wanted.items()}
    told, row = [body["value"] for body in items[0]["body"]], compared.evidence.iloc[0]
    assert {f"{name}:{row[name]}" for name in ("axis", "pole", "voice", "stance", "zone", "weight")} <= set(told)
    assert row["reason"] in told


def test_ids_stay(compared: Comparison, seeds: Any) -> None:
    """The same articles give the same bytes, and an article that is left out takes only its own annotations along."""
    assert render_annotations(compared) == render_annotations(compare_articles(seeds, compared.topic))
    fewer = compare_articles(seeds.articles[:3], compared.topic)
    kept = {item["id"] for item in read(compared)["first"]["items"] if item["motivation"] == "classifying"}
    assert {item["id"] for item in read(fewer)["first"]["items"] if item["motivation"] == "classifying"} <= kept


def test_an_article_without_address_has_a_name(hostile: Comparison, compared: Comparison) -> None:
    """An address that is none of the web is no source; a shipped article's address is one."""
    assert {target["source"]["id"] for _, target in list_targets(read(hostile))} == {"urn:framing:article:one", "urn:framing:article:two"}
    assert {target["source"]["id"] for _, target in list_targets(read(compared))} == {article.url for article in compared.articles}


def test_hostile_text_is_escaped_and_whole(hostile: Comparison) -> None:
    """Characters that turn the direction of writing stand in the file as escapes only, and come back when it is read."""
    text = render_annotations(hostile)
    assert "\u202e" not in text and "\\u202e" in text
    assert any("\u202e" in selector.get("suffix", "") for _, target in list_targets(json.loads(text)) for selector in target["selector"])


def test_a_headline_the_text_lacks_has_no_place() -> None:
    """Words of a headline that is known from elsewhere are quoted without a place in the text."""
    comparison = compare_articles([Article("a", "One", "US occupation of Iraq goes on", "Rain fell in Basra.\n")], "us-iraq")
    found = [target["selector"] for _, target in list_targets(read(comparison)) if "occupation" in target["selector"][0]["exact"]]
    assert found and all([one["type"] for one in selectors] == ["TextQuoteSelector"] for selectors in found)
