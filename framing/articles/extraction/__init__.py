"""From saved pages, documents, feeds and archives to drafts of articles."""
