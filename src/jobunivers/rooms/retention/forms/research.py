# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked for to research."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.retention.actions import Asked
from jobunivers.rooms.retention.models import ReleaseKind
from jobunivers.rooms.retention.queries import variables

_KINDS = [
    (ReleaseKind.ROWS.value, _("Rækker: hver ligner mindst ni andre")),
    (ReleaseKind.COUNTS.value, _("Tal: hvor mange, med lidt støj på")),
]
_MOST_COLUMNS = 6


class ReleaseForm(forms.Form):
    """What kind of table, of what, to whom and why."""

    kind = forms.ChoiceField(
        label=_("Hvad skal det være?"),
        choices=_KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg én.")},
    )
    columns = forms.MultipleChoiceField(
        label=_("Kolonner"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Vælg mindst én.")},
    )
    k = forms.IntegerField(
        label=_("Så mange skal mindst ligne hinanden"), min_value=10, max_value=1000, initial=10
    )
    sensitive = forms.ChoiceField(
        label=_("Kolonne, der ikke må kunne gættes"),
        required=False,
        help_text=_("Kun for rækker: i hver gruppe skal der være flere forskellige svar."),
    )
    diversity = forms.IntegerField(
        label=_("Så mange forskellige svar"), min_value=2, max_value=10, initial=2
    )
    epsilon_thousandths = forms.IntegerField(
        label=_("Støj: tusindedele af budgettet"),
        min_value=1,
        max_value=10_000,
        initial=500,
        help_text=_("Kun for tal. Et lille tal giver meget støj og bruger lidt af årets budget."),
    )
    purpose = forms.CharField(
        label=_("Til hvad?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Skriv, hvad det skal bruges til.")},
    )
    recipient = forms.CharField(
        label=_("Til hvem?"),
        max_length=200,
        error_messages={"required": _("Skriv, hvem der får det.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """Offer what may be told."""
        super().__init__(data, initial={"kind": ReleaseKind.ROWS.value})
        known = [(code, one.name) for code, one in variables.variables().items()]
        columns, sensitive = self.fields["columns"], self.fields["sensitive"]
        if isinstance(columns, forms.ChoiceField) and isinstance(sensitive, forms.ChoiceField):
            columns.choices = known
            sensitive.choices = [("", _("Ingen")), *known]

    def clean_columns(self) -> list[str]:
        """Refuse so many that everybody would be alone."""
        columns = list(self.cleaned_data["columns"])
        if len(columns) > _MOST_COLUMNS:
            raise forms.ValidationError(gettext("Vælg højst seks kolonner."))
        return columns

    def asked(self) -> Asked:
        """Return what is asked for."""
        said = self.cleaned_data
        counts = said["kind"] == ReleaseKind.COUNTS
        return Asked(
            kind=ReleaseKind(said["kind"]),
            columns=said["columns"],
            k=said["k"],
            sensitive="" if counts else said["sensitive"],
            diversity=said["diversity"],
            epsilon_thousandths=said["epsilon_thousandths"] if counts else 0,
            purpose=said["purpose"],
            recipient=said["recipient"],
        )
