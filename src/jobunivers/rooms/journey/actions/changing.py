# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The citizen changes her profile; each change makes a new version of it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import IntegrityError, models, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.journey.actions import origins
from jobunivers.rooms.journey.actions.origins import Saying
from jobunivers.rooms.journey.models import (
    Absence,
    AbsenceKind,
    Competence,
    Education,
    EducationLevel,
    Experience,
    Origin,
    Part,
    Profile,
    Spell,
    SpellEnd,
    Teller,
    Wish,
)


class AlreadyThere(Exception):  # noqa: N818 - it reads as what happened
    """The profile says so already."""


class AlreadyOut(Exception):  # noqa: N818 - it reads as what happened
    """A spell out of work is open already."""


class NothingOpen(Exception):  # noqa: N818 - it reads as what happened
    """There is no open spell or absence to end, or it has ended meanwhile."""


class WrongOrder(Exception):  # noqa: N818 - it reads as what happened
    """It would end before it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """Where she lives, how far she will go and how much she wants to work."""

    summary: str = ""
    postal_code: str = ""
    city: str = ""
    kommune_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    max_km: int = 30
    hours_min: float | None = None
    hours_max: float | None = None
    wants_remote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """The languages she works in and her licences.

    `languages` maps ISO 639-1 to a `LanguageLevel`; they restrict nothing unless
    `only_languages`. `lacks_licences` is what she has said that she lacks, nothing else.
    """

    languages: Mapping[str, str]
    only_languages: bool = False
    licences: Sequence[str] = ()
    lacks_licences: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceEntry:
    """A job she has had."""

    title: str
    employer: str = ""
    occupation_uri: str = ""
    started_on: date
    ended_on: date | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationEntry:
    """An education or course she has taken."""

    title: str
    institution: str = ""
    level: EducationLevel
    ended_year: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A skill or occupation: its concept where one fits, and the words she knows it by."""

    words: str
    uri: str = ""


def ensure_profile(*, citizen_id: int, at: datetime) -> Profile:
    """Return the citizen's profile, made empty the first time."""
    profile, _ = Profile.objects.get_or_create(citizen_id=citizen_id, defaults={"changed_at": at})
    return profile


@transaction.atomic
def save_basics(*, profile: Profile, basics: Basics, at: datetime) -> None:
    """Replace place, distance, hours and her own words."""
    before = Profile.objects.get(pk=profile.pk)
    Profile.objects.filter(pk=profile.pk).update(**asdict(basics))
    for name in ("postal_code", "summary"):
        was, value = getattr(before, name), getattr(basics, name)
        if was != value:
            _own_or_gone(profile, Part.BASICS, name, {"value": value} if value else None,
                         at=at, settled=bool(was))  # fmt: skip
    profile_changed(profile, "basics", at=at)


@transaction.atomic
def save_phone(*, profile: Profile, phone: str, at: datetime) -> None:
    """Keep where those who help her can call her; "" takes the number away.

    The profile's version stays: nothing is suggested by it.
    """
    Profile.objects.filter(pk=profile.pk).update(phone=phone)
    events.record(
        "journey.phone_changed",
        at=at,
        citizen_id=profile.citizen_id,
        actor_id=profile.citizen_id,
        data={"given": bool(phone)},
    )


@transaction.atomic
def save_abilities(*, profile: Profile, abilities: Abilities, at: datetime) -> None:
    """Replace her languages and licences."""
    before = Profile.objects.get(pk=profile.pk)
    Profile.objects.filter(pk=profile.pk).update(
        languages=dict(abilities.languages),
        only_languages=abilities.only_languages,
        licences=list(abilities.licences),
        lacks_licences=list(abilities.lacks_licences),
    )
    _tell_abilities(before, abilities, at=at)
    profile_changed(profile, "abilities", at=at)


def _tell_abilities(before: Profile, abilities: Abilities, *, at: datetime) -> None:
    for code in {*before.languages, *abilities.languages}:
        was, level = before.languages.get(code), abilities.languages.get(code)
        if was != level:
            said = {"level": level} if level is not None else None
            _own_or_gone(before, Part.LANGUAGE, code, said, at=at, settled=was is not None)
    for code in set(before.licences) ^ set(abilities.licences):
        said = {} if code in abilities.licences else None
        _own_or_gone(before, Part.LICENCE, code, said, at=at, settled=False)


