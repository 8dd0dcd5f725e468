"""The version of the program; the package's own metadata are read from here."""

__version__ = "0.1.0"
