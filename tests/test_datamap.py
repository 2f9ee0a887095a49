# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of what is held lacks no model and no field, and says nothing that is not so.

Each rule looks at what is said of one model and yields what is wrong with it, in words.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias

import polib
import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import FieldDoesNotExist, FieldError
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import override

from jobunivers.foundation.datamap import (
    PURPOSES,
    RETENTIONS,
    About,
    Clock,
    Field,
    Holding,
    Sort,
    by,
    holding,
    holdings,
    inner,
    ordinary,
)
from jobunivers.foundation.tenancy.models import SharedOrOwnModel, TenantModel
from jobunivers.identity.models import Person, Role
from jobunivers.testing import ROOT

MODELS = {model._meta.label: model for model in apps.get_models(include_auto_created=True)}
# Columns that say whose a row is.
OF_A_PERSON = {"citizen_id", "person_id", "citizen", "person"}
# Rows of one person that are not about a citizen; why.
NOT_OF_A_CITIZEN = {
    "library.Writer": "editors who wrote a version; citizens cannot",
    "audit.UnusualLook": "how staff looked; whom they looked at reads it in `trust.Look`",
    "audit.SampledLook": "how staff looked; whom they looked at reads it in `trust.Look`",
}
# Rows below the heading of consents that rest on none; why.
NO_CONSENT = {
    "outreach.NoMore": "she has said no, and a no needs no consent",
    "outreach.NoTrigger": "she has said no, and a no needs no consent",
    "mydata.DataRequest": "a right she has without any consent",
}
# What tells of a person; a row about nobody has none of it.
PERSONAL = {Sort.ORDINARY, Sort.CONFIDENTIAL, Sort.FREE_TEXT}
# Columns that hold a machine's way to say it: a person needs words for them.
RAW = (models.JSONField, models.BinaryField, ArrayField)
KEYS = ("token", "secret", "password", "nonce")

Column: TypeAlias = "models.Field[Any, Any]"
Rule = Callable[[Holding], Iterator[str]]


def columns(model: type[models.Model]) -> dict[str, Column]:
    """Return a model's own columns, by their names."""
    return {field.name: field for field in model._meta.concrete_fields}


def of_somebody(one: Holding) -> bool:
    """Tell whether rows are about people."""
    return one.about is not About.NOBODY


def shown(one: Holding) -> Iterator[tuple[str, Field, Column]]:
    """Yield what she reads of a row, with its column."""
    known = columns(one.model)
    yield from ((name, field, known[name]) for name, field in one.shown.items() if name in known)


def every_field_is_said(one: Holding) -> Iterator[str]:
    """Hold that each column is said, and none that is not there."""
    known = columns(one.model)
    yield from (f"{name} is not said" for name in known if name not in one.fields)
    yield from (f"{name} is no field" for name in one.fields if name not in known)


def a_row_that_names_a_citizen_is_about_her(one: Holding) -> Iterator[str]:
    """Hold that what belongs to a person of a kommune is not hidden as about nobody."""
    if not issubclass(one.model, TenantModel | SharedOrOwnModel) or one.label in NOT_OF_A_CITIZEN:
        return
    names = {*columns(one.model), *(field.attname for field in one.model._meta.concrete_fields)}
    if names & OF_A_PERSON and one.about is not About.CITIZEN:
        yield f"has {', '.join(sorted(names & OF_A_PERSON))}, and is not about a citizen"


def the_person_of_a_row_can_be_found(one: Holding) -> Iterator[str]:
    """Hold that `subject` leads from a row to a person's number."""
    if not one.subject:
        return
    try:
        str(models.QuerySet(one.model).filter(**{one.subject: 1}).query)
        last = _column_at(one.model, one.subject)
    except (FieldError, FieldDoesNotExist) as error:
        yield f"the subject {one.subject} leads nowhere: {error}"
        return
    to_a_person = isinstance(last, models.ForeignKey) and last.related_model is Person
    by_number = isinstance(last, models.BigIntegerField) and one.subject.endswith("_id")
    if not (to_a_person or by_number or (one.model is Person and one.subject == "id")):
        yield f"the subject {one.subject} does not end at a person"


