# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to what it names: the only way in. What is not there is 404."""

from datetime import date

from django.http import Http404

from jobunivers.rooms.law.models import RegisterText
from jobunivers.rooms.law.queries.rules import Rule
from jobunivers.rooms.law.queries.settings import local_of
from jobunivers.science.law import DocumentNumber, Reference
from jobunivers.science.law.references import document_of, packed, spaced
from jobunivers.science.law.register import Local

_LONGEST = 20
_MOST = 999


def document_or_404(slug: str) -> DocumentNumber:
    """Return an act by its number, brought in or not. Everybody may read the law."""
    found = document_of(slug)
    if found is None:
        raise Http404
    return found


def place_or_404(slug: str, section: str, clause: str) -> Reference:
    """Return a paragraph, and the clause when one is said. Everybody may read the law."""
    document = document_or_404(slug)
    if len(section) > _LONGEST or section != packed(section) or not section[:1].isdigit():
        raise Http404
    wanted = (
        int(clause) if clause.isascii() and clause.isdigit() and len(clause) < len("1000") else 0
    )
    return Reference(document, spaced(section), wanted if 0 < wanted <= _MOST else None)


def local_or_404(code: str, key: str, *, on: date) -> tuple[Rule, Local]:
    """Return a value that the law leaves to the kommune. Administrators of a kommune set it."""
    found = local_of(code, key, on=on)
    if found is None:
        raise Http404
    return found


def register_or_404(pk: int) -> RegisterText:
    """Return a kept register. The national organisation approves it."""
    found = RegisterText.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
