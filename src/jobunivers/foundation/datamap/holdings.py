# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a model and its fields, and where it is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.module_loading import autodiscover_modules

from jobunivers.foundation.datamap.headings import GROUPS, Group
from jobunivers.foundation.datamap.rules import PURPOSES, RETENTIONS

Text = Promise | str
Words = Callable[[Any], Text]
"""A value, or a whole row, as a person reads it."""


class About(StrEnum):
    """Whom the rows of a model are about."""

    CITIZEN = "citizen"
    STAFF = "staff"  # of a kommune or of the national organisation
    FIRM = "firm"  # people of a vendor or an employer
    NOBODY = "nobody"


class Sort(StrEnum):
    """What a field tells of the person, from least to most delicate."""

    INNER = "inner"  # keys, versions, sort orders: of no interest without the rest
    PUBLIC = "public"  # published, or the same for everybody
    STAFF = "staff"  # which member of staff, firm's person or helper did it
    ORDINARY = "ordinary"  # GDPR article 6
    CONFIDENTIAL = "confidential"  # fortroligt: forvaltningsloven § 27, e.g. social circumstances
    FREE_TEXT = "free_text"  # somebody's own words: they may hold anything, so article 9 as well
    SECRET = "secret"  # noqa: S105 - keys and tokens; shown to nobody, not even to herself


@dataclass(frozen=True, slots=True)
class Field:
    """What is said of one field.

    Attributes:
        sort: how delicate it is.
        name: in plain words, as *Mine data* writes it; "" for INNER and SECRET, that are not shown.
        words: its value as she reads it; None: dates, numbers, choices and yes/no say themselves.
    """

    sort: Sort
    name: Text = ""
    words: Words | None = None


def inner() -> Field:
    """Say that a field is a key or a counter that tells nothing by itself."""
    return Field(Sort.INNER)


def secret() -> Field:
    """Say that a field is a key or a token, shown to nobody."""
    return Field(Sort.SECRET)


def public(name: Text = "", words: Words | None = None) -> Field:
    """Say that a field is published, or about nobody."""
    return Field(Sort.PUBLIC, name, words)


def staff(name: Text = "", words: Words | None = None) -> Field:
    """Say that a field names who did something: the id of a person, shown as her name."""
    return Field(Sort.STAFF, name, words)


def ordinary(name: Text, words: Words | None = None) -> Field:
    """Say that a field is personal data."""
    return Field(Sort.ORDINARY, name, words)


def confidential(name: Text, words: Words | None = None) -> Field:
    """Say that a field is confidential between the kommune and the person."""
    return Field(Sort.CONFIDENTIAL, name, words)


def free_text(name: Text, words: Words | None = None) -> Field:
    """Say that a field is somebody's own words."""
    return Field(Sort.FREE_TEXT, name, words)


def by(names: Mapping[Any, Text]) -> Words:
    """Return the words for codes: the name of each, and the code itself where there is none."""

    def said(value: Any) -> Text:
        return names.get(value, str(value))

    return said


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What is held in one model.

    Attributes:
        model: the model.
        about: whom its rows are about.
        subject: the lookup from a row to the person's id: "citizen_id", "talk__citizen_id".
            Of a model about a citizen or staff it is always given; "" otherwise.
        group: the code of the heading it stands below (`headings`); "" when about nobody.
        what: a row in plain words: "Ansøgninger, du har skrevet ned".
        source: who told it: "Dig selv", "Kommunens medarbejdere", "Regnet ud af siden".
        purpose, retention: codes of `rules`.
        seen_by: the roles of staff that may see it; empty: she alone.
        fields: by the names of the model's own columns (Django's field names), all of them.
        at: the field that says when a row came to be; "" when the row says it by another.
        title: (row) → one line that names the row; None: the first shown field.
        shields: (row) → fields of it that the law lets nobody show her yet, each with why; a page
            says the why in the field's place.
        hers: she may delete rows of it herself, by the page `change` names.
        change: the url name of the page where she changes or deletes it; it takes no arguments,
            or the row's pk when `change_takes_pk`.
        along: lookups to read in the same question, where `title` or `words` go further than to
            the rows that shown fields point at: "seat__slot".
    """

    model: type[models.Model]
    about: About
    what: Text
    purpose: str
    retention: str
    fields: Mapping[str, Field]
    subject: str = ""
    group: str = ""
    source: Text = ""
    seen_by: Sequence[str] = ()
    at: str = ""
    title: Callable[[Any], Text] | None = None
    shields: Callable[[Any], Mapping[str, Text]] | None = None
    hers: bool = False
    change: str = ""
    change_takes_pk: bool = False
    along: Sequence[str] = ()

    def __post_init__(self) -> None:
        """Refuse what says too little.

        Raises:
            ValueError: with the model and what is wrong with it.
        """
        if self.purpose not in PURPOSES:
            raise ValueError(f"{self.label}: there is no purpose {self.purpose!r}.")
        if self.retention not in RETENTIONS:
            raise ValueError(f"{self.label}: there is no retention {self.retention!r}.")
        if self.group and self.group not in GROUPS:
            raise ValueError(f"{self.label}: there is no heading {self.group!r}.")
        of_a_person = self.about in {About.CITIZEN, About.STAFF}
        if of_a_person and not (self.subject and self.group and self.source):
            raise ValueError(f"{self.label} is about a person: say subject, group and source.")

    @property
    def label(self) -> str:
        """Return the model as Django names it, `app.Model`."""
        return self.model._meta.label  # noqa: SLF001 - Django's documented model meta

    @property
    def owner(self) -> str:
        """Return the app that answers for it."""
        return self.model._meta.app_label  # noqa: SLF001

    @property
    def shown(self) -> dict[str, Field]:
        """Return the fields that she reads."""
        hidden = {Sort.INNER, Sort.SECRET}
        return {name: one for name, one in self.fields.items() if one.sort not in hidden}


class Unmapped(LookupError):  # noqa: N818 - it reads as what happened
    """Nobody has said what a model holds."""


_held: dict[str, Holding] = {}


def hold(*said: Holding) -> None:
    """Say what models hold; called at the import of an app's `datamap.py`.

    Raises:
        ValueError: it is said twice.
    """
    for one in said:
        if one.label in _held:
            raise ValueError(f"What {one.label} holds is said twice.")
        _held[one.label] = one


@cache
def _discovered() -> None:
    autodiscover_modules("datamap")


def holdings() -> list[Holding]:
    """Return what all models hold, by label."""
    _discovered()
    return [_held[label] for label in sorted(_held)]


def holdings_about(about: About) -> list[Holding]:
    """Return what is held of such people, in the order of *Mine data*."""
    _discovered()
    chosen = (one for one in _held.values() if one.about is about)
    return sorted(chosen, key=lambda one: (GROUPS[one.group].order, one.label))


def holding(label: str) -> Holding:
    """Return what one model holds.

    Raises:
        Unmapped: nobody has said it.
    """
    _discovered()
    if label not in _held:
        raise Unmapped(label)
    return _held[label]


def groups() -> list[Group]:
    """Return the headings of *Mine data*, in their order."""
    return sorted(GROUPS.values(), key=lambda one: one.order)
