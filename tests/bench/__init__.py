"""Benchmarks: how fast, against what could be reached on the same machine in the same run."""
