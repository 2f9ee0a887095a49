# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom somebody looked up is not to be read in an address."""

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st
from pytest_django import Settings

from jobunivers.foundation.crypto.addresses import LONGEST, opened_words, sealed_address
from jobunivers.foundation.crypto.addresses import sealed_words as sealed
from jobunivers.foundation.crypto.keys import new_key
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality

pytestmark = pytest.mark.django_db


@given(words=st.text(max_size=120))
@how(max_examples=40, deadline=None)
def test_any_words_come_back_and_are_not_to_be_read(words: str) -> None:
    with working_for(7):
        told = sealed(words)
        assert opened_words(told) == words.strip()
    assert len(told) < LONGEST
    assert len(words.strip()) < 5 or words.strip() not in told


def test_a_changed_address_one_of_another_kommune_and_one_of_an_old_key_say_nothing(
    aarhus: Municipality, odense: Municipality, settings: Settings
) -> None:
    with working_for(aarhus.pk):
        told = sealed("Kirsten Holm")
        assert opened_words(told) == "Kirsten Holm"
        assert opened_words(told[:-3] + "AAA") == ""
        assert opened_words("e1.k1") == opened_words("e1.k9.AAAA") == ""
        assert sealed_address("/find/", "navn", "  ") == "/find/"
    with working_for(odense.pk):
        assert opened_words(told) == ""
    settings.DATA_KEYS = new_key("k2")
    with working_for(aarhus.pk):
        assert opened_words(told) == ""


def test_what_is_written_by_hand_is_what_it_says() -> None:
    assert opened_words("kirsten") == "kirsten"
