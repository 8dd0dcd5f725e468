"""The speeds as a bar chart on a logarithmic scale: the pipeline between what it stands on and what others do."""

from html import escape
from math import log10

import pandas as pd

WIDTH, LEFT, ROW, TOP = 860, 370, 26, 34
LOWEST, HIGHEST = 0.05, 5_000.0
SHOWN = {"floors": "#8a8f98", "us-iraq": "#1f5f8b", "synthetic": "#1f5f8b", "peers": "#b4791f"}
"""Groups shown, with their colour; every bar has its name and figure beside it, so that none is told by colour alone."""


def draw_speeds(table: pd.DataFrame) -> str:
    """Return an SVG of all speeds of floors, pipeline and peers."""
    rows = table[(table["unit"] == "MB/s") & table["group"].isin(list(SHOWN))]
    height = TOP + ROW * len(rows) + 30
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="13" role="img">',
        "<title>Speed on one core in MB of text a second, logarithmic scale</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        '<text x="10" y="20" font-weight="bold">MB of text a second on one core (logarithmic scale)</text>',
    ]
    for at, (group, what, value) in enumerate(zip(rows["group"], rows["what"], rows["value"], strict=True)):
        name = f"{what} ({group})" if group in ("us-iraq", "synthetic") else what
        lines += draw_bar(TOP + ROW * at, name, value, SHOWN[group])
    return "\n".join([*lines, "</svg>", ""])


def draw_bar(y: int, name: str, value: float, colour: str) -> list[str]:
    """Return one bar with its name and figure."""
    share = (log10(max(value, LOWEST)) - log10(LOWEST)) / (log10(HIGHEST) - log10(LOWEST))
    length = share * (WIDTH - LEFT - 70)
    return [
        f'<text x="{LEFT - 8}" y="{y + 16}" text-anchor="end" fill="#1c1c1c">{escape(name)}</text>',
        f'<rect x="{LEFT}" y="{y + 4}" width="{length:.1f}" height="16" fill="{colour}"/>',
        f'<text x="{LEFT + length + 6:.1f}" y="{y + 16}" fill="#1c1c1c">{value:,.3g}</text>',
    ]
