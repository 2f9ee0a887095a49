# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text as each reads it: in her language, with her name and the days that are hers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation

from jobunivers.foundation.notices.queries import wishes
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import queries as entrance
from jobunivers.rooms.followup.queries.templates import Template, fields_in, filled

TalksAhead = Callable[[Sequence[int], datetime], Mapping[int, datetime]]
_others: list[TalksAhead] = []


def provide_talks(finder: TalksAhead) -> None:
    """Let a room above say when citizens' next talks are; said in its `apps.py`."""
    if finder not in _others:
        _others.append(finder)


def talks_ahead(citizen_ids: Sequence[int], *, at: datetime) -> dict[int, datetime]:
    """Return when each has her next talk; who has none is not in it."""
    found = entrance.meetings_ahead(citizen_ids, at=at)
    for finder in _others:
        for citizen_id, when in finder(citizen_ids, at).items():
            found[citizen_id] = min(when, found.get(citizen_id, when))
    return found


@dataclass(frozen=True, slots=True)
class Text:
    """A title and a text in which fields may stand; in each language, or the same in all."""

    titles: Mapping[str, str]
    bodies: Mapping[str, str]

    @classmethod
    def of(cls, template: Template) -> "Text":
        """Return a template's text."""
        return cls(template.titles, template.bodies)

    @classmethod
    def written(cls, title: str, words: str) -> "Text":
        """Return what somebody wrote herself: the same whatever the reader's language."""
        return cls({"da": title}, {"da": words})

    def asks(self) -> set[str]:
        """Return the fields it needs in any language."""
        return {name for text in (*self.titles.values(), *self.bodies.values())
                for name in fields_in(text)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Composed:
    """A text as one citizen reads it; `lacks` names a field that has nothing to stand there."""

    title: str
    words: str
    lacks: str = ""


def composed(
    text: Text, citizen_ids: Sequence[int], *, staff_id: int, at: datetime
) -> dict[int, Composed]:
    """Return the text as each of these citizens reads it; who is gone is not in it."""
    ids = list(citizen_ids)
    people = Person.objects.filter(pk__in=[*ids, staff_id], is_active=True)
    names = dict(people.order_by("pk").values_list("pk", "name"))
    speak = {pk: one.language for pk, one in wishes.of_many(ids).items()}
    talks = talks_ahead(ids, at=at) if "møde" in text.asks() else {}
    kommune = tenancy.by_pk(current_municipality_id())
    ours = {
        "konsulent": names.get(staff_id, ""),
        "kommune": wording.kommune(kommune.name) if kommune else "",
    }
    found = {}
    for pk in ids:
        if pk in names:
            with translation.override(speak.get(pk, "da")):
                found[pk] = _one(text, ours, names[pk], talks.get(pk), at)
    return found


def _one(
    text: Text, ours: Mapping[str, str], name: str, talk: datetime | None, at: datetime
) -> Composed:
    """Return a text in the language in use."""
    language = translation.get_language() or "da"
    values = {
        **ours,
        "navn": (name.split() or [name])[0],
        "dato": wording.day_year(timezone.localdate(at)),
        "møde": f"{wording.day(talk)} {wording.clock(talk)}" if talk else "",
    }
    title = text.titles.get(language) or text.titles["da"]
    words = text.bodies.get(language) or text.bodies["da"]
    asked = [*fields_in(title), *fields_in(words)]
    lacks = next((one for one in asked if not values.get(one)), "")
    return Composed(filled(title, values), filled(words, values), lacks)
