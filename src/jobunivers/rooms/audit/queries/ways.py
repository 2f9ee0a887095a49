# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's lines in the navigation, and where a login leads the officer."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import Person, Role


def offer() -> None:
    """Offer them; said in `apps.py`."""
    ways = (
        ("audit.looks", _("Usædvanlige opslag"), "audit:looks", "visibility",
         {Role.OFFICER.value: 10}),
        ("audit.samples", _("Stikprøver"), "audit:samples", "checklist", {Role.OFFICER.value: 12}),
        ("audit.export", _("Udtræk af loggen"), "audit:export", "list", {Role.OFFICER.value: 30}),
        ("audit.chain", _("Revisionsspor"), "audit:chain", "check",
         {Role.OFFICER.value: 40, Role.ADMINISTRATOR.value: 92}),
        ("audit.changes", _("Hvem har ændret hvad?"), "audit:changes", "list",
         {Role.OFFICER.value: 42, Role.ADMINISTRATOR.value: 93}),
    )  # fmt: skip
    for code, label, url_name, icon, roles in ways:
        desk.offer_way(desk.Way(code=code, label=label, url_name=url_name, icon=icon, roles=roles))


def landing_of(person: Person, at: datetime) -> str:  # noqa: ARG001 - as every landing
    """Return where a login leads the officer of data protection; "" for everybody else."""
    return reverse("audit:looks") if person.role == Role.OFFICER else ""
