# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters and invitations: written, undone until they are sent, and sent once."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.followup.actions.tasks import NobodyThere, add_task
from jobunivers.rooms.followup.models import Letter, LetterKind, LetterState

LETTER, INVITATION = "followup.letter", "followup.invitation"
POINT = "attention"
"""The origin of a letter that is written because of an attention point; `ref` is its number."""
_LONGEST_NUMBER = 18  # digits; more fit no row
_log = logging.getLogger(__name__)


class SentAlready(Exception):  # noqa: N818 - it reads as what happened
    """The letter is on its way, or was undone: it cannot be undone or sent (again)."""


@transaction.atomic
def write_to(
    *,
    citizen_id: int,
    staff_id: int,
    title: str,
    words: str,
    at: datetime,
    kind: str = LetterKind.MESSAGE,
    way: str = "",
    template: str = "",
    template_number: int = 0,
    slot_id: int | None = None,
    send_at: datetime | None = None,
    key: str = "",
    origin: str = "",
    ref: str = "",
) -> Letter:
    """Write to a citizen: at once, or later so that it can be undone. With a key, once.

    Raises NobodyThere, and for a letter that proposes a time what `entrance.book` raises.
    """
    if key and (stands := Letter.objects.filter(key=key).first()) is not None:
        return stands
    _check_there(citizen_id)
    letter = Letter.objects.create(
        citizen_id=citizen_id, kind=kind, title=title.strip()[:120], words=words.strip(), way=way,
        template=template, template_number=template_number, slot_id=slot_id,
        state=LetterState.WAITING, made_at=at, made_by_id=staff_id, send_at=send_at or at,
        key=key, origin=origin, ref=ref,
    )  # fmt: skip
    events.record(
        "followup.letter_written",
        at=at,
        citizen_id=citizen_id,
        actor_id=staff_id,
        data={"letter": letter.pk, "kind": kind, "template": template},
    )
    _tell_of_point("followup.point_answered", letter, staff_id, at)
    return _send(letter, at=at) if letter.send_at <= at else letter


def invite(
    *,
    citizen_id: int,
    staff_id: int,
    words: str,
    at: datetime,
    title: str = "",
    slot_id: int | None = None,
    template: str = "",
    template_number: int = 0,
    send_at: datetime | None = None,
    key: str = "",
    origin: str = "",
    ref: str = "",
) -> Letter:
    """Ask a citizen to choose a time for a talk, or give her one that she may move.

    Raises NobodyThere; with a time `entrance.Taken` or `entrance.BookedAlready` when it is sent.
    """
    return write_to(
        citizen_id=citizen_id, staff_id=staff_id, title=title, words=words, at=at,
        kind=LetterKind.INVITATION, way="meeting", template=template,
        template_number=template_number, slot_id=slot_id, send_at=send_at, key=key,
        origin=origin, ref=ref,
    )  # fmt: skip


@transaction.atomic
def undo_letter(*, letter_id: int, staff_id: int, at: datetime) -> Letter:
    """Take a letter back before it is sent; raises SentAlready."""
    letter = _moved(letter_id, LetterState.UNDONE, "followup.letter_undone", staff_id, at)
    _tell_of_point("followup.point_answer_undone", letter, staff_id, at)
    return letter


@transaction.atomic
def send_now(*, letter_id: int, at: datetime) -> Letter:
    """Send a letter that waits; raises SentAlready and what sending raises."""
    letter = Letter.objects.select_for_update().get(pk=letter_id)
    return _send(letter, at=at)


def send_due_letter(*, letter_id: int, at: datetime) -> bool:
    """Send a letter whose time has come; one that cannot be sent becomes its writer's task."""
    letter = Letter.objects.filter(pk=letter_id, state=LetterState.WAITING).first()
    if letter is None or letter.send_at > at:
        return False
    try:
        send_now(letter_id=letter_id, at=at)
    except SentAlready:
        return False
    except Exception as problem:  # noqa: BLE001 - the reason is kept, the log has the trace
        why = why_not(problem)
        if why == "error":
            _log.exception("letter %s could not be sent", letter_id)
        _give_up(letter, why, at)
        return False
    return True


def why_not(problem: Exception) -> str:
    """Return the code of why something could not be done for a citizen."""
    if isinstance(problem, NobodyThere):
        return "gone"
    if isinstance(problem, entrance.BookedAlready):
        return "has_talk"
    return "time_taken" if isinstance(problem, entrance.Taken) else "error"


def _tell_of_point(event: str, letter: Letter, staff_id: int, at: datetime) -> None:
    """Let whoever keeps attention points know that one is answered, or is no longer."""
    if letter.origin != POINT or not letter.ref.isdecimal() or len(letter.ref) > _LONGEST_NUMBER:
        return
    events.record(
        event,
        at=at,
        citizen_id=letter.citizen_id,
        actor_id=staff_id,
        data={
            "point": int(letter.ref), "letter": letter.pk, "kind": letter.kind,
            "staff_id": staff_id,
        },
    )  # fmt: skip


@transaction.atomic
def _give_up(letter: Letter, why: str, at: datetime) -> None:
    waits = Letter.objects.filter(pk=letter.pk, state=LetterState.WAITING)
    if not waits.update(state=LetterState.FAILED, why=why):
        return
    there = identity.person(pk=letter.citizen_id) is not None
    add_task(
        staff_id=letter.made_by_id,
        title=gettext("Et brev kunne ikke sendes"),
        citizen_id=letter.citizen_id if there else None,
        origin="letter",
        ref=str(letter.pk),
        key=f"letter:{letter.pk}",
        at=at,
    )


def _check_there(citizen_id: int) -> None:
    person = identity.person(pk=citizen_id)
    if person is None or person.role != Role.CITIZEN:
        raise NobodyThere


def _send(letter: Letter, *, at: datetime) -> Letter:
    """Put a waiting letter on her pages, exactly once."""
    _check_there(letter.citizen_id)
    claimed = Letter.objects.filter(pk=letter.pk, state=LetterState.WAITING)
    if not claimed.update(state=LetterState.SENT, sent_at=at):
        raise SentAlready
    if letter.slot_id is not None:
        entrance.book(
            citizen_id=letter.citizen_id,
            actor_id=letter.made_by_id,
            slot_id=letter.slot_id,
            at=at,
        )
    notice = notices.notify(
        person_id=letter.citizen_id,
        kind=INVITATION if letter.kind == LetterKind.INVITATION else LETTER,
        at=at,
        data={"title": letter.title, "words": letter.words[:500]},
        path=f"breve/{letter.pk}/",
        key=f"letter:{letter.pk}",
    )
    letter.state, letter.sent_at, letter.notice_id = LetterState.SENT, at, notice.pk
    Letter.objects.filter(pk=letter.pk).update(notice_id=notice.pk)
    events.record(
        "followup.letter_sent",
        at=at,
        citizen_id=letter.citizen_id,
        actor_id=letter.made_by_id,
        data={"letter": letter.pk, "kind": letter.kind, "template": letter.template},
    )
    return letter


@transaction.atomic
def _moved(letter_id: int, state: str, kind: str, staff_id: int, at: datetime) -> Letter:
    letter = Letter.objects.select_for_update().get(pk=letter_id)
    if letter.state != LetterState.WAITING:
        raise SentAlready
    letter.state = state
    letter.save(update_fields=["state"])
    events.record(
        kind,
        at=at,
        citizen_id=letter.citizen_id,
        actor_id=staff_id,
        data={"letter": letter.pk},
    )
    return letter
