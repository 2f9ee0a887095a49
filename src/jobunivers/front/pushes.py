# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the kommune's notices come to, how often they may disturb, and whether they still go."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from jobunivers.foundation.http import Request
from jobunivers.foundation.notices import actions, queries
from jobunivers.foundation.notices.words import trouble_words
from jobunivers.identity.access import for_administrators

DAYS = 30


class LimitsForm(forms.Form):
    """How often all senders together may disturb one person."""

    per_day = forms.IntegerField(label=gettext_lazy("Højst om dagen"), min_value=1, max_value=10)
    per_week = forms.IntegerField(label=gettext_lazy("Højst om ugen"), min_value=1, max_value=50)


@for_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def pushes(request: Request) -> HttpResponseBase:
    """Show what notices came to in 30 days, by type; change the limits."""
    now = timezone.now()
    limits = queries.limits()
    form = LimitsForm(
        request.POST or None,
        initial={"per_day": limits.per_day, "per_week": limits.per_week},
    )
    if request.method == "POST" and form.is_valid():
        assert request.user.pk is not None
        actions.limit(**form.cleaned_data, actor_id=request.user.pk, at=now)
        messages.success(request, _("Grænserne er gemt."))
        return HttpResponseRedirect(reverse("front:pushes"))
    stopped = [f"stopped:{code}" for code in queries.standing_still(at=now)]
    context = {
        "form": form,
        "figures": queries.figures(since=now - timedelta(days=DAYS), until=now),
        "troubles": [trouble_words(code) for code in [*stopped, *queries.troubles(at=now)]],
        "days": DAYS,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "front/pushes.html", context, status=status)
