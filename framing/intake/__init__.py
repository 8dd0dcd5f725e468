"""What is to be mended in articles before any score counts."""
