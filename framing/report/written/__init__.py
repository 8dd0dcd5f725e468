"""The report as blocks (headings, paragraphs, lists, tables), which Markdown and Word files are made from: every sentence is written once."""
