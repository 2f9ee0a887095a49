# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.ui.hours import HoursField
from jobunivers.rooms.journey.actions import Basics, EducationEntry, ExperienceEntry, Named
from jobunivers.rooms.journey.models import EducationLevel, Experience, Profile
from jobunivers.rooms.journey.queries.words import EDUCATION_LEVELS

_EARLIEST_YEAR = 1940


class BasicsForm(forms.Form):
    """Place, distance, hours and her own words."""

    postal_code = forms.RegexField(
        r"^\s*\d{4}\s*$",
        label=_("Postnummer, hvor du bor"),
        required=False,
        error_messages={"invalid": _("Skriv et dansk postnummer med fire tal, for eksempel 8000.")},
    )
    max_km = forms.IntegerField(
        label=_("Hvor langt vil du højst rejse, i kilometer?"),
        min_value=1,
        max_value=500,
        initial=30,
        error_messages={
            "required": _("Skriv, hvor mange kilometer du højst vil rejse."),
            "invalid": _("Skriv afstanden som et helt tal, for eksempel 30."),
            "min_value": _("Skriv et tal mellem 1 og 500."),
            "max_value": _("Skriv et tal mellem 1 og 500."),
        },
    )
    hours_min = HoursField(label=_("Færrest timer om ugen"), required=False)
    hours_max = HoursField(label=_("Flest timer om ugen"), required=False)
    wants_remote = forms.BooleanField(label=_("Jeg vil gerne arbejde hjemmefra"), required=False)
    summary = forms.CharField(
        label=_("Fortæl kort om dig selv"),
        help_text=_("Skriv med dine egne ord, hvad du kan, og hvad du gerne vil."),
        widget=forms.Textarea,
        max_length=2000,
        required=False,
    )

    @classmethod
    def initial_of(cls, profile: Profile) -> dict[str, Any]:
        """Return what stands now."""
        return {name: getattr(profile, name) for name in cls.base_fields}

    def clean_postal_code(self) -> str:
        """Return a postal code that exists."""
        code: str = self.cleaned_data["postal_code"].strip()
        if code and places.postcode(code) is None:
            raise ValidationError(
                _("Vi kender ikke postnummeret. Tjek, at de fire tal er rigtige.")
            )
        return code

    def clean(self) -> dict[str, Any]:
        """Refuse hours that cannot be."""
        cleaned = super().clean() or self.cleaned_data
        low, high = cleaned.get("hours_min"), cleaned.get("hours_max")
        if low is not None and high is not None and low > high:
            self.add_error(
                "hours_max", _("Flest timer skal være lige så mange eller flere end færrest.")
            )
        return cleaned

    def basics(self) -> Basics:
        """Return the valid form as what the action takes."""
        cleaned = self.cleaned_data
        place = places.postcode(cleaned["postal_code"]) if cleaned["postal_code"] else None
        return Basics(
            summary=cleaned["summary"].strip(),
            postal_code=cleaned["postal_code"],
            city=place.city if place else "",
            kommune_code=place.kommune_code if place else "",
            latitude=place.lat if place else None,
            longitude=place.lon if place else None,
            max_km=cleaned["max_km"],
            hours_min=cleaned["hours_min"],
            hours_max=cleaned["hours_max"],
            wants_remote=cleaned["wants_remote"],
        )


class PhoneForm(forms.Form):
    """Where those who help her can call her."""

    phone = forms.RegexField(
        r"^\s*\+?[\d ]{8,20}\s*$",
        label=_("Hvilket nummer kan vi ringe til?"),
        help_text=_(
            "Kun kommunens rådgivere kan se det, og du kan se, hvem der har set det. Lad feltet"
            " være tomt, hvis du ikke vil ringes op."
        ),
        required=False,
        error_messages={
            "invalid": _("Skriv telefonnummeret med tal, for eksempel 12 34 56 78."),
        },
    )

    def clean_phone(self) -> str:
        """Return the number with single spaces."""
        return " ".join(self.cleaned_data["phone"].split())


