# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How what an offer says of itself reads to a person."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.search.offers import EVERYWHERE
from jobunivers.rooms.marketplace.models import Format, Kind, Level, Source

LABELS: Mapping[str, Promise] = {
    "kind": _("Hvad er det?"),
    "duration": _("Hvor lang tid tager det?"),
    "format": _("Hvor foregår det?"),
    "language": _("Sprog"),
    "level": _("Niveau"),
    "category": _("Emne"),
    "source": _("Hvem tilbyder det?"),
    "kommune": _("Kommune"),
}
SORTS: Mapping[str, Promise] = {
    "bedste": _("Bedste først"),
    "nyeste": _("Nyeste først"),
    "korteste": _("Korteste først"),
    "start": _("Starter først"),
}
KINDS: Mapping[str, Promise] = {
    Kind.JOB_BOARD: _("Jobportal"),
    Kind.TOOL: _("Værktøj"),
    Kind.COURSE: _("Kursus"),
    Kind.LESSON: _("Lektion"),
    Kind.VIDEO: _("Video"),
    Kind.ARTICLE: _("Artikel"),
    Kind.NETWORK: _("Netværk"),
    Kind.MENTOR: _("Mentor"),
    Kind.EVENT: _("Arrangement"),
}
SOURCES: Mapping[str, Promise] = {
    Source.MARKET: _("Privat leverandør"),
    Source.SHARED: _("Fælles bibliotek"),
    Source.LOCAL: _("Din kommune"),
}
FORMATS: Mapping[str, Promise] = {
    Format.VIRTUAL: _("På nettet"),
    Format.PHYSICAL: _("Du møder op"),
    Format.MIXED: _("Både på nettet og i virkeligheden"),
}
LEVELS: Mapping[str, Promise] = {
    Level.BASIC: _("For alle"),
    Level.MIDDLE: _("Du kan lidt i forvejen"),
    Level.ADVANCED: _("Du er øvet"),
}
LANGUAGES: Mapping[str, Promise] = {
    "da": _("Dansk"),
    "en": _("Engelsk"),
    "ar": _("Arabisk"),
    "uk": _("Ukrainsk"),
    "pl": _("Polsk"),
    "de": _("Tysk"),
    "ro": _("Rumænsk"),
    "tr": _("Tyrkisk"),
    "so": _("Somalisk"),
    "fa": _("Persisk"),
    "ti": _("Tigrinya"),
    "ur": pgettext_lazy("a language", "Urdu"),
    "ru": _("Russisk"),
    "es": _("Spansk"),
    "sv": _("Svensk"),
    "no": _("Norsk"),
}
DURATIONS: Mapping[str, Promise] = {
    "15": _("Højst et kvarter"),
    "60": _("Højst en time"),
    "day": _("Højst en dag"),
    "week": _("Højst en uge"),
    "longer": _("Mere end en uge"),
}
# What may be said of what is handed over at a start (`OfferVersion.data`).
DATA: Mapping[str, Promise] = {
    "subject": _("Et nummer, der kun bruges her, og som ikke siger, hvem du er"),
    "name": _("Dit navn"),
    "email": _("Din mailadresse"),
    "phone": _("Dit telefonnummer"),
    "language": _("Dit sprog"),
    "kommune": _("Din kommune"),
    "postcode": _("Dit postnummer"),
    "occupation": _("Det fag, du søger"),
    "skills": _("De kompetencer, du har skrevet"),
    "cv": _("Dit CV"),
}
# What may be said of accessibility and data (`OfferVersion.statements`).
STATEMENTS: Mapping[str, Promise] = {
    "accessibility": _("Tilgængelighed"),
    "data": _("Data"),
    "processing": _("Hvor data behandles"),
    "transfer": _("Om data forlader EU"),
    "security": _("Sikkerhed"),
    "support": _("Hjælp"),
    "ai": _("Brug af AI"),
}
CATEGORIES: Mapping[str, Promise] = {
    "jobsoegning": _("Jobsøgning"),
    "ansoegning": _("Ansøgning"),
    "cv": _("CV"),
    "samtale": _("Jobsamtale"),
    "netvaerk": _("Netværk"),
    "digitalt": _("Digitale færdigheder"),
    "it": _("It"),
    "sprog": _("Sprog"),
    "dansk": _("Dansk"),
    "ny-i-danmark": _("Ny i Danmark"),
    "fag": pgettext_lazy("several", "Fag"),
    "hverdagen": _("Hverdagen"),
    "helbred": _("Helbred"),
    "oekonomi": _("Økonomi"),
    "rettigheder": _("Dine rettigheder"),
    "selvstaendig": _("Egen virksomhed"),
    "karriere": _("Karriere"),
    "kompetencer": _("Kompetencer"),
    "uddannelse": _("Uddannelse"),
    "omsorg": _("Omsorg"),
    "byggeri": _("Byggeri"),
    "transport": _("Transport"),
    "salg": _("Salg og butik"),
    "koekken": _("Køkken"),
    "rengoering": _("Rengøring"),
    "kontor": _("Kontor"),
    "industri": _("Industri"),
    "groen": _("Grøn omstilling"),
    "ledelse": _("Ledelse"),
    "motivation": _("Motivation"),
    "laering": _("Læring"),
}
_FIXED: Mapping[str, Mapping[str, Promise]] = {
    "kind": KINDS,
    "source": SOURCES,
    "format": FORMATS,
    "level": LEVELS,
    "language": LANGUAGES,
    "duration": DURATIONS,
}


def category_words(code: str) -> str:
    """Return a category in words; one without words of its own says its code."""
    known = CATEGORIES.get(code)
    return str(known) if known else code.replace("-", " ").replace("_", " ").capitalize()


def value_words(name: str, values: Iterable[str]) -> dict[str, str]:
    """Return the words of a filter's values; a value nobody knows is left out."""
    wanted = [value for value in values if value]
    if name == "category":
        return {value: category_words(value) for value in wanted}
    if name == "kommune":
        known = {area.code: area.name for area in places.kommuner()}
        known[EVERYWHERE] = str(_("Hele landet"))
    else:
        known = {value: str(text) for value, text in _FIXED.get(name, {}).items()}
    return {value: known[value] for value in wanted if value in known}
