"""Reading bytes as text and writing files whole or not at all."""

import codecs
import gzip
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from framing.errors import make_error

LARGEST_FILE = 200_000_000


def read_text(path: Path) -> tuple[str, str]:
    """Read a text file as (text, encoding): by its byte order mark, else UTF-8, else cp1252.

    Raises FramingError where the file cannot be read, is binary or is larger than 200 MB.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise make_error(path, f"is too large: {size:,} bytes; at most {LARGEST_FILE:,} are read as one file")
        data = path.read_bytes()
    except OSError as error:
        raise make_error(path, f"cannot be read: {error.strerror}") from error
    return decode(data, path)


MOST_UNPACKED = 1_000_000_000
MOST_TIMES = 200
PIECE = 1 << 20
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Unpacked(gzip.GzipFile):
    """A gzipped file that is read as it unpacks, and refuses to unpack without end: a bomb is a few bytes that become thousands of times as many."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "rb")
        self.path = path
        self.most = max(MOST_UNPACKED, MOST_TIMES * path.stat().st_size)

    def check(self) -> None:
        """Raise FramingError where more was unpacked than is allowed."""
        if self.tell() > self.most:
            raise make_error(self.path, f"unpacks to more than {self.most:,} bytes; the rest was not read")

    def read(self, size: int | None = -1) -> bytes:
        """Read unpacked bytes."""
        self.check()
        return super().read(size)

    def read1(self, size: int = -1) -> bytes:
        """Read unpacked bytes, as many as come at once."""
        self.check()
        return super().read1(size)

    def readline(self, size: int | None = -1) -> bytes:
        """Read one line of unpacked bytes."""
        self.check()
        return super().readline(size)


def open_unpacked(path: Path) -> IO[bytes]:
    """Open a file for reading bytes, unpacked within limits where its name ends in .gz."""
    return cast(IO[bytes], Unpacked(path)) if path.suffix.lower() == ".gz" else path.open("rb")


def find_encoding(path: Path) -> str:
    """Find a text file's encoding by reading it once, a piece at a time: by its mark, else UTF-8, else cp1252.

    Raises FramingError where it is binary.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open_unpacked(path) as file:
        piece = file.read(PIECE)
        for mark, encoding in MARKS:
            if piece.startswith(mark):
                return encoding
        if b"\0" in piece[:8192]:
            raise make_error(path, "is a binary file; plain text (UTF-8) is allowed")
        try:
            while piece:
                decoder.decode(piece)
                piece = file.read(PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def decode(data: bytes, place: str | Path) -> tuple[str, str]:
    """Decode bytes as (text, encoding); UTF-16 and UTF-8 marks are obeyed and taken off."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    if b"\0" in data[:8192]:
        raise make_error(place, "is a binary file; plain text (UTF-8) is allowed")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file in one step: it is either the old one or the whole new one. Text is written as UTF-8 with \\n."""
    with open_whole(path) as unfinished:
        unfinished.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


@contextmanager
def open_whole(path: Path) -> Iterator[Path]:
    """Give a file to write beside a path's place, and put it there when the block ends without error; else nothing has changed.

    Raises FramingError where the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise make_error(path, f"cannot be written: {error.strerror}") from error
    os.close(handle)
    try:
        yield Path(name)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
