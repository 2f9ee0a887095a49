# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small numbers and shares as people read them."""

from django.template import Library

from jobunivers.rooms.talks.queries import figures
from jobunivers.trust.cards import common

register = Library()


@register.filter
def few(number: int) -> str:
    """Return a number; fewer than five are not told apart."""
    return figures.few(number)


@register.filter
def share(value: float) -> str:
    """Return a share as people write it: 0.28 is "28 %"."""
    return common.share(value)
