"""One article, everything found in it: as columns for a batch, as tables for people."""
