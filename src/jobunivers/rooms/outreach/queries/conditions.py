# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a rule may ask of a citizen: codes, what each must be told, and how it is said.

Conditions are data; all of them must hold. What is not understood is named, never skipped.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation.conditions import Condition
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.ui.wording import day_year
from jobunivers.rooms.journey.queries.conditions import OUT_OF_WORK
from jobunivers.rooms.marketplace import queries as marketplace
from jobunivers.rooms.marketplace.queries.conditions import COMPLETED
from jobunivers.rooms.plan.queries.conditions import GOAL_IN, PLAN_CHANGED
from jobunivers.rooms.segmentation import queries as segmentation
from jobunivers.rooms.segmentation.queries.conditions import IN_COURSE
from jobunivers.rooms.vacancies.queries.conditions import APPLIED_AS, APPLIED_IN

Said = Mapping[str, Any]
Fact = str | int | None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of condition.

    Attributes:
        name: as it is chosen on the form.
        matching: the SQL of the room whose rows it asks.
        numbers: its whole numbers, with the least and the most each may be.
        codes: what else it must be told, as text.
        said: told → the condition as staff read it.
        told: told, fact → why she gets something, as she reads it.
        follows: events after which it may have become true of somebody.
    """

    name: Promise
    matching: Condition
    numbers: Mapping[str, tuple[int, int]]
    codes: tuple[str, ...]
    said: Callable[[Said, str], str]
    told: Callable[[Said, Fact, str], str]
    follows: tuple[str, ...] = ()


def area_choices(language: str) -> list[tuple[str, str]]:
    """Return the fields of work, by code."""
    areas = taxonomy.areas()
    return [(one.slug, one.name_en if language == "en" else one.name_da) for one in areas]


def group_choices(language: str) -> list[tuple[str, str]]:
    """Return the occupation groups of two digits, by code."""
    rows = [one for one in taxonomy.occupation_groups() if len(one.code) == 2]  # noqa: PLR2004
    return [(r.code, (r.label_en if language == "en" else "") or r.label_da) for r in rows]


def course_choices(language: str) -> list[tuple[str, str]]:
    """Return the kommune's courses, by code."""
    names = segmentation.course_names(language)
    return [(code, names[code].name) for code in sorted(names)]


def _area(code: str, language: str) -> str:
    return dict(area_choices(language)).get(code, code)


def _group(code: str, language: str) -> str:
    row = taxonomy.occupation_groups().filter(code=code).first()
    return ((row.label_en if language == "en" else "") or row.label_da) if row else code


def _course(code: str, language: str) -> str:
    return dict(course_choices(language)).get(code, code)


def _offer(pk: str, language: str) -> str:
    row = marketplace.offer(int(pk)) if pk.isdecimal() else None
    if row is None or row.current is None:
        return pk
    return (row.current.title_en if language == "en" else "") or row.current.title_da


def _on(fact: Fact) -> str:
    return day_year(date.fromisoformat(fact)) if isinstance(fact, str) else ""


def _out_said(said: Said, _language: str) -> str:
    months = said["months"]
    words = ngettext(
        "har været ledig i mindst %(number)s måned",
        "har været ledig i mindst %(number)s måneder",
        months,
    ) % {"number": months}
    if said.get("until") is None:
        return words
    return _("%(words)s og under %(until)s") % {"words": words, "until": said["until"]}


def _out_told(said: Said, fact: Fact, _language: str) -> str:
    months = {"number": said["months"], "day": _on(fact)}
    return (
        ngettext(
            "Du har søgt arbejde i mindst %(number)s måned, siden %(day)s.",
            "Du har søgt arbejde i mindst %(number)s måneder, siden %(day)s.",
            said["months"],
        )
        % months
    )


def _days(said: Said) -> str:
    return ngettext("den sidste dag", "de sidste %(number)s dage", said["days"]) % {
        "number": said["days"]
    }


