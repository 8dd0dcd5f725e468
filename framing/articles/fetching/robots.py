"""What a site's robots.txt asks of us (RFC 9309): the longest rule that fits a path decides, and how long to wait between pages."""

import re
from dataclasses import dataclass
from typing import Final

AGENT: Final = "framing"
LONGEST_FILE: Final = 500_000
LONGEST_WAIT: Final = 60.0
LINE: Final = re.compile(r"^\s*([A-Za-z-]+)\s*:\s*([^#]*)")


@dataclass(frozen=True)
class Robots:
    """Rules as (path pattern, allowed), and seconds to wait between two pages."""

    rules: tuple[tuple[str, bool], ...] = ()
    wait: float = 0.0

    def allows(self, path: str) -> bool:
        """Tell whether a path may be fetched; of rules equally long the one that allows wins."""
        fitting = [(len(pattern), allowed) for pattern, allowed in self.rules if fits(pattern, path)]
        return max(fitting)[1] if fitting else True


NOTHING_ALLOWED: Final = Robots((("/", False),))


def read_robots(text: str) -> Robots:
    """Read a robots.txt: the groups that name us, else those for everybody.

    >>> read_robots("User-agent: *\\nDisallow: /private\\nAllow: /private/open").allows("/private/open/1")
    True
    """
    groups: dict[str, list[tuple[str, bool]]] = {}
    waits: dict[str, float] = {}
    agents: list[str] = []
    in_rules = False
    for line in text[:LONGEST_FILE].splitlines():
        if not (found := LINE.match(line)):
            continue
        key, value = found[1].lower(), found[2].strip()
        if key == "user-agent":
            agents = [value.lower()] if in_rules else [*agents, value.lower()]
            in_rules = False
            groups.setdefault(value.lower(), [])
        elif key in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            for agent in agents:
                if key == "crawl-delay":
                    waits[agent] = read_wait(value)
                elif value:
                    groups[agent].append((value, key == "allow"))
    name = AGENT if AGENT in groups else "*"
    return Robots(tuple(groups.get(name, ())), waits.get(name, 0.0))


def read_wait(value: str) -> float:
    """Return the seconds to wait that a file asks for, at most a minute."""
    return min(float(value), LONGEST_WAIT) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", value) else 0.0


def fits(pattern: str, path: str) -> bool:
    """Tell whether a rule's pattern fits the beginning of a path; * is any stretch, $ at the end the end. Takes linear time.

    >>> fits("/*.pdf$", "/a/b.pdf"), fits("/*.pdf$", "/a/b.pdf?x"), fits("/a", "/abc")
    (True, False, True)
    """
    to_end = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not pieces:
        return not to_end or path == first
    last = pieces.pop() if to_end else ""
    at = len(first)
    for piece in pieces:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return len(path) - len(last) >= at and path.endswith(last)
