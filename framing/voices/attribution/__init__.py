"""Attributions: a source, the cue that cites it, and the content that is ascribed to it."""
