"""Which claims each article tells: the same claim across articles, figures that differ, what is left out."""
