# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How Django finds the person of a session: within the kommune, and nowhere else."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from jobunivers.foundation.tenancy import NoMunicipality
from jobunivers.identity.models import Person
from jobunivers.identity.sessions import person_at_hand


class TenantBackend(BaseBackend):
    """Finds people; proves nobody. Proving is the business of the ways of logging in."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> None:  # noqa: ARG002
        """Refuse: no password opens anything here."""
        return

    def get_user(self, user_id: int) -> Person | None:
        """Return the active person of a session, if the kommune has her."""
        known = person_at_hand(user_id)
        if known is not None:
            return known if known.is_active else None
        try:
            return Person.objects.filter(pk=user_id, is_active=True).first()
        except NoMunicipality:
            return None
