# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A source tells of her: what she takes over, what she settles, what goes with a source.

Nothing here replaces anything by itself. `note_told` only keeps who says what; a value changes
when she settles it, and then it is settled.
"""

import re
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from jobunivers.foundation.taxonomy import meaning
from jobunivers.rooms.journey.actions import changing, origins
from jobunivers.rooms.journey.actions.changing import Named, WrongOrder
from jobunivers.rooms.journey.actions.origins import Saying
from jobunivers.rooms.journey.models import (
    Competence,
    Education,
    EducationLevel,
    Experience,
    LanguageLevel,
    Origin,
    Part,
    Profile,
    Provenance,
    Wish,
)
from jobunivers.science.merging import NOW

_ROWS: dict[Part, type[Experience | Education | Competence | Wish]] = {
    Part.EXPERIENCE: Experience,
    Part.EDUCATION: Education,
    Part.COMPETENCE: Competence,
    Part.WISH: Wish,
}


class NotSaid(ValueError):  # noqa: N818 - it reads as what happened
    """The value is none that the field can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A place to live: what a postcode says."""

    postal_code: str
    city: str
    kommune_code: str
    latitude: float
    longitude: float


def first_day(written: str, *, ends: bool = False) -> date:
    """Return the day kept for `2019-05` or `2019`: its first month, or as an end its last."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", written)
    if found is None:
        raise NotSaid(written)
    try:
        return date(int(found[1]), int(found[2] or (12 if ends else 1)), 1)
    except ValueError:
        raise NotSaid(written) from None


@transaction.atomic
def note_told(*, profile: Profile, part: Part, line: str, told: Saying, at: datetime) -> None:
    """Keep that a source tells of a line the profile has. The profile stays as it is."""
    if not Provenance.objects.filter(profile=profile, part=part, line=line).exists():
        # A line nobody else has told is hers, and stays hers when the source goes again.
        when = Profile.objects.values_list("changed_at", flat=True).get(pk=profile.pk)
        origins.note_own(profile=profile, part=part, line=line, said={}, at=when)
    origins.note(profile=profile, part=part, line=line, saying=told, at=at)


@transaction.atomic
def take_language(*, profile: Profile, code: str, level: str, told: Saying, at: datetime) -> None:
    """Add a language a source tells; one that is there stays as it is."""
    row = Profile.objects.select_for_update(no_key=True).get(pk=profile.pk)
    if code in row.languages:
        note_told(profile=profile, part=Part.LANGUAGE, line=code, told=told, at=at)
        return
    languages = {**row.languages, code: LanguageLevel(level).value}
    Profile.objects.filter(pk=row.pk).update(languages=languages)
    origins.note(profile=profile, part=Part.LANGUAGE, line=code, saying=told, at=at)
    changing.profile_changed(profile, "abilities", at=at)


@transaction.atomic
def take_licence(*, profile: Profile, code: str, told: Saying, at: datetime) -> None:
    """Add a licence a source tells; she lacks it no longer when she said so."""
    row = Profile.objects.select_for_update(no_key=True).get(pk=profile.pk)
    if code in row.licences:
        note_told(profile=profile, part=Part.LICENCE, line=code, told=told, at=at)
        return
    lacks = [one for one in row.lacks_licences if one != code]
    Profile.objects.filter(pk=row.pk).update(licences=[*row.licences, code], lacks_licences=lacks)
    origins.note(profile=profile, part=Part.LICENCE, line=code, saying=told, at=at)
    changing.profile_changed(profile, "abilities", at=at)


@transaction.atomic
def take_home(*, profile: Profile, home: Home, told: Saying, at: datetime) -> None:
    """Set where she lives as a source tells it."""
    Profile.objects.filter(pk=profile.pk).update(**asdict(home))
    origins.note(profile=profile, part=Part.BASICS, line="postal_code", saying=told, at=at)
    changing.profile_changed(profile, "basics", at=at)


@transaction.atomic
def take_summary(*, profile: Profile, text: str, told: Saying, at: datetime) -> None:
    """Set her own words as a source tells them, when she has written none."""
    if not Profile.objects.filter(pk=profile.pk, summary="").update(summary=text):
        note_told(profile=profile, part=Part.BASICS, line="summary", told=told, at=at)
        return
    origins.note(profile=profile, part=Part.BASICS, line="summary", saying=told, at=at)
    changing.profile_changed(profile, "basics", at=at)