def _column_at(model: type[models.Model], path: str) -> Column:
    *way, name = path.split("__")
    for step in way:
        model = model._meta.get_field(step).related_model  # type: ignore[assignment]
    try:
        return model._meta.get_field(name)  # type: ignore[return-value]
    except FieldDoesNotExist:
        return model._meta.get_field(name.removesuffix("_id"))  # type: ignore[return-value]


def a_row_that_goes_after_its_own_days_says_when_it_came(one: Holding) -> Iterator[str]:
    """Hold that `at` is a day or a moment, and is there where days count from it."""
    if one.at and not isinstance(columns(one.model).get(one.at), models.DateField):
        yield f"at: {one.at} is no day and no moment"
    if not one.at and of_somebody(one) and RETENTIONS[one.retention].clock is Clock.ROW:
        yield f"is kept {one.retention}: from when do the days count? say `at`"


def the_page_where_she_changes_it_is_there(one: Holding) -> Iterator[str]:
    """Hold that `change` is an address, and that what she may delete has one."""
    if one.hers and not one.change:
        yield "she may delete it herself: where? say `change`"
    if one.change:
        try:
            reverse(one.change, args=[1] if one.change_takes_pk else [])
        except NoReverseMatch:
            yield f"there is no address {one.change}"


def what_is_read_along_can_be_read(one: Holding) -> Iterator[str]:
    """Hold that `along` are lookups."""
    try:
        str(models.QuerySet(one.model).select_related(*one.along).query)
    except FieldError as error:
        yield f"along: {error}"


@cache
def _english() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in (ROOT / "src").glob("**/locale/en/LC_MESSAGES/django.po"):
        found |= {entry.msgid: entry.msgstr for entry in polib.pofile(str(path)) if entry.msgstr}
    return found


def she_reads_it_in_danish_and_in_english(one: Holding) -> Iterator[str]:
    """Hold that what is shown has a name, in the reader's language."""
    texts: dict[str, Promise | str] = {"what": one.what}
    if of_somebody(one):
        texts |= {"source": one.source} | {name: field.name for name, field, _c in shown(one)}
    for name, text in texts.items():
        with override("da"):
            danish = str(text)
        if not danish:
            yield f"{name} has no words"
        elif not isinstance(text, Promise):
            yield f"{name} is the same in every language: use gettext_lazy"
        elif danish not in _english():
            yield f"{name}: {danish!r} has no English"


def codes_and_lists_have_words(one: Holding) -> Iterator[str]:
    """Hold that a code or a list is not shown to a person as it stands."""
    if not of_somebody(one):
        return
    for name, field, column in shown(one):
        if field.words is not None:
            codes = [code for code, _label in column.flatchoices if code]
            unsaid = [str(code) for code in codes if str(field.words(code)) == str(code)]
            yield from (f"{name}: the code {code} has no words" for code in unsaid)
            continue
        if isinstance(column, RAW):
            yield f"{name} is a list or the like: give it `words`"
        if any(not isinstance(label, Promise) for _code, label in column.flatchoices):
            yield f"{name} is a code: give it words by `by(…)`"


def purpose_and_days_fit_whom_it_is_about(one: Holding) -> Iterator[str]:
    """Hold that data about people has a right and an end, and that of nobody tells of nobody."""
    purpose, retention = PURPOSES[one.purpose], RETENTIONS[one.retention]
    if not of_somebody(one):
        telling = (name for name, field in one.fields.items() if field.sort in PERSONAL)
        yield from (f"{name} tells of somebody, and the row is about nobody" for name in telling)
        return
    if purpose.basis == "none":
        yield f"data about people needs a right, and {one.purpose} has none"
    if retention.clock is Clock.NEVER:
        yield "nothing about people is kept for ever"
    if one.about is About.CITIZEN and retention.code in {"books", "account"}:
        yield f"{retention.code} is for staff and firms"
    if one.about is not About.CITIZEN and retention.clock is Clock.JOURNEY:
        yield f"{retention.code} counts from a citizen's way: staff and firms have none"
    consented = one.group == "consents" and one.label not in NO_CONSENT
    if consented and purpose.code != "consented":
        yield "what she has consented to has the purpose `consented`"


def who_may_see_it_are_roles(one: Holding) -> Iterator[str]:
    """Hold that `seen_by` are roles."""
    yield from (f"{role} is no role" for role in one.seen_by if role not in Role.values)


