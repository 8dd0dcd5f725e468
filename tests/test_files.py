"""Text files are read by their bytes; files are written whole or not at all."""

import gzip
import os
from pathlib import Path

import pytest

import framing.files
from framing.errors import FramingError
from framing.files import read_text, write_whole

TEXT = "Café “quay” — 12 °C"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode("utf-8"), "utf-8-sig"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encoding_is_found(tmp_path: Path, data: bytes, encoding: str) -> None:
    """A byte order mark decides and is taken off; else UTF-8, else cp1252."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert read_text(path) == (TEXT, encoding)


def test_line_ends_stay(tmp_path: Path) -> None:
    """Reading changes no line end, so that raw offsets are those of the file."""
    (tmp_path / "a.txt").write_bytes(b"a\r\nb\rc\n")
    assert read_text(tmp_path / "a.txt")[0] == "a\r\nb\rc\n"


def test_bytes_without_a_letter_are_replaced(tmp_path: Path) -> None:
    """A byte that cp1252 leaves open becomes the replacement character and loses nothing else."""
    (tmp_path / "a.txt").write_bytes(b"caf\xe9 \x81 end")
    assert read_text(tmp_path / "a.txt") == ("café \ufffd end", "cp1252")


def test_an_empty_file_is_empty_text(tmp_path: Path) -> None:
    """A file without a byte is text without a letter."""
    (tmp_path / "a.txt").write_bytes(b"")
    assert read_text(tmp_path / "a.txt") == ("", "utf-8")


def test_binary_is_refused(tmp_path: Path) -> None:
    """A file with a zero byte near its start is no text, and the message says what is."""
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    with pytest.raises(FramingError, match=r"a\.txt: is a binary file; plain text .* is allowed"):
        read_text(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_cannot_be_opened_is_an_error(tmp_path: Path, name: str) -> None:
    """A missing file and a folder raise FramingError with the path, never an OSError."""
    with pytest.raises(FramingError, match="cannot be read"):
        read_text(tmp_path / name)


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit stands in the message beside the size."""
    monkeypatch.setattr(framing.files, "LARGEST_FILE", 1_000)
    (tmp_path / "a.txt").write_bytes(b"x" * 1_001)
    with pytest.raises(FramingError, match="too large: 1,001 bytes; at most 1,000"):
        read_text(tmp_path / "a.txt")


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """Folders on the way are made; text becomes UTF-8 with plain newlines."""
    path = tmp_path / "new" / "folder" / "a.txt"
    write_whole(path, "é\nb\n")
    assert path.read_bytes() == "é\nb\n".encode()


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """Writing over a file leaves the new one alone in the folder."""
    path = tmp_path / "a.txt"
    write_whole(path, "old, and longer")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [item.name for item in tmp_path.iterdir()] == ["a.txt"]


def test_a_failed_write_leaves_the_old_state(tmp_path: Path) -> None:
    """Where the last step fails (here: a folder stands at the place), nothing is changed and no half file stays."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "kept.txt").write_text("kept")
    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", "text")
    assert [item.name for item in tmp_path.iterdir()] == ["taken"]
    assert (tmp_path / "taken" / "kept.txt").read_text() == "kept"


def test_a_text_that_cannot_be_encoded_leaves_the_old_file(tmp_path: Path) -> None:
    """Half a surrogate pair is no UTF-8: the old file stays as it was."""
    path = tmp_path / "a.txt"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert [(item.name, item.read_text()) for item in tmp_path.iterdir()] == [("a.txt", "old")]


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX systems")
def test_a_written_file_has_the_modes_of_any_other(tmp_path: Path) -> None:
    """The file is readable as one made by open() is, not only by its owner."""
    write_whole(tmp_path / "a.txt", "text")
    (tmp_path / "b.txt").write_text("text")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


def test_a_packed_file_is_read_within_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A gzipped file that unpacks to thousands of times its size is given up; one within the limit is read whole."""
    monkeypatch.setattr(framing.files, "MOST_UNPACKED", 1_000_000)
    monkeypatch.setattr(framing.files, "MOST_TIMES", 10)
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"a" * 900_000))
    with framing.files.open_unpacked(path) as file:
        assert len(file.read()) == 900_000
    path.write_bytes(gzip.compress(b"a" * 50_000_000))
    with framing.files.open_unpacked(path) as file, pytest.raises(FramingError, match="unpacks to more than 1,000,000 bytes"):
        while file.read(1 << 16):
            pass


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", "utf-8"), (b"abc", "utf-8"), ("é".encode() * 900_000, "utf-8"), ("é".encode("cp1252"), "cp1252"),
        (b"a" * (1 << 20) + b"\xe9", "cp1252"),
        (b"\xef\xbb\xbfa", "utf-8-sig"), ("a".encode("utf-16"), "utf-16"), ("é".encode()[:1], "cp1252"),
    ],
)  # fmt: skip
def test_encoding_found_piece_by_piece(tmp_path: Path, data: bytes, encoding: str) -> None:
    """A large file's encoding is what decoding it at once would say, also where a letter lies over two pieces."""
    (tmp_path / "a.txt").write_bytes(data)
    assert framing.files.find_encoding(tmp_path / "a.txt") == encoding