def _own_or_gone(
    profile: Profile,
    part: Part,
    line: str,
    said: Mapping[str, str] | None,
    *,
    at: datetime,
    settled: bool,
) -> None:
    """Note that she says it, or that it is there no longer."""
    if said is None:
        origins.forget(profile=profile, part=part, line=line)
    else:
        fields = said if settled else ()
        origins.note_own(profile=profile, part=part, line=line, said=said, settled=fields, at=at)


@transaction.atomic
def add_experience(
    *, profile: Profile, entry: ExperienceEntry, at: datetime, told: Saying | None = None
) -> Experience:
    """Add a job she has had; the same job said twice is one, and the first is returned."""
    wait_for_turn(profile)
    if (first := Experience.objects.filter(profile=profile, **asdict(entry)).first()) is not None:
        return first
    row = Experience.objects.create(profile=profile, **asdict(entry))
    _told_by(profile, Part.EXPERIENCE, row.pk, told, origins.said_by_job(row), at=at)
    profile_changed(profile, "experience", at=at)
    return row


@transaction.atomic
def change_experience(*, row: Experience, entry: ExperienceEntry, at: datetime) -> None:
    """Replace what a job says."""
    before = origins.said_by_job(Experience.objects.get(pk=row.pk))
    Experience.objects.filter(pk=row.pk).update(**asdict(entry))
    now = origins.changed(before, origins.said_by_job(Experience(**asdict(entry))))
    if now:  # what she changes by hand is hers: no source changes it again
        origins.note_own(
            profile=row.profile,
            part=Part.EXPERIENCE,
            line=str(row.pk),
            said=now,
            settled=now,
            at=at,
        )
    profile_changed(row.profile, "experience", at=at)


@transaction.atomic
def add_education(
    *, profile: Profile, entry: EducationEntry, at: datetime, told: Saying | None = None
) -> Education:
    """Add an education or course; the same said twice is one, and the first is returned."""
    wait_for_turn(profile)
    if (first := Education.objects.filter(profile=profile, **asdict(entry)).first()) is not None:
        return first
    # What a source tells was done long ago, for all that is known.
    own = at if told is None else None
    row = Education.objects.create(profile=profile, added_at=own, **asdict(entry))
    _told_by(profile, Part.EDUCATION, row.pk, told, origins.said_by_education(row), at=at)
    profile_changed(profile, "education", at=at)
    return row


@transaction.atomic
def change_education(*, row: Education, entry: EducationEntry, at: datetime) -> None:
    """Replace what an education says."""
    before = origins.said_by_education(Education.objects.get(pk=row.pk))
    Education.objects.filter(pk=row.pk).update(**asdict(entry))
    now = origins.changed(before, origins.said_by_education(Education(**asdict(entry))))
    if now:  # what she changes by hand is hers: no source changes it again
        origins.note_own(
            profile=row.profile, part=Part.EDUCATION, line=str(row.pk), said=now, settled=now, at=at
        )
    profile_changed(row.profile, "education", at=at)


@transaction.atomic
def add_competences(
    *, profile: Profile, named: list[Named], at: datetime, told: Saying | None = None
) -> int:
    """Add what she can; what the profile says already is passed over. Returns how many were new."""
    new = 0
    for one in named:
        row = Competence(profile=profile, skill_uri=one.uri, words=one.words, added_at=at)
        if _add_once(row):
            new += 1
            _told_by(profile, Part.COMPETENCE, row.pk, told, {"words": one.words}, at=at)
    if new:
        profile_changed(profile, "competences", at=at)
    return new


@transaction.atomic
def add_wish(*, profile: Profile, named: Named, at: datetime, told: Saying | None = None) -> None:
    """Add an occupation she would like; raises AlreadyThere when it is."""
    wish = Wish(profile=profile, occupation_uri=named.uri, words=named.words)
    if not _add_once(wish):
        raise AlreadyThere
    _told_by(profile, Part.WISH, wish.pk, told, {"words": named.words}, at=at)
    profile_changed(profile, "wishes", at=at)


