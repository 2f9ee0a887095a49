# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One offer: what it is, beginning it, saving it, and what she says of it."""

import re
import secrets
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.marketplace import access, actions, queries
from jobunivers.rooms.marketplace.forms.catalogue import RatingForm
from jobunivers.rooms.marketplace.models import Offer, OfferVersion, Way
from jobunivers.rooms.marketplace.queries.offer_page import OfferPage, offer_page
from jobunivers.rooms.marketplace.queries.opening import site_of
from jobunivers.rooms.marketplace.views.catalogue import course_of, for_readers

_PRESS = re.compile(r"[A-Za-z0-9_-]{8,40}")


def _page(
    request: Request, offer: Offer, said: OfferVersion, *, at: datetime
) -> tuple[OfferPage, str | None]:
    """Return the page for whoever asks; what never stood on her shelves is not there for her."""
    course = course_of(request)
    citizen_id = access.citizen_id_or_none(request)
    page = offer_page(
        offer=offer,
        said=said,
        standing=queries.standing_ids(course, at=at),
        owner=request.municipality.pk,
        language=request.LANGUAGE_CODE,
        at=at,
        citizen_id=citizen_id,
        staff_role="" if citizen_id is not None else request.user.role,
    )
    hers = page.use is not None or page.kept or page.given
    if citizen_id is not None and not (page.standing or page.gone or hers):
        raise Http404
    return page, course


@for_readers
@reads
def offer(request: Request, pk: int) -> HttpResponseBase:
    """Show one offer."""
    found, said = access.offer_or_404(request, pk)
    now = timezone.now()
    page, course = _page(request, found, said, at=now)
    citizen_id = access.citizen_id_or_none(request)
    if citizen_id is not None and page.standing:
        key = f"shown:{citizen_id}:{pk}:{timezone.localdate(now).isoformat()}"
        afterwards(
            request,
            lambda: actions.shown(citizen_id=citizen_id, offer=found, key=key, at=now),
        )
    return render(request, "marketplace/offer.html", _context(request, page, course, at=now))


def _context(
    request: Request, page: OfferPage, course: str | None, *, at: datetime
) -> dict[str, Any]:
    initial = {}
    if page.rating is not None:
        initial = {"stars": str(page.rating.stars), "words": page.rating.words}
    done = page.use is not None and page.use.completed_at is not None
    return {
        "page": page,
        # Asked when there is something to say; folded when she reads on, or has said it.
        "rate_open": done and page.rating is None,
        "rate_label": _("Ret det, du har sagt") if page.rating else _("Fortæl, hvad du synes"),
        "why": queries.why_here(page.offer.pk, course, at=at, language=request.LANGUAGE_CODE)
        if page.standing
        else [],
        "is_citizen": access.citizen_id_or_none(request) is not None,
        "press": secrets.token_urlsafe(12),
        "form": RatingForm(initial=initial),
    }


@for_citizens
@require_POST
def start(request: Request, pk: int) -> HttpResponseBase:
    """Begin it: the press is noted once, and leads to where the offer is."""
    citizen_id = access.citizen_id_or_404(request)
    found, _said = access.offer_or_404(request, pk)
    now = timezone.now()
    here = HttpResponseRedirect(reverse("marketplace:offer", args=[pk]))
    opener = queries.opening_of(found)
    standing = queries.standing_ids(course_of(request), at=now)
    if pk not in standing or opener is None or found.current is None:
        messages.info(
            request, _("Det kan ikke startes lige nu. Her kan du se, hvad du kan i stedet.")
        )
        return here
    press = request.POST.get("press", "")
    # Without a key of the press, the same minute is the same press.
    tail = press if _PRESS.fullmatch(press) else now.strftime("%Y%m%d%H%M")
    key = f"start:{citizen_id}:{pk}:{tail}"
    if opener.notes:
        try:
            actions.start(
                citizen_id=citizen_id, offer=found, way=Way(found.current.way), key=key, at=now
            )
        except actions.NotOnOffer:
            messages.info(
                request,
                _("Den blev taget ned i samme øjeblik. Her kan du se, hvad du kan i stedet."),
            )
            return here
    return HttpResponseRedirect(opener.opens(found, key))


