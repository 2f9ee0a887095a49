# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What others may ask of the taxonomy. Answers are ordered and hold concepts in use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q, QuerySet
from django.utils.functional import Promise

from jobunivers.foundation.taxonomy import cache
from jobunivers.foundation.taxonomy.models import (
    STARTER,
    Dataset,
    DiscoCode,
    IndustryCode,
    Occupation,
    OccupationArea,
    OccupationGroup,
    OccupationSkill,
    Skill,
    Synonym,
    choose_label,
)
from jobunivers.foundation.taxonomy.sources import SOURCES, Source
from jobunivers.foundation.taxonomy.suggest import Entry, Suggestion, entries_of
from jobunivers.foundation.text import danish_sort_key

Relation = tuple[str, str, bool]  # occupation URI, skill URI, essential


@dataclass(frozen=True, slots=True)
class NeededSkill:
    """A skill that an occupation needs, always (`essential`) or sometimes."""

    uri: str
    label: str
    kind: str
    essential: bool


@dataclass(frozen=True, slots=True)
class Credit:
    """What the about page says of a dataset in use."""

    kind: str
    name: str
    publisher: str
    licence: str
    address: str
    attribution: str | Promise
    edition: str
    imported_at: datetime


def version() -> int:
    """Return a number that is another after every import, for what is built on the taxonomy."""
    return int(Dataset.objects.aggregate(latest=Max("pk"))["latest"] or 0)


def occupation_by_uri(uri: str) -> Occupation | None:
    """Return the occupation, also a retired one: its `successor_uri` says what is used instead."""
    return Occupation.objects.filter(uri=uri).first()


def skill_by_uri(uri: str) -> Skill | None:
    """Return the skill, also a retired one: its `successor_uri` says what is used instead."""
    return Skill.objects.filter(uri=uri).first()


def current_uris(uris: Iterable[str]) -> dict[str, str]:
    """Return each address → the one in use today; unknown and retired ones without heir stay."""
    asked = list(dict.fromkeys(uris))
    found = {uri: uri for uri in asked}
    for model in (Occupation, Skill):
        rows = model.objects.filter(uri__in=asked).exclude(successor_uri="")
        found.update(rows.order_by("pk").values_list("uri", "successor_uri"))
    return found


def suggest_occupations(text: str, lang: str = "da", limit: int = 8) -> list[Suggestion]:
    """Return the occupations that what was typed may mean, best first."""
    return cache.occupation_suggesters[_spoken(lang)].get().suggest(text, limit)


def suggest_skills(text: str, lang: str = "da", limit: int = 8) -> list[Suggestion]:
    """Return the skills that what was typed may mean, best first."""
    return cache.skill_suggesters[_spoken(lang)].get().suggest(text, limit)


def _spoken(lang: str) -> str:
    return lang if lang in cache.LANGUAGES else "da"


def skills_of_occupation(uri: str, lang: str = "da") -> list[NeededSkill]:
    """Return what the occupation needs, the essential first; follows successors both ways.

    What the starter says of an occupation that was handed over counts too: ESCO knows no Danish
    licences and certificates.
    """
    current = current_uris([uri])[uri]
    rows = (
        OccupationSkill.objects.filter(
            Q(occupation__uri=current) | Q(occupation__successor_uri=current)
        )
        .select_related("occupation", "skill")
        .order_by("pk")
    )
    needed: dict[str, bool] = {}
    for row in sorted(rows, key=lambda row: row.occupation.uri != current):
        if row.skill.retired_at is None or row.skill.successor_uri:
            needed.setdefault(row.skill.successor_uri or row.skill.uri, row.essential)
    skills = Skill.objects.filter(uri__in=needed).order_by("pk")
    found = [NeededSkill(s.uri, s.label(lang), s.kind, needed[s.uri]) for s in skills]
    return sorted(found, key=lambda skill: (not skill.essential, danish_sort_key(skill.label)))


def needed_by(uris: Iterable[str], lang: str = "da") -> dict[str, dict[str, str]]:
    """Return what each occupation asks for as essential: address → label, in one question.

    Follows successors as `skills_of_occupation` does. A competence goes by the address that is in
    use today; an occupation by the address that was asked for.
    """
    asked = list(dict.fromkeys(uris))
    if not asked:
        return {}
    heirs = Occupation.objects.filter(uri__in=asked).exclude(successor_uri="")
    rows = (
        OccupationSkill.objects.filter(
            Q(occupation__uri__in=asked)
            | Q(occupation__successor_uri__in=asked)
            | Q(occupation__uri__in=heirs.values("successor_uri")),
            essential=True,
        )
        .select_related("occupation", "skill")
        .order_by("pk")
    )
    heir_of = {row.successor_uri: row.uri for row in heirs}
    found: dict[str, dict[str, str]] = {uri: {} for uri in asked}
    for row in rows:
        if row.skill.retired_at is not None and not row.skill.successor_uri:
            continue
        skill = row.skill.successor_uri or row.skill.uri
        known = (row.occupation.uri, row.occupation.successor_uri)
        for uri in {*known, *(heir_of.get(one, "") for one in known)} & set(asked):
            found[uri].setdefault(skill, row.skill.label(lang))
    return found


