"""A sentence's readings and the reasons for them, as lines for the terminal."""

from collections.abc import Iterator
from typing import Final

from framing.analysis.tables import make_evidence_table
from framing.classifier.explanation import Push, find_fact_pushes, find_pushes
from framing.classifier.facts import make_facts
from framing.classifier.reading import name_classes, read_units
from framing.classifier.units import analyse_sentences
from framing.cli.trained import Reader
from framing.errors import make_error

LEAST_SHOWN: Final = 0.005


def explain_sentence(sentence: str, reader: Reader) -> Iterator[str]:
    """Yield the labels, the lexicon's evidence, and what each word and figure does for each label."""
    if not sentence.strip():
        raise make_error("sentence", "is empty; a sentence is needed")
    classifier, weights = reader.classifier, reader.classifier.weights
    analysis, units = analyse_sentences([sentence], reader.lens)
    row = read_units(analysis, units, classifier).iloc[0]
    classes = name_classes(classifier)
    yield f"label       {row['label']}   " + "  ".join(f"{name} {row[f'p_{name}']:.3f}" for name in classes)
    if axis := classifier.axis:
        yield f"lexicon     {row['lexicon_label']}"
        yield f"classifier  {row['classifier_label']}"
        evidence = make_evidence_table(analysis)
        own = evidence[evidence["axis"] == axis.axis_id]
        yield "\nlexicon evidence" + ("" if len(own) else ": none")
        yield from (f"  {one.text}: {one.pole}, counts {one.weight:g}: {one.reason}" for one in own.itertuples())
    facts = make_facts(analysis, units, axis.axis_id if axis else "")
    text = facts["text"].iloc[0]
    words = {name: find_pushes(weights, text, name) for name in classes}
    figures = {name: find_fact_pushes(weights, facts, name) for name in classes}
    yield "\nwords" + say_header(classes)
    yield from say_pushes(words, classes)
    yield "\nfigures of the analysis" + ("" if figures[classes[0]] else ": none")
    yield from say_pushes(figures, classes)


def say_header(classes: list[str]) -> str:
    """Say the columns of the table that follows."""
    return " " * 23 + "".join(f"{name:>14}" for name in classes)


def say_pushes(pushes: dict[str, list[Push]], classes: list[str]) -> Iterator[str]:
    """Yield one line for each word or figure, in order of place and then of name, with its push towards each label."""
    by_place = {name: {(push.start, push.word): push.value for push in own} for name, own in pushes.items()}
    for key in sorted(by_place[classes[0]]):
        values = [by_place[name][key] for name in classes]
        if max(map(abs, values)) >= LEAST_SHOWN:
            yield f"  {key[1]:<26}" + "".join(f"{value:>+14.2f}" for value in values)
