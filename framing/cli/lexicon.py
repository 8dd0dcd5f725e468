"""`framing lexicon`: check, compare, grow, import and export the words of a topic."""

from pathlib import Path
from typing import Any

import click

from framing.cli.options import lexicons_option, own_folder_option, tell_faults
from framing.errors import FramingError, make_error

corpus_option = click.option("--on", "corpus", type=click.Path(path_type=Path, exists=True), help="Corpus on which the words are tried.")
axis_option = click.option("--axis", metavar="AXIS", help="Axis of the topic; its first one by default.")


@click.group("lexicon")
def command() -> None:
    """Check, compare, grow, import and export the words of a topic.

    \b
    Examples:
      framing lexicon check my-lexicons/topics/housing --on my-articles
      framing lexicon diff shipped my-lexicons --topic protest --on my-articles
      framing lexicon suggest my-articles --topic protest --out candidates.csv
      framing lexicon accept candidates.csv --topic my-lexicons/topics/housing
      framing lexicon import dictionary.dic --left posemo --right negemo --name mood
      framing lexicon export protest protest.yml
    """


@command.command("check")
@click.argument("place", metavar="TOPIC")
@corpus_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the tables coverage, poles, overlaps, examples (CSV).")
@lexicons_option
def check(place: str, corpus: Path | None, out: Path | None, lexicons: Path | None) -> None:
    """Find the faults of one topic, entries that share forms, and entries that never fire.

    TOPIC is a topic's id, its folder, or a lexicon folder (all its topics). With --on, each entry is tried on a corpus: which never fire and
    why, and where one pole fires only. Where the topic has labelled examples, entries that fire for the wrong label are named.

    \b
    Examples:
      framing lexicon check protest
      framing lexicon check my-lexicons/topics/housing --on my-articles --out housing-check
    """
    from framing.cli.lexicon_check import check_place
    from framing.editing.places import find_topics

    found = find_topics(place, lexicons)
    faults = [fault for one in found for fault in check_place(one, corpus, out / one.topic_id if out and len(found) > 1 else out)]
    if faults:
        raise FramingError(*dict.fromkeys(faults))
    click.echo("no faults")


@command.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--on", "corpus", required=True, type=click.Path(path_type=Path, exists=True), help="Corpus both versions are tried on.")
@click.option("--topic", metavar="TOPIC", help="Id of the topic, where OLD or NEW holds several.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for the tables entries, scores, differences, evidence (CSV).")
def diff(old: str, new: str, corpus: Path, topic: str | None, out: Path | None) -> None:
    """Tell which entries differ between two versions of a topic, and which scores, verdicts and findings that moves on a corpus.

    OLD and NEW are each a topic's folder, a lexicon folder, a shipped topic's id, or the word shipped. The articles of the corpus are taken as one
    set; with more than 60, findings about two articles are left out.

    \b
    Examples:
      framing lexicon diff shipped my-lexicons --topic protest --on my-articles
      framing lexicon diff before/topics/housing after/topics/housing --on my-articles --out moved
    """
    from framing.articles.corpus import read_articles
    from framing.cli.lexicon_diff import print_diff
    from framing.editing.places import find_topic, load_topic

    versions = load_topic(find_topic(old, topic)), load_topic(find_topic(new, topic))
    articles = read_articles(corpus)
    tell_faults(articles.faults)
    print_diff(versions, articles.articles, out)