def keys_are_shown_to_nobody(one: Holding) -> Iterator[str]:
    """Hold that no key is shown because it was taken for something else."""
    yield from (f"{name} is shown" for name in one.shown if any(part in name for part in KEYS))


def who_did_it_is_a_person(one: Holding) -> Iterator[str]:
    """Hold that what is said to name staff holds a person's number."""
    for name, field, column in shown(one):
        to_a_person = isinstance(column, models.ForeignKey) and column.related_model is Person
        number = isinstance(column, models.BigIntegerField)
        if field.sort is Sort.STAFF and field.words is None and not (to_a_person or number):
            yield f"{name} holds no person's number"


RULES: tuple[Rule, ...] = (
    every_field_is_said,
    a_row_that_names_a_citizen_is_about_her,
    the_person_of_a_row_can_be_found,
    a_row_that_goes_after_its_own_days_says_when_it_came,
    the_page_where_she_changes_it_is_there,
    what_is_read_along_can_be_read,
    she_reads_it_in_danish_and_in_english,
    codes_and_lists_have_words,
    purpose_and_days_fit_whom_it_is_about,
    who_may_see_it_are_roles,
    keys_are_shown_to_nobody,
    who_did_it_is_a_person,
)


def test_every_model_says_what_it_holds() -> None:
    said = {one.label for one in holdings()}
    missing = sorted(set(MODELS) - said)

    assert not missing, "Say in their apps' datamap.py what these hold: " + ", ".join(missing)


def test_nothing_is_said_of_a_model_that_is_gone() -> None:
    assert [one.label for one in holdings() if one.label not in MODELS] == []


@pytest.mark.parametrize("label", sorted(MODELS))
def test_what_is_said_of_a_model_is_whole_and_so(label: str) -> None:
    said = {one.label: one for one in holdings()}
    if label not in said:
        pytest.skip("nothing is said of it, which a test of its own tells")

    wrong = [f"{label}: {found}" for rule in RULES for found in rule(said[label])]

    assert not wrong, "\n".join(wrong)


ABSENCE = "journey.Absence"


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        (every_field_is_said, {"fields": {"id": inner(), "colour": inner()}}),
        (a_row_that_names_a_citizen_is_about_her, {"about": About.NOBODY}),
        (the_person_of_a_row_can_be_found, {"subject": "citizen__id"}),
        (the_person_of_a_row_can_be_found, {"subject": "kind"}),
        (a_row_that_goes_after_its_own_days_says_when_it_came, {"at": "kind"}),
        (
            a_row_that_goes_after_its_own_days_says_when_it_came,
            {"at": "", "retention": "short"},
        ),
        (the_page_where_she_changes_it_is_there, {"hers": True}),
        (the_page_where_she_changes_it_is_there, {"change": "journey:nowhere"}),
        (what_is_read_along_can_be_read, {"along": ("kind",)}),
        (she_reads_it_in_danish_and_in_english, {"fields": {"kind": ordinary("")}}),
        (she_reads_it_in_danish_and_in_english, {"source": "Kommunen"}),
        (codes_and_lists_have_words, {"fields": {"kind": ordinary("Hvorfor")}}),
        (
            codes_and_lists_have_words,
            {"fields": {"kind": ordinary("Hvorfor", by({"holiday": "Ferie"}))}},
        ),
        (purpose_and_days_fit_whom_it_is_about, {"purpose": "running"}),
        (purpose_and_days_fit_whom_it_is_about, {"retention": "forever"}),
        (purpose_and_days_fit_whom_it_is_about, {"retention": "account"}),
        (purpose_and_days_fit_whom_it_is_about, {"group": "consents"}),
        (purpose_and_days_fit_whom_it_is_about, {"about": About.STAFF}),
        (purpose_and_days_fit_whom_it_is_about, {"about": About.NOBODY}),
        (who_may_see_it_are_roles, {"seen_by": ("everybody",)}),
        (keys_are_shown_to_nobody, {"fields": {"token": ordinary("Kode")}}),
        (who_did_it_is_a_person, {"fields": {"kind": Field(Sort.STAFF, "Hvem")}}),
    ],
)
def test_each_rule_finds_what_is_wrong(rule: Rule, changes: dict[str, Any]) -> None:
    right = holding(ABSENCE)
    assert list(rule(right)) == []

    assert list(rule(replace(right, **changes))) != []
