# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What waits for the officer of the demo: unusual looks, a request, and a plan of deletion.

All through the rooms' own doors, so that the pages, the log and the chain know of it.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from jobunivers.identity import actions as identity_actions
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.audit import actions as audit
from jobunivers.rooms.mydata import actions as mydata
from jobunivers.rooms.mydata import queries as mydata_queries
from jobunivers.rooms.retention import actions as retention
from jobunivers.trust import actions as trust
from jobunivers.trust.actions.reaching import write_officer_contact

_BUSY = 34  # citizens opened within an hour: over the thirty of the rule
_PARTS = ("overview", "notes", "profile")
_CLOCKS = ((10, 0), (23, 12))
_FORMER = ("Grethe Holmsted", "Verner Lyngsø", "Aksel Ravnkilde", "Birthe Østerlund")
_SINCE = timedelta(days=6 * 365)
_TOLD = timedelta(days=40)
_WORDS = (
    "Der står, at jeg har arbejdet på Hotel Søparken til 2021. Det rigtige er 2023. "
    "Vil I rette det?"
)


def write(*, at: datetime) -> None:
    """Let what the officer looks after be there, once in each kommune."""
    if mydata_queries.waiting().exists() or not identity.officer_ids():
        return
    citizens = sorted(identity.citizen_columns()[0].tolist())
    _looks(citizens, at=at)
    _prepared(at=at)
    _contact(at=at)
    _request(at=at)
    _plan(at=at)


def _looks(citizens: Sequence[int], *, at: datetime) -> None:
    """Look as staff do who are busy, or up late; then let the rules find what is unusual."""
    staff = identity.staff_of(roles=sorted(ADVISING))
    if not citizens or not staff:
        return
    day = timezone.localdate(at) - timedelta(days=1)
    ten, late = (timezone.make_aware(datetime.combine(day, time(*clock))) for clock in _CLOCKS)
    hidden = sorted(identity.protected_ids(citizens))
    busy = [(pk, ten + timedelta(minutes=place)) for place, pk in enumerate(citizens[:_BUSY])]
    up_late = [(pk, late) for pk in [*hidden[:1], citizens[-1]]]
    looks = [
        trust.Looked(
            seen=trust.Seen(
                citizen_id=pk, part="profile", reason="case", protected=pk in set(hidden)
            ),
            viewer_id=who,
            viewer_role=role,
            at=moment,
        )
        for (who, role), some in ((staff[0], busy), (staff[-1], up_late))
        for pk, moment in some
    ]
    trust.note_looks(looks=looks)
    audit.find_unusual(day=day, at=at)


def _prepared(*, at: datetime) -> None:
    """Let staff have looked at each persona before a talk, so that she has something to read."""
    staff = identity.staff_of(roles=sorted(ADVISING))
    hers = [one.person for one in identity.personas() if one.person.role == Role.CITIZEN]
    if not staff:
        return
    day = timezone.localdate(at) - timedelta(days=3)
    began = timezone.make_aware(datetime.combine(day, time(9, 40)))
    trust.note_looks(
        looks=[
            trust.Looked(
                seen=trust.Seen(
                    citizen_id=one.pk, part=part, reason="talk", protected=one.is_protected
                ),
                viewer_id=staff[place % len(staff)][0],
                viewer_role=staff[place % len(staff)][1],
                at=began + timedelta(minutes=2 * place, seconds=20 * number),
            )
            for place, one in enumerate(hers)
            for number, part in enumerate(_PARTS)
        ]
    )


def _contact(*, at: datetime) -> None:
    """Let the officer have written where citizens reach her."""
    officer = min(identity.officer_ids())
    write_officer_contact(
        name="Databeskyttelsesrådgiveren", email="dpo@example.dk", phone="", seen=0,
        by_id=officer, at=at,
    )  # fmt: skip


def _request(*, at: datetime) -> None:
    """Let the first persona among the citizens ask for something to be put right."""
    asker = next(
        (one.person for one in identity.personas() if one.person.role == Role.CITIZEN), None
    )
    if asker is not None:
        key = uuid5(NAMESPACE_URL, f"demo-request-{asker.uuid}")
        asked_at = at - timedelta(days=18)
        mydata.ask(
            person_id=asker.pk, kind=mydata.RequestKind.CORRECT, about=mydata.About(), words=_WORDS,
            key=key, at=asked_at,
        )  # fmt: skip


def _plan(*, at: datetime) -> None:
    """Let people of long ago be due, told by letter, and wait for a second person's yes."""
    by_id = next(iter(identity.administrator_ids()), None)
    if by_id is None:
        return
    _end(_FORMER[:3], at=at - _SINCE)
    told_at = at - _TOLD
    retention.tell(at=told_at)
    run = retention.make_letters(by_id=by_id, at=told_at + timedelta(days=1))
    retention.letters_sent(run_id=run.pk, by_id=by_id, at=told_at + timedelta(days=2))
    # One more has just been told, and is still to have her letter.
    _end(_FORMER[3:], at=at - _SINCE + timedelta(days=30))
    retention.tell(at=at - timedelta(days=1))
    retention.choose(
        code="people_above", value=len(_FORMER) - 2, from_on=timezone.localdate(at),
        reason="Vi vil se hver plan igennem det første år.", by_id=by_id, at=at,
    )  # fmt: skip
    retention.make_plan(by_id=by_id, at=at)


def _end(names: Sequence[str], *, at: datetime) -> None:
    """Let people come two years before a time, and go by then."""
    newcomers = [
        identity_actions.Newcomer(name=name, role=Role.CITIZEN, at=at - timedelta(days=730))
        for name in names
    ]
    for one in identity_actions.add_people(newcomers=newcomers):
        identity_actions.let_go(person_id=one.pk, at=at)
    retention.find_ended(at=at)
