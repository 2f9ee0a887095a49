# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the officer writes: decisions, rules, and what is to be in a file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.audit.models import LookState
from jobunivers.rooms.audit.queries.rules import Rule

STATES = {
    LookState.EXPLAINED: _("Forklaret: medarbejderen har sagt hvorfor, og det holder"),
    LookState.ACCEPTED: _("I orden: det kan ses af opgaven eller oplysningerne"),
    LookState.FURTHER: _("Tages videre: det behandles som en sag uden for listen"),
}
_SHORTEST = 10
_REASON = {
    "required": _("Skriv hvorfor."),
    "min_length": _("Skriv lidt mere, så andre kan forstå hvorfor."),
}


class DecisionForm(forms.Form):
    """What a look means, and why."""

    state = forms.ChoiceField(
        label=_("Hvad er det?"),
        choices=list(STATES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en."), "invalid_choice": _("Vælg en.")},
    )
    note = forms.CharField(
        label=_("Begrundelse"),
        help_text=_(
            "Hvem har du talt med, og hvad viste det? Skriv ikke mere om borgeren end nødvendigt."
        ),
        min_length=_SHORTEST,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=_REASON,
    )
    after = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


class RuleForm(forms.Form):
    """How a rule works from now on: on or off, its numbers, and why."""

    on = forms.BooleanField(label=_("Reglen er slået til"), required=False)
    why = forms.CharField(
        label=_("Hvorfor?"),
        min_length=_SHORTEST,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=_REASON,
    )

    def __init__(
        self, *args: Any, rule: Rule, limits: Mapping[str, int], on: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"on": on}
        self.numbers = list(rule.limits)
        for name, limit in rule.limits.items():
            self.fields[name] = forms.IntegerField(
                label=str(limit.name),
                help_text=_("Mellem %(least)d og %(most)d.")
                % {"least": limit.least, "most": limit.most},
                initial=limits[name],
                min_value=limit.least,
                max_value=limit.most,
                error_messages={"required": _("Skriv et tal."), "invalid": _("Skriv et tal.")},
            )
        self.order_fields(["on", *rule.limits, "why"])

    def limits(self) -> dict[str, int]:
        """Return the numbers; called when the form is valid."""
        return {name: self.cleaned_data[name] for name in self.numbers}

    @property
    def number_fields(self) -> list[forms.BoundField]:
        """Return the fields of the rule's own numbers."""
        return [self[name] for name in self.numbers]


class ExportForm(forms.Form):
    """About whom, of which days, in which form, and why."""

    kind = forms.ChoiceField(
        label=_("Om hvem?"),
        choices=[
            ("citizen", _("En borger: hvem har set og gjort noget i borgerens sag")),
            ("staff", _("En medarbejder: hvad medarbejderen har set og gjort")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en."), "invalid_choice": _("Vælg en.")},
    )
    name = forms.CharField(
        label=_("Fulde navn"),
        max_length=120,
        error_messages={"required": _("Skriv det fulde navn.")},
    )
    born_on = day_field(_("Fødselsdag"), _("Når flere borgere har samme navn."))
    since = day_field(_("Fra og med"), required=True, missing=_("Vælg en dag."))
    until = day_field(_("Til og med"), required=True, missing=_("Vælg en dag."))
    format = forms.ChoiceField(
        label=_("Form"),
        choices=[("csv", _("Regneark (CSV)")), ("json", _("Til et andet system (JSON)"))],
        widget=forms.RadioSelect,
        initial="csv",
        error_messages={"required": _("Vælg en."), "invalid_choice": _("Vælg en.")},
    )
    reason = forms.CharField(
        label=_("Hvad skal det bruges til?"),
        help_text=_("For eksempel en anmodning om aktindsigt eller en sikkerhedssag. Det gemmes."),
        min_length=_SHORTEST,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=_REASON,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for days in their order."""
        told = super().clean() or {}
        first: date | None = told.get("since")
        last: date | None = told.get("until")
        if first and last and last < first:
            self.add_error("until", _("Den sidste dag skal være efter den første."))
        return told