def relations() -> list[Relation]:
    """Return who needs what among all concepts in use, ordered by address; follows successors."""
    # Joined here: the addresses are long, and joining 115,000 rows on them took 40 s against 0.4 s.
    occupation, skill = _current(Occupation), _current(Skill)
    rows = OccupationSkill.objects.order_by().values_list(
        "occupation_id", "skill_id", "essential", "occupation__source"
    )
    found: dict[tuple[str, str], bool] = {}
    # ESCO speaks first where it and the starter speak of the same pair.
    for o, s, essential, _source in sorted(rows, key=lambda row: (row[3] == STARTER, row)):
        if o in occupation and s in skill:
            found.setdefault((occupation[o], skill[s]), essential)
    return sorted((*pair, essential) for pair, essential in found.items())


def _current(model: type[Occupation] | type[Skill]) -> dict[int, str]:
    """Return row numbers with the address in use; retired ones without a successor are left out."""
    rows = model.objects.filter(Q(retired_at=None) | ~Q(successor_uri="")).order_by()
    columns = rows.values_list("pk", "uri", "successor_uri")
    return {pk: successor or uri for pk, uri, successor in columns}


def labels(uris: Iterable[str], lang: str = "da") -> dict[str, str]:
    """Return the names of occupations, skills and ISCO groups by address, in one question.

    Retired concepts keep their names; an unknown address is left out.
    """
    asked = list(dict.fromkeys(uris))
    if not asked:
        return {}
    columns = ("uri", "label_da", "label_en", "other_labels")
    one, *more = (
        model.objects.filter(uri__in=asked).values_list(*columns).order_by()
        for model in (Occupation, Skill, OccupationGroup)
    )
    rows = one.union(*more, all=True)
    return {
        uri: choose_label(lang, danish, english, others) for uri, danish, english, others in rows
    }


def skill_kinds(uris: Iterable[str]) -> dict[str, str]:
    """Return the kind of each skill by address: knowledge, skill, language, licence or tool."""
    asked = list(dict.fromkeys(uris))
    if not asked:
        return {}
    return dict(Skill.objects.filter(uri__in=asked).order_by().values_list("uri", "kind"))


def title_entries() -> list[Entry]:
    """Return every name of every occupation in use, in all languages, for matching job titles."""
    return list(entries_of(Occupation, None))


def skill_entries() -> list[Entry]:
    """Return every name of every skill in use, in all languages, for finding skills in texts."""
    return list(entries_of(Skill, None))


def areas() -> tuple[OccupationArea, ...]:
    """Return the areas of occupations in the order the search page shows them; kept in memory."""
    return cache.areas.get()


def area_of(isco: str) -> OccupationArea | None:
    """Return the area that an ISCO code of any length lies in, or None.

    "22" lies in none when its unit groups are spread over several areas.
    """
    fitting = [area for area in areas() if any(isco.startswith(str(p)) for p in area.isco_prefixes)]
    return fitting[0] if len(fitting) == 1 else None


def synonyms() -> dict[str, list[str]]:
    """Return each word with what a person who searches for it also wants."""
    return dict(Synonym.objects.order_by("word").values_list("word", "means"))


def occupations() -> QuerySet[Occupation]:
    """Return the occupations in use."""
    return Occupation.objects.filter(retired_at=None).order_by("uri", "pk")


def skills() -> QuerySet[Skill]:
    """Return the skills in use."""
    return Skill.objects.filter(retired_at=None).order_by("uri", "pk")


def occupation_groups() -> QuerySet[OccupationGroup]:
    """Return the ISCO groups in use, by code: "2", "22", "221"."""
    return OccupationGroup.objects.filter(retired_at=None).order_by("code", "pk")


def industries(level: int) -> QuerySet[IndustryCode]:
    """Return the industries of one level, 1 (sections) to 5 (Denmark's six digits)."""
    return IndustryCode.objects.filter(retired_at=None, level=level).order_by("code", "pk")


def disco_codes(isco: str) -> QuerySet[DiscoCode]:
    """Return Statistics Denmark's codes under an ISCO code, itself included."""
    return DiscoCode.objects.filter(retired_at=None, code__startswith=isco).order_by("code", "pk")


def credits_due() -> list[Credit]:
    """Return what the about page must say: the latest import of each kind."""
    latest = Dataset.objects.values("kind").annotate(last=Max("pk")).values("last")
    rows = Dataset.objects.filter(pk__in=latest).order_by("kind", "pk")
    return [_credit(row, SOURCES[row.kind]) for row in rows if row.kind in SOURCES]


def _credit(row: Dataset, source: Source) -> Credit:
    return Credit(
        row.kind,
        source.name,
        source.publisher,
        source.licence,
        source.address,
        source.attribution,
        row.edition,
        row.imported_at,
    )
