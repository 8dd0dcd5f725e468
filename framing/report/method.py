"""What the figures rest on and where they fail, in sentences that every format prints."""

from framing.analysis.resampling import N_DRAWS
from framing.analysis.scores import MIN_EVIDENCE, MIN_SENTENCES
from framing.comparison.comparison import Comparison
from framing.topics.topic import Topic

LIMITS = (
    "The figures describe words. They do not say what is true, and they do not rate an article, an outlet or a reporter.",
    "A position near a pole does not make an article wrong, and one near 0 does not make it right, fair or neutral.",
    "They see what the lists name. A frame told in words that are on no list, by order, by pictures or by leaving things out is "
    "not counted.",
    "They hold for these articles. One article does not speak for an outlet.",
    "“Who tells what” goes by signs that two clauses tell the same: words, names and numbers in common, the rare ones above all, "
    "runs of letters and words, their sentences and their neighbours. On eleven events marked by readers about four matches in "
    "five were theirs, most of the others neighbouring facts, and two in five of the readers’ matches were found: paraphrase is "
    "missed. Read the passages.",
    "Rules decide who speaks and what is denied; they err now and then. That is why every piece of evidence is shown with its "
    "reason.",
)
VOICES_AND_NAMES = (
    "Who speaks: reported and quoted speech with its source, found by rules over a list of reporting words. A source is an actor "
    "where a name stands in it (from the topic’s list of actors, or found by capitals and titles and then “not listed”), “unnamed "
    "people” where it is a noun such as officials or experts; a pronoun stays a pronoun, because whom it goes back to is too "
    "often guessed wrong. What somebody wants or fears is told in the outlet’s own words and is not counted as speech.",
    "A body may speak as a document (“the statement”) or as something no list knows. Shares count words. That somebody is “never "
    "cited” means that the rules found nothing; a pronoun or an unnamed source may still be theirs.",
    "Names and deeds come from lists and from the words around a name, without grammar: two people of one family name can fall "
    "together, a verb can be given the wrong doer.",
)
NOT_COUNTED = (
    "Captions, bylines, datelines, section labels, page furniture and second copies of a paragraph are shown and not counted."
)
SHARED = (
    "A passage of twenty words or more outside quotation marks that two articles share stays in the scores of both and is left "
    "out of their difference."
)
WORDS_AND_FINDINGS = (
    "Distinctive words: log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008).",
    "Findings on top: intervals of positions and differences as above; of a group’s share of the attributed words by a Bayesian "
    "bootstrap over attributions; of counts (in whose voice a frame stands, what is left out) by Wilson’s score, which takes them "
    "as independent. They are told where the interval leaves out one half, or what the other articles leave out.",
)


def list_method(comparison: Comparison) -> list[str]:
    """Return how the figures are made, a sentence or more a line."""
    topic = comparison.topic
    return [*VOICES_AND_NAMES, *(list_scales(topic) if topic else ()), NOT_COUNTED, *([SHARED] if topic else []), *WORDS_AND_FINDINGS]


def list_scales(topic: Topic) -> list[str]:
    """Return how positions, voices and intervals are made."""
    return [
        f"Evidence: terms of the lexicon {topic.topic_id}, each pointing to one pole with a weight of 0.1 to 1. Some count only "
        "where the thing they are about is named in the same sentence, some where it is named there or in the two sentences "
        "before. A hedged term counts half, a denied one or one held at arm’s length does not count, unless its entry says that "
        "denial speaks for the other pole.",
        "Position (framing bias): weight for the right pole less weight for the left one, divided by both together. Intensity: "
        "weight per 1,000 words. Both after FrameAxis (Kwak, An, Jing and Ahn 2021), measured with a lexicon.",
        "Voice: attributed is what stands in a source’s quotation marks or in reported speech (“officials said that …”), found by "
        "rules over a list of reporting words; everything else is the outlet’s own voice. The rules miss some attributions and "
        "end others early or late: read the passage before you rest a claim on its voice. Scores by group of sources are made in "
        "the same way from the words attributed to that group.",
        "A phrase can stand on two axes and count on both; the axes are not independent of each other. Who does what is not "
        "parsed.",
        f"A position needs {MIN_EVIDENCE} pieces of evidence in {MIN_SENTENCES} sentences. Its interval comes from {N_DRAWS:,} "
        "draws of a Bayesian bootstrap over sentences, with half a sentence of evidence added at each pole; those of differences "
        "from five times as many.",
        "Intervals of differences hold for all pairs of an axis and voice at once, with a whole sentence added at each pole. The "
        "verdict names a pole only where the interval leaves out 0.",
    ]
