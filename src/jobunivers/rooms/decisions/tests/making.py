# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kind of choice for tests: each consent of a citizen stands for one, made by a test model."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.decisions import actions
from jobunivers.rooms.decisions.models import AssessmentKind
from jobunivers.trust import decided, register
from jobunivers.trust.decided import Choice, Compared, Decided, Reproduction, Said, Shown
from jobunivers.trust.models import Consent
from jobunivers.trust.tests.making import make_card


@dataclass
class Computer:
    """What the test model says when it is asked again."""

    now: str = "regn"
    missing: str = ""


def choose(person: Person, *, at: datetime | None = None, what: str = "Tag en paraply") -> int:
    """Let the test model have chosen something for her; return its number."""
    moment = at or timezone.now() - timedelta(hours=1)
    assert person.municipality_id is not None
    with working_for(person.municipality_id):
        row = Consent.objects.create(
            citizen_id=person.pk,
            source="weather",
            purpose="umbrella",
            text_version="1",
            text=what,
            given_at=moment,
            given_by_id=person.pk,
            withdrawn_at=moment,
            withdrawn_by_id=person.pk,
        )
    return int(row.pk)


def address_objects(citizen: Person, staff: Person) -> dict[str, dict[str, Any]]:
    """Return one of each thing that an address of this room is about: she has been placed."""
    kind = decided.kind("course")
    assert kind is not None
    row = kind.rows(citizen.pk).order_by("pk")[0]
    (choice,) = kind.tell([row], "da")
    now = timezone.now()
    contest = actions.contest(
        citizen_id=citizen.pk, kind="course", choice=choice, words="Nej tak.", at=now
    )
    written = actions.write_assessment(
        kind=AssessmentKind.DATA, answers={"use": "Alle."}, seen=0, by_id=staff.pk, at=now
    )
    return {
        "choice": {"code": "course", "pk": row.pk},
        "her_choice": {"pk": citizen.pk, "code": "course", "row_pk": row.pk},
        "contest": {"pk": contest.pk},
        "assessment": {"address": "databeskyttelse"},
        "assessed": {"address": "databeskyttelse", "number": written.number},
    }


def _rows(citizen_id: int | None) -> QuerySet[Consent]:
    found = Consent.objects.filter(source="weather")
    return found if citizen_id is None else found.filter(citizen_id=citizen_id)


def _choice(row: Consent) -> Choice:
    return Choice(pk=row.pk, at=row.given_at, what=row.text, why="Det regner", model="weather-1")


def _show(row: Consent, _language: str) -> Shown:
    return Shown(
        choice=_choice(row),
        inputs=[Said("Sted", "Aarhus")],
        reasons=[Said("Vejret", "regn")],
        versions=[Said("Modellen", "weather-1")],
        last_word="Du bestemmer selv.",
        model_code="weather",
    )


@contextmanager
def weather() -> Iterator[Computer]:
    """Let a model of the weather choose for citizens, and be asked again."""
    computer = Computer()

    def again(_row: Any, _language: str) -> Reproduction:
        if computer.missing:
            return Reproduction(missing=[computer.missing])
        return Reproduction(
            compared=[Compared("Vejret", "regn", computer.now)],
            recorded=["At ingen anden sky var tungere, er kun gemt."],
        )

    kind = Decided(
        code="weather",
        name="Vejret",
        about="En model ser på vejret.",
        models=("weather",),
        rows=_rows,
        tell=lambda rows, _language: [_choice(row) for row in rows],
        show=_show,
        reproduce=again,
        at="given_at",
    )
    before = dict(decided._kinds)
    register.register("weather", make_card)
    decided.offer(kind)
    try:
        yield computer
    finally:
        decided._kinds.clear()
        decided._kinds.update(before)
        del register._registered["weather"]
