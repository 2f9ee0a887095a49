# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sessions in the database, read together with the person they belong to.

Every page of somebody logged in needs both; one question gives them. The session's own row knows
whose it is, so that a person who goes takes her sessions along. The person still lies behind both
locks: a session of another kommune comes without her.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import QuerySet
from django.utils import timezone

from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tenancy.current import municipality_id_or_none
from jobunivers.identity.models import Person, Session

# What a session says of itself, and its own row with it.
SEEN, STARTED = "seen_at", "started_at"
HANDLE, DEVICE, NETWORK = "handle", "device", "network"
ISSUER, SID = "issuer", "sid"
_at_hand: ContextVar[Person | None] = ContextVar("person_at_hand", default=None)


class SessionStore(DatabaseStore):
    """A session that brings its person along."""

    person: Person | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return the table of sessions."""
        return Session

    def cycle_key(self) -> None:
        """Go on under a new key; the row of the old one still has the handle, so take another."""
        if HANDLE in self:
            self[HANDLE] = str(uuid4())
        super().cycle_key()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row to save, with whose it is."""
        row = super().create_model_instance(data)
        assert isinstance(row, Session)
        row.person_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        if HANDLE in data:
            row.handle = UUID(data[HANDLE])
            row.started_at = _moment(data.get(STARTED))
            row.seen_at = _moment(data.get(SEEN))
            row.device, row.network = data.get(DEVICE, ""), data.get(NETWORK, "")
            row.issuer, row.sid = data.get(ISSUER, ""), data.get(SID, "")
        return row

    def _get_session_from_db(self) -> Session | None:
        row = _open_session(keys=[str(self.session_key)], at=timezone.now()).first()
        if row is None:
            self._session_key = None
            return None
        # PostgreSQL has held back a person of another kommune; this is the other lock.
        person = row.person
        self.person = (
            person if person and person.municipality_id == municipality_id_or_none() else None
        )
        return row


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


@prepared
def _open_session(*, keys: Sequence[str], at: datetime) -> QuerySet[Session]:
    rows = Session.objects.filter(session_key__in=keys, expire_date__gt=at)
    return rows.select_related("person").order_by("pk")


@contextmanager
def at_hand(session: object) -> Iterator[None]:
    """Let `person_at_hand` find whom the session has brought along, inside alone."""
    token = _at_hand.set(session.person if isinstance(session, SessionStore) else None)
    try:
        yield
    finally:
        _at_hand.reset(token)


def person_at_hand(pk: int) -> Person | None:
    """Return the person of this number if the session of this very request has brought her."""
    person = _at_hand.get()
    return person if person is not None and person.pk == pk else None
