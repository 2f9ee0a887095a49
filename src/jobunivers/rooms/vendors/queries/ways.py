# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's lines in the navigation."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.identity.models import Person, Role


def offer() -> None:
    """Offer them; said in `apps.py`."""
    ways = (
        ("vendors.queue", _("Løsninger"), "vendors:queue", "checklist", Role.NATIONAL, 70),
        ("vendors.sign_ups", _("Leverandører"), "vendors:sign_ups", "account", Role.NATIONAL, 68),
        ("vendors.portal", _("Overblik"), "vendors:portal", "home", Role.VENDOR, 10),
        ("vendors.solutions", _("Jeres løsninger"), "vendors:solutions", "list", Role.VENDOR, 20),
        ("vendors.money", _("Økonomi"), "vendors:money", "bookmark", Role.VENDOR, 30),
        ("vendors.webhooks", _("Webhooks"), "vendors:webhooks", "notifications", Role.VENDOR, 35),
        ("vendors.profile", _("Firmaets profil"), "vendors:profile", "settings", Role.VENDOR, 40),
        ("vendors.members", _("Medarbejdere"), "vendors:members", "account-circle",
         Role.VENDOR, 50),
        ("vendors.grounds", _("Grundlag for data"), "vendors:grounds", "map", Role.NATIONAL, 72),
        ("vendors.answers", _("Leverandørers svar"), "vendors:answers", "list",
         Role.ADMINISTRATOR, 70),
    )  # fmt: skip
    for code, label, url_name, icon, role, place in ways:
        desk.offer_way(
            desk.Way(
                code=code, label=label, url_name=url_name, icon=icon, roles={role.value: place}
            )
        )


def landing_of(person: Person, at: datetime) -> str:  # noqa: ARG001 - as every landing
    """Return where a login leads somebody of a firm; "" for everybody else."""
    return reverse("vendors:portal") if person.role == Role.VENDOR else ""
