"""Corpora in, comparisons and score files out: on one core, on all of them, or on an engine of many machines."""
