# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Open one of the country's kommuner on the platform."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.places import queries as places
from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Role


class Command(BaseCommand):
    """Run as the app's role; refuses in one line what is unknown, open or taken."""

    help = "Open a kommune, so that its pages answer."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which kommune, at which host name, with whom."""
        parser.add_argument("kommune", metavar="SLUG_OR_CODE", help="aarhus, or 0751")
        parser.add_argument("--host", help="host name of its own, for instance job.aarhus.example")
        parser.add_argument("--administrator", metavar="NAME", help="a person who sets it up")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Open it and say where it is."""
        wanted = str(options["kommune"]).strip().lower()
        known = (one for one in places.kommuner() if wanted in {one.code, one.slug})
        kommune = next(known, None)
        if kommune is None:
            raise CommandError(f"{wanted!r} is none of the 98 kommuner: give its code or path part")
        host = (options["host"] or "").strip().lower() or None
        now = timezone.now()
        try:
            opened = tenancy.open_municipality(
                code=kommune.code, name=kommune.name, slug=kommune.slug, host=host, at=now
            )
        except tenancy.AlreadyOpen:
            raise CommandError(f"{kommune.name} is open already") from None
        except tenancy.AddressTaken:
            raise CommandError(
                f"{host or kommune.slug} is the address of another kommune"
            ) from None
        with working_for(opened.pk):
            if options["administrator"]:
                identity.add_person(name=options["administrator"], role=Role.ADMINISTRATOR, at=now)
            identity.welcome_municipality(name=kommune.name, at=now)
            events.record("front.municipality_opened", at=now, data={"municipality_id": opened.pk})
        where = f"/{kommune.slug}/" + (f" and at https://{host}/" if host else "")
        self.stdout.write(f"{kommune.name} is open at {where}")
