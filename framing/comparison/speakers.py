"""Who speaks, how much, and by which cues."""

from typing import Final

import pandas as pd

from framing.comparison.sources import NAMED, UNSOURCED, name_speaker
from framing.topics.source_words import PRONOUN
from framing.voices.attribution.attributions import KINDS

SPEAKERS: Final = [
    "article", "actor", "source", "group", "source_kind", "attributions", "direct", "indirect", "mixed", "words", "share", "guessed_words",
]  # fmt: skip
SHARES: Final = ["article", "by", "value", "attributions", "words", "share"]
CUES: Final = ["article", "group", "cue_grade", "cue", "count"]


def prepare_speech(attributions: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """Return the attributions that report words, with their number of words, the speaker's group or why there is none, and a name to sort by.

    `names` are the names of actors by id. A named source is called by its actor; pronouns are one source; others are called as they stand.
    """
    speech = attributions[attributions["speech"].astype(bool)].copy()
    speech["words"] = [len(f"{first} {second}".split()) for first, second in zip(speech["content"], speech["second"], strict=True)]
    speech["speaker"] = [name_speaker(*pair) for pair in zip(speech["group"], speech["source_kind"], strict=True)]
    rows = zip(speech["source"], speech["actor"], speech["source_kind"], strict=True)
    speech["called"] = [call_source(source, " and ".join(names[one] for one in ids.split("; ") if ids), kind) for source, ids, kind in rows]
    speech["key"] = [called.lower() for called in speech["called"]]
    return speech


def call_source(source: str, actor: str, kind: str) -> str:
    """Return what a source is called in tables.

    >>> call_source("Ms. Brook, a fisher", "Ana Brook", "named"), call_source("She", "", "pronoun"), call_source("The  officials,", "", "anonymous")
    ('Ana Brook', '(pronoun)', 'officials')
    """
    if kind in (PRONOUN, UNSOURCED):
        return name_speaker("", kind)
    plain = " ".join(source.split()).rstrip(" ,;:")
    return actor if kind == NAMED and actor else plain[4:] if plain[:4].lower() == "the " else plain


def measure_speakers(speech: pd.DataFrame) -> pd.DataFrame:
    """Measure each source's part of an article's attributed words: attributions by kind, words, share (0..1).

    Pronouns, and quotations without a source, are a source of their own; `guessed_words` are those of them that the rules trace to this source,
    which often errs: between `words` and both together lies what it says.
    """
    if speech.empty:
        return pd.DataFrame(columns=SPEAKERS)
    rows = speech.assign(**{kind: speech["kind"] == kind for kind in KINDS})
    columns = {"actor": "first", "called": "first", "speaker": "first", "cue": "size", **dict.fromkeys((*KINDS, "words"), "sum")}
    found = rows.groupby(["article", "key", "source_kind"], sort=False).agg(columns).reset_index()
    found = found.rename(columns={"called": "source", "speaker": "group", "cue": "attributions"})
    found["share"] = found["words"] / found.groupby("article")["words"].transform("sum").clip(lower=1)
    guessed = speech[speech["guess"] != ""].groupby(["article", "guess"])["words"].sum()
    pairs = zip(found["article"], found["actor"], found["source_kind"], strict=True)
    found["guessed_words"] = [int(guessed.get((article, actor), 0)) if kind == NAMED else 0 for article, actor, kind in pairs]
    return sort_articles(found, speech, ["words", "source"], [False, True])[SPEAKERS]


def measure_shares(speech: pd.DataFrame) -> pd.DataFrame:
    """Measure how an article's attributed words are shared out: by kind of source, by group, by kind of quotation, by grade of the cue.

    Shares of one article and one `by` add up to 1. A quotation without a cue has the grade "".
    """
    frames = []
    for by, column in (("source_kind", "source_kind"), ("group", "speaker"), ("kind", "kind"), ("cue_grade", "cue_grade")):
        found = speech.groupby(["article", column], sort=False).agg(attributions=("cue", "size"), words=("words", "sum")).reset_index()
        found["share"] = found["words"] / found.groupby("article")["words"].transform("sum").clip(lower=1)
        found = sort_articles(found.rename(columns={column: "value"}), speech, ["words", "value"], [False, True])
        frames.append(found.assign(by=by)[SHARES])
    return pd.concat(frames, ignore_index=True)


def count_cues(speech: pd.DataFrame) -> pd.DataFrame:
    """Count the reporting words by article, speaker's group, grade and cue as the list has it."""
    cued = speech[speech["cue_term"] != ""]
    found = cued.groupby(["article", "speaker", "cue_grade", "cue_term"], sort=False).size().reset_index(name="count")
    found = found.rename(columns={"speaker": "group", "cue_term": "cue"})
    return sort_articles(found, speech, ["group", "cue_grade", "count", "cue"], [True, True, False, True])[CUES]


def sort_articles(table: pd.DataFrame, like: pd.DataFrame, by: list[str], ascending: list[bool]) -> pd.DataFrame:
    """Sort a table within its articles, which keep the order another table has them in."""
    place = {article: at for at, article in enumerate(dict.fromkeys(like["article"]))}
    keyed = table.assign(place=[place[article] for article in table["article"]])
    return keyed.sort_values(["place", *by], ascending=[True, *ascending], ignore_index=True).drop(columns="place")
