# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on a shelf: added, moved, shown, featured, hidden, taken down everywhere."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.rooms.marketplace import access, actions
from jobunivers.rooms.marketplace.forms.shelves import EntryForm, TakeDownForm
from jobunivers.rooms.marketplace.models import ShelfEntry, Stance
from jobunivers.rooms.marketplace.queries import shelf_pages as asked
from jobunivers.rooms.marketplace.queries.shelf_words import STANCES, limits_of
from jobunivers.rooms.marketplace.queries.shelves import course_names, title_of
from jobunivers.rooms.marketplace.views.shelves_common import (
    ASKED,
    actor,
    courses,
    for_kommune_editors,
    for_shelf_editors,
    show,
    status_of,
    to,
)

_LARGEST = 2**63 - 1
_LONGEST = 100
_STANCES = {"vis": Stance.SHOW, "fremhaev": Stance.FEATURE, "skjul": Stance.HIDE}


@for_shelf_editors
@require_http_methods(ASKED)
def add(request: Request, key: str) -> HttpResponseBase:
    """Find an offer and set it on the shelf, last."""
    whose, cluster = access.shelves_or_404(request)
    shelf = access.shelf_or_404(key, whose)
    if request.method == "POST":
        offer = asked.may_be_placed(_number(request, "tilbud"), whose)
        if offer is None:
            raise Http404
        if asked.own_entry(key, offer.pk, whose) is None:
            actions.place(
                shelf_key=key,
                offer_id=offer.pk,
                whose=whose,
                at=timezone.now(),
                actor_id=actor(request),
            )
        said = _("“%(title)s” står på hylden.") % {"title": title_of(offer, request.LANGUAGE_CODE)}
        messages.success(request, said)
        return to("shelf", key, cluster=cluster)
    typed = request.GET.get("q", "")[:_LONGEST].strip()
    found, more = asked.to_be_added(key, typed, whose=whose, language=request.LANGUAGE_CODE)
    context = {"shelf": shelf, "typed": typed, "found": found, "more": more}
    return show(request, "add.html", context, cluster=cluster)


@for_shelf_editors
@require_http_methods(ASKED)
def entry(request: Request, key: str, pk: int) -> HttpResponseBase:
    """Say for whom and when an offer is shown or hidden; what others wrote is shown (409)."""
    whose, cluster = access.shelves_or_404(request)
    shelf = access.shelf_or_404(key, whose)
    row = access.shelved_or_404(key, pk, whose)
    own = asked.own_entry(key, pk, whose)
    names = course_names(request.LANGUAGE_CODE)
    form = EntryForm(request.POST or None, row=row, own=own, courses=courses(request.LANGUAGE_CODE))
    current: ShelfEntry | None = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_entry(
                form.placing(),
                whose=whose,
                seen=form.seen_version,
                at=timezone.now(),
                actor_id=actor(request),
            )
        except actions.EntryChanged as changed:
            current = changed.entry or row
            again = request.POST.copy()
            again["seen"] = str(changed.entry.version if changed.entry else 0)
            form.data = again
        else:
            messages.success(request, _("Det er gemt."))
            return to("shelf", key, cluster=cluster)
    offer = access.any_offer_or_404(pk)
    context = {
        "form": form,
        "shelf": shelf,
        "offer": offer,
        "title": title_of(offer, request.LANGUAGE_CODE),
        "own": own,
        "current": current,
        "current_stance": STANCES[current.stance] if current else "",
        "current_limits": limits_of(current, names) if current else (),
    }
    status = status_of(request, conflict=current is not None)
    return show(request, "entry.html", context, cluster=cluster, status=status)


@for_shelf_editors
@require_POST
def stand(request: Request, key: str, pk: int) -> HttpResponseBase:
    """Show, feature or hide an offer here in one press, or take one's own word away."""
    whose, cluster = access.shelves_or_404(request)
    row = access.shelved_or_404(key, pk, whose)
    wanted = request.POST.get("stand", "")
    now, who = timezone.now(), actor(request)
    if wanted == "fjern":
        actions.remove_entry(shelf_key=key, offer_id=pk, whose=whose, at=now, actor_id=who)
    elif wanted in _STANCES:
        placing = actions.Placing(
            shelf_key=key,
            offer_id=pk,
            stance=_STANCES[wanted],
            courses=row.courses,
            least_version=row.least_version,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            why=row.why,
        )
        actions.place_many([placing], whose=whose, at=now, actor_id=who)
    else:
        raise Http404
    return to("shelf", key, cluster=cluster)


@for_shelf_editors
@require_POST
def move(request: Request, key: str, pk: int) -> HttpResponseBase:
    """Set an offer before another on the shelf; `foer` empty: last."""
    whose, cluster = access.shelves_or_404(request)
    access.shelved_or_404(key, pk, whose)
    moved = actions.move_entry(
        shelf_key=key,
        offer_id=pk,
        before_id=_number(request, "foer") or None,
        whose=whose,
        at=timezone.now(),
        actor_id=actor(request),
    )
    if not moved:
        messages.info(request, _("Hylden er ændret imens. Se, hvordan den står nu."))
    return to("shelf", key, cluster=cluster)


@for_kommune_editors
@require_POST
def take_down(request: Request, pk: int) -> HttpResponseBase:
    """Take an offer down from every shelf of the kommune, in one press."""
    offer = access.any_offer_or_404(pk)
    form = TakeDownForm(request.POST)
    why = form.cleaned_data["why"] if form.is_valid() else ""
    actions.take_down(offer=offer, why=why, at=timezone.now(), actor_id=actor(request))
    title = title_of(offer, request.LANGUAGE_CODE)
    said = _(
        "“%(title)s” er taget ned fra alle jeres hylder. De, der bruger den, får besked. "
        "Du kan sætte den tilbage nederst på siden med alle hylder."
    )
    messages.success(request, said % {"title": title})
    return _back(request)


@for_kommune_editors
@require_POST
def put_back(request: Request, pk: int) -> HttpResponseBase:
    """Let an offer stand where it stood before it was taken down."""
    offer = access.any_offer_or_404(pk)
    if actions.put_back(offer=offer, at=timezone.now(), actor_id=actor(request)):
        title = title_of(offer, request.LANGUAGE_CODE)
        messages.success(request, _("“%(title)s” står igen, hvor den stod.") % {"title": title})
    return _back(request)


def _back(request: Request) -> HttpResponseBase:
    there = request.POST.get("naeste", "")
    if url_has_allowed_host_and_scheme(there, allowed_hosts=None) and there.startswith("/"):
        return HttpResponseRedirect(there)
    return HttpResponseRedirect(reverse("marketplace:shelves"))


def _number(request: Request, name: str) -> int:
    """Return a number that was sent; 0 when it is none."""
    said = request.POST.get(name, "")
    number = int(said) if said.isascii() and said.isdecimal() and len(said) < 20 else 0  # noqa: PLR2004
    return number if number <= _LARGEST else 0
