# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How answers and versions read to a person, and what is new in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.ui import wording
from jobunivers.rooms.marketplace.queries import OfferVersion, Way
from jobunivers.rooms.marketplace.queries.words import (
    DATA,
    FORMATS,
    LANGUAGES,
    LEVELS,
    STATEMENTS,
    category_words,
)
from jobunivers.rooms.vendors.queries.answers import Answers, ProcessorAnswer
from jobunivers.rooms.vendors.queries.grounds import country_name, grounds

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

NSIS: Mapping[str, "_StrPromise"] = {
    "none": gettext_lazy("Intet login"),
    "low": gettext_lazy("NSIS Lav"),
    "substantial": gettext_lazy("NSIS Betydelig"),
    "high": gettext_lazy("NSIS Høj"),
}
ANSWERS: Mapping[str, "_StrPromise"] = {
    "dpa_with": gettext_lazy("Aftalen er med"),
    "dpa_on": gettext_lazy("Aftalens dato"),
    "dpa_until": gettext_lazy("Aftalen gælder til og med"),
    "dpa_file": gettext_lazy("Den underskrevne aftale"),
    "processors": gettext_lazy("Hvem behandler data, og hvor?"),
    "nsis_needed": gettext_lazy("Så sikkert et login kræver løsningen"),
    "nsis_used": gettext_lazy("Så sikkert et login bruger den"),
    "incident_name": gettext_lazy("Hvem svarer, når noget går galt?"),
    "incident_email": gettext_lazy("Mail, når noget går galt"),
    "incident_phone": gettext_lazy("Telefon, når noget går galt"),
    "statement_url": gettext_lazy("Tilgængelighedserklæringens adresse"),
    "statement_file": gettext_lazy("Erklæringen som dokument"),
    "statement_language": gettext_lazy("Erklæringens sprog"),
    "statement_on": gettext_lazy("Erklæringens dato"),
    "statement_until": gettext_lazy("Erklæringen gælder til og med"),
    "faults": gettext_lazy("Kendte fejl i tilgængeligheden"),
    "support_hours": gettext_lazy("Hvornår er der nogen?"),
    "support_email": gettext_lazy("Mail til hjælp"),
    "support_phone": gettext_lazy("Telefon til hjælp"),
    "answer_hours": gettext_lazy("Så mange timer går der højst, før der svares"),
    "abroad": gettext_lazy("Firmaets nummer i et andet land"),
}
WAYS: Mapping[str, "_StrPromise"] = {
    Way.LINK.value: gettext_lazy("Et link"),
    Way.CONTACT.value: gettext_lazy("Borgeren skriver eller ringer til jer"),
    Way.OIDC.value: gettext_lazy("Login herfra (OpenID Connect)"),
    Way.LTI.value: gettext_lazy("Login herfra (LTI 1.3)"),
    Way.OWN.value: gettext_lazy("På platformens egne sider"),
}
VERSION: Mapping[str, "_StrPromise"] = {
    "title_da": gettext_lazy("Titel"),
    "title_en": gettext_lazy("Titel på engelsk"),
    "summary_da": gettext_lazy("Kort om"),
    "summary_en": gettext_lazy("Kort om på engelsk"),
    "about_da": gettext_lazy("Beskrivelse"),
    "about_en": gettext_lazy("Beskrivelse på engelsk"),
    "format": gettext_lazy("Hvor det foregår"),
    "languages": gettext_lazy("Sprog"),
    "minutes": gettext_lazy("Minutter i alt"),
    "categories": gettext_lazy("Emner"),
    "skills": gettext_lazy("Kompetencer, det giver"),
    "occupations": gettext_lazy("Job, det er til"),
    "way": gettext_lazy("Sådan åbnes den"),
    "url": gettext_lazy("Adresse"),
    "contact": gettext_lazy("Kontakt"),
    "data": gettext_lazy("Det, der gives videre"),
    "price_da": gettext_lazy("Pris"),
    "licence": gettext_lazy("Licens"),
    "level": gettext_lazy("Niveau"),
    "kommuner": gettext_lazy("Kommuner"),
    "address": gettext_lazy("Sted"),
    "starts_at": gettext_lazy("Begynder"),
    "ends_at": gettext_lazy("Slutter"),
    "seats": gettext_lazy("Pladser"),
    "statements": gettext_lazy("Erklæringer"),
    "note": gettext_lazy("Det nye"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One line: what is asked, what is said now, and what was said before ("" in a plain list)."""

    label: str
    now: str
    before: str = ""
    file: int | None = None


def told_answers(answers: Answers, language: str) -> list[Told]:
    """Return every answer in words."""
    return [
        Told(str(label), _answer(name, getattr(answers, name), language), file=_file(answers, name))
        for name, label in ANSWERS.items()
    ]


def changed_answers(before: Answers, now: Answers, language: str) -> list[Told]:
    """Return the answers that are not what they were."""
    return [
        Told(
            str(label),
            _answer(name, getattr(now, name), language),
            _answer(name, getattr(before, name), language),
            _file(now, name),
        )
        for name, label in ANSWERS.items()
        if getattr(before, name) != getattr(now, name)
    ]


def changed_version(before: OfferVersion | None, now: OfferVersion) -> list[Told]:
    """Return what a version says otherwise than the one before; all it says, when it is new."""
    lines = []
    for name, label in VERSION.items():
        old = _version(name, getattr(before, name)) if before else ""
        new = _version(name, getattr(now, name))
        if old != new:
            lines.append(Told(str(label), new, old))
    return lines


def told_version(version: OfferVersion) -> list[Told]:
    """Return all that a version says, in words; what is not said is left out."""
    return changed_version(None, version)


def processor_words(one: ProcessorAnswer, language: str) -> str:
    """Return who has data, where and on what ground, in a line."""
    ground = grounds().get(one.ground)
    said = f"{one.name}, {country_name(one.country, language)}"
    if one.sub:
        said = _("%(who)s (underleverandør)") % {"who": said}
    return f"{said}: {ground.words(language)}" if ground else said


def _file(answers: Answers, name: str) -> int | None:
    return getattr(answers, name) if name in {"dpa_file", "statement_file"} else None


def _answer(name: str, value: Any, language: str) -> str:
    if name == "processors":
        return "; ".join(processor_words(one, language) for one in value)
    if name in {"nsis_needed", "nsis_used"}:
        return str(NSIS.get(value, ""))
    if name == "statement_language":
        return str(LANGUAGES.get(value, ""))
    if name in {"dpa_file", "statement_file"}:
        return _("Dokument %(number)s") % {"number": value} if value else ""
    if isinstance(value, date):
        return wording.day_year(value)
    return "" if value is None else str(value)


def _version(name: str, value: Any) -> str:
    reads = _READS.get(name)
    if reads is not None:
        return reads(value)
    if isinstance(value, datetime):
        return f"{wording.day_year(value)} {wording.clock(value)}"
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)


def _named(uris: list[str]) -> str:
    language = "en" if (get_language() or "da").startswith("en") else "da"
    known = taxonomy.labels(uris, language) if uris else {}
    return ", ".join(known.get(one, one) for one in uris)


def _coded(words: Mapping[str, Any]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        many = value if isinstance(value, list) else [value]
        return ", ".join(str(words.get(one, one)) for one in many)

    return read


_READS: Mapping[str, Callable[[Any], str]] = {
    "categories": lambda value: ", ".join(category_words(one) for one in value),
    "data": _coded(DATA),
    "languages": _coded(LANGUAGES),
    "format": _coded(FORMATS),
    "level": _coded(LEVELS),
    "way": _coded(WAYS),
    "skills": _named,
    "occupations": _named,
    "kommuner": lambda value: ", ".join(
        place.name if (place := places.kommune(one)) else one for one in value
    ),
    "statements": lambda value: "\n".join(
        f"{STATEMENTS.get(code, code)}: {text}" for code, text in value.items()
    ),
}
