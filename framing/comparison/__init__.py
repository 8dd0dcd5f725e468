"""Articles side by side: scores with intervals, differences, what would flip them, distinctive words."""