@transaction.atomic
def settle(
    *,
    profile: Profile,
    part: Part,
    line: str,
    values: dict[str, str],
    at: datetime,
    own: Collection[str] = (),
) -> None:
    """Set fields of a line as she has decided; no later import asks about them or changes them.

    Args:
        profile: hers.
        part: which part the line is of.
        line: the line.
        values: field → what holds from now on, written as sources write it; what holds already
            may be among them.
        at: now.
        own: those of the fields that she wrote herself rather than chose from a source.

    Raises:
        NotSaid: a value is none, or the line is not there.
        WrongOrder: a job would end before it began.
    """
    _SET[part](profile, line, values)
    said = {name: values[name] for name in own}
    origins.note_own(profile=profile, part=part, line=line, said=said, settled=values, at=at)
    changing.profile_changed(profile, part, at=at)


def _set_job(profile: Profile, line: str, values: dict[str, str]) -> None:
    row = Experience.objects.filter(profile=profile, pk=line).first()
    if row is None:
        raise NotSaid(line)
    for name in ("employer", "description"):
        setattr(row, name, values.get(name, getattr(row, name)))
    if values.get("title", "").strip():
        row.title = values["title"]
        meant = meaning.occupation_meant(row.title)
        row.occupation_uri = meant.uri if meant else ""
    if "started" in values:
        row.started_on = first_day(values["started"])
    if "ended" in values:
        lasts = values["ended"] == NOW
        row.ended_on = None if lasts else first_day(values["ended"], ends=True)
    if row.ended_on is not None and row.ended_on < row.started_on:
        raise WrongOrder
    row.save()


def _set_education(profile: Profile, line: str, values: dict[str, str]) -> None:
    row = Education.objects.filter(profile=profile, pk=line).first()
    if row is None:
        raise NotSaid(line)
    row.institution = values.get("institution", row.institution)
    row.title = values.get("title", "").strip() or row.title
    if "level" in values:
        if values["level"] not in EducationLevel.values:
            raise NotSaid(values["level"])
        row.level = values["level"]
    if "ended" in values:
        row.ended_year = first_day(values["ended"]).year if values["ended"] else None
    row.save()


def _set_language(profile: Profile, line: str, values: dict[str, str]) -> None:
    level = values.get("level", "")
    if level not in LanguageLevel.values:
        raise NotSaid(level)
    row = Profile.objects.select_for_update(no_key=True).get(pk=profile.pk)
    languages = {**row.languages, line: level}
    Profile.objects.filter(pk=row.pk).update(languages=languages)


def _set_summary(profile: Profile, line: str, values: dict[str, str]) -> None:
    if line != "summary":
        raise NotSaid(line)
    Profile.objects.filter(pk=profile.pk).update(summary=values["value"])


def _nothing(_profile: Profile, _line: str, values: dict[str, str]) -> None:
    if values:
        raise NotSaid(next(iter(values)))


_SET = {
    Part.EXPERIENCE: _set_job,
    Part.EDUCATION: _set_education,
    Part.LANGUAGE: _set_language,
    Part.BASICS: _set_summary,
    Part.COMPETENCE: _nothing,
    Part.WISH: _nothing,
    Part.LICENCE: _nothing,
}


@transaction.atomic
def settle_home(*, profile: Profile, home: Home | None, at: datetime, own: bool) -> None:
    """Set where she lives as she has decided; None keeps what is."""
    if home is not None:
        Profile.objects.filter(pk=profile.pk).update(**asdict(home))
    code = home.postal_code if home is not None else ""
    origins.note_own(
        profile=profile,
        part=Part.BASICS,
        line="postal_code",
        said={"value": code} if own and code else {},
        settled=["value"],
        at=at,
    )
    changing.profile_changed(profile, "basics", at=at)


