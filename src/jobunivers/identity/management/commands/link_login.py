# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Let somebody who is here already be known by a login: link_login 0751 CODE SUBJECT UUID."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management import BaseCommand, CommandError
from django.db import IntegrityError
from django.utils import timezone

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity import entering, providers
from jobunivers.identity.models import Person


class Command(BaseCommand):
    """For people who were there before the login: everybody else is added at her first one."""

    help = "Let a subject of a kommune's login be a person who is there already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take kommune, login, subject and person."""
        parser.add_argument("kommune", help="its four digits")
        parser.add_argument("code", help="the login's code in the file of logins")
        parser.add_argument("subject", help="what the login calls her (sub)")
        parser.add_argument("person", type=UUID, help="her uuid here")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Link them, or say in a line why not."""
        municipality = tenancy.by_code(options["kommune"])
        provider = providers.provider_of(options["kommune"], options["code"])
        if municipality is None or provider is None:
            raise CommandError("there is no such login: see JOBUNIVERS_LOGINS")
        with working_for(municipality.pk):
            person = Person.objects.filter(uuid=options["person"], is_active=True).first()
            if person is None:
                raise CommandError("the kommune has nobody of that uuid")
            try:
                entering.link(
                    person_id=person.pk,
                    issuer=provider.issuer,
                    subject=options["subject"],
                    at=timezone.now(),
                )
            except IntegrityError as error:
                raise CommandError(
                    "the subject is somebody else already, or she has a login"
                ) from error
        self.stdout.write(f"#{person.pk} logs in by {provider.code} from now on.")
