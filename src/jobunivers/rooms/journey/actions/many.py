# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same changes for many citizens in a few statements: files, case systems, simulated people.

Each row says when it happened. Either all rows of a call are written or none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, connection, models, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.events.actions import Happened
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.journey.actions.changing import (
    Abilities,
    AlreadyOut,
    Basics,
    EducationEntry,
    ExperienceEntry,
    Named,
    NothingOpen,
    WrongOrder,
)
from jobunivers.rooms.journey.models import (
    Absence,
    AbsenceKind,
    Competence,
    Education,
    Experience,
    Profile,
    Spell,
    SpellEnd,
    Teller,
    Wish,
)

_AT_A_TIME = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Began:
    """She is out of work from a day on."""

    citizen_id: int
    began_on: date
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """She is out of work no longer; `ended_on` is the first day on which she is not."""

    citizen_id: int
    ended_on: date
    end: SpellEnd
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days on which nothing is asked of her."""

    citizen_id: int
    kind: AbsenceKind
    starts_on: date
    ends_on: date | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """What someone adds to her profile; None and empty: nothing of that part.

    What the profile says already of competences and wishes is passed over.
    """

    citizen_id: int
    at: datetime
    basics: Basics | None = None
    abilities: Abilities | None = None
    experience: Sequence[ExperienceEntry] = ()
    education: Sequence[EducationEntry] = ()
    competences: Sequence[Named] = ()
    wishes: Sequence[Named] = ()

    def parts(self) -> Iterator[str]:
        """Yield the parts it changes, as events name them."""
        for name in ("basics", "abilities"):
            if getattr(self, name) is not None:
                yield name
        for name in ("experience", "education", "competences", "wishes"):
            if getattr(self, name):
                yield name


@transaction.atomic
def begin_spells(*, began: Sequence[Began], told_by: Teller) -> list[Spell]:
    """Note that they are out of work; raises AlreadyOut when that is known of one of them."""
    spells = [
        Spell(citizen_id=one.citizen_id, began_on=one.began_on, told_by=told_by, recorded_at=one.at)
        for one in began
    ]
    try:
        with transaction.atomic():
            made = Spell.objects.bulk_create(spells, batch_size=_AT_A_TIME)
    except IntegrityError as error:
        raise AlreadyOut from error
    events.record_many(
        [
            Happened(
                kind="journey.spell_began",
                at=spell.recorded_at,
                citizen_id=spell.citizen_id,
                data={"spell": spell.pk, "on": spell.began_on.isoformat()},
            )
            for spell in made
        ]
    )
    return made


@transaction.atomic
def end_spells(*, ended: Sequence[Ended]) -> int:
    """Note that they are out of work no longer; raises NothingOpen or WrongOrder."""
    them = [one.citizen_id for one in ended]
    rows = Spell.objects.select_for_update().filter(citizen_id__in=them, ended_on=None)
    spells = {spell.citizen_id: spell for spell in rows.order_by("pk")}
    told = []
    for one in ended:
        spell = spells.get(one.citizen_id)
        if spell is None:
            raise NothingOpen
        if one.ended_on < spell.began_on:
            raise WrongOrder
        spell.ended_on, spell.end = one.ended_on, one.end
        facts = {"spell": spell.pk, "on": one.ended_on.isoformat(), "end": one.end}
        told.append(
            Happened(kind="journey.spell_ended", at=one.at, citizen_id=one.citizen_id, data=facts)
        )
    Spell.objects.bulk_update(spells.values(), ["ended_on", "end"], batch_size=_AT_A_TIME)
    return events.record_many(told)


@transaction.atomic
def report_absences(*, away: Sequence[Away], told_by: Teller) -> list[Absence]:
    """Note days on which nothing is asked of them; raises WrongOrder."""
    if any(one.ends_on is not None and one.ends_on <= one.starts_on for one in away):
        raise WrongOrder
    made = Absence.objects.bulk_create(
        [
            Absence(
                citizen_id=one.citizen_id,
                kind=one.kind,
                starts_on=one.starts_on,
                ends_on=one.ends_on,
                told_by=told_by,
                recorded_at=one.at,
            )
            for one in away
        ],
        batch_size=_AT_A_TIME,
    )
    events.record_many(
        [
            Happened(
                kind="journey.absence_reported",
                at=absence.recorded_at,
                citizen_id=absence.citizen_id,
                data={"absence": absence.pk},
            )
            for absence in made
        ]
    )
    return made


@transaction.atomic
def fill_profiles(*, filled: Sequence[FilledIn]) -> int:
    """Add what people tell of themselves, once each in a call; return how many parts changed."""
    profiles = _profiles(filled)
    _bulk(
        Experience(profile_id=profiles[one.citizen_id], **asdict(entry))
        for one in filled
        for entry in one.experience
    )
    _bulk(
        Education(profile_id=profiles[one.citizen_id], **asdict(entry))
        for one in filled
        for entry in one.education
    )
    _bulk(
        Competence(
            profile_id=profiles[one.citizen_id],
            skill_uri=named.uri,
            words=named.words,
            added_at=one.at,
        )
        for one in filled
        for named in one.competences
    )
    _bulk(
        Wish(profile_id=profiles[one.citizen_id], occupation_uri=named.uri, words=named.words)
        for one in filled
        for named in one.wishes
    )
    _grow([(profiles[one.citizen_id], len(list(one.parts())), one.at) for one in filled])
    return events.record_many(
        [
            Happened(
                kind="journey.profile_changed",
                at=one.at,
                citizen_id=one.citizen_id,
                actor_id=one.citizen_id,
                data={"part": part},
            )
            for one in filled
            for part in one.parts()
        ]
    )


def _profiles(filled: Sequence[FilledIn]) -> dict[int, int]:
    """Return each citizen's profile, made where there is none, with basics and abilities set."""
    them = [one.citizen_id for one in filled]
    rows = Profile.objects.filter(citizen_id__in=them).order_by("pk")
    known = dict(rows.values_list("citizen_id", "pk"))
    new = [
        Profile(citizen_id=one.citizen_id, changed_at=one.at, **_columns(one))
        for one in filled
        if one.citizen_id not in known
    ]
    made = Profile.objects.bulk_create(new, batch_size=_AT_A_TIME)
    for one in filled:
        columns = _columns(one)
        if columns and one.citizen_id in known:
            Profile.objects.filter(pk=known[one.citizen_id]).update(**columns)
    return known | {profile.citizen_id: profile.pk for profile in made}


