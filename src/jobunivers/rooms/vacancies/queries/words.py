# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the values of filters read to a person."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.vacancies.models import Employer

LABELS: Mapping[str, Promise] = {
    "area": _("Område"),
    "working_time": _("Fuldtid eller deltid"),
    "hours": _("Timer om ugen"),
    "deadline": _("Frist"),
    "employer": _("Arbejdsgiver"),
    "language": _("Opslagets sprog"),
    "remote": _("Hjemmearbejde"),
    "kommune": _("Kommune"),
}
SORTS: Mapping[str, Promise] = {
    "bedste": _("Bedste først"),
    "nyeste": _("Nyeste først"),
    "frist": _("Frist først"),
    "afstand": _("Nærmeste først"),
}
_FIXED: Mapping[str, Mapping[str, Promise]] = {
    "working_time": {"full": _("Fuldtid"), "part": _("Deltid")},
    "hours": {
        "0-14": _("Under 15 timer"),
        "15-29": _("15–29 timer"),
        "30-36": _("30–36 timer"),
        "37": _("37 timer eller mere"),
    },
    "deadline": {
        "3": _("Inden for 3 dage"),
        "7": _("Om 4–7 dage"),
        "14": _("Om 8–14 dage"),
        "30": _("Om 15–30 dage"),
        "later": _("Senere"),
        "none": _("Ingen frist oplyst"),
    },
    "remote": {
        "none": _("På arbejdspladsen"),
        "some": _("Lidt hjemmefra"),
        "most": _("Mest hjemmefra"),
        "full": _("Helt hjemmefra"),
    },
    "language": {
        "da": _("Dansk"),
        "en": _("Engelsk"),
        "sv": _("Svensk"),
        "no": _("Norsk"),
        "nb": _("Norsk"),
        "nn": _("Norsk (nynorsk)"),
        "de": _("Tysk"),
    },
}


def value_words(name: str, values: Iterable[str], language: str) -> dict[str, str]:
    """Return the words of a filter's values; a value nobody knows is left out."""
    wanted = list(values)
    if name == "area":
        english = language == "en"
        known = {area.slug: area.name_en if english else area.name_da for area in taxonomy.areas()}
    elif name == "kommune":
        known = {area.code: area.name for area in places.kommuner()}
    elif name == "employer":
        ids = [int(value) for value in wanted if value.isdecimal()]
        rows = Employer.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "name")
        known = {str(pk): employer for pk, employer in rows}
    else:
        known = {value: str(text) for value, text in _FIXED.get(name, {}).items()}
    return {value: known[value] for value in wanted if value in known}
