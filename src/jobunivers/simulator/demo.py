# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fill the demo through the rooms' doors: two kommuner, vacancies, and people to log in as."""

import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from jobunivers.foundation.tenancy import actions as tenancy_actions
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.integrations.jobads.records import BadRecord, Outcome, VacancyRecord
from jobunivers.rooms.audit import actions as audit
from jobunivers.rooms.casework import actions as casework
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.tailored import actions as tailored
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vendors import actions as vendors
from jobunivers.simulator import (
    agreements,
    availability,
    caseloads,
    firm,
    first_meetings,
    followup,
    keeping,
    market,
    personas,
    plans,
    protected,
    pushes,
    rules,
    talks,
    telling,
    triggers,
)
from jobunivers.simulator.kommuner import DEMO_KOMMUNER, DemoKommune
from jobunivers.simulator.life import ads, running
from jobunivers.simulator.life.scene import HERE
from jobunivers.simulator.vacancies import advertisements, source_of
from jobunivers.simulator.world import leaning_towards
from jobunivers.trust import actions as trust

VACANCIES = 3_000
# The past of the demo: so many weeks, people out of work in each kommune, and open vacancies then.
WEEKS, PEOPLE, OPEN_THEN = 4, 150, 700
SEED = 20_260_101  # any number; the same one makes the same demo
_FIRST_OF_TODAY = 5_000_001
_MONTHS = 12  # of use that firms read of
Progress = Callable[[str], None]


def fill(
    *,
    at: datetime,
    progress: Progress,
    count: int = VACANCIES,
    weeks: int = 0,
    people: int = PEOPLE,
) -> None:
    """Open the demo's kommuner and fill them; what is there already is left alone.

    The starter taxonomy and places must have been loaded: the importer needs them.

    Args:
        at: now.
        progress: is told what is being done.
        count: advertisements that stand open, or have just ended.
        weeks: of a past that simulated people have lived; 0 for none.
        people: out of work in each kommune in that past.
    """
    progress("Opening two kommuner …")
    opened = [_open(kommune, at=at - timedelta(weeks=weeks)) for kommune in DEMO_KOMMUNER]
    opened.append(tenancy_actions.ensure_national(at=at))
    everybody = personas.personas()
    for municipality in opened[:-1]:
        # Those who play a part in the weeks that are lived first.
        there = [one for one in everybody if one["role"] != Role.CITIZEN or "before" in one]
        personas.invite(municipality, there, at=at)
    progress("Filling the market's shelves …")
    market.fill(at=at - timedelta(weeks=weeks), today=at)
    if weeks:
        progress(f"Letting {people} people in each live {weeks} weeks …")
        _live(opened[:-1], at=at, weeks=weeks, people=people, progress=progress)
    progress(f"Writing {count} advertisements …")
    _vacancies(count, at=at)
    vacancies.bring_index_up_to_date(at=at)
    # The people come last: when the national administrator is there, everything is.
    progress("Inviting people …")
    for municipality in opened:
        personas.invite(municipality, everybody, at=at)
        with working_for(municipality.pk):
            first_meetings.open_times(kommune=municipality.name, at=at)
    progress("Finding jobs for them …")
    tailored.bring_world_up_to_date(at=at, wait=True)
    tailored.match_everybody(at=at)
    segmentation.segment_everybody(at=at)
    for municipality in opened[:-1]:
        with working_for(municipality.pk):
            plans.write(at=at)
            plans.write_usual(at=at)
            caseloads.write(kommune=municipality.code, at=at)
            protected.protect_one(at=at)
            followup.write(at=at)
            talks.write(at=at)
            availability.write(at=at)
            rules.decide(at=at)
            pushes.write(at=at)
            market.let_personas_use(at=at)
            triggers.write(at=at)
            telling.tell(slug=municipality.slug, at=at)
            firm.use_last_month(at=at)
            marketplace.tally(at=at)
            agreements.agree(at=at)
            vendors.count_months(at=at, back=_MONTHS)
            vendors.pass_words_on(at=at)
    with working_for(opened[-1].pk):
        firm.talk(at=at)
        vendors.publish_months(at=at, back=_MONTHS)
    marketplace.bring_index_up_to_date(at=at)
    casework.fill_rows_everywhere(at=at)
    casework.attend_everybody(at=at)
    for municipality in opened[:-1]:
        with working_for(municipality.pk):
            caseloads.count(at=at)
            keeping.write(at=at)


