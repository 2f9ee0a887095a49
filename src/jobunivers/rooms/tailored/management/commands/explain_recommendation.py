# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""``./jobunivers manage explain_recommendation KOMMUNE CITIZEN VACANCY``: an old answer again."""

import argparse
from datetime import datetime
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.tailored import queries
from jobunivers.rooms.tailored.models import RecommendationRun
from jobunivers.rooms.tailored.queries.signals import usable

_MISSING = {
    "weights": "the weights of that model are not kept any more",
    "vocabulary": "the taxonomy it was made with is not kept any more",
    "opening": "the advertisement as it looked then is not kept any more",
}


class Command(BaseCommand):
    """Makes a recommendation again from what was kept with it, part by part, and compares."""

    help = "Make a recommendation of the last 90 days again, and say whether it comes out the same."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be asked for."""
        parser.add_argument("kommune", help="the kommune's short name, as in its address")
        parser.add_argument("citizen", type=int, help="the citizen's number")
        parser.add_argument("vacancy", type=int, help="the advertisement's number")
        parser.add_argument(
            "--at", type=datetime.fromisoformat, help="what stood there at this time (else: now)"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the parts as they were kept and as they come out now."""
        municipality = tenancy.opened_by_slug(options["kommune"])
        if municipality is None:
            raise CommandError(f"There is no kommune called {options['kommune']!r}.")
        with working_for(municipality.pk):
            self._explain(options["citizen"], options["vacancy"], options["at"])

    def _explain(self, citizen_id: int, vacancy_id: int, at: datetime | None) -> None:
        moment = timezone.now() if at is None else at
        if timezone.is_naive(moment):
            moment = timezone.make_aware(moment)
        rows = RecommendationRun.objects.filter(citizen_id=citizen_id, computed_at__lte=moment)
        runs = usable(rows)
        for run in runs.order_by("-computed_at", "-pk"):
            found = queries.made_again(run=run, vacancy_id=vacancy_id)
            if found is not None:
                self._show(run, found)
                return
        raise CommandError("No run that is kept holds this advertisement for this citizen.")

    def _show(self, run: RecommendationRun, found: queries.Again) -> None:
        say = self.stdout.write
        say(f"run {run.pk}, made {run.computed_at:%Y-%m-%d %H:%M} by {run.model}")
        say(f"taxonomy {run.vocabulary}, meaning {run.meaning}, boldness {run.boldness:.2f}")
        if found.missing:
            raise CommandError(f"It cannot be made again: {_MISSING[found.missing]}.")
        say(f"{'part':12} {'kept':>7} {'again':>7}   (1/10,000)")
        for part in found.parts:
            say(f"{part.name:12} {part.kept:7} {part.again:7}")
        say(f"{'score':12} {found.kept_score:7} {found.again_score:7}")
        if not found.same:
            raise CommandError("The answer comes out differently.")
        say("The answer is the same, part by part.")
