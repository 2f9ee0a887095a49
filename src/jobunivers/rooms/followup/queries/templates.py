# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The templates in force: the kommune's own text of a code, else the country's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.followup import starter
from jobunivers.rooms.followup.models import BatchAct, LetterKind, LetterTemplate

LANGUAGES = ("da", "en")
FIELDS: Mapping[str, Promise] = {
    "navn": _("Borgerens navn"),
    "dato": _("Dagen i dag"),
    "konsulent": _("Dit eget navn"),
    "kommune": _("Kommunens navn"),
    "møde": _("Dag og tid for borgerens næste møde"),
}
"""What a template may ask for, and what stands there."""
KINDS: Mapping[str, Promise] = {
    LetterKind.MESSAGE: _("Besked"),
    LetterKind.INVITATION: _("Invitation til samtale"),
    LetterKind.REMINDER: _("Påmindelse om samtale"),
}
WAYS: Mapping[str, tuple[Promise, str]] = {
    "meeting": (_("Vælg en tid"), "entrance:meeting"),
    "plan": (_("Se din plan"), "plan:plan"),
    "jobs": (_("Se job, der passer"), "tailored:recommended"),
    "profile": (_("Gå til din profil"), "journey:profile"),
    "joblog": (_("Se dine ansøgninger"), "vacancies:applications"),
    "welcome": (_("Begynd her"), "entrance:welcome"),
}
"""Where a letter's button leads her, and what it says."""
OF_ACT: Mapping[str, tuple[str, ...]] = {
    BatchAct.INVITE: (LetterKind.INVITATION,),
    BatchAct.REMIND: (LetterKind.REMINDER,),
    BatchAct.WRITE: (LetterKind.MESSAGE, LetterKind.REMINDER),
    BatchAct.TASK: (),
    BatchAct.NOTE: (),
}
"""Which kinds of template an act offers."""
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it is used; number 0 is the country's text."""

    code: str
    number: int
    kind: str
    way: str
    titles: Mapping[str, str]
    bodies: Mapping[str, str]

    def title(self, language: str) -> str:
        """Return its title in a language; Danish where there is no other."""
        return self.titles.get(language) or self.titles["da"]

    def body(self, language: str) -> str:
        """Return its text in a language; Danish where there is no other."""
        return self.bodies.get(language) or self.bodies["da"]


def _national(code: str, said: Mapping[str, str]) -> Template:
    return Template(
        code, 0, said["kind"], said["way"],
        {one: said[f"title_{one}"] for one in LANGUAGES},
        {one: said[f"body_{one}"] for one in LANGUAGES},
    )  # fmt: skip


def _own(row: LetterTemplate) -> Template:
    return Template(
        row.code, row.number, row.kind, row.way,
        {"da": row.title_da, "en": row.title_en},
        {"da": row.body_da, "en": row.body_en},
    )  # fmt: skip


def templates() -> dict[str, Template]:
    """Return every template in force by its code: the country's order, then the kommune's own."""
    found = {code: _national(code, said) for code, said in starter.read().items()}
    newest = LetterTemplate.objects.order_by("code", "-number").distinct("code")
    for row in newest:
        if not row.withdrawn:
            found[row.code] = _own(row)
    return found


def templates_for(act: str) -> list[Template]:
    """Return the templates that an act offers, those of its first kind first."""
    every = templates().values()
    return [one for kind in OF_ACT[act] for one in every if one.kind == kind]


def template(code: str) -> Template | None:
    """Return a template in force; None when nobody has such a one."""
    return templates().get(code)


def versions(code: str) -> list[LetterTemplate]:
    """Return the kommune's own texts of a code, newest first."""
    return list(LetterTemplate.objects.filter(code=code).order_by("-number", "pk"))


def fields_in(text: str) -> list[str]:
    """Return the names in braces, in order, each once."""
    return list(dict.fromkeys(_FIELD.findall(text)))


def unknown_fields(text: str) -> list[str]:
    """Return the names in braces that nobody can fill."""
    return [name for name in fields_in(text) if name not in FIELDS]


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its fields filled; what has no value stays as it is written."""
    return _FIELD.sub(lambda found: values.get(found[1]) or found[0], text)
