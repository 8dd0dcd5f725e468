"""Adding articles to a corpus: each once, whole, with what is known and what is not sure."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from framing.articles.adding import Outcome, Wish, add_sources
from framing.articles.article_file import hash_raw
from framing.articles.corpus import read_articles
from framing.articles.fetching.page import Limits
from framing.articles.fetching.visitor import Visitor
from framing.articles.front_matter import read_front_matter
from framing.articles.outlets import Registry, read_outlets
from framing.errors import Fault

Add = Callable[..., list[Outcome | Fault]]
OUTLETS = """id,name,aliases,country,languages,domains,type,ownership,ownership_source,ownership_date,funding,funding_source,funding_date,note
quay-ledger,The Quay Ledger,Ledger,GB,en,ledger.example.org,private,,,,,,,
"""
TEXT = "The ferry came in late and nobody on the quay could say why, or when it would leave again. " * 8


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    """A registry of one outlet."""
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "outlets.csv").write_text(OUTLETS, "utf-8")
    return read_outlets([tmp_path / "lexicons"])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Where a corpus is to be."""
    return tmp_path / "corpus"


@pytest.fixture
def wish(registry: Registry) -> Wish:
    """A wish that goes to this computer without pause, on a day that does not change."""
    visitor = Visitor(Limits(seconds=2, seconds_in_all=5, allow_private=True), pause=0.0)
    return Wish(registry, visitor=visitor, now=lambda: datetime(2024, 5, 3, 12, tzinfo=UTC))


@pytest.fixture
def add(corpus: Path, wish: Wish) -> Add:
    """A function that adds sources to the corpus and returns what became of them."""
    return lambda *sources, **known: list(add_sources(map(str, sources), corpus, replace(wish, **known)))


def front_of(path: Path) -> dict[str, str]:
    """Read the front matter of a file."""
    return read_front_matter(path.read_text("utf-8")).values


def statuses(items: list[Outcome | Fault]) -> list[str]:
    """Return what became of each: its status, or the fault."""
    return [item.status if isinstance(item, Outcome) else str(item) for item in items]


def test_a_saved_page(add: Add, corpus: Path, page_folder: Path) -> None:
    """A page becomes a text file named after outlet, day and headline, with its raw form beside it; the outlet comes from the registry."""
    assert statuses(add(page_folder / "newsarticle.html")) == ["added"]
    path = corpus / "quay-ledger-2024-05-02-ferry-leaves-late-again.txt"
    front = front_of(path)
    data = (page_folder / "newsarticle.html").read_bytes()
    assert front.pop("extraction").startswith("trafilatura")
    assert front == {
        "outlet": "The Quay Ledger", "headline": "Ferry leaves late again", "byline": "Ottilie Marsh, Ben Cole", "published": "2024-05-02",
        "url": "https://ledger.example.org/news/ferry-late", "language": "en", "source": "newsarticle.html", "sha256": hash_raw(data),
        "raw": f"raw/{hash_raw(data)[:16]}.html",
    }  # fmt: skip
    assert (corpus / front["raw"]).read_bytes() == data
    (article,) = read_articles(corpus)
    assert (article.outlet, article.published, article.language) == ("The Quay Ledger", "2024-05-02", "en")


def test_the_same_twice(add: Add, corpus: Path, page_folder: Path) -> None:
    """The same source again, in this run or the next, under its own name or another, changes nothing."""
    page = page_folder / "newsarticle.html"
    assert statuses(add(page, page)) == ["added", "there already"]
    before = {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()}
    assert statuses(add(page)) == ["there already"]
    assert {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()} == before


def test_nothing_is_replaced(add: Add, corpus: Path, tmp_path: Path, page_folder: Path) -> None:
    """A page that has changed since does not replace the article; a file that was edited by hand stays."""
    add(page_folder / "newsarticle.html")
    (path,) = corpus.glob("*.txt")
    edited = path.read_text("utf-8").replace("forty minutes", "an hour")
    path.write_text(edited, "utf-8")
    (tmp_path / "new.html").write_text((page_folder / "newsarticle.html").read_text("utf-8").replace("forty", "fifty"), "utf-8")
    (outcome,) = add(tmp_path / "new.html")
    assert isinstance(outcome, Outcome) and outcome.status == "there already"
    assert outcome.unsure == ("text: the source differs from the one this file was made from; delete the file to take the new one",)
    assert path.read_text("utf-8") == edited


