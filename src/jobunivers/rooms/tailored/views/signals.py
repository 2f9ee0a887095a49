# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What others tell of her interests: she allows it, sees each thing, and takes it back."""

from contextlib import suppress
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.foundation.ui.wording import listed
from jobunivers.identity import queries as identity
from jobunivers.identity.access import for_citizens
from jobunivers.integrations.profiles.interests import LARGEST
from jobunivers.rooms.tailored import access, actions
from jobunivers.rooms.tailored.actions import signalling
from jobunivers.rooms.tailored.models import Signal, SignalSource
from jobunivers.rooms.tailored.queries import signals
from jobunivers.trust import actions as trust


@for_citizens
@reads
def overview(request: Request) -> HttpResponseBase:
    """Show what each source has told, and whether she allows it."""
    citizen_id = access.citizen_id_or_404(request)
    rows = signals.signals_page(citizen_id=citizen_id, at=timezone.now())
    return render(request, "tailored/signals.html", {"sources": rows})


@for_citizens
@require_POST
def fetch(request: Request, source: str) -> HttpResponseBase:
    """Let a source tell; the button itself says that she allows it, in the words above it."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    person = identity.person(pk=citizen_id)
    if source not in SignalSource.values or person is None:
        raise Http404
    _allow(request, citizen_id, source, at=now)
    try:
        heard = signalling.fetch_interests(
            citizen_id=citizen_id,
            subject=str(person.uuid),
            reader=str(citizen_id),
            municipality=request.municipality,
            source=source,
            at=now,
        )
    except signalling.NoConsent:
        return _back(request, _("Du har ikke sagt ja til, at vi henter derfra."))
    except signalling.NothingKnown:
        return _back(request, _("De har ikke noget om, hvad du gerne vil."))
    except signalling.SourceUnavailable:
        return _back(request, _("De svarer ikke lige nu. Prøv igen senere."))
    return _heard(request, citizen_id, heard, at=now)


@for_citizens
@require_POST
def bring(request: Request) -> HttpResponseBase:
    """Read a file of her profile on a network; choosing it says that she allows it."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    upload = request.FILES.get("file")
    if upload is None:
        return _back(request, _("Vælg en fil først."))
    _allow(request, citizen_id, SignalSource.SOCIAL.value, at=now)
    try:
        heard = signalling.bring_profile(
            citizen_id=citizen_id, data=upload.read(LARGEST + 1), at=now
        )
    except signalling.NoConsent:
        return _back(request, _("Du har ikke sagt ja til, at vi læser din profil der."))
    except signalling.Unreadable as error:
        return _back(request, _unreadable(error.why))
    return _heard(request, citizen_id, heard, at=now)


@for_citizens
@require_POST
def remove(request: Request, pk: int) -> HttpResponseBase:
    """Take one thing out; her list is made anew without it before she sees it again."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    row = get_object_or_404(Signal, pk=pk, citizen_id=citizen_id, removed_at=None)
    signalling.remove_signal(signal=row, at=now)
    _list_anew(citizen_id, at=now)
    messages.success(request, _("Det er fjernet og tæller ikke mere. Det kommer ikke igen."))
    return HttpResponseRedirect(reverse("tailored:signals"))


@for_citizens
@require_POST
def stop(request: Request, source: str) -> HttpResponseBase:
    """Take her consent back: what the source has told is forgotten, and counts no more."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    if source not in SignalSource.values:
        raise Http404
    signalling.stop_source(citizen_id=citizen_id, source=source, actor_id=citizen_id, at=now)
    _list_anew(citizen_id, at=now)
    messages.success(request, _("Alt derfra er glemt og tæller ikke mere."))
    return HttpResponseRedirect(reverse("tailored:signals"))


def _allow(request: Request, citizen_id: int, source: str, *, at: datetime) -> None:
    if request.POST.get("ja"):
        trust.give_consent(
            citizen_id=citizen_id, source=source, purpose=signals.PURPOSE,
            actor_id=citizen_id, at=at,
        )  # fmt: skip


def _heard(
    request: Request, citizen_id: int, heard: signalling.Heard, *, at: datetime
) -> HttpResponseBase:
    _list_anew(citizen_id, at=at)
    text = ngettext(
        "%(count)s ting tæller nu med. Se den herunder.",
        "%(count)s ting tæller nu med. Se dem herunder.",
        heard.kept,
    )
    messages.success(request, text % {"count": heard.kept})
    if heard.left_out:
        named = listed([str(signals.LEFT_OUT[code]) for code in heard.left_out])
        messages.info(request, _("Det lod vi ligge: %(what)s.") % {"what": named})
    return HttpResponseRedirect(reverse("tailored:signals"))


def _list_anew(citizen_id: int, *, at: datetime) -> None:
    # Without a packed world, or where the kommune says no, the worker or nobody makes it.
    with suppress(actions.NotReady, actions.SwitchedOff):
        actions.recommend(citizen_id=citizen_id, at=at)


def _unreadable(why: str) -> str:
    told = {
        "empty": _("Filen er tom. Vælg en anden fil."),
        "too_large": _("Filen er for stor. Den må højst fylde 1 MB."),
        "nothing_found": _("Vi fandt ingen ønsker, kurser eller interesser i filen."),
    }
    return told.get(why) or _("Vi kan ikke læse filen. Vælg den fil, netværket kalder JSON.")


def _back(request: Request, text: str) -> HttpResponseBase:
    messages.warning(request, text)
    return HttpResponseRedirect(reverse("tailored:signals"))
