"""The outlet registry: facts with their sources, found by name and address, every fault with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from framing.articles.outlets import COLUMN_NAMES, Registry, add_outlet, check_outlets, read_outlets
from framing.errors import FramingError

HEADER = ",".join(COLUMN_NAMES)
JETTY = "jetty,The Jetty,Jetty News,GB,en;cy,jetty.example;news.example/jetty,private,Quay Ltd,Register,2024-05,Sales,Report,2023,"
PIER = "pier,Pier Post,,FR,fr,news.example,public,,,,,,,"
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A function that writes a registry of some rows and returns its folder."""

    def run(*rows: str, folder: str = "own") -> Path:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "outlets.csv").write_text("\n".join([HEADER, *rows]) + "\n", "utf-8")
        return tmp_path / folder

    return run


@pytest.fixture
def registry(write: Write) -> Registry:
    """A registry of two outlets."""
    return read_outlets([write(JETTY, PIER)])


@pytest.mark.parametrize(("name", "found"), [("jetty", "jetty"), ("JETTY NEWS", "jetty"), ("Pier Post ", "pier"), ("Quay", ""), ("", "")])
def test_by_name(registry: Registry, name: str, found: str) -> None:
    """An outlet is found by id, name or alias, capitals and blanks aside."""
    one = registry.find_by_name(name)
    assert (one.id if one else "") == found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.jetty.example/a", "jetty"), ("http://en.jetty.example", "jetty"), ("https://jetty.example:8443/x?y#z", "jetty"),
        ("jetty.example", "jetty"),
        ("https://news.example/other", "pier"), ("https://news.example/jetty/1", "jetty"), ("https://news.example/jettyfish", "pier"),
        ("https://badjetty.example/", ""), ("https://jetty.example.evil.example/", ""), ("https://[::1", ""), ("", ""), ("no address", ""),
    ],
)  # fmt: skip
def test_by_address(registry: Registry, url: str, found: str) -> None:
    """An address belongs to the longest domain it lies under; hosts that only look alike do not."""
    one = registry.find_by_url(url)
    assert (one.id if one else "") == found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("jetty,The", "The Jetty,The", "id: 'The Jetty' is not allowed"), (",GB,", ",UK,", "country: 'UK' is not allowed; two capitals of ISO 3166"),
        (",GB,", ",,", "country: must not be empty"),
        ("en;cy", "english", "languages: 'english' is not allowed"), ("jetty.example;", "https://jetty.example;", "domains: 'https://jetty.example'"),
        ("jetty.example;", "www.jetty.example;", "domains: 'www.jetty.example'"), (",private,", ",good,", "type: 'good' is not allowed"),
        ("2024-05", "May 2024", "ownership_date: 'May 2024' is not allowed"),
        ("Register", "", "ownership_source: must not be empty where ownership is stated"),
        ("Sales", "", "funding_source: 'Report' is given without funding"),
    ],
)  # fmt: skip
def test_faults(write: Write, old: str, new: str, said: str) -> None:
    """Cells of a wrong shape, statements without a source and sources without a statement are faults with their line."""
    _, faults = check_outlets(write(PIER, JETTY.replace(old, new, 1)) / "outlets.csv")
    assert faults[0].line == 3
    assert faults[0].what.startswith(said)


@pytest.mark.parametrize("row", [PIER.replace("pier", "quay", 1), "x,Jetty,,GB,en,,party,,,,,,,", "jetty,Another,,GB,en,,party,,,,,,,"])
def test_names_and_domains_belong_to_one(write: Write, row: str) -> None:
    """A name, alias, id or domain that stands in two rows is a fault of the second."""
    _, faults = check_outlets(write(JETTY.replace("The Jetty", "Jetty", 1), PIER, row) / "outlets.csv")
    assert {fault.line for fault in faults} == {4}


def test_your_own_stands_in(write: Write) -> None:
    """An outlet of a later folder stands in for one of the same id; a folder without a registry has none."""
    found = read_outlets([write(JETTY, PIER), write(JETTY.replace("The Jetty", "New Jetty"), folder="more"), Path("none-such")])
    assert [one.name for one in found.outlets] == ["New Jetty", "Pier Post"]


def test_adding(write: Write) -> None:
    """An added outlet stands in order of id; one with a fault leaves the file as it was."""
    path = write(JETTY, PIER) / "outlets.csv"
    add_outlet(path, {"id": "mole", "name": "The Mole, Daily", "country": "IQ", "languages": "ar", "type": "party"})
    before = path.read_text("utf-8")
    assert [line.split(",")[0] for line in before.splitlines()] == ["id", "jetty", "mole", "pier"]
    with pytest.raises(FramingError, match="stands in line"):
        add_outlet(path, {"id": "mole", "name": "Other", "country": "IQ", "languages": "ar", "type": "party"})
    assert path.read_text("utf-8") == before


def test_adding_to_nothing(tmp_path: Path) -> None:
    """The first outlet makes the file."""
    add_outlet(tmp_path / "new" / "outlets.csv", {"id": "mole", "name": "Mole", "country": "IQ", "languages": "ar", "type": "party"})
    assert check_outlets(tmp_path / "new" / "outlets.csv")[1] == []