KINDS: Mapping[str, Kind] = {
    "out_of_work": Kind(
        name=gettext_lazy("Hvor længe ledig"),
        matching=OUT_OF_WORK,
        numbers={"months": (1, 120), "until": (2, 240)},
        codes=(),
        said=_out_said,
        told=_out_told,
    ),
    "in_course": Kind(
        name=gettext_lazy("Forløb"),
        matching=IN_COURSE,
        numbers={"weeks": (0, 260)},
        codes=("course",),
        said=lambda said, language: (
            ngettext(
                "har været i forløbet “%(course)s” i mindst %(number)s uge",
                "har været i forløbet “%(course)s” i mindst %(number)s uger",
                said["weeks"],
            )
            % {"course": _course(said["course"], language), "number": said["weeks"]}
        ),
        told=lambda said, fact, language: (
            _("Du har været i forløbet “%(course)s” siden %(day)s.")
            % {"course": _course(said["course"], language), "day": _on(fact)}
        ),
    ),
    "applied_in": Kind(
        name=gettext_lazy("Har søgt job inden for et område"),
        matching=APPLIED_IN,
        numbers={"days": (1, 365)},
        codes=("area",),
        said=lambda said, language: (
            _("har søgt job inden for %(area)s %(days)s")
            % {"area": _area(said["area"], language), "days": _days(said)}
        ),
        told=lambda said, fact, language: (
            _("Du søgte et job inden for %(area)s den %(day)s.")
            % {"area": _area(said["area"], language), "day": _on(fact)}
        ),
        follows=("vacancies.application_logged", "vacancies.application_moved"),
    ),
    "applied_as": Kind(
        name=gettext_lazy("Har søgt job i en gruppe af stillinger"),
        matching=APPLIED_AS,
        numbers={"days": (1, 365)},
        codes=("group",),
        said=lambda said, language: (
            _("har søgt job som %(group)s %(days)s")
            % {"group": _group(said["group"], language), "days": _days(said)}
        ),
        told=lambda said, fact, language: (
            _("Du søgte et job som %(group)s den %(day)s.")
            % {"group": _group(said["group"], language), "day": _on(fact)}
        ),
        follows=("vacancies.application_logged", "vacancies.application_moved"),
    ),
    "goal_in": Kind(
        name=gettext_lazy("Har et mål i planen inden for et område"),
        matching=GOAL_IN,
        numbers={},
        codes=("area",),
        said=lambda said, language: (
            _("har et mål i sin plan inden for %(area)s") % {"area": _area(said["area"], language)}
        ),
        told=lambda said, _fact, language: (
            _("Du har et mål i din plan inden for %(area)s.")
            % {"area": _area(said["area"], language)}
        ),
        follows=("plan.goal_added", "plan.goal_changed"),
    ),
    "plan_changed": Kind(
        name=gettext_lazy("Planen er ændret"),
        matching=PLAN_CHANGED,
        numbers={"days": (1, 90)},
        codes=(),
        said=lambda said, _language: _("har fået sin plan ændret %(days)s") % {"days": _days(said)},
        told=lambda _said, fact, _language: (
            _("Din plan blev ændret den %(day)s.") % {"day": _on(fact)}
        ),
        follows=(
            "plan.goal_added",
            "plan.goal_changed",
            "plan.activity_added",
            "plan.activity_changed",
            "plan.activity_moved_on",
            "plan.agreed",
        ),
    ),
    "completed": Kind(
        name=gettext_lazy("Er færdig med et tilbud"),
        matching=COMPLETED,
        numbers={"days": (1, 365)},
        codes=("offer",),
        said=lambda said, language: (
            _("er blevet færdig med “%(offer)s” %(days)s")
            % {"offer": _offer(said["offer"], language), "days": _days(said)}
        ),
        told=lambda said, fact, language: (
            _("Du blev færdig med “%(offer)s” den %(day)s.")
            % {"offer": _offer(said["offer"], language), "day": _on(fact)}
        ),
        follows=("marketplace.offer_completed",),
    ),
}
# What may be left out, and stands for what then.
OPTIONAL: Mapping[str, Any] = {"until": None}


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with conditions: the code of the one it is about ("": all), and words."""

    code: str
    words: str


def wrong_with(conditions: Sequence[Said]) -> list[Wrong]:
    """Return what is wrong; an empty list when they can be asked and can hold together."""
    if not conditions:
        return [Wrong("", _("Vælg mindst én betingelse. Ellers gælder reglen alle."))]
    found = [wrong for one in conditions for wrong in _wrong_with_one(one)]
    return found or _contradictions(conditions)


def _wrong_with_one(one: Said) -> list[Wrong]:
    code = str(one.get("code", ""))
    kind = KINDS.get(code)
    if kind is None:
        return [Wrong(code, _("Betingelsen “%(code)s” findes ikke.") % {"code": code[:40]})]
    found = []
    for name, (least, most) in kind.numbers.items():
        value = one.get(name)
        if value is None and name in OPTIONAL:
            continue
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            limits = {"least": least, "most": most}
            found.append(Wrong(code, _("Skriv et tal fra %(least)s til %(most)s.") % limits))
    for name in kind.codes:
        if not _exists(name, one.get(name)):
            value = str(one.get(name) or "")[:40]
            found.append(Wrong(code, _("Vi kender ikke “%(value)s”.") % {"value": value}))
    unknown = set(one) - {"code", *kind.numbers, *kind.codes}
    found += [
        Wrong(code, _("Vi kender ikke “%(value)s”.") % {"value": str(name)[:40]})
        for name in sorted(unknown)
    ]
    return found


def _exists(name: str, value: object) -> bool:
    if not isinstance(value, str) or not value:
        return False
    if name == "offer":
        row = marketplace.offer(int(value)) if value.isdecimal() and len(value) < 19 else None  # noqa: PLR2004 - int8
        return row is not None and row.current is not None
    choices = {"area": area_choices, "group": group_choices, "course": course_choices}[name]
    return value in dict(choices("da"))


def _contradictions(conditions: Sequence[Said]) -> list[Wrong]:
    """Return what can never be true of anybody at once."""
    courses = {one["course"] for one in conditions if one["code"] == "in_course"}
    found = []
    if len(courses) > 1:
        found.append(Wrong("in_course", _("Ingen er i to forløb på én gang.")))
    out = [one for one in conditions if one["code"] == "out_of_work"]
    least = max((one["months"] for one in out), default=0)
    most = min((one["until"] for one in out if one.get("until") is not None), default=None)
    if most is not None and most <= least:
        found.append(Wrong("out_of_work", _("Ingen har været ledig både så længe og så kort.")))
    return found


def asked(one: Said) -> dict[str, Any]:
    """Return what the SQL of a condition must be told."""
    said = {name: one.get(name, OPTIONAL.get(name)) for name in one if name != "code"}
    said = {**{name: OPTIONAL[name] for name in OPTIONAL}, **said}
    if one["code"] == "goal_in":
        said["uris"] = _occupations_in(one["area"])
    if one["code"] == "completed":
        said["offer"] = int(one["offer"])
    return {name: said[name] for name in KINDS[one["code"]].matching.asks}


def _occupations_in(slug: str) -> list[str]:
    area = next((one for one in taxonomy.areas() if one.slug == slug), None)
    prefixes = [str(one) for one in area.isco_prefixes] if area else []
    if not prefixes:
        return []
    lies = Q()
    for prefix in prefixes:
        lies |= Q(isco__startswith=prefix)
    return list(taxonomy.occupations().filter(lies).values_list("uri", flat=True))


def said(conditions: Sequence[Said], language: str) -> list[str]:
    """Return conditions as staff read them."""
    return [
        KINDS[one["code"]].said(one, language) if one.get("code") in KINDS else str(one)
        for one in conditions
    ]


def told(conditions: Sequence[Said], facts: Sequence[Fact], language: str) -> list[str]:
    """Return why she got something, as she reads it; facts stand in the order of conditions."""
    return [
        KINDS[one["code"]].told(one, fact, language)
        for one, fact in zip(conditions, facts, strict=False)
        if one.get("code") in KINDS
    ]
