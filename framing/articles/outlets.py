"""The outlet registry: who publishes, from where, who owns and who pays, each with its source; facts only, never a score."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from framing.articles.countries import read_countries
from framing.errors import Fault, FramingError
from framing.files import open_whole
from framing.rows import Check, Columns, Row, filled, one_of, read_rows

FILE_NAME = "outlets.csv"
TYPES = ("agency", "state", "public", "private", "party", "think tank")
STATEMENTS = ("ownership", "funding")


@dataclass(frozen=True)
class Outlet:
    """One outlet; `ownership` and `funding` are statements of fact, each with where it was read and when ("" where not known)."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    languages: tuple[str, ...]
    domains: tuple[str, ...]
    type: str
    ownership: str
    ownership_source: str
    ownership_date: str
    funding: str
    funding_source: str
    funding_date: str
    note: str


COLUMN_NAMES = tuple(field.name for field in fields(Outlet))
LISTS = ("aliases", "languages", "domains")


def each(check: Check) -> Check:
    """Make the check that every part of a `;` list passes a check."""
    return lambda cell: next((wrong for part in split(cell) if (wrong := check(part))), "")


def shaped(pattern: str, allowed: str) -> Check:
    """Make the check that a cell is empty or has a shape."""
    return lambda cell: "" if not cell or re.fullmatch(pattern, cell) else f"{cell!r} is not allowed; {allowed}"


def split(cell: str) -> tuple[str, ...]:
    """Return the parts of a `;` list."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def known_country(cell: str) -> str:
    """Check that a cell is a country of ISO 3166."""
    return "" if cell in read_countries() else f"{cell!r} is not allowed; two capitals of ISO 3166 are, such as GB (general/countries.csv lists them)"


DATE = shaped(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", "a date like 2024-05-02, 2024-05 or 2024 is")
DOMAIN = shaped(r"(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._~-]+)*", "a host in small letters without https: and www. is, such as example.org")
LANGUAGE = shaped(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", "BCP 47 tags are, such as en, pt-BR or zh-Hant")
SHAPES = Columns(
    COLUMN_NAMES,
    {
        "id": lambda cell: filled(cell) or shaped(r"[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and hyphens are")(cell),
        "name": filled,
        "country": lambda cell: filled(cell) or known_country(cell),
        "languages": lambda cell: filled(cell) or each(LANGUAGE)(cell),
        "domains": each(DOMAIN),
        "type": one_of(*TYPES),
        "ownership_date": DATE,
        "funding_date": DATE,
    },
)


@dataclass(frozen=True)
class Registry:
    """Outlets, found by id, name, alias or address."""

    outlets: tuple[Outlet, ...]

    def find_by_name(self, name: str) -> Outlet | None:
        """Return the outlet of an id, name or alias, capitals aside; None where it is not listed."""
        wanted = name.strip().casefold()
        return next((one for one in self.outlets if wanted in (word.casefold() for word in (one.id, one.name, *one.aliases))), None)

    def find_by_url(self, url: str) -> Outlet | None:
        """Return the outlet a page belongs to: the longest listed domain (with its path, where it has one) that the address lies under."""
        address = make_address(url)
        found = [(len(domain), one) for one in self.outlets for domain in one.domains if is_under(address, domain)]
        return max(found, key=lambda pair: pair[0])[1] if found else None


def make_address(url: str) -> str:
    """Return host and path of a page's URL, as domains are written; "" where it is none.

    >>> make_address("https://www.Example.org:8080/news/1.html?x=1")
    'example.org/news/1.html'
    """
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
        return (parts.hostname or "").removeprefix("www.") + parts.path
    except ValueError:
        return ""


def is_under(address: str, domain: str) -> bool:
    """Tell whether an address lies under a domain: on that host or one below it, and under its path.

    >>> is_under("en.example.org/a", "example.org"), is_under("badexample.org/a", "example.org")
    (True, False)
    """
    host, _, path = address.partition("/")
    wanted_host, _, wanted_path = domain.partition("/")
    same_host = host == wanted_host or host.endswith(f".{wanted_host}")
    return same_host and (not wanted_path or f"{path}/".startswith(f"{wanted_path}/"))


def read_outlets(folders: Iterable[Path]) -> Registry:
    """Read the registries of lexicon folders; an outlet of a later folder stands in for one of the same id.

    A folder without outlets.csv has none. Raises FramingError with every fault of the files.
    """
    found: dict[str, Outlet] = {}
    faults: list[Fault] = []
    for folder in folders:
        if (folder / FILE_NAME).exists():
            outlets, wrong = check_outlets(folder / FILE_NAME)
            faults += wrong
            found.update((one.id, one) for one in outlets)
    if faults:
        raise FramingError(*faults)
    return Registry(tuple(found.values()))


def check_outlets(path: Path) -> tuple[list[Outlet], list[Fault]]:
    """Read one outlets.csv as (outlets, faults): cells of a wrong shape, statements without source or date, names or domains used twice."""
    rows, faults = read_rows(path, SHAPES)
    faults += [Fault(str(path), row.line, what) for row in rows for what in find_unsourced(row)]
    outlets = [make_outlet(row) for row in rows]
    seen: dict[tuple[str, str], int] = {}
    for row, outlet in zip(rows, outlets, strict=True):
        names = {word.casefold() for word in (outlet.id, outlet.name, *outlet.aliases)}
        for kind, key in [*(("name", name) for name in sorted(names)), *(("domain", domain) for domain in outlet.domains)]:
            other = seen.setdefault((kind, key), row.line)
            if other != row.line:
                faults.append(Fault(str(path), row.line, f"{kind}: {key!r} stands in line {other} already; each belongs to one outlet"))
    return outlets, faults


def find_unsourced(row: Row) -> list[str]:
    """Return what a row states without source or date, and sources without a statement."""
    found = []
    for statement in STATEMENTS:
        source, date = f"{statement}_source", f"{statement}_date"
        if row[statement]:
            found += [f"{name}: must not be empty where {statement} is stated" for name in (source, date) if not row[name]]
        else:
            found += [f"{name}: {row[name]!r} is given without {statement}" for name in (source, date) if row[name]]
    return found


def make_outlet(row: Row) -> Outlet:
    """Make an outlet from a row."""
    return Outlet(**{name: split(row[name]) if name in LISTS else row[name] for name in COLUMN_NAMES})  # type: ignore[arg-type]


def add_outlet(path: Path, values: dict[str, str]) -> None:
    """Add an outlet to an outlets.csv (made where it is not there), rows kept in order of id.

    Raises FramingError with every fault the file would have then; it is written whole or left as it was.
    """
    text = path.read_text("utf-8") if path.exists() else f"{','.join(COLUMN_NAMES)}\n"
    header, *lines = text.splitlines()
    names = [name.strip() for name in header.split(",")]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([values.get(name, "") for name in names])
    with open_whole(path) as unfinished:
        unfinished.write_text("\n".join([header, *sorted([*lines, out.getvalue().rstrip("\n")])]) + "\n", "utf-8", newline="")
        _, faults = check_outlets(unfinished)
        if faults:
            raise FramingError(*(Fault(str(path), fault.line, fault.what) for fault in faults))
