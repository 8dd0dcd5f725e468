"""Words of a folded text: runs of letters and digits, and a 64-bit number that tells them apart."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from framing.text.letters import SINGLE, SINGLE_CLOSE, SPACE, Bytes
from framing.text.offsets import Offsets
from framing.text.tables import Keys

PAD: Final = 8
TWO_WINDOWS: Final = 16
FIRST_FACTOR: Final = np.uint64(0xD6E8FEB86659FD93)
LAST_FACTOR: Final = np.uint64(0xC2B2AE3D27D4EB4F)
LOW_BYTES: Final = np.array([(1 << (8 * n)) - 1 for n in range(9)], np.uint64)
HIGH_BYTES: Final = np.array([((1 << (8 * n)) - 1) << (8 * (8 - n)) for n in range(9)], np.uint64)


@dataclass(frozen=True)
class Runs:
    """Runs of letters and digits in order.

    `is_tight` tells which follow the one before by one sign, or by one sign behind an initial or apostrophe (U.S. troops, allies' troops).
    """

    starts: Offsets
    ends: Offsets
    is_tight: NDArray[np.bool_]


def find_runs(folded: Bytes, kinds: Bytes) -> Runs:
    """Find the runs of letters and digits of a folded text that begins and ends with other signs."""
    letter = folded != SPACE
    borders = np.flatnonzero(letter[1:] != letter[:-1]) + 1
    starts, ends = borders[::2], borders[1::2]
    is_tight = np.zeros(len(starts), np.bool_)
    apart = starts[1:] - ends[:-1]
    after = kinds[ends[:-1]]
    is_tight[1:] = (apart == 1) | ((apart == 2) & ((ends[:-1] - starts[:-1] == 1) | (after == SINGLE) | (after == SINGLE_CLOSE)))
    return Runs(starts, ends, is_tight)


def number_runs(folded: Bytes, runs: Runs) -> Keys:
    """Number each run by its first eight and last eight letters, its length, and what stands between where it is longer than 16."""
    padded = np.full(len(folded) + 2 * PAD, SPACE, np.uint8)
    padded[PAD:-PAD] = folded
    windows = np.ndarray((len(padded) - 7,), np.dtype("<u8"), padded.data, strides=(1,))
    length = runs.ends - runs.starts
    kept = np.minimum(length, 8)
    first = windows[runs.starts + PAD] & LOW_BYTES[kept]
    last = windows[runs.ends] & HIGH_BYTES[kept]
    mixed = first * FIRST_FACTOR + last * LAST_FACTOR + length.astype(np.uint64)
    for at in np.flatnonzero(length > TWO_WINDOWS):
        middle = folded[runs.starts[at] + PAD : runs.ends[at] - PAD].tobytes()
        mixed[at] ^= np.uint64(zlib.crc32(middle)) << np.uint64(20)
    return np.asarray(mixed ^ (mixed >> np.uint64(29)))


def number_words(words: Sequence[bytes]) -> Keys:
    """Number folded words, as `number_runs` does those of a text."""
    folded = np.frombuffer(b" " + b" ".join(words) + b" ", np.uint8)
    return number_runs(folded, find_runs(folded, folded)) if words else np.empty(0, np.uint64)