@for_citizens
@reads
def leave(request: Request, pk: int) -> HttpResponseBase:
    """Lead on to another site, or say whom to write or ring to; only after she has begun."""
    found, said = access.offer_or_404(request, pk)
    citizen_id = access.citizen_id_or_404(request)
    use = queries.use_of(citizen_id=citizen_id, offer_id=pk)
    standing = queries.standing_ids(course_of(request), at=timezone.now())
    if use is None or pk not in standing or said.way not in {Way.LINK, Way.CONTACT}:
        return HttpResponseRedirect(reverse("marketplace:offer", args=[pk]))
    site = site_of(said.url) if said.way == Way.LINK else ""
    context = {"offer": found, "said": said, "site": site, "contact": contact_of(said.contact)}
    response = render(request, "marketplace/leave.html", context)
    if site:
        # A form's answer may not lead off our pages; a page that has been asked for may.
        response.headers["Refresh"] = f"0; url={said.url}"
    return response


def contact_of(contact: str) -> tuple[str, str]:
    """Return the address a contact is pressed for and its words; no address where none fits."""
    words = contact.strip()
    if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", words):
        return f"mailto:{words}", words
    digits = re.sub(r"[\s-]", "", words)
    if re.fullmatch(r"\+?\d{8,15}", digits):
        return f"tel:{digits}", words
    return "", words


@for_citizens
@require_POST
def keep(request: Request, pk: int) -> HttpResponseBase:
    """Save it for later."""
    citizen_id = access.citizen_id_or_404(request)
    found, _said = access.offer_or_404(request, pk)
    if pk not in queries.standing_ids(course_of(request), at=timezone.now()):
        raise Http404
    try:
        actions.keep(citizen_id=citizen_id, offer=found, at=timezone.now())
    except actions.TooManyKept:
        messages.info(
            request, _("Du har gemt så mange, der er plads til. Fjern en, så er der plads.")
        )
        return HttpResponseRedirect(reverse("marketplace:mine"))
    messages.success(request, _("Gemt. Du finder det under “Det, du bruger”."))
    return _back(request, pk)


@for_citizens
@require_POST
def let_go(request: Request, pk: int) -> HttpResponseBase:
    """Save it no longer."""
    citizen_id = access.citizen_id_or_404(request)
    found, _said = access.offer_or_404(request, pk)
    actions.let_go(citizen_id=citizen_id, offer=found, at=timezone.now())
    messages.success(request, _("Det er ikke længere gemt."))
    return _back(request, pk)


@for_citizens
@require_POST
def stop(request: Request, pk: int) -> HttpResponseBase:
    """Stop it: it stands no longer among what she has begun."""
    citizen_id = access.citizen_id_or_404(request)
    found, _said = access.offer_or_404(request, pk)
    use = queries.use_of(citizen_id=citizen_id, offer_id=pk)
    if use is None:
        raise Http404
    key = f"stop:{citizen_id}:{pk}:{use.starts}"
    actions.stop(citizen_id=citizen_id, offer=found, key=key, at=timezone.now())
    messages.success(request, _("Du er stoppet. Du kan altid starte igen."))
    return HttpResponseRedirect(reverse("marketplace:mine"))


@for_citizens
@require_POST
def rate(request: Request, pk: int) -> HttpResponseBase:
    """Keep what she says of it."""
    citizen_id = access.citizen_id_or_404(request)
    found, said = access.offer_or_404(request, pk)
    now = timezone.now()
    form = RatingForm(request.POST)
    if not form.is_valid():
        page, course = _page(request, found, said, at=now)
        context = _context(request, page, course, at=now) | {"form": form, "rate_open": True}
        return render(request, "marketplace/offer.html", context, status=422)
    try:
        actions.rate(
            citizen_id=citizen_id,
            offer=found,
            stars=int(form.cleaned_data["stars"]),
            words=form.cleaned_data["words"],
            at=now,
        )
    except actions.NotUsed:
        messages.info(request, _("Prøv det først. Så kan du fortælle, hvad du synes."))
    else:
        messages.success(request, _("Tak. Det hjælper andre med at vælge."))
    return HttpResponseRedirect(reverse("marketplace:offer", args=[pk]))


def _back(request: Request, pk: int) -> HttpResponseBase:
    """Return to where the button was, if that is a page of ours, else the offer's page."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return HttpResponseRedirect(wanted)
    return HttpResponseRedirect(reverse("marketplace:offer", args=[pk]))
