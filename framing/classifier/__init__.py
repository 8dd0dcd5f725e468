"""The second reading: a classifier trained on a topic's labelled examples, beside the lexicon and together with it."""
