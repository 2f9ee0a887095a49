# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.rooms.tailored.queries.packing import packed_records, unpacked_records
from jobunivers.science.matching import RECORD


@given(st.integers(0, 60), st.integers(0, 2**32 - 1))
def test_what_is_packed_comes_back_to_the_last_bit(many: int, seed: int) -> None:
    raw = np.random.default_rng(seed).integers(0, 256, many * RECORD.itemsize, dtype=np.uint8)
    records = raw.view(RECORD)

    assert unpacked_records(packed_records(records)).tobytes() == raw.tobytes()


def test_what_was_never_packed_is_not_read_as_something() -> None:
    with pytest.raises(zlib.error):
        unpacked_records(bytes(2 * RECORD.itemsize))


def test_a_list_with_a_piece_missing_is_not_read_as_a_shorter_one() -> None:
    broken = zlib.compress(bytes(RECORD.itemsize + 1))
    with pytest.raises(ValueError, match="reshape"):
        unpacked_records(broken)