def seal(*, clock: Callable[[], datetime]) -> None:
    """Count what came of the models, and seal it all, so that an auditor finds it whole at once."""
    trust.count_groups(at=clock())
    national = tenancy.national()
    audit.catch_up(kommuner=[*tenancy.opened(), *([national] if national else [])], clock=clock)


def _live(
    kommuner: Sequence[Municipality],
    *,
    at: datetime,
    weeks: int,
    people: int,
    progress: Progress,
) -> None:
    """Let simulated people live the weeks up to yesterday; taken up again where it was stopped."""
    today = at.astimezone(HERE).date()
    plan = running.Plan(
        seed=SEED,
        first=today - timedelta(weeks=weeks),
        days=7 * weeks,
        people=people,
        stock=OPEN_THEN,
        shares={kommune.code: kommune.share for kommune in DEMO_KOMMUNER},
        match_every=14,
        processes=vacancies.default_processes(),
    )
    running.run(kommuner, plan, progress=progress)


def is_filled() -> bool:
    """Return whether a fill has been finished."""
    national = tenancy.national()
    if national is None:
        return False
    with working_for(national.pk):
        return identity.personas().exists()


def _open(kommune: DemoKommune, *, at: datetime) -> Municipality:
    known = tenancy.by_code(kommune.code)
    if known is not None and known.opened_at is not None:
        return known
    municipality = tenancy_actions.open_municipality(
        code=kommune.code, name=kommune.name, slug=kommune.slug, at=at
    )
    tenancy_actions.save_appearance(
        municipality=municipality,
        appearance=tenancy_actions.Appearance(
            name=kommune.name,
            primary_colour=kommune.primary_colour,
            accent_colour=kommune.accent_colour,
            headline_da=kommune.headline_da,
            headline_en=kommune.headline_en,
            welcome_da=kommune.welcome_da,
            welcome_en=kommune.welcome_en,
        ),
        at=at,
    )
    return municipality


def _vacancies(count: int, *, at: datetime) -> None:
    """Let today's advertisements stand there, with two that somebody has to mend."""
    places = leaning_towards({kommune.code: kommune.share for kommune in DEMO_KOMMUNER})
    today = at.astimezone(HERE).date()
    # Numbered apart from those of the past, which began with the same numbers.
    made = advertisements(
        random.Random(SEED), count, today=today, places=places, first=_FIRST_OF_TODAY
    )
    records: list[Outcome] = list(made)
    copies = [
        one for one in records if isinstance(one, VacancyRecord) and source_of(one) == "samlesiden"
    ]
    records += _broken(len(copies))
    ads.take_in(records, at=at, processes=vacancies.default_processes())


def _broken(read: int) -> list[BadRecord]:
    """Return two records as real sources send them now and then: somebody has to mend them."""
    cut = '{"source_id": "demo-afbrudt", "title": "Tjener til weekender", "description": "Vi sø'
    untitled = '{"source_id": "demo-uden-titel", "title": "", "description": "Ring og hør mere."}'
    return [
        BadRecord(
            position=read + 1,
            reason="truncated",
            detail="The record ends in the middle of a text.",
            original=cut,
        ),
        BadRecord(
            position=read + 2,
            reason="no_title",
            detail="The record has no title.",
            original=untitled,
            source_id="demo-uden-titel",
        ),
    ]
