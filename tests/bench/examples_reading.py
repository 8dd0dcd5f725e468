"""Compare the labels of the shipped examples with those a second reader gave to 100 of each topic without seeing the first.

    .venv/bin/python -m tests.bench.examples_reading

`tests/quality/examples_reading.csv` names a sentence by the first twelve digits of the SHA-256 of its text, so that none stands there. The reader
(an AI assistant who had not written the examples) saw the sentences in random order and the definitions of the poles only. An example whose
text has changed since is left out and counted.
"""

import hashlib
from pathlib import Path

import pandas as pd

from framing.classifier.readings import measure_kappa
from framing.topics.examples import FILE, read_example_rows

ROOT = Path(__file__).resolve().parents[2]
READING = ROOT / "tests" / "quality" / "examples_reading.csv"


def read_both() -> pd.DataFrame:
    """Return the sentences that both read: topic, example, label (second reader), shipped ("" where the sentence is no longer there)."""
    reading = pd.read_csv(READING)
    shipped = {}
    for topic in reading["topic"].unique():
        rows, _ = read_example_rows(ROOT / "lexicons" / "topics" / topic / FILE)
        shipped |= {(topic, hashlib.sha256(row["text"].encode()).hexdigest()[:12]): row["label"] for row in rows}
    return reading.assign(shipped=[shipped.get(key, "") for key in zip(reading["topic"], reading["example"], strict=True)])


def measure_reading() -> pd.DataFrame:
    """Measure by topic: sentences read by both, share of equal labels, Cohen's kappa, and sentences changed since."""
    rows = []
    for topic, own in read_both().groupby("topic"):
        known = own[own["shipped"] != ""]
        kappa = measure_kappa(known["label"], known["shipped"])
        rows.append((topic, len(known), float((known["label"] == known["shipped"]).mean()), kappa, len(own) - len(known)))
    return pd.DataFrame(rows, columns=["topic", "sentences", "agree", "kappa", "changed"])


if __name__ == "__main__":
    print(measure_reading().to_string(index=False, float_format="%.2f"))
