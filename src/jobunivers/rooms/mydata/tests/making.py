# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests and files of a citizen, for tests."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.mydata import actions
from jobunivers.rooms.mydata.models import DataRequest, Download, Form, RequestKind
from jobunivers.rooms.mydata.queries import Reader
from jobunivers.trust.models import Look


def new_person(municipality: Municipality, name: str, role: Role) -> Person:
    """Return a new person of the kommune."""
    with working_for(municipality.pk):
        return identity.add_person(name=name, role=role, at=timezone.now())


def make_request(
    person: Person,
    *,
    kind: RequestKind = RequestKind.CORRECT,
    about: actions.About | None = None,
    at: datetime | None = None,
) -> DataRequest:
    """Return a request she has made."""
    with working_for(person.municipality_id):
        return actions.ask(
            person_id=person.pk,
            kind=kind,
            about=about or actions.About(),
            words="Der står, at jeg er uddannet kok. Det er jeg ikke.",
            key=uuid.uuid4(),
            at=at or timezone.now(),
        )


def make_download(
    person: Person, form: Form = Form.JSON, *, at: datetime | None = None
) -> Download:
    """Return a file of all her data, made."""
    now = at or timezone.now()
    with working_for(person.municipality_id):
        row = actions.ask_for_download(
            reader=Reader(person.pk, person.role), form=form, language="da", at=now
        )
        actions.make(download_id=row.pk, at=now)
        row.refresh_from_db()
        return row


def look_at(person: Person, viewer: Person, *, count: int = 1, **more: Any) -> list[Look]:
    """Return looks at her, a minute apart, the last one first."""
    now = timezone.now()
    with working_for(person.municipality_id):
        return Look.objects.bulk_create(
            Look(
                citizen_id=person.pk,
                viewer_id=viewer.pk,
                viewer_role=viewer.role,
                at=now - timedelta(minutes=number),
                **{"part": "plan", "reason": "talk", **more},
            )
            for number in range(count)
        )


def address_objects(person: Person) -> dict[str, dict[str, int | str]]:
    """Return what addresses about her are asked with."""
    return {
        "her_group": {"group": "log"},
        "her_kind": {"group": "log", "label": "trust.Look"},
        "her_request": {"pk": make_request(person).pk},
        "her_download": {"pk": make_download(person).pk},
    }
