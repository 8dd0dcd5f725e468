"""The pool: a worker that is killed costs the article that kills it, and Ctrl-C leaves nothing half done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from framing.articles.article import Article
from framing.pipeline import parts
from framing.pipeline.parts import Part, Result
from framing.pipeline.pool import score_in_pool
from framing.pipeline.scoring import load_lens

TOPIC = "harbour"
TEXT = "The harbour is a blessing. Boats bleed all of the coast. Number {}."


@pytest.fixture
def stream() -> list[Part]:
    """Eight parts of three articles."""
    return [[Article(f"n{3 * at + more}", "o", "", TEXT.format(3 * at + more)) for more in range(3)] for at in range(8)]


def kill_on(word: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """Return an analysis that kills its process where an article holds a word."""

    def analyse(articles: Sequence[Article], lens: object) -> object:
        if any(word in article.raw_text for article in articles):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(articles, lens)

    return analyse


def name_articles(results: Iterator[Result]) -> tuple[list[str], list[str]]:
    """Return the articles scored, in order, and the faults."""
    scored, faults = [], []
    for scores, found in results:
        scored += [article_id for one in scores for article_id in one.article_ids]
        faults += [str(fault) for fault in found]
    return scored, faults


def test_an_article_that_kills_its_worker_is_left_out(
    write_topic: Callable[..., Path], stream: list[Part], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All other articles are scored, in order; the one is named."""
    lens = load_lens(TOPIC, write_topic())
    monkeypatch.setattr(parts, "screen_articles", kill_on("Number 10.", parts.screen_articles))
    scored, faults = name_articles(score_in_pool(iter(stream), lens, 2))
    assert scored == [f"n{at}" for at in range(24) if at != 10]
    assert faults == ["n10: could not be analysed (its process was killed, perhaps for lack of memory); it is left out"]


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C ends the program soon, with one line and no file."""
    corpus = tmp_path / "corpus.csv"
    corpus.write_text("text\n" + "".join(f'"{TEXT.format(at)}"\n' for at in range(60_000)), "utf-8")
    out = tmp_path / "out" / "scores.csv"
    code = "from framing.cli.main import run; run()"
    command = [sys.executable, "-c", code, "score", str(corpus), "--topic", "us-iraq", "--workers", "2", "--out", str(out)]
    with subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, text=True) as ran:
        while ran.poll() is None and not out.parent.exists():
            time.sleep(0.05)
        time.sleep(0.5)
        os.killpg(ran.pid, signal.SIGINT)
        _, told = ran.communicate(timeout=30)
    assert ran.returncode == 1
    assert told.strip().splitlines()[-1] == "Aborted!"
    assert "Traceback" not in told
    assert not list(out.parent.iterdir())
