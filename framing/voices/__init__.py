"""Who says it: quotations, the voice of every stretch of text, and attributions (who is cited, by which word, for what)."""