def test_two_articles_of_one_name(add: Add, corpus: Path, tmp_path: Path) -> None:
    """Two articles of one outlet, day and headline are two files."""
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(f"---\noutlet: The Jetty\nheadline: Late\npublished: 2024-05-02\n---\n{TEXT}{number}", "utf-8")
    assert statuses(add(tmp_path / "1.txt", tmp_path / "2.txt")) == ["added", "added"]
    assert len(list(corpus.glob("the-jetty-2024-05-02-late*.txt"))) == 2


def test_an_outlet_that_is_not_known(add: Add, corpus: Path, page_folder: Path) -> None:
    """A page of an unknown outlet is a fault that says how to name it; the others go through."""
    said = statuses(add(page_folder / "opengraph.html", page_folder / "newsarticle.html"))
    assert said[0].startswith("opengraph.html: outlet is not known: https://post.example.org/2024/ferry is under no domain of outlets.csv")
    assert "(the source calls itself 'Harbour Post'); name it with --outlet" in said[0]
    assert said[1] == "added"


def test_given_fields(add: Add, corpus: Path, page_folder: Path) -> None:
    """Outlet, event and language can be given; a name or alias of the registry becomes the outlet's own name."""
    add(page_folder / "bare.html", outlet="ledger", event="ferry", language="en")
    (path,) = corpus.glob("*.txt")
    front = front_of(path)
    assert (front["outlet"], front["event"], front["language"]) == ("The Quay Ledger", "ferry", "en")
    assert front["unsure"].endswith("published: no date was found")


def test_the_corpus_names_the_event(add: Add, corpus: Path, page_folder: Path) -> None:
    """Without --event the id of the corpus' event.toml is written."""
    corpus.mkdir()
    (corpus / "event.toml").write_text('event_id = "the-ferry"\n', "utf-8")
    add(page_folder / "newsarticle.html")
    (path,) = corpus.glob("*.txt")
    assert front_of(path)["event"] == "the-ferry"


def test_a_language_that_differs(add: Add, corpus: Path, tmp_path: Path) -> None:
    """A text in another language than its source says is told, and the text is believed."""
    french = "Le bateau est parti en retard et personne ne sait pourquoi. " * 5
    (tmp_path / "a.txt").write_text(f"---\noutlet: X\nlanguage: en\n---\n{french}", "utf-8")
    (outcome,) = add(tmp_path / "a.txt")
    assert isinstance(outcome, Outcome)
    assert "language: the source says English, the text reads as French" in outcome.unsure
    (path,) = corpus.glob("*.txt")
    assert front_of(path)["language"] == "fr"


def test_forged_front_matter(add: Add, corpus: Path, page_folder: Path) -> None:
    """What a hostile page writes into its fields stays inside them: no field is forged, and the file is read as it was written."""
    add(page_folder / "hostile.html", outlet="The Jetty")
    (article,) = read_articles(corpus)
    assert (article.outlet, article.fictional) == ("The Jetty", False)
    assert article.headline.startswith("Line one fictional: true ---")


def test_dry_run(add: Add, corpus: Path, page_folder: Path, server: Any) -> None:
    """A dry run says what would be added and fetched, and writes and asks nothing."""
    said = statuses(add(page_folder / "newsarticle.html", f"{server.home}/amp.html", dry_run=True))
    assert said == ["would be added", "would be fetched"]
    assert not corpus.exists() and server.asked == []


def test_refused(add: Add, corpus: Path, page_folder: Path) -> None:
    """An article that is refused is a fault with the reasons, and nothing is written."""
    said = statuses(add(page_folder / "newsarticle.html", accept=lambda article: [f"short: {article.headline}"]))
    assert said == ["newsarticle.html: is refused: short: Ferry leaves late again"]
    assert not corpus.exists()


def test_an_address(add: Add, corpus: Path, server: Any) -> None:
    """A fetched page has the address that was asked for as its source, and the time."""
    assert statuses(add(f"{server.home}/newsarticle.html")) == ["added"]
    (path,) = corpus.glob("*.txt")
    front = front_of(path)
    assert (front["source"], front["fetched"]) == (f"{server.home}/newsarticle.html", "2024-05-03T12:00:00+00:00")
    assert "url: fetched from" in front["unsure"]


