"""What the first lines of a plain text say of the article: the headline, "By NAME" and a line with a date, above the first long paragraph."""

import re
from typing import Final, NamedTuple

from framing.articles.extraction.draft import find_date, tidy_line
from framing.articles.months import MONTHS

MONTH: Final = rf"({'|'.join(MONTHS)})[a-z]*\.?"
BEFORE: Final = r"(?:\w+[,:]? ){0,2}(?:\d\d?[:.]\d\d,? )?"
TIME: Final = r"[ ,|·–-]*(?:at )?[\d:.]*(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
DAY_FIRST: Final = re.compile(rf"{BEFORE}(\d\d?)(?:st|nd|rd|th)? {MONTH},? (\d{{4}})\b{TIME}", re.IGNORECASE)
MONTH_FIRST: Final = re.compile(rf"{BEFORE}{MONTH} (\d\d?)(?:st|nd|rd|th)?,? (\d{{4}})\b{TIME}", re.IGNORECASE)
ISO_FIRST: Final = re.compile(rf"(?:\w+[,:]? ){{0,2}}(\d{{4}}-\d\d-\d\d)(?:T[\d:]+)?\b{TIME}")
BY_NAME: Final = re.compile(r"(?:By:?|BY:?) ([A-Z][\w'’.-]*(?:,? (?:and |de |van |von |bin |al-)?[A-Z][\w'’.-]*){1,7})")
MOST_LINES: Final = 10
LONGEST_LINE: Final = 200
HEADLINE_WORDS: Final = (5, 30)


class FirstLines(NamedTuple):
    """What stands on the first lines; "" for what does not."""

    headline: str
    byline: str
    published: str


def read_first_lines(text: str) -> FirstLines:
    """Read the first lines of a plain text; the headline is taken only where a byline or a date stands below it.

    >>> read_first_lines("The Jetty\\n\\nFerry leaves late again on Thursday\\n\\nBy Ana Brook\\n16 October 2024, 06:30\\n\\nIt came.")
    FirstLines(headline='Ferry leaves late again on Thursday', byline='Ana Brook', published='2024-10-16')
    """
    headline = byline = published = ""
    for line in [tidy_line(line) for line in text.split("\n") if line.strip()][:MOST_LINES]:
        name, day = BY_NAME.fullmatch(line), read_day(line)
        if name and not byline:
            byline = name[1]
        elif day and not published:
            published = day
        elif len(line) > LONGEST_LINE or line.endswith(".") or byline or published:
            break
        elif not headline and HEADLINE_WORDS[0] <= len(line.split()) <= HEADLINE_WORDS[1]:
            headline = line
    return FirstLines(headline if byline or published else "", byline, published)


def read_day(line: str) -> str:
    """Return the day a line that holds nothing but a date names, as 2024-05-02, "" for none.

    >>> read_day("Updated: October 16th, 2024 at 6.30 am"), read_day("Since 16 October 2024 nothing has moved."), read_day("31 Feb 2024")
    ('2024-10-16', '', '')
    """
    if line.endswith((".", "!", "?")):
        return ""
    if found := DAY_FIRST.fullmatch(line):
        day, month, year = found.groups()
    elif found := MONTH_FIRST.fullmatch(line):
        month, day, year = found.groups()
    elif found := ISO_FIRST.fullmatch(line):
        return find_date(found[1])
    else:
        return ""
    return find_date(f"{year}-{MONTHS.index(month.lower()) + 1:02}-{int(day):02}")
