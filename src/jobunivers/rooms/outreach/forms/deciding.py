# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who of those reached gets it, when, why not, and the kommune's rule."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import DecidedForm, clock_field, day_field
from jobunivers.rooms.outreach.models import How, Push, What

_FURTHEST = 180  # days ahead
_MOST_PEOPLE = 1_000_000


class ChooseForm(forms.Form):
    """Who of those reached gets it."""

    how = forms.ChoiceField(
        label=_("Hvem af dem?"),
        choices=[
            (How.ALL.value, _("Alle")),
            (How.BEST.value, _("Dem, jobbet passer bedst til")),
            (How.LOT.value, _("Nogle, fundet ved lodtrækning")),
        ],
        widget=forms.RadioSelect,
    )
    number = forms.IntegerField(
        label=_("Hvor mange, hvis ikke alle?"),
        min_value=1,
        max_value=_MOST_PEOPLE,
        required=False,
        error_messages={"invalid": _("Skriv et helt tal.")},
    )
    held_out = forms.IntegerField(
        label=_("Hold så mange procent ude ved lodtrækning"),
        help_text=_("Så kan man senere måle, om udsendelsen hjalp. 0 er ingen. Højst 50."),
        min_value=0,
        max_value=50,
        initial=0,
        required=False,
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, push: Push) -> None:
        """Show what is chosen now; only a job can fit somebody best."""
        initial = {"how": push.how, "number": push.number, "held_out": push.held_out}
        if push.number is None and push.reach.get("bears"):
            initial["number"] = push.reach["bears"]
        super().__init__(data, initial=initial)
        field = self.fields["how"]
        if push.what != What.JOB and isinstance(field, forms.ChoiceField):
            field.choices = [
                (How.ALL.value, _("Alle")),
                (How.LOT.value, _("Nogle, fundet ved lodtrækning")),
            ]

    def clean(self) -> dict[str, Any]:
        """Ask how many when it is not everybody."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("how") != How.ALL and not said.get("number") and "number" not in self.errors:
            self.add_error("number", gettext("Skriv, hvor mange der skal have den."))
        return said


class SendForm(forms.Form):
    """When it goes, and why more get it than the job bears."""

    when = forms.ChoiceField(
        label=_("Hvornår?"),
        choices=[("now", _("Nu")), ("later", _("Senere"))],
        widget=forms.RadioSelect,
        initial="now",
    )
    day = day_field(_("Dag"))
    clock = clock_field(_("Klokken"))
    despite = forms.CharField(
        label=_("Hvorfor skal de alle have jobbet?"), max_length=300, required=False
    )
    urgent = forms.BooleanField(
        label=_("Lad den gå først"),
        help_text=_("Før andre udsendelser, der skal af sted samtidig."),
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, version: int, crowded: bool, now: datetime
    ) -> None:
        """Ask for the reason only where a job would be crowded."""
        super().__init__(data, initial={"version": version})
        self._now = now
        if not crowded:
            del self.fields["despite"]

    def clean(self) -> dict[str, Any]:
        """See that later is later, and not too far ahead."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("when") != "later" or self.errors:
            return said
        day: date | None = said.get("day")
        if day is None:
            self.add_error("day", gettext("Vælg en dag."))
        elif self.send_at() <= self._now:
            self.add_error("day", gettext("Det tidspunkt er gået. Vælg et senere."))
        elif day > timezone.localdate(self._now) + timedelta(days=_FURTHEST):
            self.add_error("day", gettext("Vælg en dag inden for et halvt år."))
        return said

    def send_at(self) -> datetime:
        """Return when it goes."""
        said = self.cleaned_data
        if said.get("when") != "later":
            return self._now
        clock: time = said.get("clock") or time(9)
        return timezone.make_aware(datetime.combine(said["day"], clock))


class RefuseForm(forms.Form):
    """Why a push is not agreed to."""

    why = forms.CharField(
        label=_("Hvorfor ikke?"),
        help_text=_("Den, der ville sende, læser det."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv hvorfor.")},
    )


class RuleForm(DecidedForm):
    """When a second person must agree."""

    field_order = ("above", "staff_may")

    above = forms.IntegerField(
        label=_("En anden skal godkende, når flere end så mange får den"),
        min_value=0,
        max_value=_MOST_PEOPLE,
        error_messages={"required": _("Skriv et tal."), "invalid": _("Skriv et helt tal.")},
    )
    staff_may = forms.BooleanField(
        label=_("Kolleger må også godkende, ikke kun ledere"), required=False
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, above: int, staff_may: bool, today: date
    ) -> None:
        """Show what holds now."""
        super().__init__(data, today=today, initial={"above": above, "staff_may": staff_may})
