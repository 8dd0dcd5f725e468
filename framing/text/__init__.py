"""Cleaned text with offsets: repairs, zones, paragraphs, sentences, words, and the one scan for all patterns."""
