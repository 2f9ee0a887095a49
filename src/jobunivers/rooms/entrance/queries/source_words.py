# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sources tell, in the words of a page."""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.taxonomy import words as taxonomy_words
from jobunivers.foundation.ui import wording
from jobunivers.rooms.journey import queries as profiles
from jobunivers.rooms.journey.queries import words as profile_words

ORDER = ("experience", "education", "wish", "competence", "language", "licence", "basics")
"""Kinds of things as a page shows them."""
KINDS: Mapping[str, Promise] = {
    "experience": gettext_lazy("Job"),
    "education": gettext_lazy("Uddannelse"),
    "wish": gettext_lazy("Ønske"),
    "competence": gettext_lazy("Kompetence"),
    "language": gettext_lazy("Sprog"),
    "licence": gettext_lazy("Kørekort og beviser"),
    "basics": gettext_lazy("Om dig"),
}
_ASKS: Mapping[tuple[str, str], Promise] = {
    ("experience", "title"): gettext_lazy("Hvad hed jobbet?"),
    ("experience", "employer"): gettext_lazy("Hvor var det?"),
    ("experience", "started"): gettext_lazy("Hvornår begyndte du?"),
    ("experience", "ended"): gettext_lazy("Hvornår sluttede du?"),
    ("experience", "description"): gettext_lazy("Hvad lavede du?"),
    ("education", "title"): gettext_lazy("Hvad hedder uddannelsen?"),
    ("education", "institution"): gettext_lazy("Hvor tog du den?"),
    ("education", "level"): gettext_lazy("Hvilken slags uddannelse er det?"),
    ("education", "ended"): gettext_lazy("Hvilket år blev du færdig?"),
    ("language", "level"): gettext_lazy("Hvor godt kan du sproget?"),
    ("basics", "value"): gettext_lazy("Hvor bor du?"),
}
_MONTHS = 12
_WRITABLE = {"title": "text", "employer": "text", "institution": "text", "started": "month",
             "ended": "month"}  # fmt: skip


def source(code: str, name: str) -> str:
    """Return what a source is called: `Din a-kasse`, or the file's name."""
    return profile_words.source(code, name)


def teller(who: profiles.Teller) -> str:
    """Return who says something and when: `Din a-kasse, 25. november 2026`."""
    day = wording.day_year(who.told_at)
    return f"{source(who.source, who.name)}, {day}"


def asks(part: str, field: str) -> str:
    """Return the question that a field is."""
    return str(_ASKS.get((part, field), field))


def about(part: str, line: str, name: str) -> str:
    """Return what a line is called."""
    if part == "language":
        return str(taxonomy_words.LANGUAGES.get(line, line)).capitalize()
    return str(KINDS["basics"]) if part == "basics" else name


def writable(part: str, field: str) -> str:
    """Return how she may write her own answer: "text", "month", "year" or "" for choosing only."""
    if (part, field) == ("education", "ended"):
        return "year"
    return _WRITABLE.get(field, "") if part in {"experience", "education"} else ""


def value(part: str, field: str, said: str) -> str:
    """Return a value in words; "" is said to be missing."""
    if not said:
        return _("Står der ikke")
    if field in {"started", "ended"}:
        return time(said)
    if field == "level":
        return profile_words.level(part, said)
    return said


def time(said: str) -> str:
    """Return a time as it is said: `05.2019`, `2019` or `nu`."""
    if said == "now":
        return _("nu")
    year, _dash, month = said.partition("-")
    return f"{month}.{year}" if month else year


def finding(kind: str, fields: Mapping[str, str]) -> tuple[str, str]:
    """Return a finding's heading and what else it says."""
    if kind == "experience":
        return fields["title"], _joined(fields.get("employer", ""), _period(fields))
    if kind == "education":
        level = profile_words.level("education", fields.get("level", ""))
        return fields["title"], _joined(fields.get("institution", ""), fields.get("ended", ""),
                                        level)  # fmt: skip
    if kind == "language":
        name = str(taxonomy_words.LANGUAGES.get(fields["code"], fields["code"]))
        return name.capitalize(), profile_words.level("language", fields.get("level", ""))
    if kind == "licence":
        code = fields["code"]
        names = {**taxonomy_words.DRIVING, **taxonomy_words.CERTIFICATES}
        name = str(names.get(code, code))
        driving = code in taxonomy_words.DRIVING
        return (_("Kørekort til %(what)s") % {"what": name} if driving else name.capitalize()), ""
    if kind == "basics":
        postal = fields["code"] == "postal_code"
        return (_("Du bor i postnummer"), fields["value"]) if postal else (
            _("Det siger du om dig selv"), fields["value"])  # fmt: skip
    return fields["words"], ""


def _period(fields: Mapping[str, str]) -> str:
    began, ended = fields.get("started", ""), fields.get("ended", "")
    if not began and not ended:
        return ""
    return f"{time(began) if began else '?'}–{time(ended) if ended else '?'}"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def place(told: Mapping[str, object]) -> tuple[str, str]:
    """Return where something stands, and the line itself."""
    if "line" not in told:
        return "", ""
    where = _("Side %(page)s, linje %(line)s") % {"page": told["page"], "line": told["line"]}
    return where, str(told.get("text", ""))


WHYS: Mapping[str, Promise] = {
    "empty": gettext_lazy("Filen er tom. Vælg en anden fil."),
    "too_large": gettext_lazy("Filen er for stor. Den må højst fylde 5 MB."),
    "too_much": gettext_lazy("Filen er for stor, når den pakkes ud. Prøv en fil med kun dit CV."),
    "encrypted": gettext_lazy("Filen er låst med en kode. Gem den uden kode, og prøv igen."),
    "images_only": gettext_lazy(
        "Vi fandt kun billeder i filen og ingen tekst. Prøv med CV’et som Word eller PDF med tekst."
    ),
    "wrong_type": gettext_lazy(
        "Vi kan ikke læse den slags fil. Vælg et CV i PDF, Word eller tekst, eller en fil fra"
        " Europass."
    ),
    "old_word": gettext_lazy(
        "Filen er i en gammel Word-form. Gem den som .docx eller PDF, og prøv igen."
    ),
    "unsafe": gettext_lazy("Filen henter noget andre steder fra. Den slags filer åbner vi ikke."),
    "broken": gettext_lazy("Filen er gået i stykker og kan ikke læses. Gem den igen, og prøv så."),
    "too_slow": gettext_lazy("Det tog for lang tid at læse filen. Prøv en fil med kun dit CV."),
    "nothing_found": gettext_lazy(
        "Vi fandt ingen job, uddannelser eller kompetencer i filen. Du kan skrive dem selv."
    ),
}
"""Why a file was not read, in her words."""


def why(code: str) -> str:
    """Return why a file was not read."""
    return str(WHYS.get(code, WHYS["broken"]))


def month(text: str) -> str:
    """Return a month as a person or a browser writes it as `2019-05`; "" when it is none."""
    plain = text.strip()
    found = re.fullmatch(r"(?P<y>[0-9]{4})(?:[-/.](?P<m>[0-9]{1,2}))?", plain) or re.fullmatch(
        r"(?P<m>[0-9]{1,2})[-/.](?P<y>[0-9]{4})", plain
    )
    if found is None:
        return ""
    if found["m"] is None:
        return found["y"]
    number = int(found["m"])
    return f"{found['y']}-{number:02}" if 1 <= number <= _MONTHS else ""
