# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.journey import access, actions, queries
from jobunivers.rooms.journey.forms import (
    LEVELS,
    AbilitiesForm,
    BasicsForm,
    CompetenceForm,
    EducationForm,
    ExperienceForm,
    PhoneForm,
    WishForm,
)
from jobunivers.rooms.journey.models import Profile

_form_methods = require_http_methods(["GET", "HEAD", "POST"])


def _profile(request: Request) -> Profile:
    return actions.ensure_profile(citizen_id=access.citizen_id_or_404(request), at=timezone.now())


def _back(request: Request, text: str, name: str = "journey:profile") -> HttpResponseBase:
    """Return to where she came from (`next`), when the form says so and it is here."""
    messages.success(request, text)
    wanted = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        wanted = reverse(name)
    return HttpResponseRedirect(wanted)


@for_citizens
@_form_methods
def profile(request: Request) -> HttpResponseBase:
    _profile(request)
    page = queries.profile_page(citizen_id=access.citizen_id_or_404(request), origins=True)
    return render(request, "journey/profile.html", {"page": page, "levels": LEVELS})


def _form_page(
    request: Request,
    form: forms.Form,
    template: str,
    save: Callable[[], None],
    done: str,
    **context: Any,
) -> HttpResponseBase:
    """Show a form, or save it and go back to the profile. What was typed stays on errors."""
    if request.method == "POST" and form.is_valid():
        save()
        return _back(request, done)
    status = 422 if request.method == "POST" else 200
    return render(request, template, {"form": form, **context}, status=status)


@for_citizens
@_form_methods
def basics(request: Request) -> HttpResponseBase:
    own = _profile(request)
    form = BasicsForm(request.POST or None, initial=BasicsForm.initial_of(own))

    def save() -> None:
        actions.save_basics(profile=own, basics=form.basics(), at=timezone.now())

    return _form_page(request, form, "journey/basics.html", save, _("Dine ønsker er gemt."))


@for_citizens
@_form_methods
def phone(request: Request) -> HttpResponseBase:
    own = _profile(request)
    data = request.POST if request.method == "POST" else None  # left empty is an answer too
    form = PhoneForm(data, initial={"phone": own.phone})

    def save() -> None:
        actions.save_phone(profile=own, phone=form.cleaned_data["phone"], at=timezone.now())

    return _form_page(request, form, "journey/phone.html", save, _("Dit nummer er gemt."))


@for_citizens
@_form_methods
def languages(request: Request) -> HttpResponseBase:
    own = _profile(request)
    data = request.POST if request.method == "POST" else None  # all left empty is an answer too
    form = AbilitiesForm(data, had=own)

    def save() -> None:
        actions.save_abilities(profile=own, abilities=form.abilities(), at=timezone.now())

    done = _("Dine sprog og kørekort er gemt.")
    return _form_page(request, form, "journey/languages.html", save, done)


@for_citizens
@_form_methods
def experience_new(request: Request) -> HttpResponseBase:
    own = _profile(request)
    now = timezone.now()
    form = ExperienceForm(request.POST or None, today=timezone.localdate(now))

    def save() -> None:
        actions.add_experience(profile=own, entry=form.entry(), at=now)

    return _form_page(request, form, "journey/experience.html", save, _("Jobbet er lagt til."))


@for_citizens
@_form_methods
def experience(request: Request, pk: int) -> HttpResponseBase:
    row = access.experience_or_404(request, pk)
    now = timezone.now()
    initial = ExperienceForm.initial_of(row)
    form = ExperienceForm(request.POST or None, initial=initial, today=timezone.localdate(now))

    def save() -> None:
        actions.change_experience(row=row, entry=form.entry(), at=now)

    return _form_page(
        request, form, "journey/experience.html", save, _("Jobbet er ændret."), row=row
    )


@for_citizens
@require_POST
def experience_remove(request: Request, pk: int) -> HttpResponseBase:
    actions.remove(row=access.experience_or_404(request, pk), at=timezone.now())
    return _back(request, _("Jobbet er fjernet fra din profil."))


