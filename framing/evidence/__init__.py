"""Evidence: spans that point to a pole, with the rules that made them count or not."""