@command.command("suggest")
@click.argument("corpus", metavar="CORPUS", type=click.Path(path_type=Path, exists=True))
@click.option("--topic", "place", required=True, metavar="TOPIC", help="A topic's id or folder.")
@click.option("--out", default="candidates.csv", show_default=True, type=click.Path(path_type=Path, dir_okay=False), help="Table to write.")
@click.option("--most", default=40, show_default=True, type=click.IntRange(1, 1000), help="Candidates a pole at most.")
@axis_option
@lexicons_option
def suggest(corpus: Path, place: str, out: Path, most: int, axis: str | None, lexicons: Path | None) -> None:
    """Suggest terms for both poles of a topic, each with its counts, why, and passages, for a human to accept.

    Candidates are words and phrases that go with sentences in which the lexicon sees a pole already, with labelled examples of the pole,
    and with what the classifier learned, and that the lexicon lacks. The table has the columns of terms.csv behind a column accept: write yes
    where you agree, mend term, weight, inflect and target, and hand it to framing lexicon accept.

    \b
    Example:
      framing lexicon suggest my-articles --topic protest --out candidates.csv
    """
    from framing.articles.corpus import read_articles
    from framing.cli.lexicon_suggest import write_suggestions
    from framing.editing.places import find_topic, load_topic

    articles = read_articles(corpus)
    tell_faults(articles.faults)
    write_suggestions(articles.articles, load_topic(find_topic(place, None, lexicons)), axis, out, most)


@command.command("accept")
@click.argument("table", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--topic", "folder", required=True, type=click.Path(path_type=Path, exists=True, file_okay=False), help="Folder of your own topic.")
def accept(table: Path, folder: Path) -> None:
    """Add the rows of FILE that say yes under accept to a topic's terms.csv; all of them, or none where one has a fault.

    \b
    Example:
      framing lexicon accept candidates.csv --topic my-lexicons/topics/housing
    """
    from framing.editing.acceptance import accept_terms
    from framing.editing.places import find_topic, load_topic

    if not (folder / "topic.toml").is_file():
        raise make_error(folder, "is no topic's folder; one with a topic.toml is needed")
    n_added = accept_terms(table, load_topic(find_topic(str(folder))))
    click.echo(f"{n_added} terms added to {folder / 'terms.csv'}; add sentences for them to cases.csv and run framing check {folder}")


@command.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--left", multiple=True, metavar="CATEGORY", help="Category that becomes the left pole; may be given several times.")
@click.option("--right", multiple=True, metavar="CATEGORY", help="Category that becomes the right pole; may be given several times.")
@click.option("--loaded", multiple=True, metavar="TONE=CATEGORY", help="Category that becomes loaded words: praise, blame, alarm, belittle.")
@click.option("--name", default="", help="Id of the new topic; the file's name by default.")
@click.option("--on", "corpus", type=click.Path(path_type=Path, exists=True), help="Corpus whose words a * at a word's end may stand for.")
@own_folder_option
def import_file(file: Path, **wish: Any) -> None:
    """Turn a dictionary of another program (LIWC .dic, quanteda .yml, .csv with word and category, .json) into a topic or loaded words.

    Name categories for the poles of a new topic (--left, --right) or for the tones of loaded words; without any the categories are listed.
    Words that end in * become the words known to begin so; what cannot be mapped is named.

    \b
    Examples:
      framing lexicon import mood.dic
      framing lexicon import mood.dic --left posemo --right negemo --name mood --on my-articles
      framing lexicon import mood.yml --loaded alarm=fear --loaded praise=joy
    """
    from framing.cli.lexicon_import import Wish, import_dictionary

    import_dictionary(file, Wish(**wish))


@command.command("export")
@click.argument("place", metavar="TOPIC")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--forms", is_flag=True, help="CSV and JSON: write out every form of a term.")
@lexicons_option
def export(place: str, file: Path, forms: bool, lexicons: Path | None) -> None:
    """Write a topic's terms for another program: .yml (quanteda), .dic (LIWC), .csv or .json, by FILE's ending.

    \b
    Examples:
      framing lexicon export protest protest.yml
      framing lexicon export my-lexicons/topics/housing housing.csv --forms
    """
    from framing.editing.exporting import export_topic
    from framing.editing.places import find_topic, load_topic
    from framing.files import write_whole

    topic = load_topic(find_topic(place, None, lexicons)).topic
    made = export_topic(topic, file.suffix.lower(), with_forms=forms)
    write_whole(file, made.text)
    for line in made.left_out:
        click.echo(f"framing: left out: {line}", err=True)
    click.echo(f"{made.n_entries} of {len(topic.entries)} entries in {file}" + (f"; {len(made.left_out)} left out" if made.left_out else ""))
