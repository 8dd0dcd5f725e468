"""Files of articles: what is written is read again, and names are the same for the same article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.articles.article_file import UNPRINTABLE, name_file, write_article
from framing.articles.front_matter import read_front_matter

VALUES = [
    "Plain", "Late: again", "# none", "- list", "yes", "2024-05-02", "1.5", "“Quoted”", 'a "b" \\ c', "[x]",
    "{y}", "*a", "&b", "!c", "%d", "@e", "`f", "a #b", "'",
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_values_are_read_as_written(value: str) -> None:
    """Whatever YAML would make of a value, it comes back as it was."""
    front = read_front_matter(write_article({"headline": value}, "Text"))
    assert (front.values, front.wrong) == ({"headline": value}, "")


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_value_and_text(value: str, text: str) -> None:
    """No value forges another field or ends the front matter, and the text stands behind it."""
    content = write_article({"outlet": "X", "headline": value}, text)
    front = read_front_matter(content)
    kept = UNPRINTABLE.sub(" ", value).strip()
    assert front.values == ({"outlet": "X", "headline": kept} if value else {"outlet": "X"})
    assert content[front.text_start :] == text.strip("\n").encode("utf-8", "replace").decode() + "\n"


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("The Jetty", "2024-05-02", "Late"), "the-jetty-2024-05-02-late"), (("Ñandú Día", "", "Él llegó"), "nandu-dia-el-llego"),
        (("جريدة", "2024-05-02", "خبر"), "جريدة-2024-05-02-خبر"), (("../../etc", "", "passwd"), "etc-passwd"), (("", "", ""), "outlet"),
        (("A", "", "word " * 40), "a-" + "-".join(["word"] * 12)),
    ],
)  # fmt: skip
def test_names(parts: tuple[str, str, str], name: str) -> None:
    """Names hold letters, digits and hyphens only, whatever the headline, and are cut at a word."""
    assert name_file(*parts) == name
