# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of a logged-in person, for floors that lie below identity."""

from typing import Protocol


class PersonLike(Protocol):
    """Who asks: a person of the kommune, or nobody."""

    pk: int | None
    name: str
    role: str

    @property
    def is_authenticated(self) -> bool:
        """Say whether anybody is logged in."""
