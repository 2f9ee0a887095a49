# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statements are sent and asked for (1.0.3, part 3, 2.1; 2.0, 4.1.6)."""

import uuid
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from jobunivers.foundation.http import Request, public
from jobunivers.rooms.evidence import access, actions
from jobunivers.rooms.evidence.actions import Refused, Sender, Wrong
from jobunivers.rooms.evidence.models import Statement
from jobunivers.rooms.evidence.queries.addresses import issuer_of, page_of
from jobunivers.rooms.evidence.queries.answering import by_ids
from jobunivers.rooms.evidence.queries.asking import CURSOR, Asked, NotAsked, asked, cursor_of
from jobunivers.rooms.evidence.queries.statements import found, statement_of, voided_among
from jobunivers.rooms.evidence.views.protocol import refusal, said, spoken_in
from jobunivers.rooms.launching.queries import known_by
from jobunivers.rooms.marketplace.queries import Offer
from jobunivers.science import xapi

_METHODS = ("GET", "HEAD", "PUT", "POST")
# A statement can be asked for when its transaction is over; none takes so long.
_VISIBLE_AFTER = timedelta(seconds=60)
_THROUGH = "X-Experience-API-Consistent-Through"


@public
@csrf_exempt
def statements(request: Request) -> HttpResponseBase:
    """Take statements in, or give them back, for whose key is shown."""
    if request.method not in _METHODS:
        response = refusal("GET, PUT and POST are answered here", status=405)
        response.headers["Allow"] = ", ".join(_METHODS)
        return response
    spoken = spoken_in(request)
    if spoken is None:
        return refusal("X-Experience-API-Version must be 1.0.x or 2.0.x")
    now = timezone.now()
    offer = access.sender_of(request, at=now)
    if offer is None:
        return refusal("key and secret (HTTP Basic) are not known", status=401, spoken=spoken)
    if request.method in {"PUT", "POST"}:
        return _taken(request, offer, spoken=spoken, at=now)
    try:
        return _given(request, offer, asked(_parameters(request)), spoken=spoken, at=now)
    except NotAsked as wrong:
        return refusal(wrong.why, status=wrong.status, spoken=spoken)


def _parameters(request: Request) -> dict[str, str]:
    if any(len(values) > 1 for _name, values in request.GET.lists()):
        raise NotAsked("each parameter stands once")
    return {name: str(request.GET[name]) for name in request.GET}


def _taken(request: Request, offer: Offer, *, spoken: str, at: datetime) -> HttpResponse:
    sender = Sender(offer=offer, issuer=issuer_of(request), page=page_of(request, offer.pk))
    try:
        many, sent = _sent(request)
        ids = actions.take(statements=sent, sender=sender, spoken=spoken, at=at)
    except NotAsked as wrong:
        return refusal(wrong.why, status=wrong.status, spoken=spoken)
    except Refused as refused:
        actions.note_refused(
            offer_id=offer.pk,
            municipality_code=request.municipality.code,
            wrongs=refused.wrongs,
            at=at,
        )
        first = refused.wrongs[0]
        where = f"statement {first.index}: " if request.method == "POST" else ""
        return refusal(
            f"{where}{first.words}", status=refused.status, wrongs=refused.wrongs, spoken=spoken
        )
    if many:
        return said(JsonResponse([str(one) for one in ids], safe=False), spoken)
    return said(HttpResponse(status=204), spoken)


def _sent(request: Request) -> tuple[bool, list[Any]]:
    """Return whether identifiers are answered, and the statements of a request.

    Raises:
        NotAsked: its parameters are wrong, or it holds what is not kept here.
        Refused: its body cannot be read.
    """
    sent = _parameters(request)
    _refuse_kind(request)
    try:
        body = xapi.read(request.body)
    except xapi.Unreadable as wrong:
        raise Refused(400, [Wrong(0, wrong.problem.place, wrong.problem.code)]) from wrong
    if request.method == "POST":
        if sent:
            raise NotAsked("POST takes no parameters; its old form (?method=) is not kept here")
        return True, body if isinstance(body, list) else [body]
    if set(sent) != {"statementId"} or not xapi.is_uuid(sent["statementId"]):
        raise NotAsked("PUT takes statementId, a UUID, and nothing else")
    if not isinstance(body, dict):
        raise Refused(400, [Wrong(0, "", "kind")])
    number = str(uuid.UUID(sent["statementId"]))
    if str(body.setdefault("id", number)).lower() != number:
        raise Refused(400, [Wrong(0, "id", "other_id")])
    return False, [body]


def _refuse_kind(request: Request) -> None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if int(length) > (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0):
        raise Refused(413, [Wrong(0, "", "large")])
    if request.content_type == "multipart/mixed":
        raise NotAsked("attachments (multipart/mixed) are not kept: give a fileUrl", status=501)
    if request.content_type != "application/json":
        raise Refused(400, [Wrong(0, "", "content_type")])


def _given(
    request: Request, offer: Offer, wish: Asked, *, spoken: str, at: datetime
) -> HttpResponse:
    through = (at - _VISIBLE_AFTER).isoformat(timespec="milliseconds")
    if wish.one is not None:
        response = _one(request, offer, wish, spoken=spoken)
    else:
        response = JsonResponse(_many(request, offer, wish))
    response.headers[_THROUGH] = through
    return said(response, spoken)


def _one(request: Request, offer: Offer, wish: Asked, *, spoken: str) -> HttpResponse:
    row = statement_of(offer.pk, wish.one) if wish.one else None
    if row is None or (row.statement_id in voided_among(offer.pk, [row.statement_id])) != (
        wish.voided
    ):
        return refusal("there is no such statement", status=404, spoken=spoken)
    mark = f'"{row.digest}"'
    if mark in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
    else:
        response = JsonResponse(_shown(row, ids=wish.ids))
    response.headers["ETag"] = mark
    response.headers["Last-Modified"] = http_date(row.stored_at.timestamp())
    return response


def _many(request: Request, offer: Offer, wish: Asked) -> dict[str, Any]:
    wanted = wish.wanted
    if wish.account is not None:
        home, subject = wish.account
        known = (
            known_by(subjects=[subject], vendor_id=offer.vendor_id, offer_id=offer.pk)
            if home == issuer_of(request) and offer.vendor_id is not None
            else {}
        )
        if subject not in known:
            return {"statements": [], "more": ""}
        wanted = wanted.about(known[subject].citizen_id)
    rows, more = found(offer.pk, wanted, limit=wish.limit)
    told: dict[str, Any] = {"statements": [_shown(row, ids=wish.ids) for row in rows], "more": ""}
    if more:
        carried = request.GET.dict() | {CURSOR: cursor_of(rows[-1].stored_at, rows[-1].pk)}
        told["more"] = f"{reverse('evidence:statements')}?{urlencode(carried)}"
    return told


def _shown(row: Statement, *, ids: bool) -> dict[str, Any]:
    body: dict[str, Any] = row.body
    return by_ids(body) if ids else body