@for_citizens
@_form_methods
def education_new(request: Request) -> HttpResponseBase:
    own = _profile(request)
    now = timezone.now()
    form = EducationForm(request.POST or None, today=timezone.localdate(now))

    def save() -> None:
        actions.add_education(profile=own, entry=form.entry(), at=now)

    done = format_html(
        '{} <a href="{}">{}</a>',
        _("Uddannelsen er lagt til."),
        reverse("tailored:because"),
        _("Se, hvad den åbner"),
    )
    return _form_page(request, form, "journey/education.html", save, done)


@for_citizens
@_form_methods
def education(request: Request, pk: int) -> HttpResponseBase:
    row = access.education_or_404(request, pk)
    now = timezone.now()
    initial = {name: getattr(row, name) for name in EducationForm.base_fields}
    form = EducationForm(request.POST or None, initial=initial, today=timezone.localdate(now))

    def save() -> None:
        actions.change_education(row=row, entry=form.entry(), at=now)

    return _form_page(
        request, form, "journey/education.html", save, _("Uddannelsen er ændret."), row=row
    )


@for_citizens
@require_POST
def education_remove(request: Request, pk: int) -> HttpResponseBase:
    actions.remove(row=access.education_or_404(request, pk), at=timezone.now())
    return _back(request, _("Uddannelsen er fjernet fra din profil."))


@for_citizens
@_form_methods
def competences(request: Request) -> HttpResponseBase:
    own = _profile(request)
    form = CompetenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        named = form.named()
        new = actions.add_competences(profile=own, named=[named], at=timezone.now())
        text = _("%(what)s er lagt til.") if new else _("%(what)s står der allerede.")
        return _back(request, text % {"what": named.words}, "journey:competences")
    page = queries.profile_page(citizen_id=own.citizen_id)
    context = {
        "form": form,
        "page": page,
        "suggested": queries.suggested_competences(page=page, language=request.LANGUAGE_CODE)
        if page
        else [],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "journey/competences.html", context, status=status)


@for_citizens
@require_POST
def competences_add(request: Request) -> HttpResponseBase:
    own = _profile(request)
    wanted = [uri for uri in request.POST.getlist("kompetence")[:50] if "\0" not in uri]
    labels = taxonomy.labels(wanted, request.LANGUAGE_CODE)
    named = [actions.Named(words=labels[uri][:120], uri=uri) for uri in wanted if uri in labels]
    new = actions.add_competences(profile=own, named=named, at=timezone.now())
    text = (
        ngettext("%(count)s kompetence er lagt til.", "%(count)s kompetencer er lagt til.", new)
        % {"count": new}
        if new
        else _("Du valgte ingen nye kompetencer.")
    )
    return _back(request, text, "journey:competences")


@for_citizens
@require_POST
def competence_remove(request: Request, pk: int) -> HttpResponseBase:
    actions.remove(row=access.competence_or_404(request, pk), at=timezone.now())
    return _back(request, _("Kompetencen er fjernet fra din profil."), "journey:competences")


@for_citizens
@_form_methods
def wishes(request: Request) -> HttpResponseBase:
    own = _profile(request)
    form = WishForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        named = form.named()
        try:
            actions.add_wish(profile=own, named=named, at=timezone.now())
        except actions.AlreadyThere:
            form.add_error("words", _("Det ønske står der allerede."))
        else:
            text = _("%(what)s er lagt til dine ønsker.") % {"what": named.words}
            return _back(request, text, "journey:wishes")
    page = queries.profile_page(citizen_id=own.citizen_id)
    status = 422 if request.method == "POST" else 200
    return render(request, "journey/wishes.html", {"form": form, "page": page}, status=status)


@for_citizens
@require_POST
def wish_remove(request: Request, pk: int) -> HttpResponseBase:
    actions.remove(row=access.wish_or_404(request, pk), at=timezone.now())
    return _back(request, _("Ønsket er fjernet."), "journey:wishes")


@for_citizens
@reads
def suggest_occupations(request: Request) -> HttpResponseBase:
    found = taxonomy.suggest_occupations(request.GET.get("q", ""), request.LANGUAGE_CODE, limit=8)
    return render(request, "journey/suggestions.html", {"suggestions": found})


@for_citizens
@reads
def suggest_skills(request: Request) -> HttpResponseBase:
    found = taxonomy.suggest_skills(request.GET.get("q", ""), request.LANGUAGE_CODE, limit=8)
    return render(request, "journey/suggestions.html", {"suggestions": found})
