"""Bars of shares as inline SVG: who the sources of an article are, told apart by pattern as well as by grey."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from framing.report.markup import show
from framing.report.words import say_percent, say_source_kind

WIDTH: Final = 340
HEIGHT: Final = 18
CLASSES: Final = {"named": "named", "anonymous": "unnamed", "pronoun": "pronoun"}
ORDER: Final = ("named", "anonymous", "pronoun", "document", "other", "none")
ROOM_FOR_FIGURE: Final = 0.1


class Bar(NamedTuple):
    """One part of a bar: the kind of source and its share, 0 to 1."""

    kind: str
    share: float


def render_bars(label: str, bars: Sequence[Bar]) -> Markup:
    """Render the shares of one article as a bar; a reader without eyes gets them as words."""
    parts, x = [], 0.0
    ranked = sorted(bars, key=lambda bar: ORDER.index(bar.kind))
    for bar in ranked:
        wide = bar.share * WIDTH
        name = CLASSES.get(bar.kind, "rest")
        parts.append(f'<rect class="bar {name}" x="{x:.1f}" y="1" width="{wide:.1f}" height="{HEIGHT - 2}"/>')
        if name in ("unnamed", "pronoun"):
            parts.append(f'<rect class="over" x="{x:.1f}" y="1" width="{wide:.1f}" height="{HEIGHT - 2}" fill="url(#{name}-pattern)"/>')
        if bar.share >= ROOM_FOR_FIGURE:
            middle = x + wide / 2
            parts.append(f'<rect class="ground" x="{middle - 17:.1f}" y="2.5" width="34" height="{HEIGHT - 5}" rx="3"/>')
            parts.append(f'<text x="{middle:.1f}" y="13" text-anchor="middle" font-size="11">{say_percent(bar.share)}</text>')
        x += wide
    said = ", ".join(f"{say_source_kind(bar.kind)} {say_percent(bar.share)}" for bar in ranked)
    open_tag = f'<svg class="bars" role="img" viewBox="0 0 {WIDTH} {HEIGHT}" aria-label="{show(f"{label}: {said}")}">'
    return Markup("".join([open_tag, *parts, "</svg>"]))
