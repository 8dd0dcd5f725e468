"""The intake check over texts written here."""

from collections.abc import Callable

import pytest

from framing.articles.article import Article
from framing.evidence.lens import Lens, make_lens
from framing.intake.check import check_articles
from framing.topics.general import General

Check = Callable[..., dict[str, str]]
GOOD = """The last ferry of the evening left Quillhaven forty minutes late on Thursday, and most of the people on board had stopped looking.

“We were told about the engine at noon and about the crew at six,” said Dorrit Haskell, who crosses twice a week to see her mother.

The company that runs the line said in a statement that a pump had failed and that a second boat could not be made ready before dark.

The council has paid the company to keep four crossings a day since 2019. Last winter one in nine did not take place, according to its figures.

Councillor Imre Sand said the contract would be looked at again in the autumn. He declined to say whether another company had been asked to bid.

The next boat is due at seven in the morning, weather permitting, and the harbour office has asked passengers to telephone before they set out."""


@pytest.fixture(scope="session")
def lens(general: General) -> Lens:
    """The general lists without a topic."""
    return make_lens(general)


@pytest.fixture(scope="session")
def good() -> str:
    """A text with nothing to mend."""
    return GOOD


@pytest.fixture(scope="session")
def check(lens: Lens) -> Check:
    """A function that checks one text and returns what was found by kind, serious kinds with a ! behind them."""

    def run(text: str, **known: str) -> dict[str, str]:
        article = Article("a", "The Jetty", known.pop("headline", "Ferry leaves late"), text, **{"published": "2024-05-02", **known})
        table = check_articles([article], lens)
        return {f"{row['kind']}{'!' if row['level'] == 'serious' else ''}": row["what"] for row in table.to_dict("records")}

    return run
