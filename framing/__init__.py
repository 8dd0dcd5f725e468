"""Compare how news outlets frame the same event, with the evidence under every figure.

    import framing
    corpus = framing.read_articles("seeds/us-iraq-dialogue")
    comparison = framing.compare_articles(corpus)
    comparison.scores            # a pandas DataFrame, as are evidence, differences, keyness, ...
    framing.write_report(comparison, "my-report", ("html", "csv"))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from framing.version import __version__

if TYPE_CHECKING:
    from framing.articles.article import Article as Article
    from framing.articles.article import Corpus as Corpus
    from framing.articles.corpus import read_articles as read_articles
    from framing.comparison.comparison import Comparison as Comparison
    from framing.comparison.comparison import compare_articles as compare_articles
    from framing.errors import FramingError as FramingError
    from framing.report.pieces import show_axes as show_axes
    from framing.report.pieces import show_coverage as show_coverage
    from framing.report.pieces import show_differing as show_differing
    from framing.report.pieces import show_evidence as show_evidence
    from framing.report.pieces import show_headlines as show_headlines
    from framing.report.pieces import show_names as show_names
    from framing.report.pieces import show_overview as show_overview
    from framing.report.pieces import show_speakers as show_speakers
    from framing.report.writing import write_report as write_report
    from framing.topics.topic import Topic as Topic
    from framing.topics.topic import read_topic as read_topic

HOMES = {
    "Article": "framing.articles.article",
    "Comparison": "framing.comparison.comparison",
    "Corpus": "framing.articles.article",
    "FramingError": "framing.errors",
    "Topic": "framing.topics.topic",
    "compare_articles": "framing.comparison.comparison",
    "read_articles": "framing.articles.corpus",
    "read_topic": "framing.topics.topic",
    "show_axes": "framing.report.pieces",
    "show_coverage": "framing.report.pieces",
    "show_differing": "framing.report.pieces",
    "show_evidence": "framing.report.pieces",
    "show_headlines": "framing.report.pieces",
    "show_names": "framing.report.pieces",
    "show_overview": "framing.report.pieces",
    "show_speakers": "framing.report.pieces",
    "write_report": "framing.report.writing",
}
__all__ = [  # noqa: PLE0604
    "__version__",
    *HOMES,
]


def __getattr__(name: str) -> Any:
    """Load a name of the API from its module when it is first used, so that `import framing` costs nothing."""
    if name in HOMES:
        return getattr(import_module(HOMES[name]), name)
    raise AttributeError(f"module 'framing' has no attribute {name!r}")
