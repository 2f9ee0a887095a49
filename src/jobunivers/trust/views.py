# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, public, reads
from jobunivers.identity.access import for_citizens
from jobunivers.trust import actions, exporting, local, queries
from jobunivers.trust.consents import UnknownAsk
from jobunivers.trust.fixed import FIXED
from jobunivers.trust.forms import LooksForm
from jobunivers.trust.register import UnknownModel


@for_citizens
@reads
def who_has_looked(request: Request) -> HttpResponseBase:
    if request.user.pk is None:
        raise Http404
    form = LooksForm(request.GET)
    looks = queries.her_looks(
        citizen_id=request.user.pk,
        chosen=form.chosen() if form.is_valid() else queries.Chosen(),
        before=request.GET.get("foer", ""),
        after=request.GET.get("efter", ""),
    )
    context = {
        "looks": looks,
        "ways": _ways(request, older=looks.older, newer=looks.newer),
        "form": form,
        "remarks": local.remarks_about(request.user.pk),
    }
    return render(request, "trust/who_has_looked.html", context)


def _ways(request: Request, *, older: str, newer: str) -> list[tuple[str, str]]:
    """Return the addresses of the pages beside this one, the newer first; "" for none."""
    query = request.GET.copy()
    found = []
    for name, place in (("efter", newer), ("foer", older)):
        for one in ("efter", "foer", "side"):
            query.pop(one, None)
        query[name] = place
        found.append((name, f"?{query.urlencode()}" if place else ""))
    return found


@for_citizens
@reads
def consents(request: Request) -> HttpResponseBase:
    """Show her what she allows, and let her take it back."""
    if request.user.pk is None:
        raise Http404
    page = queries.consent_page(citizen_id=request.user.pk)
    return render(request, "trust/consents.html", {"page": page})


@for_citizens
@require_POST
def consent_give(request: Request, source: str, purpose: str) -> HttpResponseBase:
    own = request.user.pk or 0
    try:
        actions.give_consent(
            citizen_id=own, source=source, purpose=purpose, actor_id=own, at=timezone.now()
        )
    except UnknownAsk:
        raise Http404 from None
    messages.success(request, _("Dit samtykke er gemt. Du kan altid tage det tilbage."))
    return HttpResponseRedirect(reverse("trust:consents"))


@for_citizens
@require_POST
def consent_withdraw(request: Request, source: str, purpose: str) -> HttpResponseBase:
    own = request.user.pk or 0
    try:
        actions.withdraw_consent(
            citizen_id=own, source=source, purpose=purpose, actor_id=own, at=timezone.now()
        )
    except actions.NothingGiven:
        messages.info(request, _("Samtykket var allerede taget tilbage."))
    else:
        said = _("Samtykket er taget tilbage. Det, kun de har fortalt, bruges ikke mere.")
        messages.success(request, said)
    return HttpResponseRedirect(reverse("trust:consents"))


@public
@reads
def models(request: Request) -> HttpResponseBase:
    """Show which models the kommune uses, for anybody."""
    context = {"page": queries.register_page(), "fixed": FIXED}
    return render(request, "trust/models.html", context)


@public
@reads
def model(request: Request, code: str) -> HttpResponseBase:
    """Show all there is to know of one model, for anybody."""
    return render(request, "trust/model.html", {"page": _card_page(code)})


@public
@reads
def model_json(request: Request, code: str) -> HttpResponseBase:
    """Give one model's documentation under the headings of the law, for anybody."""
    now = timezone.now()
    told = exporting.documentation(
        _card_page(code),
        kommune=request.municipality,
        language=request.LANGUAGE_CODE,
        at=now,
    )
    options = {"ensure_ascii": False, "indent": 2}
    answer = JsonResponse(told, json_dumps_params=options)
    answer.headers["Content-Disposition"] = f'inline; filename="{code}-{now:%Y-%m-%d}.json"'
    return answer


def _card_page(code: str) -> queries.CardPage:
    try:
        return queries.card_page(code, at=timezone.now())
    except UnknownModel:
        raise Http404 from None
