"""Bars of shares: readable without colour, and as words."""

from framing.report.bars import WIDTH, Bar, render_bars


def test_parts_fill_the_bar_in_order() -> None:
    """Named comes first; widths are the shares."""
    svg = str(render_bars("The Gull", [Bar("anonymous", 0.25), Bar("named", 0.75)]))
    assert svg.index('class="bar named" x="0.0"') < svg.index('class="bar unnamed" x="255.0"')
    assert f'width="{0.75 * WIDTH:.1f}"' in svg and f'width="{0.25 * WIDTH:.1f}"' in svg


def test_patterns_and_words_tell_parts_apart() -> None:
    """Unnamed people are hatched, and a screen reader hears the shares."""
    svg = str(render_bars("The <Gull>", [Bar("anonymous", 0.04), Bar("named", 0.96)]))
    assert 'fill="url(#unnamed-pattern)"' in svg
    assert 'aria-label="The &lt;Gull&gt;: named 96 %, unnamed people 4 %"' in svg
    assert svg.count("<text") == 1
