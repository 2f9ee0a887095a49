# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she writes: goals, activities and agreements."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.ui.form_fields import clock_field, day_field
from jobunivers.rooms.plan.actions import ActivityEntry, AgreementEntry, GoalEntry
from jobunivers.rooms.plan.forms.days import moment, not_past, within_reason
from jobunivers.rooms.plan.models import Activity, ActivityKind, Agreement, Goal
from jobunivers.rooms.plan.queries.words import KINDS, title_of

Data = Mapping[str, Any] | None
_HOUR = timedelta(hours=1)


class _Versioned(forms.Form):
    """A form that remembers which version it was filled from."""

    version = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=1, max_value=2_000_000_000
    )

    def seen_version(self) -> int:
        """Return the version she read; 0 when the form does not say."""
        return self.cleaned_data["version"] or 0


class GoalForm(_Versioned):
    """What she wants."""

    words = forms.CharField(
        label=_("Hvad vil du gerne nå?"),
        help_text=_("Skriv det med dine egne ord."),
        max_length=300,
        error_messages={"required": _("Skriv, hvad du gerne vil nå.")},
    )
    occupation = forms.CharField(
        label=_("Hvilket fag handler det om?"), max_length=120, required=False
    )
    by_on = day_field(_("Inden hvornår?"))

    def __init__(self, data: Data = None, *, today: date, goal: Goal | None = None) -> None:
        super().__init__(data, initial=_goal_initial(goal))
        self._today, self._before = today, goal.by_on if goal else None
        self._goal = goal

    def clean_by_on(self) -> date | None:
        """Refuse a day that has passed."""
        return not_past(self.cleaned_data["by_on"], today=self._today, before=self._before)

    def entry(self) -> GoalEntry:
        """Return the valid form as what the action takes."""
        said = " ".join(self.cleaned_data["occupation"].split())
        uri = ""
        if said and self._goal is not None and said == self.initial.get("occupation"):
            uri = self._goal.occupation_uri
        elif said:
            meant = meaning.occupation_meant(said)
            uri = meant.uri if meant else ""
        words = self.cleaned_data["words"].strip()
        return GoalEntry(words=words, occupation_uri=uri, by_on=self.cleaned_data["by_on"])


def _goal_initial(goal: Goal | None) -> dict[str, Any]:
    if goal is None:
        return {}
    uri = goal.occupation_uri
    names = taxonomy.labels([uri], get_language() or "da") if uri else {}
    return {
        "words": goal.words,
        "occupation": names.get(uri, ""),
        "by_on": goal.by_on,
        "version": goal.version,
    }


