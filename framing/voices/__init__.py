"""Who says it: quotations and the voice of every stretch of text."""
