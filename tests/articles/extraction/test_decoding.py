"""The letters of a page, whatever it claims."""

import pytest

from framing.articles.extraction.decoding import decode_page

TEXT = "café “à” midi"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode(), ""), (TEXT.encode(), "iso-8859-1"), (TEXT.encode("utf-8-sig"), ""), (TEXT.encode("utf-16"), ""),
        (TEXT.encode("cp1252"), "windows-1252"), (b"<meta charset='cp1252'>" + TEXT.encode("cp1252"), ""),
        (TEXT.encode("cp1252"), "utf-8"), (TEXT.encode("cp1252"), "no-such-set"), (TEXT.encode("cp1252"), "base64"),
    ],
)  # fmt: skip
def test_letters(data: bytes, charset: str) -> None:
    """Marks, UTF-8 that is called otherwise, claims that hold and claims that do not: the letters are right."""
    assert decode_page(data, charset)[0].removeprefix("<meta charset='cp1252'>") == TEXT


def test_other_scripts() -> None:
    """A page in the set it claims is read by it."""
    assert decode_page("Паром опоздал".encode("windows-1251"), "windows-1251") == ("Паром опоздал", "")


@pytest.mark.parametrize(("charset", "said"), [("", "does not say"), ("utf-8", "claims to be in utf-8, which it is not")])
def test_doubt(charset: str, said: str) -> None:
    """A page that claims nothing or something wrong is read as cp1252, and this is told."""
    assert said in decode_page(TEXT.encode("cp1252"), charset)[1]
