# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same for many: chosen from a list, looked through, sent, and undone until then."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation import groups
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.http import Request
from jobunivers.foundation.ui import wording
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.followup import access, actions, queries
from jobunivers.rooms.followup.forms import BatchForm
from jobunivers.rooms.followup.models import Batch, BatchAct, BatchState
from jobunivers.rooms.followup.views.common import GRACE, back_url, me, names_of, to


@for_advisers
@require_safe
def batches(request: Request) -> HttpResponseBase:
    """Show the lists a member of staff has made."""
    sheet = Paginator(queries.batches_of(me(request)), 25).get_page(request.GET.get("side"))
    rows = [(one, queries.ACTS[one.act]) for one in sheet]
    return render(request, "followup/batches.html", {"sheet": sheet, "rows": rows})


@for_advisers
@require_POST
def bulk(request: Request) -> HttpResponseBase:
    """Make a list of those who were ticked; nothing is sent yet."""
    act = request.POST.get("act", "")
    back = back_url(request, reverse("followup:batches"))
    if act not in BatchAct.values:
        messages.error(request, _("Vælg, hvad du vil gøre for dem, du har valgt."))
        return to(back)
    ids = [_number(one) for one in request.POST.getlist("ids")]
    if "query" in request.POST:  # everybody whom the overview's filters find
        found = groups.members("query", request.POST["query"], at=timezone.now())
        if found is None:
            messages.error(request, _("Vi kan ikke finde listen mere. Vælg borgerne igen."))
            return to(back)
        ids = found
    return started(request, act, ids, back)


def started(request: Request, act: str, ids: list[int], back: str) -> HttpResponseBase:
    """Make the list and lead to it, or back with what is wrong."""
    try:
        batch = actions.start_batch(
            act=act, citizen_ids=ids, staff_id=me(request), at=timezone.now()
        )
    except actions.TooMany as many:
        messages.error(
            request,
            _("Du kan højst vælge %(most)s borgere ad gangen. Du har valgt %(many)s.")
            % {"most": actions.MOST, "many": wording.number(many.args[0])},
        )
        return to(back)
    except actions.NobodyChosen:
        messages.error(request, _("Vælg mindst en borger."))
        return to(back)
    return to(reverse("followup:batch", args=[batch.pk]))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else 0  # noqa: PLR2004 - a bigint


@for_advisers
@require_http_methods(["GET", "HEAD", "POST"])
def batch(request: Request, pk: int) -> HttpResponseBase:
    """Show a list to look through, and do with it what is pressed."""
    row = access.batch_or_404(request, pk)
    if request.method != "POST":
        return _page(request, row, _form(request, row))
    act = _ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    try:
        answer = act(request, row)
    except actions.NotNow:
        messages.info(request, _("Listen er kommet videre. Her er den, som den er nu."))
        return _page(request, access.batch_or_404(request, pk), None, status=409)
    except actions.NobodyChosen:
        messages.error(request, _("Der er ingen at sende til."))
    else:
        if answer is not None:
            return answer
    return to(request.get_full_path())


def _form(request: Request, row: Batch) -> BatchForm | None:
    if row.state != BatchState.DRAFT:
        return None
    return BatchForm(
        request.POST or None,
        act=row.act,
        offered=queries.templates_for(row.act),
        language=request.LANGUAGE_CODE,
        today=timezone.localdate(),
        initial={
            "template": row.template, "title": row.title, "words": row.words,
            "due_on": row.due_on, "shared": row.shared, "version": row.version,
        },
    )  # fmt: skip


def _page(
    request: Request, row: Batch, form: BatchForm | None, *, status: int = 200
) -> HttpResponseBase:
    page = queries.batch_page(
        row,
        part=request.GET.get("vis", ""),
        page=request.GET.get("side"),
        names_of=lambda ids: names_of(request, ids),
    )
    if page.shown:
        events.record(
            "followup.list_shown",
            at=timezone.now(),
            actor_id=me(request),
            data={"batch": row.pk, "citizen_ids": page.shown},
        )
    form = form or (_form(request, row) if request.method != "POST" else None)
    context = {
        "page": page, "row": row, "form": form, "minutes": int(GRACE.total_seconds() // 60),
        "waiting": row.state == BatchState.WAITING,
    }  # fmt: skip
    return render(request, "followup/batch.html", context, status=status)


def _word(request: Request, row: Batch) -> HttpResponseBase | None:
    form = _form(request, row)
    if form is None:
        raise actions.NotNow
    if not form.is_valid():
        return _page(request, row, form, status=422)
    data = form.cleaned_data
    actions.word_batch(
        batch_id=row.pk, version=data["version"], at=timezone.now(),
        template_code=data.get("template", ""), title=data.get("title", ""),
        words=data["words"], due_on=data.get("due_on"), shared=data.get("shared", False),
    )  # fmt: skip
    messages.success(request, _("Teksten er ændret for alle på listen."))
    return None


def _away(request: Request, row: Batch) -> None:
    actions.take_away(batch_id=row.pk, item_id=_number(request.POST.get("item", "")))


def _back(request: Request, row: Batch) -> None:
    actions.put_back(batch_id=row.pk, item_id=_number(request.POST.get("item", "")))


def _send(request: Request, row: Batch) -> None:
    now = timezone.now()
    version = _number(request.POST.get("version", ""))
    sent = actions.send_batch(batch_id=row.pk, version=version, send_at=now + GRACE, at=now)
    messages.success(
        request,
        _("Listen bliver sendt %(when)s. Du kan fortryde indtil da.")
        % {"when": wording.clock(sent.send_at)},
    )


def _now(request: Request, row: Batch) -> None:
    actions.hurry_batch(batch_id=row.pk, at=timezone.now())
    messages.success(request, _("Listen bliver sendt nu."))


def _undo(request: Request, row: Batch) -> None:
    actions.undo_batch(batch_id=row.pk, at=timezone.now())
    messages.success(request, _("Fortrudt. Ingen har fået noget. Du kan rette listen her."))


def _drop(request: Request, row: Batch) -> HttpResponseBase:
    actions.drop_batch(batch_id=row.pk, at=timezone.now())
    messages.success(request, _("Listen er smidt væk. Ingen har fået noget."))
    return to(reverse("followup:batches"))


def _retry(request: Request, row: Batch) -> None:
    actions.retry_batch(batch_id=row.pk, at=timezone.now())
    messages.success(request, _("Vi prøver igen med dem, det ikke gik med."))


_ACTS: dict[str, Callable[[Request, Batch], HttpResponseBase | None]] = {
    "ord": _word,
    "fjern": _away,
    "tilbage": _back,
    "send": _send,
    "nu": _now,
    "fortryd": _undo,
    "smid": _drop,
    "igen": _retry,
}
