"""What was written: articles, and the corpora they are read from."""
