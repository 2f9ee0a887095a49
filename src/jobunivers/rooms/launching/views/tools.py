# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tools after LTI 1.3 for who runs the platform, and picking their content."""

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, public, reads
from jobunivers.identity.access import for_national, for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.launching import access, actions, queries
from jobunivers.rooms.launching.queries.reading import NotBelieved
from jobunivers.rooms.launching.queries.tools import links_by
from jobunivers.rooms.launching.queries.ways import login_of
from jobunivers.rooms.launching.views.lti import place_of
from jobunivers.rooms.launching.views.protocol import issuer_of

_COUNTED = ("nye", "kendte", "andre")
_MOST_COUNTED = 1_000
for_pickers = for_roles(Role.EDITOR, Role.NATIONAL)


@for_national
@require_http_methods(["GET", "POST"])
def tool(request: Request, pk: int) -> HttpResponseBase:
    """Show and change how a solution is registered as a tool."""
    found = access.connectable_or_404(request, pk)
    known = queries.tool_of(pk)
    if known is not None and known.offer_id != pk:
        # It was picked of another solution's tool, which is changed there.
        return HttpResponseRedirect(reverse("launching:tool", args=[known.offer_id]))
    form = actions.ToolForm(request.POST or None, initial=actions.tools_beginning(known))
    if request.method == "POST" and form.is_valid():
        try:
            actions.register_tool(
                offer=found, at=timezone.now(), actor_id=request.user.pk, **form.told()
            )
        except actions.NotConnectable as wrong:
            form.say(wrong)
        else:
            return HttpResponseRedirect(reverse("launching:tool", args=[pk]))
    wrong_form = request.method == "POST" and bool(form.errors)
    context = {"offer": found, "tool": known, "form": form, "addresses": _addresses(request)}
    return render(request, "launching/tool.html", context, status=422 if wrong_form else 200)


@for_pickers
@reads
def pickings(request: Request) -> HttpResponseBase:
    """Show the tools whose content can be picked."""
    found = [one for one in queries.tools() if access.is_pickable(one)]
    return render(request, "launching/pickings.html", {"tools": found})


@for_pickers
@reads
def picking(request: Request, pk: int) -> HttpResponseBase:
    """Show what was picked of a tool, and let more be picked."""
    found = access.pickable_or_404(request, pk)
    # An answer of the tool comes without who picked; it leads here with what came of it.
    counted = {name: _count(request.GET.get(name, "")) for name in _COUNTED}
    links = [link for link in links_by(found) if link.offer_id != found.offer_id]
    answered = any(name in request.GET for name in _COUNTED)
    context = {"tool": found, "links": links, "counted": counted, "answered": answered}
    return render(request, "launching/picking.html", context)


@for_pickers
@require_POST
def pick(request: Request, pk: int) -> HttpResponseBase:
    """Lead to the tool's own page of what can be picked."""
    found = access.pickable_or_404(request, pk)
    hint = actions.begin_launch(
        tool=found,
        offer=found.offer,
        citizen_id=None,
        actor_id=request.user.pk,
        at=timezone.now(),
    )
    place = place_of(request, back="/")
    there = login_of(found, found.deep_link_uri, hint, place.issuer, place.deployment)
    response = render(request, "launching/leaving.html", {"tool": found, "there": there})
    # A form's answer may not lead off our pages; a page that has been asked for may.
    response.headers["Refresh"] = f"0; url={there}"
    response.headers["Cache-Control"] = "no-store"
    return response


@public
@csrf_exempt
@require_POST
def picked(request: Request) -> HttpResponseBase:
    """Take what a tool says was picked, and lead who picked to what came of it (LTI-DL, 4.4)."""
    place = place_of(request, back="/")
    sent = request.POST.get("JWT", "")
    try:
        told = actions.take_picked(
            text=sent, issuer=place.issuer, deployment=place.deployment, at=timezone.now()
        )
    except NotBelieved as wrong:
        context = {"code": wrong.code, "again": wrong.code == "again"}
        return render(request, "launching/not_picked.html", context, status=400)
    there = reverse("launching:picking", args=[told.tool.offer_id])
    counts = f"nye={told.new}&kendte={told.known}&andre={told.not_opened}"
    return HttpResponseRedirect(f"{there}?{counts}", status=303)


def _addresses(request: Request) -> list[tuple[str, str]]:
    """Return what a vendor writes into its tool, as it is in the kommune at work."""
    names = {"authorize": "lti_authorize", "token": "lti_token", "jwks": "keys"}
    told = [
        (name, request.build_absolute_uri(reverse(f"launching:{url_name}")))
        for name, url_name in names.items()
    ]
    return [("issuer", issuer_of(request)), *told]


def _count(text: str) -> int:
    return min(int(text), _MOST_COUNTED) if text.isascii() and text.isdigit() else 0
