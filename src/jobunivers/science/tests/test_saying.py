# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Time is said as people count it."""

import pytest

from jobunivers.science.saying import Words, time_in_words


@pytest.mark.parametrize(
    ("days", "danish", "english"),
    [
        (1, "1 dag", "1 day"),
        (14, "14 dage", "14 days"),
        (60, "60 dage", "60 days"),
        (61, "2 måneder", "2 months"),
        (356, "12 måneder", "12 months"),
        (722, "2 år", "2 years"),
        (770, "2 år og 1 måned", "2 years and 1 month"),
        (3653, "10 år", "10 years"),
    ],
)
def test_a_long_time_is_counted_in_months_and_years(days: int, danish: str, english: str) -> None:
    assert time_in_words(days, "da") == danish
    assert time_in_words(days, "en") == english


def test_a_rule_says_its_days_as_time() -> None:
    words = Words("Uden job i {time}.", "Out of work for {time}.")

    assert words.said("da", {"days": 722}) == "Uden job i 2 år."
    assert words.said("en", {"days": 21}) == "Out of work for 21 days."
