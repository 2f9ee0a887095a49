# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff write of a talk: when, how, who, what was said and agreed."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import clock_field, day_field
from jobunivers.rooms.plan.actions import AgreementEntry
from jobunivers.rooms.talks.models import Talk
from jobunivers.rooms.talks.queries.words import FORMS, KINDS, ROLES
from jobunivers.science.calendars import NoSuchTime, moment

Data = Mapping[str, Any] | None
_BACK, _AHEAD = timedelta(days=30), timedelta(days=366)
_MINUTES = [(15, _("15 minutter")), (30, _("30 minutter")), (45, _("45 minutter")),
            (60, _("60 minutter")), (90, _("90 minutter"))]  # fmt: skip
_LONGEST = 20_000


class TimeForm(forms.Form):
    """When and how a talk is to be."""

    day = day_field(_("Dag"), required=True, missing=_("Vælg en dag."))
    clock = clock_field(
        _("Klokken"), required=True, missing=_("Skriv, hvad klokken er, når I begynder.")
    )
    form = forms.ChoiceField(label=_("Hvordan taler I sammen?"), choices=list(FORMS.items()))
    place = forms.CharField(label=_("Sted"), max_length=200, required=False)
    version = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=1, max_value=2_000_000_000
    )

    def __init__(self, data: Data = None, *, today: date, talk: Talk | None = None) -> None:
        super().__init__(data, initial=_initial(talk))
        self._today = today

    def clean_day(self) -> date:
        """Refuse days so far away that they are slips of the finger."""
        day: date = self.cleaned_data["day"]
        if day < self._today - _BACK:
            raise ValidationError(gettext("Dagen ligger mere end 30 dage tilbage. Tjek datoen."))
        if day > self._today + _AHEAD:
            raise ValidationError(gettext("Dagen ligger mere end et år frem. Tjek årstallet."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse an hour that the clocks skip."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "day" in cleaned and "clock" in cleaned:
            try:
                cleaned["starts_at"] = moment(cleaned["day"], cleaned["clock"])
            except NoSuchTime:
                self.add_error("clock", gettext("Den time findes ikke den dag. Vælg en anden."))
        return cleaned

    def starts_at(self) -> datetime:
        """Return the moment it begins."""
        found: datetime = self.cleaned_data["starts_at"]
        return found


def _initial(talk: Talk | None) -> dict[str, Any]:
    if talk is None:
        return {}
    local = timezone.localtime(talk.starts_at)
    return {
        "day": local.date(),
        "clock": local.time(),
        "form": talk.form,
        "place": talk.place,
        "version": talk.version,
    }


class PlanForm(TimeForm):
    """A talk to be planned."""

    kind = forms.ChoiceField(label=_("Hvilken samtale?"), choices=list(KINDS.items()))
    minutes = forms.TypedChoiceField(
        label=_("Hvor længe?"), choices=_MINUTES, coerce=int, initial=45
    )

    field_order = ("kind", "day", "clock", "minutes", "form", "place")


class BeginForm(forms.Form):
    """A talk that begins now."""

    kind = forms.ChoiceField(label=_("Hvilken samtale?"), choices=list(KINDS.items()))
    form = forms.ChoiceField(label=_("Hvordan taler I sammen?"), choices=list(FORMS.items()))


class ReferatForm(forms.Form):
    """What was talked about; `version` is the one the text was read from."""

    text = forms.CharField(
        label=_("Referat"),
        help_text=_("Borgeren læser det også. Skriv kun det, I har talt om."),
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    version = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0, max_value=2_000_000_000
    )


class PointForm(forms.Form):
    """Something to talk about."""

    words = forms.CharField(
        label=_("Nyt punkt"),
        max_length=300,
        error_messages={
            "required": _("Skriv, hvad du vil tale om."),
            "max_length": _("Skriv det kortere, højst 300 tegn."),
        },
    )

    def clean_words(self) -> str:
        """Refuse what is only spaces."""
        said = " ".join(str(self.cleaned_data["words"]).replace("\x00", " ").split())
        if not said:
            raise ValidationError(gettext("Skriv, hvad du vil tale om."))
        return said


class PartakerForm(forms.Form):
    """Somebody else who takes part (BEK 113/2026 § 27, no. 10)."""

    name = forms.CharField(
        label=_("Navn"),
        max_length=120,
        error_messages={"required": _("Skriv deltagerens navn.")},
    )
    role = forms.ChoiceField(label=_("Rolle"), choices=list(ROLES.items()))
    form = forms.ChoiceField(label=_("Deltager"), choices=list(FORMS.items()))


class TalkAgreementForm(forms.Form):
    """What the two agree; it becomes a proposal in her plan."""

    words = forms.CharField(
        label=_("Hvad aftaler I?"),
        help_text=_("Hvem gør hvad? Aftalen gælder, når borgeren siger ja i sin plan."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv, hvad I aftaler.")},
    )
    due_on = day_field(_("Inden hvornår?"))

    def __init__(self, data: Data = None, *, today: date) -> None:
        super().__init__(data)
        self._today = today

    def clean_due_on(self) -> date | None:
        """Refuse a day that has passed or is years away."""
        day: date | None = self.cleaned_data["due_on"]
        if day is not None and day < self._today:
            raise ValidationError(gettext("Den dag er gået. Vælg i dag eller en senere dag."))
        if day is not None and day > self._today + 2 * _AHEAD:
            raise ValidationError(gettext("Datoen ser ikke rigtig ud. Tjek årstallet."))
        return day

    def entry(self) -> AgreementEntry:
        """Return the valid form as what the plan takes."""
        said = self.cleaned_data
        return AgreementEntry(words=said["words"].strip(), due_on=said["due_on"])
