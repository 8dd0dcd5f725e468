"""Whether a text is one whole article of news."""

from collections.abc import Callable

import pytest

Check = Callable[..., dict[str, str]]


def test_a_good_text(check: Check, good: str) -> None:
    """A whole article in order has nothing to mend."""
    assert check(good) == {}


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to continue reading.", "Already a subscriber? Sign in", "This article is for subscribers only.",
        "You’ve read your last free article.",
        "Register for free to read this story", "Subscriber only",
    ],
)  # fmt: skip
def test_paywall(check: Check, good: str, line: str) -> None:
    """The words of a paywall show a stub, also where they are set apart as page furniture."""
    assert line.split(".", maxsplit=1)[0].split("?", maxsplit=1)[0] in check(f"{good[:400]}.\n\n{line}")["paywall!"]


def test_a_text_about_paywalls(check: Check, good: str) -> None:
    """A long paragraph that speaks about paywalls is none."""
    long = "for the first time in March, when its owners, who had said for years that they never would, gave in to those who keep their books, " * 2
    assert "paywall!" not in check(f"{good}\n\nThe paper’s readers met the words “Subscribe to continue reading” {long}and wrote letters.")


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("On page sixty-one of the contract there is a clause that nobody has ever", "within a sentence"),
        ("The council will decide in the autumn [...]", "in dots"), ("The council will decide in the autumn, and then it …", "in dots"),
        ("The council will decide in the autumn. Read more", "offers more"),
        ("The post Ferry leaves late appeared first on The Jetty.", "offers more"),
    ],
)  # fmt: skip
def test_truncation(check: Check, good: str, end: str, said: str) -> None:
    """A text that ends within a sentence, in dots, or in an offer to read on may be cut short."""
    assert said in check(f"{good}\n\n{end}")["truncated!"]


@pytest.mark.parametrize("end", ["”", ".", "?", "!)", ".’", ". (Reporting by A. B.)"])
def test_ends_of_whole_texts(check: Check, good: str, end: str) -> None:
    """Quotation marks, brackets and other stops end a text well."""
    assert "truncated!" not in check(f"{good}\n\n“The council will look at the contract again in the autumn{end}")


def test_live_blog(check: Check, good: str) -> None:
    """Paragraphs that begin with the time of day show a live blog."""
    times = ("18:05", "6.40pm", "19:10 GMT", "9 pm", "25 min ago")
    text = "\n\n".join(f"{time} {paragraph}" for time, paragraph in zip(times, good.split("\n\n"), strict=False))
    assert "5 paragraphs begin with a time" in check(text)["live blog!"]


def test_maybe_a_live_blog(check: Check, good: str) -> None:
    """What only calls itself live is for a human to look at."""
    assert "Ferry delays: live updates" in check(f"Ferry delays: live updates\n\n{good}", headline="Ferry delays: live updates")["live blog"]


@pytest.mark.parametrize("second", ["HARWICK (AP) — The mayor said that she would not stand again.", "By Ana Reed and Ben Cole\n\nThe mayor left."])
def test_several_articles(check: Check, good: str, second: str) -> None:
    """A second dateline or byline far from the first shows that there are several articles in one file."""
    first = "By Ines Tarn\n\n" if second.startswith("By") else "QUILLHAVEN, May 2 — "
    text = f"Ferry leaves late\n\n{first}{good}\n\nMayor to go\n\n{second}\n\n{good[::-1]}"
    assert "several articles in one file?" in check(text)["several articles!"]


def test_one_article_with_one_dateline(check: Check, good: str) -> None:
    """A headline, byline and dateline together are one article."""
    assert "several articles!" not in check(f"Ferry leaves late\n\nBy Ines Tarn\n\nQUILLHAVEN, May 2 — {good}")


@pytest.mark.parametrize("line", ["Here at the Jetty we use cookies to serve you well.", "Straight to your inbox.", "Do like us on every channel."])
def test_boilerplate(check: Check, good: str, line: str) -> None:
    """A line of page furniture that the list of furniture does not know, and that so would count, is found."""
    paragraphs = good.split("\n\n")
    assert line[:20] in check("\n\n".join([*paragraphs[:3], line, *paragraphs[3:]]))["boilerplate"]


def test_menus_left(check: Check, good: str) -> None:
    """Several short lines in a row that end no sentence are a menu."""
    paragraphs = good.split("\n\n")
    menu = ["Weather this week in town", "Tide tables for the coast", "Where the gulls have gone", "Our readers and their boats"]
    assert "4 lines" in check("\n\n".join([*paragraphs[:3], *menu, *paragraphs[3:]]))["boilerplate"]


def test_mostly_furniture(check: Check) -> None:
    """A file that is mostly furniture is told."""
    furniture = "\n\n".join(["Advertisement", "No comments yet", "Back to top", "Share this article"] * 6)
    assert "page furniture" in check(f"The boat is late today.\n\n{furniture}")["boilerplate"]


@pytest.mark.parametrize("label", ["Opinion", "Editorial", "Letters to the editor"])
def test_opinion_by_label(check: Check, good: str, label: str) -> None:
    """A label at the top shows opinion."""
    assert "labelled" in check(f"{label}\n\n{good}")["opinion"]


@pytest.mark.parametrize("url", ["https://x.example.org/opinion/1", "https://x.example.org/commentisfree/2024/ferry"])
def test_opinion_by_address(check: Check, good: str, url: str) -> None:
    """So does the address."""
    assert "its address holds" in check(good, url=url)["opinion"]


def test_opinion_by_voice(check: Check, good: str) -> None:
    """So does a writer who says I; one who only quotes people who do is a reporter."""
    mine = "I have crossed this water all my life. I know the boats, and I know my neighbours, and I say this ends badly."
    assert "says I or my" in check(f"{good}\n\n{mine}")["opinion"]
    assert "opinion" not in check(f"{good}\n\n“{mine}”")


@pytest.mark.parametrize(
    ("unsure", "kind"),
    [
        ("text: the page says that it is not free to read in full", "paywall!"), ("text: the page says that it is a live blog", "live blog!"),
        ("kind: the page says that it is opinion", "opinion"), ("text: 5 words were found; it may be cut short", "truncated!"),
    ],
)  # fmt: skip
def test_what_the_page_said_of_itself(check: Check, good: str, unsure: str, kind: str) -> None:
    """What was not sure when the article was added is found again here."""
    assert kind in check(good, unsure=unsure)
