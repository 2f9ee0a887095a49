# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Help at the counter: asked for by staff, said yes to by the citizen, over by itself."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.crypto.addresses import opened_words, sealed_address
from jobunivers.foundation.http import Request, reads
from jobunivers.identity import queries as identity
from jobunivers.identity.access import for_advisers, for_citizens
from jobunivers.rooms.entrance import access, actions, queries
from jobunivers.rooms.entrance.access import SESSION_HELP, SESSION_HELP_SEEN, in_person
from jobunivers.rooms.entrance.forms.counter import CounterNameForm, YesForm

_MOST_NAMES = 20
_form_methods = require_http_methods(["GET", "HEAD", "POST"])


@for_advisers
@_form_methods
def counter(request: Request) -> HttpResponseBase:
    """Look up who stands at the counter; names only, and it is remembered which were shown."""
    now, helper_id = timezone.now(), access.actor_id_of(request)
    if request.method == "POST":
        form = CounterNameForm(request.POST)
        if form.is_valid():
            name = form.cleaned_data["navn"]
            return HttpResponseRedirect(sealed_address(reverse("entrance:counter"), "navn", name))
    else:
        told = {"navn": opened_words(request.GET.get("navn", ""))}
        form = CounterNameForm(told if "navn" in request.GET else None)
    found = []
    if form.is_bound and form.is_valid():
        found = list(identity.citizens(name_contains=form.cleaned_data["navn"])[:_MOST_NAMES])
        ids = [one.pk for one in found]
        actions.names_shown(actor_id=helper_id, citizen_ids=ids, at=now)
    context = {"form": form, "found": found, "most": _MOST_NAMES}
    context["help"] = queries.help_by(helper_id=helper_id, at=now)
    status = 422 if request.method == "POST" else 200
    return render(request, "entrance/counter.html", context, status=status)


@for_advisers
@require_POST
def ask(request: Request, pk: int) -> HttpResponseBase:
    """Ask a citizen whether she wants help."""
    citizen = access.citizen_or_404(request, pk)
    _forget(request)
    try:
        session = actions.ask_to_help(
            citizen_id=citizen.pk, helper_id=access.actor_id_of(request), at=timezone.now()
        )
    except actions.HelpedAlready:
        messages.info(request, _("En kollega hjælper borgeren lige nu."))
        return HttpResponseRedirect(reverse("entrance:counter"))
    return HttpResponseRedirect(reverse("entrance:counter_ask", args=[session.pk]))


@for_advisers
@_form_methods
def confirm(request: Request, pk: int) -> HttpResponseBase:
    """Show her what will be done; she says yes here or on her own device, or no."""
    now = timezone.now()
    session = access.asked_help_or_404(request, pk)
    if not queries.is_open(session, at=now):
        messages.info(request, _("Spørgsmålet er lukket. Begynd forfra, hvis I vil prøve igen."))
        return HttpResponseRedirect(reverse("entrance:counter"))
    if session.confirmed_at is not None:
        return _begin(request, session.pk)
    form = YesForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.say_yes_at_the_counter(
                session=session, shown=form.cleaned_data["shown"], at=now
            )
        except actions.NotWaiting:
            return HttpResponseRedirect(reverse("entrance:counter"))
        return _begin(request, session.pk)
    context = {"form": form, "help": queries.with_names(session, at=now)}
    status = 422 if request.method == "POST" else 200
    return render(request, "entrance/counter_confirm.html", context, status=status)


@for_advisers
@require_POST
def end(request: Request, pk: int) -> HttpResponseBase:
    """End the help, or take the question back."""
    session = access.asked_help_or_404(request, pk)
    _forget(request)
    actions.end_help(session=session, actor_id=access.actor_id_of(request), at=timezone.now())
    messages.success(request, _("Hjælpen er slut. Alt, I skrev, er gemt hos borgeren."))
    return HttpResponseRedirect(reverse("entrance:counter"))


def _begin(request: Request, pk: int) -> HttpResponseBase:
    request.session[SESSION_HELP] = pk
    return HttpResponseRedirect(reverse("entrance:welcome"))


def _forget(request: Request) -> None:
    request.session.pop(SESSION_HELP, None)
    request.session.pop(SESSION_HELP_SEEN, None)


@for_citizens
@in_person
@reads
def helped(request: Request) -> HttpResponseBase:
    """Show her who wants to help or helps her now, and who has."""
    citizen_id, now = access.citizen_id_or_404(request), timezone.now()
    context = {
        "help": queries.help_of_citizen(citizen_id=citizen_id, at=now),
        "history": queries.help_history(citizen_id=citizen_id),
    }
    return render(request, "entrance/helped.html", context)


@for_citizens
@in_person
@require_POST
def answer(request: Request, pk: int) -> HttpResponseBase:
    """Let her say yes or no to help, or stop it."""
    session, now = access.own_help_or_404(request, pk), timezone.now()
    if request.POST.get("svar") == "ja":
        try:
            actions.say_yes_herself(session=session, at=now)
        except actions.NotWaiting:
            messages.info(request, _("Spørgsmålet er lukket. Bed om at blive spurgt igen."))
        else:
            messages.success(request, _("Hjælpen kan begynde. Du kan stoppe den her."))
    elif actions.end_help(session=session, actor_id=session.citizen_id, at=now):
        messages.success(request, _("Det er i orden. Ingen skriver mere i dit navn."))
    return HttpResponseRedirect(reverse("entrance:helped"))
