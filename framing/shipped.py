"""Where the lexicons and example corpora that come with the program stand."""

from pathlib import Path

HERE = Path(__file__).resolve().parent


def find_shipped(folder: str) -> Path:
    """Find a shipped folder ("lexicons" or "seeds"): inside the installed package, else beside it in the source tree."""
    installed = HERE / "shipped" / folder
    return installed if installed.is_dir() else HERE.parent / folder
