"""Which articles report the same event, and which passages they share: steps over a whole corpus, as map and reduce."""
