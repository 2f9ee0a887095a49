# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import io
from collections.abc import Iterator

import pytest

from jobunivers.integrations import clamd
from jobunivers.integrations.clamd.fake import EICAR, VERSION, FakeScanner


@pytest.fixture
def scanner() -> Iterator[FakeScanner]:
    with FakeScanner() as started:
        yield started


def test_a_clean_file_has_no_name_of_harm(scanner: FakeScanner) -> None:
    assert clamd.scan(scanner.address, io.BytesIO(b"x" * 200_000)) == ""


def test_a_harmful_file_is_named(scanner: FakeScanner) -> None:
    # Across the border of two pieces.
    file = io.BytesIO(b"x" * (64 * 1024 - 10) + EICAR)

    assert clamd.scan(scanner.address, file) == "Eicar-Signature"


def test_silence_is_never_taken_for_clean(scanner: FakeScanner) -> None:
    scanner.broken = True

    with pytest.raises(clamd.NoAnswer):
        clamd.scan(scanner.address, io.BytesIO(b"x"))


def test_a_file_the_scanner_finds_too_long_is_not_clean() -> None:
    with FakeScanner(most=1000) as scanner, pytest.raises(clamd.NoAnswer):
        clamd.scan(scanner.address, io.BytesIO(b"x" * 5000))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "unix:/nowhere/clamd.ctl", "clamd", ""])
def test_an_address_without_a_scanner_gives_no_answer(address: str) -> None:
    with pytest.raises(clamd.NoAnswer):
        clamd.scan(address, io.BytesIO(b"x"))


def test_the_scanner_tells_its_version(scanner: FakeScanner) -> None:
    assert clamd.check(scanner.address) == VERSION
