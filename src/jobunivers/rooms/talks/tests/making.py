# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Talks, points, proposals and cards for the tests of any room."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.talks import actions
from jobunivers.rooms.talks.models import (
    AgendaPoint,
    Partaker,
    PartRole,
    ProposalKind,
    Talk,
    TalkForm,
    TalkKind,
    TalkState,
)
from jobunivers.testing.browsers import KommuneClient

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def give_reason(browser: KommuneClient, person: Person) -> None:
    """Say why, as staff must."""
    path = f"/medarbejder/borgere/{person.pk}/grund/"
    assert browser.post(path, {"reason": "talk", "note": ""}).status_code == 302


def text(browser: KommuneClient, path: str) -> str:
    """Return the page, without white space between tags."""
    answer = browser.get(path)
    assert answer.status_code == 200, (answer.status_code, answer.get("Location"))
    return re.sub(r"\s*(<[^>]+>)\s*", r"\1", answer.content.decode())


def make_talk(
    citizen: Person,
    staff: Person,
    *,
    state: TalkState = TalkState.PLANNED,
    starts_at: datetime | None = None,
    at: datetime | None = None,
    **more: Any,
) -> Talk:
    """Return a talk in a state; planned for tomorrow unless the test says when."""
    at = at or timezone.now()
    told: dict[str, Any] = {"form": TalkForm.IN_PERSON, "kind": TalkKind.JOB}
    assert citizen.municipality_id is not None
    with working_for(citizen.municipality_id):
        talk = actions.plan_talk(
            citizen_id=citizen.pk,
            staff_id=staff.pk,
            starts_at=starts_at or at + timedelta(days=1),
            actor_id=staff.pk,
            at=at,
            **(told | more),
        )
        way = {
            TalkState.HELD: [TalkState.UNDER_WAY, TalkState.HELD],
            TalkState.PLANNED: [],
        }.get(state, [state])
        for one in way:
            talk = actions.move_on(talk=talk, state=one, actor_id=staff.pk, at=at)
    return talk


def make_point(
    citizen: Person, words: str = "Min kørsel", *, talk: Talk | None = None
) -> AgendaPoint:
    """Return a point she wrote."""
    assert citizen.municipality_id is not None
    with working_for(citizen.municipality_id):
        return actions.add_point(
            citizen_id=citizen.pk, talk=talk, words=words, by_id=citizen.pk, at=timezone.now()
        )


def make_partaker(talk: Talk, staff: Person, name: str = "Per Juhl") -> Partaker:
    """Return an interpreter who takes part."""
    with working_for(talk.municipality_id):
        return actions.add_partaker(
            talk=talk,
            name=name,
            role=PartRole.INTERPRETER,
            form=TalkForm.IN_PERSON,
            actor_id=staff.pk,
            at=timezone.now(),
        )


def show(talk: Talk, kind: str, code: str, **reasons: Any) -> None:
    """Let something have been proposed for a talk."""
    shown = [actions.Shown(ProposalKind(kind), code, "talks-1", reasons)]
    with working_for(talk.municipality_id):
        actions.note_shown(talk=talk, shown=shown, at=timezone.now())


def card_entry(**said: Any) -> actions.CardEntry:
    """Return what a card says."""
    whole: dict[str, Any] = {
        "title_da": "Vores eget kort",
        "title_en": "Our own card",
        "text_da": "Spørg:\n- Hvad så?",
        "text_en": "Ask:\n- What then?",
        "tags": ["first_talk"],
    }
    return actions.CardEntry(**(whole | said))


def address_objects(citizen: Person, adviser: Person) -> dict[str, Any]:
    """Return the ids of one of each thing that an address of this room is about."""
    now = timezone.now()  # nobody is told of a talk that begins at once
    talk = make_talk(citizen, adviser, state=TalkState.UNDER_WAY, starts_at=now, at=now)
    point = make_point(citizen, talk=talk)
    partaker = make_partaker(talk, adviser)
    about = {"pk": citizen.pk, "talk_id": talk.pk}
    return {
        "own_talk": {"pk": talk.pk},
        "own_talk_point": {"pk": point.pk},
        "her_talk": about,
        "her_talk_point": {**about, "point_id": point.pk},
        "her_talk_partaker": {**about, "partaker_id": partaker.pk},
        "cue_card": {"key": "open-the-talk"},
    }
