"""Actors: who is named, under which names, what each outlet calls them, and who does what to whom."""
