"""One axis as a figure: a row per article, its own voice and the attributed one, each with its interval, as inline SVG."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from framing.report.markup import show
from framing.report.words import VOICES, say_interval, say_number, say_too_little
from framing.topics.frame import Axis

WIDTH: Final = 340
MARGIN: Final = 8
TOP: Final = 62
ROW: Final = 58
LANES: Final = {"own": 26, "attributed": 42}
FEW_ROWS: Final = 12
"""Of more rows, each is drawn flatter."""
FLAT_ROW: Final = 36
FLAT_LANES: Final = {"own": 19, "attributed": 29}
MOST_LETTERS: Final = 44
POLE_LETTERS: Final = 40
LINE: Final = 17
GAP_LETTER: Final = 5.7
NAME_LETTER: Final = 7.6


@dataclass(frozen=True)
class Mark:
    """One score to draw: bias and interval in [-1, 1] (nan: too little evidence), n, its sentences, how much more is needed."""

    bias: float
    low: float
    high: float
    n: int
    n_sentences: int
    needed: int

    @property
    def is_shown(self) -> bool:
        """Whether there is enough evidence for a mark."""
        return self.needed == 0

    def __str__(self) -> str:
        """Say the score in words."""
        if not self.is_shown:
            return say_too_little(self.n, self.n_sentences, self.needed)
        return f"{say_number(self.bias)}, interval {say_interval(self.low, self.high)}, n={self.n}"


@dataclass(frozen=True)
class FigureRow:
    """One article's row: its label, and its mark in own and in attributed voice."""

    label: str
    own: Mark
    attributed: Mark


def render_figure(axis: Axis, letter: str, rows: Sequence[FigureRow]) -> Markup:
    """Render an axis as inline SVG, left pole at -1, right pole at +1; `letter` tells the figures of a page apart.

    Readable without colour (filled circle: own voice; open diamond: attributed), with a title and a description for screen readers.
    """
    top = TOP + (LINE if is_long(axis) else 0)
    is_flat = len(rows) > FEW_ROWS
    step = FLAT_ROW if is_flat else ROW
    height = top + step * len(rows) + 8
    name = f"figure-{letter.lower()}"
    said = "; ".join(f"{row.label}: own voice {row.own}; attributed {row.attributed}" for row in rows)
    parts = [
        f'<svg class="figure" role="img" viewBox="0 0 {WIDTH} {height}" aria-labelledby="{name}-title {name}-desc" font-size="12.5">',
        f'<title id="{name}-title">{show(f"{axis.label}: {axis.left.label} to {axis.right.label}")}</title>',
        f'<desc id="{name}-desc">{show(f"From −1 ({axis.left.label}) to +1 ({axis.right.label}). {said}.")}</desc>',
        *draw_scale(axis, top, height),
    ]
    for number, row in enumerate(rows):
        parts += draw_row(row, top + step * number, FLAT_LANES if is_flat else LANES)
    return Markup("\n".join([*parts, "</svg>"]))


def place(value: float) -> float:
    """Return where a figure from -1 to 1 stands."""
    return WIDTH / 2 + value * (WIDTH / 2 - MARGIN)


def is_long(axis: Axis) -> bool:
    """Tell whether the names of an axis' poles need a line each."""
    return len(axis.left.label) + len(axis.right.label) > POLE_LETTERS


def draw_scale(axis: Axis, top: int, height: int) -> list[str]:
    """Draw the poles' names, the ticks and the zero line; `top` is where the first row begins."""
    left, right = shorten(axis.left.label, POLE_LETTERS), shorten(axis.right.label, POLE_LETTERS)
    parts = [
        f'<text class="pole left" x="{MARGIN}" y="17" font-weight="650">← {show(left)}</text>',
        f'<text class="pole right" x="{WIDTH - MARGIN}" y="{top - TOP + 17}" text-anchor="end" font-weight="650">{show(right)} →</text>',
    ]
    for tick, label in ((-1.0, "−1"), (-0.5, "−0.5"), (0.0, "0"), (0.5, "+0.5"), (1.0, "+1")):
        x = place(tick)
        kind = "zero" if tick == 0 else "tick"
        wide = 1.2 if tick == 0 else 0.6
        parts.append(f'<text class="quiet" x="{x:.1f}" y="{top - 24}" text-anchor="middle" font-size="10.5">{label}</text>')
        ends = f'y1="{top - 18}" y2="{height - 6}"'
        parts.append(f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" {ends} stroke="#8a8a8a" stroke-width="{wide}"/>')
    return parts


def draw_row(row: FigureRow, y: int, lanes: Mapping[str, int]) -> list[str]:
    """Draw one article: its name, and a lane for each voice."""
    parts = [write_line(shorten(row.label, MOST_LETTERS), y + 10, NAME_LETTER, 'class="name" font-weight="600" fill="currentColor"')]
    for voice, mark in (("own", row.own), ("attributed", row.attributed)):
        lane = y + lanes[voice]
        if mark.is_shown:
            parts += draw_mark(voice, mark, lane)
        elif lanes is LANES:
            parts.append(draw_gap(voice, mark, lane))
    return parts


def draw_mark(voice: str, mark: Mark, y: int) -> list[str]:
    """Draw a mark on its interval; a tooltip says the figures."""
    x, low, high = place(mark.bias), place(mark.low), place(mark.high)
    line = 'stroke="currentColor" stroke-width="1.8"'
    dashes = ' stroke-dasharray="4 2.5"' if voice == "attributed" else ""
    if voice == "own":
        shape = f'<circle class="own" cx="{x:.1f}" cy="{y}" r="5.5" fill="currentColor"/>'
    else:
        points = f"{x:.1f},{y - 7} {x + 7:.1f},{y} {x:.1f},{y + 7} {x - 7:.1f},{y}"
        shape = f'<polygon class="attributed" points="{points}" fill="#fff" stroke="currentColor" stroke-width="1.8"/>'
    ends = "".join(f'<line x1="{end:.1f}" x2="{end:.1f}" y1="{y - 3.5}" y2="{y + 3.5}" {line}/>' for end in (low, high))
    return [
        f"<g><title>{show(f'{VOICES[voice]}: {mark}')}</title>",
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}" {line}{dashes}/>{ends}{shape}</g>',
    ]


def draw_gap(voice: str, mark: Mark, y: int) -> str:
    """Write into a lane why it holds no mark."""
    return write_line(f"{VOICES[voice]}: {mark}", y + 4, GAP_LETTER, 'class="quiet" font-size="11" font-style="italic"')


def write_line(said: str, y: int, letter: float, style: str) -> str:
    """Write a line of text on a ground of its own, so that no scale line runs through it; one that is too long is drawn narrower."""
    room, wanted = WIDTH - 2 * MARGIN, len(said) * letter
    fit = f' textLength="{room}" lengthAdjust="spacingAndGlyphs"' if wanted > room else ""
    ground = f'<rect class="ground" x="0" y="{y - 12}" width="{MARGIN + min(wanted, room):.1f}" height="16" fill="#fff"/>'
    return f'{ground}<text x="{MARGIN}" y="{y}" {style}{fit}>{show(said)}</text>'


def shorten(text: str, most: int) -> str:
    """Shorten a label to what its place holds."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