def _columns(one: FilledIn) -> dict[str, object]:
    columns: dict[str, object] = {}
    if one.basics is not None:
        columns |= asdict(one.basics)
    if one.abilities is not None:
        columns |= {
            "languages": dict(one.abilities.languages),
            "only_languages": one.abilities.only_languages,
            "licences": list(one.abilities.licences),
            "lacks_licences": list(one.abilities.lacks_licences),
        }
    return columns


def _bulk(rows: Iterator[models.Model]) -> None:
    """Add rows; what is there already by a constraint stays as it is."""
    them = list(rows)
    if them:
        type(them[0])._default_manager.bulk_create(  # noqa: SLF001 - Django's documented name
            them, batch_size=_AT_A_TIME, ignore_conflicts=True
        )


def _grow(changes: Sequence[tuple[int, int, datetime]]) -> None:
    """Let the profiles' versions grow by as many parts as have changed."""
    ids, parts, moments = zip(*changes, strict=True) if changes else ((), (), ())
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE journey_profile p SET version = p.version + n.parts, changed_at = n.at"
            " FROM unnest(%s::bigint[], %s::int[], %s::timestamptz[]) AS n(id, parts, at)"
            " WHERE p.id = n.id AND p.municipality_id = %s",
            [list(ids), list(parts), list(moments), current_municipality_id()],
        )