class ActivityForm(_Versioned):
    """Something she will do, or has done."""

    title = forms.CharField(
        label=_("Hvad vil du gøre?"),
        max_length=300,
        error_messages={"required": _("Skriv, hvad du vil gøre.")},
    )
    kind = forms.ChoiceField(
        label=_("Hvad er det?"),
        choices=list(KINDS.items()),
        error_messages={"required": _("Vælg det ene."), "invalid_choice": _("Vælg det ene.")},
    )
    day = day_field(_("Hvilken dag?"))
    done = forms.BooleanField(label=_("Det er allerede gjort"), required=False)
    goal = forms.ChoiceField(
        label=_("Hører det til et mål?"),
        choices=[],
        required=False,
        error_messages={"invalid_choice": _("Vælg et af dine mål, eller intet mål.")},
    )
    last_day = day_field(_("Sidste dag, hvis det varer flere dage"))
    starts = clock_field(_("Klokken"))
    ends = clock_field(_("Til klokken"))
    place = forms.CharField(label=_("Hvor?"), max_length=150, required=False)
    note = forms.CharField(
        label=_("Dine egne noter"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )

    def __init__(
        self,
        data: Data = None,
        *,
        today: date,
        goals: list[Goal],
        activity: Activity | None = None,
        goal_id: int | None = None,
    ) -> None:
        start = _activity_initial(activity) if activity else {"kind": "own", "goal": goal_id or ""}
        super().__init__(data, initial=start)
        self._today, self._before = today, activity.day if activity else None
        field = self.fields["goal"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("Intet mål")), *((str(one.pk), one.words) for one in goals)]
        if activity is not None:
            del self.fields["done"]

    def clean(self) -> dict[str, Any]:
        """Ask for days and times that fit each other, and kindly about days that have passed."""
        cleaned: dict[str, Any] = super().clean() or {}
        self._check_days(cleaned)
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", gettext("Vælg dagen, når du skriver et klokkeslæt."))
        if ends and not starts and "starts" not in self.errors:
            self.add_error("starts", gettext("Skriv også, hvornår det begynder."))
        if starts and ends and ends <= starts:
            self.add_error(
                "ends", gettext("Det slutter, før det begynder. Ret et af tidspunkterne.")
            )
        return cleaned

    def _check_days(self, cleaned: Mapping[str, Any]) -> None:
        first, last = cleaned.get("day"), cleaned.get("last_day")
        for name in ("day", "last_day"):
            try:
                within_reason(cleaned.get(name), today=self._today)
            except forms.ValidationError as problem:
                self.add_error(name, problem)
                return
        if last and not first and "day" not in self.errors:
            self.add_error("day", gettext("Skriv også den første dag."))
        elif last and first and last < first:
            text = gettext("Den sidste dag ligger før den første. Ret en af dem.")
            self.add_error("last_day", text)
        over = last or first
        if over and over < self._today and first != self._before and not cleaned.get("done"):
            text = gettext(
                "Den dag er gået. Vælg en anden dag, eller sæt kryds ved, at det er gjort."
            )
            self.add_error("day", text)

    def entry(self) -> ActivityEntry:
        """Return the valid form as what the action takes; without an end it takes an hour."""
        said = self.cleaned_data
        starts_at, ends_at = _times(said)
        return ActivityEntry(
            title=said["title"].strip(),
            kind=ActivityKind(said["kind"]),
            goal_id=int(said["goal"]) if said["goal"] else None,
            note=said["note"].strip(),
            day=said["day"],
            last_day=said["last_day"],
            starts_at=starts_at,
            ends_at=ends_at,
            place=said["place"].strip(),
        )


def _times(said: Mapping[str, Any]) -> tuple[datetime | None, datetime | None]:
    if not said["day"] or not said["starts"]:
        return None, None
    starts_at = moment(said["day"], said["starts"])
    if said["ends"]:
        return starts_at, moment(said["last_day"] or said["day"], said["ends"])
    return starts_at, starts_at + _HOUR


def _activity_initial(row: Activity) -> dict[str, Any]:
    return {
        "title": title_of(row),
        "kind": row.kind,
        "day": row.day,
        "goal": str(row.goal_id or ""),
        "last_day": row.last_day,
        "starts": timezone.localtime(row.starts_at).time() if row.starts_at else None,
        "ends": timezone.localtime(row.ends_at).time() if row.ends_at else None,
        "place": row.place,
        "note": row.note,
        "version": row.version,
    }


class AgreementForm(_Versioned):
    """What she proposes to agree with somebody of the kommune."""

    words = forms.CharField(
        label=_("Hvad skal I aftale?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": _("Skriv, hvad I skal aftale.")},
    )
    due_on = day_field(_("Inden hvornår?"))
    staff = forms.ChoiceField(
        label=_("Hvem er aftalen med?"),
        choices=[],
        required=False,
        error_messages={"invalid_choice": _("Vælg en fra listen.")},
    )

    def __init__(
        self, data: Data = None, *, today: date, contacts: list[tuple[int, str]],
        agreement: Agreement | None = None,
    ) -> None:  # fmt: skip
        super().__init__(data, initial=_agreement_initial(agreement))
        self._today, self._before = today, agreement.due_on if agreement else None
        field = self.fields["staff"]
        assert isinstance(field, forms.ChoiceField)
        anybody = gettext("Den i kommunen, der ser det først")
        field.choices = [("", anybody), *((str(pk), name) for pk, name in contacts)]

    def clean_due_on(self) -> date | None:
        """Refuse a day that has passed."""
        return not_past(self.cleaned_data["due_on"], today=self._today, before=self._before)

    def entry(self) -> AgreementEntry:
        """Return the valid form as what the action takes."""
        said = self.cleaned_data
        return AgreementEntry(
            words=said["words"].strip(),
            due_on=said["due_on"],
            staff_id=int(said["staff"]) if said.get("staff") else None,
        )


def _agreement_initial(row: Agreement | None) -> dict[str, Any]:
    if row is None:
        return {}
    return {
        "words": row.words,
        "due_on": row.due_on,
        "staff": str(row.staff_id or ""),
        "version": row.version,
    }
