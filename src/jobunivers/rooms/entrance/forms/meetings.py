# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import clock_field, day_field
from jobunivers.rooms.entrance.actions import RulesEntry
from jobunivers.rooms.entrance.models import Form, MeetingRules
from jobunivers.science.calendars import NoSuchTime, Period, periods

_MINUTES = [(30, _("30 minutter")), (45, _("45 minutter")), (60, _("60 minutter"))]
_NUMBER = {"invalid": _("Skriv et helt tal."), "required": _("Skriv et helt tal.")}
FORM_WORDS = {Form.IN_PERSON: _("Ansigt til ansigt"), Form.PHONE: _("I telefon")}


class PhoneForm(forms.Form):
    """Where she can be called, for a meeting by phone."""

    phone = forms.RegexField(
        r"^\s*\+?[\d ]{8,20}\s*$",
        label=_("Hvilket nummer skal vi ringe til?"),
        error_messages={
            "required": _("Skriv et telefonnummer, så vi kan ringe."),
            "invalid": _("Skriv telefonnummeret med tal, for eksempel 12 34 56 78."),
        },
    )


class SlotsForm(forms.Form):
    """Times that a member of staff opens."""

    day = day_field(_("Dag"), required=True, missing=_("Vælg en dag."))
    first = clock_field(
        _("Fra klokken"), required=True, missing=_("Skriv, hvornår den første begynder.")
    )
    last = clock_field(
        _("Til klokken"), required=True, missing=_("Skriv, hvornår den sidste er slut.")
    )
    minutes = forms.TypedChoiceField(label=_("Hvor lang tid hver?"), choices=_MINUTES, coerce=int)
    capacity = forms.IntegerField(
        label=_("Hvor mange kan komme på samme tid?"),
        min_value=1,
        max_value=20,
        initial=1,
        error_messages={
            **_NUMBER,
            "min_value": _("Skriv et tal mellem 1 og 20."),
            "max_value": _("Skriv et tal mellem 1 og 20."),
        },
    )
    form = forms.ChoiceField(label=_("Hvordan mødes I?"), choices=list(FORM_WORDS.items()))
    place = forms.CharField(
        label=_("Sted"),
        help_text=_("Lad feltet stå tomt, hvis det er kommunens faste sted."),
        max_length=200,
        required=False,
    )
    weeks = forms.IntegerField(
        label=_("Gentag hver uge, så mange uger i alt"),
        min_value=1,
        max_value=26,
        initial=1,
        error_messages={
            **_NUMBER,
            "min_value": _("Skriv et tal mellem 1 og 26."),
            "max_value": _("Skriv et tal mellem 1 og 26."),
        },
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        self.periods: list[Period] = []

    def clean_day(self) -> date:
        """Refuse a day that is over."""
        day: date = self.cleaned_data["day"]
        if day < self._today:
            raise ValidationError(_("Dagen er gået. Vælg i dag eller senere."))
        return day

    def clean(self) -> dict[str, Any]:
        """Find the times; refuse when none fits or a clock never shows one of them."""
        cleaned = super().clean() or self.cleaned_data
        wanted = {"day", "first", "last", "minutes", "weeks"}
        if not wanted <= cleaned.keys():
            return cleaned
        first: time = cleaned["first"]
        try:
            self.periods = periods(
                cleaned["day"],
                first,
                cleaned["last"],
                minutes=cleaned["minutes"],
                weeks=cleaned["weeks"],
            )
        except NoSuchTime as error:
            text = gettext("Klokken %(clock)s findes ikke den dag, fordi uret stilles frem.")
            self.add_error("first", text % {"clock": f"{error.clock:%H.%M}"})
            return cleaned
        if not self.periods:
            self.add_error("last", _("Der er ikke plads til et møde mellem de to klokkeslæt."))
        return cleaned


class RulesForm(forms.Form):
    """How the kommune holds first meetings."""

    in_person = forms.BooleanField(label=_("Møder ansigt til ansigt"), required=False)
    phone = forms.BooleanField(label=_("Møder i telefon"), required=False)
    place = forms.CharField(label=_("Kommunens faste sted"), max_length=200, required=False)
    directions_da = forms.CharField(
        label=_("Sådan finder man derhen"), max_length=400, required=False, widget=forms.Textarea
    )
    directions_en = forms.CharField(
        label=_("Sådan finder man derhen, engelsk"),
        max_length=400,
        required=False,
        widget=forms.Textarea,
    )
    minutes = forms.TypedChoiceField(label=_("Hvor lang tid hver?"), choices=_MINUTES, coerce=int)
    notice_hours = forms.IntegerField(
        label=_("Hvor mange timer før kan man senest bestille?"),
        min_value=0,
        max_value=168,
        error_messages=_NUMBER,
    )
    weeks_ahead = forms.IntegerField(
        label=_("Hvor mange uger frem kan man bestille?"),
        min_value=1,
        max_value=26,
        error_messages=_NUMBER,
    )

    @classmethod
    def initial_of(cls, rules: MeetingRules) -> dict[str, Any]:
        """Return what stands now."""
        return {name: getattr(rules, name) for name in cls.base_fields}

    def clean(self) -> dict[str, Any]:
        """Refuse a kommune that meets nobody, and a meeting nobody can find."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("in_person") and not cleaned.get("phone"):
            self.add_error("in_person", _("Vælg mindst én måde at mødes på."))
        if cleaned.get("in_person") and not str(cleaned.get("place", "")).strip():
            self.add_error("place", _("Skriv, hvor man skal møde op."))
        return cleaned

    def entry(self) -> RulesEntry:
        """Return the valid form as what the action takes."""
        return RulesEntry(**self.cleaned_data)
