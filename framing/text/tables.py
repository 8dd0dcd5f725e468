"""Hash tables from 64-bit numbers to places, looked up for whole arrays at once."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
SPREAD: Final = np.uint64(0x9E3779B97F4A7C15)
SLOTS_PER_KEY: Final = 8


@dataclass(frozen=True)
class Table:
    """Keys with open addressing: `slots` holds the place of a key, -1 where a slot is empty; the last key is a dummy that -1 falls on."""

    keys: Keys
    slots: NDArray[np.int32]
    shift: np.uint64

    def __len__(self) -> int:
        return len(self.keys) - 1

    def look_up(self, wanted: Keys) -> NDArray[np.int32]:
        """Return the place of each wanted key, -1 where it is not in the table."""
        slot = (wanted * SPREAD) >> self.shift
        found = self.slots[slot]
        wrong = np.flatnonzero((found >= 0) & (self.keys[found] != wanted))
        while len(wrong):
            slot[wrong] = (slot[wrong] + np.uint64(1)) % np.uint64(len(self.slots))
            found[wrong] = self.slots[slot[wrong]]
            still = (found[wrong] >= 0) & (self.keys[found[wrong]] != wanted[wrong])
            wrong = wrong[still]
        return np.asarray(found, np.int32)


def make_table(keys: Keys) -> Table:
    """Make the table of some distinct keys; the place of a key is its index.

    All keys that still look for a slot are tried together: where one is free, one of those that ask for it gets it, the others go on to the next.
    """
    bits = max(int(len(keys) * SLOTS_PER_KEY).bit_length(), 4)
    shift = np.uint64(64 - bits)
    slots = np.full(1 << bits, -1, np.int32)
    slot, left = (keys * SPREAD) >> shift, np.arange(len(keys), dtype=np.int32)
    while len(left):
        free = left[slots[slot[left]] < 0]
        slots[slot[free]] = free
        left = left[slots[slot[left]] != left]
        slot[left] = (slot[left] + np.uint64(1)) % np.uint64(len(slots))
    return Table(np.append(keys, np.uint64(0)), slots, shift)
