# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.forms import BoundField
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobunivers.foundation.http import Request, firms_too
from jobunivers.foundation.notices import actions, channels, queries
from jobunivers.foundation.notices.forms import EmailForm, PauseForm, PreferencesForm
from jobunivers.foundation.notices.models import Channel, Notice
from jobunivers.foundation.notices.words import channel_name
from jobunivers.integrations.webpush.client import BadSubscription, tidy

_VIA = {"email": Channel.EMAIL, "phone": Channel.PHONE}
_CITIZEN, _FIRM = "citizen", "vendor"
_DEVICES = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Macintosh", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip
_BROWSERS = (
    ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)  # fmt: skip


@firms_too
@require_safe
def follow(request: Request, pk: int) -> HttpResponseBase:
    """Lead on to what a notice is about, and remember that she came."""
    notice = _own_or_404(request, pk)
    via = _VIA.get(request.GET.get("fra", ""), "")
    actions.follow(notice=notice, via=via or "page", at=timezone.now())
    return HttpResponseRedirect(notice.target)


@firms_too
@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: Request) -> HttpResponseBase:
    page = _page(request)
    form = PreferencesForm(request.POST or None, page=page)
    if request.method == "POST" and form.is_valid():
        actions.prefer(
            person_id=_own_id(request),
            said=form.said(),
            choices=form.choices(),
            at=timezone.now(),
        )
        messages.success(request, _("Dine valg er gemt."))
        return HttpResponseRedirect(reverse("notices:settings"))
    return _settings(request, page, form=form, status=422 if request.method == "POST" else 200)


@firms_too
@require_POST
def give_email(request: Request) -> HttpResponseBase:
    form = EmailForm(request.POST)
    if not form.is_valid():
        return _settings(request, _page(request), email_form=form, status=422)
    try:
        given = actions.give_email(
            person_id=_own_id(request), address=form.cleaned_data["email"], at=timezone.now()
        )
    except actions.TooSoon:
        form.add_error("email", _("Vi har lige sendt en mail. Vent lidt, før du prøver igen."))
        return _settings(request, _page(request), email_form=form, status=422)
    if given.verified_at:
        messages.info(request, _("Den e-mail bruger vi allerede."))
    else:
        messages.success(request, _("Vi har sendt en mail til dig. Åbn den, og bekræft adressen."))
    return HttpResponseRedirect(reverse("notices:settings"))


@firms_too
@require_POST
def give_phone(request: Request) -> HttpResponseBase:
    """Take the subscription that her browser made when she pressed the button."""
    if channels.carrier_of(Channel.PHONE) is None:
        raise Http404
    try:
        subscription = tidy(request.POST.get("subscription", ""), hosts=settings.PUSH_HOSTS)
        actions.give_phone(
            person_id=_own_id(request),
            address=subscription,
            label=device_words(request.headers.get("User-Agent", "")),
            at=timezone.now(),
        )
    except BadSubscription:
        messages.error(request, _("Din browser kan ikke få beskeder herfra."))
        return _settings(request, _page(request), status=422)
    except actions.TooMany:
        messages.error(request, _("Du har mange enheder. Fjern en af dem først."))
        return _settings(request, _page(request), status=422)
    messages.success(request, _("Du får nu beskeder på denne enhed."))
    return HttpResponseRedirect(reverse("notices:settings"))


@firms_too
@require_POST
def forget(request: Request, pk: int) -> HttpResponseBase:
    if not actions.forget_address(person_id=_own_id(request), address_id=pk, at=timezone.now()):
        raise Http404
    messages.success(request, _("Vi sender ikke mere dertil."))
    return HttpResponseRedirect(reverse("notices:settings"))


@firms_too
@require_POST
def pause(request: Request) -> HttpResponseBase:
    now = timezone.now()
    if "resume" in request.POST:
        actions.pause(person_id=_own_id(request), until=None, at=now)
        messages.success(request, _("Pausen er slut."))
        return HttpResponseRedirect(reverse("notices:settings"))
    form = PauseForm(request.POST)
    if not form.is_valid():
        return _settings(request, _page(request), pause_form=form, status=422)
    until = now + timedelta(days=int(form.cleaned_data["days"]))
    actions.pause(person_id=_own_id(request), until=until, at=now)
    messages.success(request, _("Der er pause. Vigtige beskeder kommer stadig."))
    return HttpResponseRedirect(reverse("notices:settings"))


def device_words(agent: str) -> str:
    """Return what a person calls the device of a browser: "Chrome, Android"."""
    browser = next((name for mark, name in _BROWSERS if mark in agent), "")
    device = next((name for mark, name in _DEVICES if mark in agent), "")
    return ", ".join(part for part in (browser, device) if part)


def _settings(
    request: Request,
    page: queries.SettingsPage,
    *,
    form: PreferencesForm | None = None,
    email_form: EmailForm | None = None,
    pause_form: PauseForm | None = None,
    status: int = 200,
) -> HttpResponse:
    form = form or PreferencesForm(page=page)
    asked: dict[str, list[BoundField]] = {known.code: [] for known in page.types}
    for name, (kind, _to) in form.asked.items():
        asked[kind].append(form[name])
    groups = [
        (sender, [(known, asked[known.code]) for known in some])
        for sender, some in page.by_sender.items()
    ]
    context = {
        "page": page,
        "form": form,
        "groups": groups,
        "open": any(name in form.errors for name in form.asked),
        "email_form": email_form or EmailForm(),
        "pause_form": pause_form or PauseForm(),
        "push_key": channels.push_keys().public if Channel.PHONE in page.channels else "",
        "channel_names": [channel_name(one) for one in page.channels],
        "by_email": Channel.EMAIL in page.channels,
        "demo_mailbox": settings.DEMO,
    }
    return render(request, "notices/settings.html", context, status=status)


def _page(request: Request) -> queries.SettingsPage:
    return queries.settings_page(
        person_id=_own_id(request),
        staff=request.user.role not in (_CITIZEN, _FIRM),
        firm=request.user.role == _FIRM,
        at=timezone.now(),
    )


def _own_or_404(request: Request, pk: int) -> Notice:
    notice = queries.own_notice(person_id=_own_id(request), pk=pk)
    if notice is None or not notice.path:
        raise Http404
    return notice


def _own_id(request: Request) -> int:
    if request.user.pk is None:
        raise Http404
    return request.user.pk