@transaction.atomic
def separate(
    *, profile: Profile, part: Part, line: str, source: Origin, name: str, at: datetime
) -> str:
    """Let what a source says of a job or education be a line of its own; return the new line.

    The line it was thought to be stays as it is, and has that source no longer. "" when the source
    says too little to stand alone, and then nothing is changed.
    """
    rows = Provenance.objects.filter(profile=profile, part=part, line=line, source=source)
    row = rows.filter(name=name).first()
    if row is None or part not in _ADD:
        return ""
    told = Saying(source=source, name=name, reference=row.reference, said=row.said)
    try:
        other = _ADD[part](profile, told, at=at)
    except (NotSaid, KeyError, ValueError):
        return ""
    row.delete()
    origins.note(profile=profile, part=part, line=other, saying=told, at=at)
    return other


def _add_job(profile: Profile, told: Saying, *, at: datetime) -> str:
    said = told.said
    ended = said.get("ended", "")
    entry = changing.ExperienceEntry(
        title=said["title"],
        employer=said.get("employer", ""),
        occupation_uri=said.get("concept", ""),
        started_on=first_day(said.get("started", "")),
        ended_on=first_day(ended, ends=True) if ended[:1].isdigit() else None,
        description=said.get("description", ""),
    )
    return str(changing.add_experience(profile=profile, entry=entry, at=at, told=told).pk)


def _add_education(profile: Profile, told: Saying, *, at: datetime) -> str:
    said = told.said
    entry = changing.EducationEntry(
        title=said["title"],
        institution=said.get("institution", ""),
        level=EducationLevel(said.get("level", "")),
        ended_year=int(said["ended"]) if said.get("ended") else None,
    )
    return str(changing.add_education(profile=profile, entry=entry, at=at, told=told).pk)


_ADD = {Part.EXPERIENCE: _add_job, Part.EDUCATION: _add_education}


@transaction.atomic
def remove_source(*, profile: Profile, source: Origin, name: str, at: datetime) -> int:
    """Take out every line that nobody but this source tells; return how many.

    A line others tell too stays, and so does what she has settled or written in it herself.
    """
    rows = list(Provenance.objects.filter(profile=profile).order_by("pk"))
    tellers: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in rows:
        tellers.setdefault((row.part, row.line), set()).add((row.source, row.name))
    alone = [line for line, who in tellers.items() if who == {(source.value, name)}]
    for part, line in alone:
        _remove_line(profile, Part(part), line, at=at)
    Provenance.objects.filter(profile=profile, source=source, name=name).delete()
    return len(alone)


@transaction.atomic
def adopt_source(*, profile: Profile, source: Origin, name: str, at: datetime) -> None:
    """Let every line this source tells be hers as well: it stays when the source goes."""
    rows = Provenance.objects.filter(profile=profile, source=source, name=name).order_by("pk")
    for row in rows:
        origins.note_own(profile=profile, part=Part(row.part), line=row.line, said={}, at=at)


def _remove_line(profile: Profile, part: Part, line: str, *, at: datetime) -> None:
    if part in _ROWS:
        row = _ROWS[part]._default_manager.filter(profile=profile, pk=line).first()  # noqa: SLF001
        if row is not None:
            changing.remove(row=row, at=at)
        return
    held = Profile.objects.select_for_update(no_key=True).get(pk=profile.pk)
    if part is Part.LANGUAGE:
        languages = {code: level for code, level in held.languages.items() if code != line}
        only = held.only_languages and bool(languages)
        Profile.objects.filter(pk=held.pk).update(languages=languages, only_languages=only)
    elif part is Part.LICENCE:
        kept = [code for code in held.licences if code != line]
        Profile.objects.filter(pk=held.pk).update(licences=kept)
    elif line == "postal_code":
        Profile.objects.filter(pk=held.pk).update(
            postal_code="", city="", kommune_code="", latitude=None, longitude=None
        )
    else:
        Profile.objects.filter(pk=held.pk).update(summary="")
    origins.forget(profile=profile, part=part, line=line)
    changing.profile_changed(profile, part, at=at)


def named_of(words: str, concept: str = "", *, skill: bool) -> Named:
    """Return words with the concept they mean: the source's own where it gave one."""
    if concept:
        return Named(words, concept)
    if skill:
        return Named(words, meaning.skill_meant(words))
    meant = meaning.occupation_meant(words)
    return Named(words, meant.uri if meant else "")
