# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A rule as it is written: what must be true of somebody, and what she then gets."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.outreach import queries
from jobunivers.rooms.outreach.actions import MOST_PER_DAY, Body
from jobunivers.rooms.outreach.forms.content import ContentForm
from jobunivers.rooms.outreach.models import Push, TriggerVersion
from jobunivers.science.lots import MOST_HELD_OUT

_NUMBERS = {
    "months": _("Mindst så mange måneder"),
    "until": _("Men under så mange måneder"),
    "weeks": _("I mindst så mange uger"),
    "days": _("Inden for så mange dage"),
}
_CODES = {
    "area": _("Område"),
    "group": _("Gruppe af stillinger"),
    "course": _("Forløb"),
    "offer": _("Tilbuddets nummer eller adresse"),
}
_FIRST = {"days": 30, "weeks": 4}


class TriggerForm(ContentForm):
    """All conditions are offered; those that are filled in are asked, and all must hold."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        push: Push,
        version: TriggerVersion | None,
        name: str,
        what: str,
        language: str,
        at: datetime,
    ) -> None:
        """Ask for the name, the conditions, what is sent, and how often at most."""
        super().__init__(data, push=push, what=what, language=language, at=at)
        content = dict(self.fields)
        content["because"].help_text = gettext(
            "Borgeren læser det sammen med det, reglen så. For eksempel: fordi mange finder "
            "nye veje her."
        )
        self.fields.clear()
        self.fields["name"] = forms.CharField(
            label=_("Hvad skal reglen hedde?"),
            help_text=_("Kun medarbejdere ser navnet."),
            max_length=120,
            initial=name,
            error_messages={"required": _("Giv reglen et navn.")},
        )
        for code in queries.CONDITIONS:
            self._ask_condition(code, language)
        self.fields |= content
        self._ask_limits(version)
        self._fill(version)

    def _ask_condition(self, code: str, language: str) -> None:
        kind = queries.CONDITIONS[code]
        choices = {
            "area": queries.area_choices,
            "group": queries.group_choices,
            "course": queries.course_choices,
        }
        for name in kind.codes:
            field: forms.Field = forms.CharField(required=False, max_length=300)
            if name in choices:
                known = [("", gettext("Ikke valgt")), *choices[name](language)]
                field = forms.ChoiceField(required=False, choices=known)
            field.label = _CODES[name]
            self.fields[f"{code}_{name}"] = field
        for name, (least, most) in kind.numbers.items():
            self.fields[f"{code}_{name}"] = forms.IntegerField(
                label=_NUMBERS[name],
                required=False,
                min_value=least,
                max_value=most,
                error_messages={"invalid": _("Skriv et helt tal.")},
            )

    def _ask_limits(self, version: TriggerVersion | None) -> None:
        self.fields["cool_days"] = forms.IntegerField(
            label=_("Dage, før den samme borger kan få den igen"),
            min_value=1,
            max_value=730,
            initial=version.cool_days if version else 90,
        )
        self.fields["per_day"] = forms.IntegerField(
            label=_("Højst så mange om dagen"),
            min_value=1,
            max_value=MOST_PER_DAY,
            initial=version.per_day if version else 100,
        )
        self.fields["from_now"] = forms.BooleanField(
            label=_("Kun til dem, det bliver sandt for fra nu af"),
            help_text=_("Uden flueben får også de, der passer i dag, den: nogle hver dag."),
            required=False,
            initial=version.from_now if version else True,
        )

        self.fields["held_out"] = forms.IntegerField(
            label=_("Hold så mange procent ude ved lodtrækning"),
            help_text=_("Så kan I senere se, om reglen hjælper. 0 er ingen. Højst 50."),
            min_value=0,
            max_value=MOST_HELD_OUT,
            initial=version.held_out if version else 0,
            required=False,
        )

    def _fill(self, version: TriggerVersion | None) -> None:
        for one in version.conditions if version else []:
            for name, value in one.items():
                if name != "code" and f"{one['code']}_{name}" in self.fields:
                    self.initial[f"{one['code']}_{name}"] = value

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return each kind of condition with its fields, for the page."""
        return [
            (
                str(kind.name),
                [self[f"{code}_{name}"] for name in (*kind.codes, *kind.numbers)],
            )
            for code, kind in queries.CONDITIONS.items()
            if kind.codes or kind.numbers
        ]

    def rest(self) -> list[forms.BoundField]:
        """Return the fields of what is sent, and how often."""
        asked = {f"{c}_{n}" for c, k in queries.CONDITIONS.items() for n in (*k.codes, *k.numbers)}
        return [self[name] for name in self.fields if name not in asked and name != "name"]

    def clean(self) -> dict[str, Any]:
        """Let what is wrong with the conditions stand at the field it is about."""
        said = super().clean()
        if not self.errors:
            for wrong in queries.wrong_with(self._conditions(said)):
                kind = queries.CONDITIONS.get(wrong.code)
                names = (*kind.codes, *kind.numbers) if kind else ()
                self.add_error(f"{wrong.code}_{names[0]}" if names else None, wrong.words)
        return said

    def _conditions(self, said: Mapping[str, Any]) -> list[dict[str, Any]]:
        found = []
        for code, kind in queries.CONDITIONS.items():
            values = {name: said.get(f"{code}_{name}") for name in (*kind.codes, *kind.numbers)}
            if not any(value not in {None, ""} for value in values.values()):
                continue
            for name, usual in _FIRST.items():
                if name in values and values[name] is None:
                    values[name] = usual
            if "offer" in values:
                values["offer"] = queries.number_in(str(values["offer"]))
            found.append({"code": code, **values})
        return found

    def body(self) -> Body:
        """Return what was typed as it is stored."""
        content = self.content()
        return Body(
            conditions=self._conditions(self.cleaned_data),
            what=content.what,
            thing=content.thing,
            title=content.title,
            path=content.path,
            words=content.words,
            because=content.because,
            cool_days=self.cleaned_data["cool_days"],
            per_day=self.cleaned_data["per_day"],
            from_now=self.cleaned_data["from_now"],
            held_out=self.cleaned_data["held_out"] or 0,
        )


class WhyForm(forms.Form):
    """Why the kommune lets a rule send."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(
        label=_("Hvorfor vil kommunen have reglen?"),
        help_text=_("Det bliver gemt sammen med versionen."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv hvorfor.")},
    )


class OrderForm(forms.Form):
    """In which order rules go for a course: a number each, the least first."""

    rest_days = forms.IntegerField(
        label=_("Dage mellem to fra regler til den samme borger"),
        min_value=0,
        max_value=90,
        error_messages={"required": _("Skriv et tal."), "invalid": _("Skriv et helt tal.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, page: queries.OrderPage) -> None:
        """Ask for the place of each rule."""
        super().__init__(data, initial={"rest_days": page.rest_days})
        for place, one in enumerate(page.triggers, start=1):
            self.fields[f"place_{one.pk}"] = forms.IntegerField(
                label=one.name,
                min_value=1,
                max_value=999,
                initial=place,
                error_messages={"required": _("Skriv et tal."), "invalid": _("Skriv et helt tal.")},
            )

    def order(self) -> list[int]:
        """Return the rules in the order that was typed; of two alike the older first."""
        places = {
            int(name.removeprefix("place_")): number
            for name, number in self.cleaned_data.items()
            if name.startswith("place_")
        }
        return sorted(places, key=lambda pk: (places[pk], pk))
