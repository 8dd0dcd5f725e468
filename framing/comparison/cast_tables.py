"""The tables of a cast: mentions, actors, the naming ledger, agency, and who speaks."""

import pandas as pd

from framing.analysis.analysis import Analysis
from framing.analysis.tables import PLACES, make_place_columns
from framing.comparison.attribution_table import make_attribution_table
from framing.comparison.cast import Cast
from framing.comparison.first_last import find_first_last
from framing.comparison.speakers import count_cues, measure_shares, measure_speakers, prepare_speech
from framing.comparison.unquoted import find_unquoted
from framing.voices.actors.actor_tables import make_actor_table
from framing.voices.actors.agency import make_agency_table
from framing.voices.actors.naming import make_naming_table
from framing.voices.voice import VOICES


def make_cast_tables(analysis: Analysis, cast: Cast) -> dict[str, pd.DataFrame]:
    """Make every table of who speaks, who is named and who does what; columns are in the README."""
    batch, mentions = analysis.batch, cast.mentions
    attributions = make_attribution_table(analysis, mentions, cast.sources)
    speech = prepare_speech(attributions, dict(zip(mentions.actors.ids, mentions.actors.names, strict=True)))
    voice = analysis.voices.voice_of(cast.agency.starts, cast.agency.ends)
    return {
        "attributions": attributions,
        "speakers": measure_speakers(speech),
        "shares": measure_shares(speech),
        "cues": count_cues(speech),
        "unquoted": find_unquoted(analysis, mentions, attributions),
        "first_last": find_first_last(analysis, attributions),
        "actors": make_actor_table(batch, mentions),
        "mentions": make_mention_table(analysis, cast),
        "naming": make_naming_table(batch, cast.naming),
        "agency": make_agency_table(batch, cast.agency, mentions, cast.actions, voice),
    }


def make_mention_table(analysis: Analysis, cast: Cast) -> pd.DataFrame:
    """Return every name of the ledger where it stands: referent, label, article, text, its places, voice."""
    naming = cast.naming
    places = make_place_columns(analysis, naming.starts, naming.ends)
    table = pd.DataFrame(
        {
            "referent": [naming.ids[number] for number in naming.referent],
            "label": [naming.labels[number] for number in naming.referent],
            "article": places["article"],
            **{name: places[name] for name in ("text", *PLACES)},
            "voice": [VOICES[code] for code in naming.voice],
        }
    )
    order = {article.article_id: at for at, article in enumerate(analysis.batch.articles)}
    keyed = table.assign(at=table["article"].map(order))
    return keyed.sort_values(["at", "start", "end", "referent"], ignore_index=True).drop(columns="at")