class MonthField(forms.DateField):
    """A month as a browser or a person writes it: 2019-05, 05-2019, 5/2019 or a whole date."""

    widget = forms.DateInput(attrs={"type": "month"}, format="%Y-%m")
    input_formats = ("%Y-%m", "%m-%Y", "%m/%Y", "%m.%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
    default_error_messages = {
        "invalid": _("Skriv måned og år, for eksempel 05-2019."),
    }

    def to_python(self, value: Any) -> date | None:
        """Return the first day of the month; None when nothing was written."""
        day = super().to_python(value)
        return day.replace(day=1) if day is not None else None


class ExperienceForm(forms.Form):
    """A job she has had."""

    title = forms.CharField(
        label=_("Hvad arbejdede du som?"),
        max_length=200,
        error_messages={"required": _("Skriv, hvad du arbejdede som.")},
    )
    employer = forms.CharField(label=_("Hvor?"), max_length=200, required=False)
    started_on = MonthField(
        label=_("Fra måned og år"),
        error_messages={"required": _("Skriv, hvornår du begyndte, for eksempel 05-2019.")},
    )
    ended_on = MonthField(
        label=_("Til måned og år"),
        help_text=_("Lad feltet stå tomt, hvis du er der endnu."),
        required=False,
    )
    description = forms.CharField(
        label=_("Hvad lavede du?"), widget=forms.Textarea, max_length=2000, required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    @classmethod
    def initial_of(cls, row: Experience) -> dict[str, Any]:
        """Return what stands now."""
        return {name: getattr(row, name) for name in cls.base_fields}

    def clean_started_on(self) -> date:
        """Refuse a month that has not begun or is far away in time."""
        month: date = self.cleaned_data["started_on"]
        if month > self._today:
            raise ValidationError(
                _("Måneden er ikke kommet endnu. Vælg denne måned eller en tidligere.")
            )
        return _not_long_ago(month)

    def clean_ended_on(self) -> date | None:
        """Refuse a month that has not begun or is far away in time."""
        month: date | None = self.cleaned_data["ended_on"]
        if month is not None and month > self._today:
            raise ValidationError(
                _("Måneden er ikke kommet endnu. Lad feltet stå tomt, hvis du er der endnu.")
            )
        return _not_long_ago(month) if month is not None else None

    def clean(self) -> dict[str, Any]:
        """Refuse a job that ends before it starts."""
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("started_on"), cleaned.get("ended_on")
        if start is not None and end is not None and end < start:
            self.add_error("ended_on", _("Jobbet kan ikke slutte, før det begynder."))
        return cleaned

    def entry(self) -> ExperienceEntry:
        """Return the valid form as what the action takes."""
        cleaned = self.cleaned_data
        title = cleaned["title"].strip()
        meant = meaning.occupation_meant(title)
        return ExperienceEntry(
            title=title,
            employer=cleaned["employer"].strip(),
            occupation_uri=meant.uri if meant else "",
            started_on=cleaned["started_on"],
            ended_on=cleaned["ended_on"],
            description=cleaned["description"].strip(),
        )


def _not_long_ago(month: date) -> date:
    if month.year < _EARLIEST_YEAR:
        raise ValidationError(_("Årstallet ser ikke rigtigt ud."))
    return month


LEVELS = EDUCATION_LEVELS


class EducationForm(forms.Form):
    """An education or course she has taken."""

    title = forms.CharField(
        label=_("Hvilken uddannelse eller hvilket kursus?"),
        max_length=200,
        error_messages={"required": _("Skriv, hvilken uddannelse eller hvilket kursus det er.")},
    )
    institution = forms.CharField(label=_("Hvor?"), max_length=200, required=False)
    level = forms.ChoiceField(
        label=_("Hvilken slags?"),
        choices=list(LEVELS.items()),
        error_messages={"required": _("Vælg, hvilken slags uddannelse det er.")},
    )
    ended_year = forms.IntegerField(
        label=_("Hvilket år blev du færdig?"),
        help_text=_("Lad feltet stå tomt, hvis du ikke er færdig."),
        min_value=_EARLIEST_YEAR,
        required=False,
        error_messages={
            "invalid": _("Skriv året med fire tal, for eksempel 2019."),
            "min_value": _("Årstallet ser ikke rigtigt ud."),
        },
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean_ended_year(self) -> int | None:
        """Refuse a year that has not begun."""
        year: int | None = self.cleaned_data["ended_year"]
        if year is not None and year > self._today.year:
            raise ValidationError(_("Året er ikke kommet endnu."))
        return year

    def entry(self) -> EducationEntry:
        """Return the valid form as what the action takes."""
        cleaned = self.cleaned_data
        return EducationEntry(
            title=cleaned["title"].strip(),
            institution=cleaned["institution"].strip(),
            level=EducationLevel(cleaned["level"]),
            ended_year=cleaned["ended_year"],
        )


class CompetenceForm(forms.Form):
    """Something she can, in her own words or as suggested."""

    words = forms.CharField(
        label=_("Hvad kan du?"),
        max_length=120,
        error_messages={"required": _("Skriv noget, du kan.")},
    )

    def named(self) -> Named:
        """Return the concept of the words where one fits, in the reader's language."""
        words = " ".join(self.cleaned_data["words"].split())
        uri = meaning.skill_meant(words)
        label = taxonomy.labels([uri], get_language() or "da").get(uri, "") if uri else ""
        return Named(words=label[:120] or words, uri=uri)


class WishForm(forms.Form):
    """An occupation she would like."""

    words = forms.CharField(
        label=_("Hvad vil du gerne arbejde som?"),
        max_length=120,
        error_messages={"required": _("Skriv, hvad du gerne vil arbejde som.")},
    )

    def named(self) -> Named:
        """Return the occupation of the words where one fits."""
        words = " ".join(self.cleaned_data["words"].split())
        meant = meaning.occupation_meant(words)
        return Named(words=words, uri=meant.uri if meant else "")