@transaction.atomic
def remove(*, row: Experience | Education | Competence | Wish, at: datetime) -> None:
    """Take a line out of the profile."""
    profile, part = row.profile, row._meta.model_name or ""  # noqa: SLF001 - documented model meta
    origins.forget(profile=profile, part=Part(part), line=str(row.pk))
    row.delete()
    profile_changed(profile, part, at=at)


def _told_by(
    profile: Profile,
    part: Part,
    pk: int,
    told: Saying | None,
    own: Mapping[str, str],
    *,
    at: datetime,
) -> None:
    """Note who told of a new line: the source given, else she herself."""
    saying = told or Saying(source=Origin.OWN, said=own)
    origins.note(profile=profile, part=part, line=str(pk), saying=saying, at=at)


@transaction.atomic
def begin_spell(*, citizen_id: int, began_on: date, told_by: Teller, at: datetime) -> Spell:
    """Note that she is out of work; raises AlreadyOut when that is known."""
    spell = Spell(citizen_id=citizen_id, began_on=began_on, told_by=told_by, recorded_at=at)
    if not _add_once(spell):
        raise AlreadyOut
    _told("journey.spell_began", citizen_id, at=at, spell=spell.pk, on=began_on.isoformat())
    return spell


@transaction.atomic
def end_spell(*, citizen_id: int, ended_on: date, end: SpellEnd, at: datetime) -> None:
    """Note that she is no longer out of work; raises NothingOpen or WrongOrder."""
    spell = Spell.objects.select_for_update().filter(citizen_id=citizen_id, ended_on=None).first()
    if spell is None:
        raise NothingOpen
    if ended_on < spell.began_on:
        raise WrongOrder
    Spell.objects.filter(pk=spell.pk).update(ended_on=ended_on, end=end)
    _told(
        "journey.spell_ended", citizen_id, at=at, spell=spell.pk, on=ended_on.isoformat(), end=end
    )


@transaction.atomic
def report_absence(
    *,
    citizen_id: int,
    kind: AbsenceKind,
    starts_on: date,
    ends_on: date | None,
    told_by: Teller,
    at: datetime,
    agreed_with_id: int | None = None,
) -> Absence:
    """Note days on which nothing is asked of her; raises WrongOrder."""
    if ends_on is not None and ends_on <= starts_on:
        raise WrongOrder
    absence = Absence.objects.create(
        citizen_id=citizen_id,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        told_by=told_by,
        agreed_with_id=agreed_with_id,
        recorded_at=at,
    )
    _told("journey.absence_reported", citizen_id, at=at, absence=absence.pk)
    return absence


@transaction.atomic
def end_absence(*, absence: Absence, ends_on: date, at: datetime) -> None:
    """Note that she is back; one that would end before it began never was, and is removed."""
    if ends_on <= absence.starts_on:
        absence.delete()
    elif not Absence.objects.filter(pk=absence.pk).update(ends_on=ends_on):
        raise NothingOpen
    _told("journey.absence_ended", absence.citizen_id, at=at, on=ends_on.isoformat())


def _told(kind: str, citizen_id: int, *, at: datetime, **data: object) -> None:
    events.record(kind, at=at, citizen_id=citizen_id, data=data)


def wait_for_turn(profile: Profile) -> None:
    """Let one change of a profile see another that came at the same moment: a double click."""
    Profile.objects.select_for_update(no_key=True).get(pk=profile.pk)


def _add_once(row: models.Model) -> bool:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def profile_changed(profile: Profile, part: str, *, at: datetime) -> None:
    """Let the profile's version grow, and tell who follows it. For this room's own actions."""
    Profile.objects.filter(pk=profile.pk).update(version=models.F("version") + 1, changed_at=at)
    events.record(
        "journey.profile_changed",
        at=at,
        citizen_id=profile.citizen_id,
        actor_id=profile.citizen_id,
        data={"part": part},
    )
