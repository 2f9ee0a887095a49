# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.utils import translation

from jobunivers.foundation.ui import wording


@pytest.mark.parametrize(
    ("value", "language", "said"),
    [(37.0, "da", "37"), (37.5, "da", "37,5"), (37.5, "en", "37.5"), (None, "da", "")],
)
def test_hours_are_said_as_people_write_them(value: float | None, language: str, said: str) -> None:
    with translation.override(language):
        assert wording.hours(value) == said
