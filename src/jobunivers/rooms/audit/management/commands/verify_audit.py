# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hold every kommune's chain against its rows: 0 when all is whole, 1 when anything is not."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.audit import actions, queries
from jobunivers.rooms.audit.queries import keys, words


class Command(BaseCommand):
    """`manage verify_audit [KOMMUNE …] [--json] [--chain-first] [--keep]`."""

    help = "check the audit chain: which row was changed, removed or put in afterwards"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take kommuner by code or slug; all when there are none."""
        parser.add_argument("kommune", nargs="*", help="code or slug; all when left out")
        parser.add_argument(
            "--json", action="store_true", help="one object a kommune, for machines"
        )
        parser.add_argument("--keep", action="store_true", help="keep the result, for the pages")
        parser.add_argument(
            "--chain-first", action="store_true", help="add what is written to the chain before"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's
        """Check, tell, and fail where something is not whole."""
        try:
            known = keys.known_keys()
        except keys.BadKey as error:
            raise CommandError(str(error)) from None
        if not options["json"]:
            self.stdout.write(f"keys that count: {', '.join(sorted(known))}")
        meant = _meant(options["kommune"])
        if options["chain_first"] and not actions.catch_up(kommuner=meant, clock=timezone.now):
            self.stderr.write(
                "others are writing; what they write is chained when they are through"
            )
        broken = [one.name for one in meant if self._check(one, options) > 0]
        if broken:
            raise CommandError(f"the chain does not hold: {', '.join(broken)}")

    def _check(self, municipality: Municipality, options: dict[str, Any]) -> int:
        now = timezone.now()
        ask = actions.check if options["keep"] else actions.look_through
        found = ask(municipality=municipality, at=now)
        if options["json"]:
            told = {
                "kommune": municipality.code, "links": found.links, "rows": found.rows,
                "seals": found.seals, "lawful": found.lawful, "seconds": round(found.seconds, 3),
                "grave": found.grave, "findings": [one.as_json() for one in found.findings],
            }  # fmt: skip
            self.stdout.write(json.dumps(told))
            return found.grave
        speed = found.rows / found.seconds if found.seconds else 0.0
        self.stdout.write(
            f"{municipality.name}: {found.rows:,} rows in {found.links:,} links, {found.seals:,}"
            f" seals, {found.lawful:,} lawfully gone, {found.seconds:.1f} s ({speed:,.0f} rows/s)"
        )
        if not found.links:
            with working_for(municipality.pk):
                waits = queries.waiting(municipality)
            self.stdout.write(
                f"  note: nothing is chained yet; {waits:,} rows wait for the worker, which chains"
                " within minutes and then seals for the first time (--chain-first does it now)"
            )
        for one in found.findings:
            self.stdout.write(f"  {'BROKEN' if one.grave else 'note'}: {words.said(one)}")
        return found.grave


def _meant(told: list[str]) -> list[Municipality]:
    national = tenancy.national()
    everybody = [*tenancy.opened(), *([national] if national else [])]
    if not told:
        return everybody
    found = [one for one in everybody if one.code in told or one.slug in told]
    unknown = set(told) - {one.code for one in found} - {one.slug for one in found}
    if unknown:
        raise CommandError(f"no kommune is called {', '.join(sorted(unknown))}")
    return found