def test_what_was_fetched_is_not_fetched_again(add: Add, corpus: Path, server: Any) -> None:
    """A run that is begun again goes on where it ended: pages that are there are not asked for."""
    add(f"{server.home}/newsarticle.html")
    server.asked.clear()
    assert statuses(add(f"{server.home}/newsarticle.html?utm_source=letter#top")) == ["there already"]
    assert server.asked == []


def test_a_feed(add: Add, corpus: Path, server: Any) -> None:
    """The entries of a feed are fetched; one that robots.txt forbids is a fault and the other goes through."""
    said = statuses(add(f"{server.home}/feed"))
    assert said[0] == "added" and "robots.txt does not allow it" in said[1]
    assert statuses(add(f"{server.home}/feed"))[0] == "there already"


@pytest.mark.parametrize("path", ["none.html", "picture", "loop", "bomb", "endless", "latin"])
def test_bad_pages(add: Add, corpus: Path, server: Any, wish: Wish, path: str) -> None:
    """A page that cannot be had is a fault and leaves nothing behind; one in the wrong letters is added with a doubt."""
    wish.visitor.limits = replace(wish.visitor.limits, n_bytes=500_000)
    (item,) = add(f"{server.home}/{path}", outlet="The Jetty")
    if path == "latin":
        assert isinstance(item, Outcome) and item.unsure[0].startswith("letters: the page claims to be in utf-8")
        assert "été" not in read_articles(corpus)[0].raw_text and "fermé à midi" in read_articles(corpus)[0].raw_text
    else:
        assert isinstance(item, Fault)
        assert not corpus.exists()


def test_a_folder_of_pages(add: Add, corpus: Path, page_folder: Path) -> None:
    """A folder stands for its files."""
    said = statuses(add(page_folder, outlet="The Jetty"))
    assert said.count("added") == len(list(page_folder.iterdir()))


CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from framing.articles.adding import Wish, add_sources
from framing.articles.outlets import Registry
for number, item in enumerate(add_sources(sys.argv[2:], Path(sys.argv[1]), Wish(Registry(()), outlet="The Jetty"))):
    print(number, flush=True)
"""


def test_killed_in_the_middle(add: Add, corpus: Path, tmp_path: Path, repository: Path) -> None:
    """A run that is killed leaves whole articles only; the next run adds the rest and no article twice."""
    rows = [f'{{"title": "Article {number}", "text": "{number} {TEXT * 20}"}}' for number in range(400)]
    (tmp_path / "many.jsonl").write_text("\n".join(rows), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(repository)}
    arguments = [sys.executable, "-c", CHILD, str(corpus), str(tmp_path / "many.jsonl")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, env=environment, text=True) as child:
        assert child.stdout
        for _ in range(25):
            child.stdout.readline()
        child.send_signal(signal.SIGKILL)
    there = sorted(corpus.glob("*.txt"))
    assert 25 <= len(there) < 400
    for path in there:
        front = front_of(path)
        assert path.read_text("utf-8").endswith("leave again.\n")
        assert hash_raw((corpus / front["raw"]).read_bytes()) == front["sha256"]
    said = statuses(add(tmp_path / "many.jsonl", outlet="The Jetty"))
    assert (said.count("there already"), said.count("added")) == (len(there), 400 - len(there))
    assert len({front_of(path)["sha256"] for path in corpus.glob("*.txt")}) == 400


def test_a_day_to_come(add: Add, corpus: Path, tmp_path: Path) -> None:
    """A day of publication after today is told and kept in the file, whose article says so once."""
    (tmp_path / "a.txt").write_text("---\nsource: The Jetty\ntitle: Late\ndate: 2042-10-16\n---\nThe boat came at nine.", "utf-8")
    (outcome,) = add(tmp_path / "a.txt")
    assert isinstance(outcome, Outcome) and "published: 2042-10-16 is after the day it was taken" in outcome.unsure
    (article,) = read_articles(corpus)
    assert (article.outlet, article.headline, article.unsure) == ("The Jetty", "Late", "published: 2042-10-16 is after the day it was taken")
