# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence

from django import template

from jobunivers.rooms.launching.queries.words import words_of

register = template.Library()


@register.filter
def handed_words(codes: Sequence[str]) -> list[str]:
    """Return what was handed over, in the reader's words."""
    return words_of(codes)
