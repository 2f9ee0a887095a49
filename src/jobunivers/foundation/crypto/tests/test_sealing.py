# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A value opens where it was written, with the key it was written with, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st
from pytest_django import Settings

from jobunivers.foundation.crypto import sealing
from jobunivers.foundation.crypto.keys import BadKeys, new_key, read_keys

OLD, NEW = new_key("k1"), new_key("k2")
WHERE = {"about": "followup_note.text", "whose": "7"}


@given(st.text(min_size=1, max_size=300))
@how(max_examples=60, deadline=None)
def test_any_text_comes_back_and_is_never_seen_in_what_is_stored(text: str) -> None:
    stored = sealing.seal_text(text, **WHERE)

    assert sealing.open_text(stored, **WHERE) == text
    assert len(text) < 4 or text not in stored
    assert sealing.seal_text(text, **WHERE) != stored, "twice the same is not seen to be the same"


@given(st.binary(max_size=2_000))
@how(max_examples=40, deadline=None)
def test_any_bytes_come_back(content: bytes) -> None:
    assert sealing.open_bytes(sealing.seal_bytes(content, **WHERE), **WHERE) == content


def test_an_empty_text_stays_empty_so_that_the_database_can_refuse_it() -> None:
    assert sealing.seal_text("", **WHERE) == ""
    assert sealing.open_text("", **WHERE) == ""


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"about": "followup_letter.words", "whose": "7"},
        {"about": "followup_note.text", "whose": "8"},
    ],
)
def test_a_value_moved_to_another_column_or_kommune_does_not_open(
    elsewhere: dict[str, str],
) -> None:
    with pytest.raises(sealing.CannotOpen, match=r"changed or moved"):
        sealing.open_text(sealing.seal_text("Kirsten er syg", **WHERE), **elsewhere)


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=1, max_value=255))
@how(max_examples=60, deadline=None)
def test_a_changed_byte_is_seen_and_never_read_as_something_else(place: int, change: int) -> None:
    stored = bytearray(sealing.seal_bytes(b"Kirsten er syg", **WHERE))
    stored[place % len(stored)] ^= change

    with pytest.raises(sealing.CannotOpen):
        sealing.open_bytes(bytes(stored), **WHERE)


def test_with_an_older_key_beside_the_new_both_are_read(settings: Settings) -> None:
    settings.DATA_KEYS = OLD
    before = sealing.seal_text("før", **WHERE)
    settings.DATA_KEYS = f"{NEW},{OLD}"
    after = sealing.seal_text("efter", **WHERE)

    assert (before.split(".")[1], after.split(".")[1]) == ("k1", "k2")
    assert [sealing.open_text(one, **WHERE) for one in (before, after)] == ["før", "efter"]


def test_a_missing_key_is_named(settings: Settings) -> None:
    settings.DATA_KEYS = OLD
    stored = sealing.seal_text("før", **WHERE)
    settings.DATA_KEYS = NEW

    with pytest.raises(sealing.CannotOpen, match="'k1', which is not given"):
        sealing.open_text(stored, **WHERE)


def test_another_key_of_the_same_name_gives_an_error_and_never_garbage(
    settings: Settings,
) -> None:
    settings.DATA_KEYS = OLD
    stored = sealing.seal_text("før", **WHERE)
    settings.DATA_KEYS = new_key("k1")

    with pytest.raises(sealing.CannotOpen, match="does not open"):
        sealing.open_text(stored, **WHERE)


def test_what_is_not_encrypted_is_not_taken_for_a_text() -> None:
    with pytest.raises(sealing.CannotOpen, match="not encrypted"):
        sealing.open_text("Kirsten er syg", **WHERE)


def test_a_hash_is_the_same_for_the_same_text_and_differs_by_column_and_key(
    settings: Settings,
) -> None:
    settings.DATA_KEYS = f"{NEW},{OLD}"
    one = sealing.keyed_hash("k@example.dk", about="a")

    assert one == sealing.keyed_hash("k@example.dk", about="a")
    assert one != sealing.keyed_hash("k@example.dk", about="b")
    assert len(set(sealing.keyed_hashes("k@example.dk", about="a"))) == 2
    assert "example" not in one


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no key"),
        ("k1", "the key 'k1' has 0 bytes"),
        ("K 1:AAAA", "the name of a key"),
        (f"{OLD},{OLD}", "same name"),
        ("k1:!!!", "bytes"),
    ],
    # The keys are drawn anew in each process; a test is called the same in all.
    ids=["none", "no bytes", "a bad name", "twice", "bad bytes"],
)
def test_a_bad_list_of_keys_is_refused_with_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(BadKeys, match=says):
        read_keys(text)
    assert "AAAA" not in says, "no error shows a key"
