# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How she wants to be helped, and the self-test."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.entrance import access, actions, queries
from jobunivers.rooms.entrance.forms.walking import (
    ANSWERS,
    QUESTION_WORDS,
    WISHED_WORDS,
    OwnWishForm,
    SelfTestForm,
)
from jobunivers.rooms.entrance.models import Level, SelfTest, Step, StepState, Wished
from jobunivers.rooms.entrance.views.walking import onward, step_context

_form_methods = require_http_methods(["GET", "HEAD", "POST"])


@for_citizens
@_form_methods
def readiness(request: Request) -> HttpResponseBase:
    """Ask how she wants to go through it; the self-test is offered beside."""
    citizen_id = access.citizen_id_or_404(request)
    said = queries.own_wish_of(citizen_id)
    form = OwnWishForm(request.POST or None, initial={"wish": said.wish if said else ""})
    if request.method == "POST" and form.is_valid():
        actions.wish_for_help(
            citizen_id=citizen_id,
            actor_id=access.actor_id_of(request),
            wish=Wished(form.cleaned_data["wish"]),
            at=timezone.now(),
        )
        return onward(request, Step.READINESS, StepState.DONE)
    test = queries.self_test_of(citizen_id)
    context = step_context(request, Step.READINESS) | {
        "form": form,
        "said": said,
        "said_words": WISHED_WORDS[Wished(said.wish)] if said else "",
        "test": test,
        "level_words": _level_words(test),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "entrance/readiness.html", context, status=status)


@for_citizens
@_form_methods
def self_test(request: Request) -> HttpResponseBase:
    """Ask seven everyday questions, and show how the answers add up."""
    citizen_id = access.citizen_id_or_404(request)
    test = queries.self_test_of(citizen_id)
    given = {name: str(points) for name, points in (test.answers if test else {}).items()}
    data = request.POST if request.method == "POST" else None
    form = SelfTestForm(data, initial=given)
    if request.method == "POST" and form.is_valid():
        actions.answer_self_test(
            citizen_id=citizen_id,
            actor_id=access.actor_id_of(request),
            answers=form.answers(),
            at=timezone.now(),
        )
        messages.success(request, _("Tak. Dine svar er gemt."))
        return HttpResponseRedirect(reverse("entrance:readiness"))
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "test": test,
        "counted": _counted(test),
        "level_words": _level_words(test),
    }
    return render(request, "entrance/self_test.html", context, status=status)


@for_citizens
@require_POST
def self_test_forget(request: Request) -> HttpResponseBase:
    """Take the answers back."""
    actions.forget_self_test(
        citizen_id=access.citizen_id_or_404(request),
        actor_id=access.actor_id_of(request),
        at=timezone.now(),
    )
    messages.success(request, _("Dine svar tæller ikke med mere."))
    return HttpResponseRedirect(reverse("entrance:readiness"))


def _counted(test: SelfTest | None) -> list[tuple[str, str, int]]:
    """Return question, answer and points of each answer, so that she can add them up."""
    words = {int(points): str(label) for points, label in ANSWERS}
    answers = test.answers if test else {}
    return [
        (str(QUESTION_WORDS[one]), words[answers[one]], answers[one])
        for one in QUESTION_WORDS
        if one in answers
    ]


def _level_words(test: SelfTest | None) -> str:
    """Return in a sentence what the answers say; empty when too few were given."""
    return {
        Level.ALONE.value: _("Du klarer det meste på skærmen selv."),
        Level.SOME_HELP.value: _("Du klarer meget selv, og lidt hjælp gør det nemmere."),
        Level.TOGETHER.value: _("Det er nemmest for dig sammen med et menneske."),
    }.get(test.level if test else "", "")
