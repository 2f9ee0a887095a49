# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The checklist, what is decided of a solution, and a ground that falls."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.files import kinds
from jobunivers.foundation.files.fields import KeptFileField
from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.marketplace.queries.words import LANGUAGES
from jobunivers.rooms.vendors.queries.answers import Answers, ProcessorAnswer
from jobunivers.rooms.vendors.queries.grounds import countries, grounds
from jobunivers.rooms.vendors.queries.words import ANSWERS, NSIS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

MOST_PROCESSORS = 20
_SPARE = 2
_HELP: Mapping[str, "_StrPromise"] = {
    "dpa_with": _("Det firma, der har skrevet under."),
    "dpa_until": _("Lad feltet stå tomt, hvis den gælder, til den siges op."),
    "dpa_file": _("Kun nødvendig, når løsningen får oplysninger om borgere. En pdf."),
    "statement_file": _("En pdf. Borgerne kan hente den på løsningens side."),
    "statement_on": _("Den dag, erklæringen sidst er set igennem. Den gælder i et år."),
    "faults": _("Skriv det, som det er. En kendt fejl holder ikke løsningen tilbage."),
    "support_hours": _("For eksempel: hverdage 9-15."),
    "abroad": _("Kun når firmaet ikke har et CVR-nummer. For eksempel: DE HRB 12345."),
}


def _text(name: str, longest: int) -> forms.CharField:
    return forms.CharField(
        label=ANSWERS[name], help_text=_HELP.get(name, ""), max_length=longest, required=False
    )


def _day(name: str) -> forms.DateField:
    return day_field(ANSWERS[name], _HELP.get(name, ""))


def _email(name: str) -> forms.EmailField:
    return forms.EmailField(
        label=ANSWERS[name],
        required=False,
        error_messages={"invalid": _("Skriv en mailadresse, for eksempel navn@firma.dk.")},
    )


def _nsis(name: str) -> forms.ChoiceField:
    choices = [("", _("Vælg")), *NSIS.items()]
    return forms.ChoiceField(label=ANSWERS[name], choices=choices, required=False)


class AnswersForm(forms.Form):
    """All of the checklist but who processes data; nothing has to be answered to be saved."""

    dpa_with = _text("dpa_with", 150)
    dpa_on = _day("dpa_on")
    dpa_until = _day("dpa_until")
    dpa_file = KeptFileField(
        kinds.PDF, label=ANSWERS["dpa_file"], help_text=_HELP["dpa_file"], required=False
    )
    nsis_needed = _nsis("nsis_needed")
    nsis_used = _nsis("nsis_used")
    incident_name = _text("incident_name", 150)
    incident_email = _email("incident_email")
    incident_phone = _text("incident_phone", 30)
    statement_url = forms.URLField(
        label=ANSWERS["statement_url"],
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": _("Skriv en adresse, for eksempel https://firma.dk/was.")},
    )
    statement_file = KeptFileField(
        kinds.PDF,
        label=ANSWERS["statement_file"],
        help_text=_HELP["statement_file"],
        required=False,
    )
    statement_language = forms.ChoiceField(
        label=ANSWERS["statement_language"],
        choices=[("", _("Vælg")), *LANGUAGES.items()],
        required=False,
    )
    statement_on = _day("statement_on")
    statement_until = _day("statement_until")
    faults = forms.CharField(
        label=ANSWERS["faults"],
        help_text=_HELP["faults"],
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    support_hours = _text("support_hours", 150)
    support_email = _email("support_email")
    support_phone = _text("support_phone", 30)
    answer_hours = forms.IntegerField(
        label=ANSWERS["answer_hours"],
        required=False,
        min_value=1,
        max_value=720,
        error_messages={
            "invalid": _("Skriv et helt tal fra 1 til 720."),
            "min_value": _("Skriv et helt tal fra 1 til 720."),
            "max_value": _("Skriv et helt tal fra 1 til 720."),
        },
    )
    abroad = _text("abroad", 60)
    seen = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=0, max_value=1_000_000
    )

    def clean(self) -> dict[str, Any]:
        """Refuse an agreement or a statement that ends before it begins."""
        told: dict[str, Any] = super().clean() or {}
        for first, last in (("dpa_on", "dpa_until"), ("statement_on", "statement_until")):
            begins, ends = told.get(first), told.get(last)
            if begins and ends and ends < begins:
                self.add_error(last, ValidationError(_("Den slutter, før den begynder.")))
        return told


class ProcessorForm(forms.Form):
    """A firm that has data in its hands; a row without a name is left out."""

    name = forms.CharField(label=_("Firma"), max_length=150, required=False)
    sub = forms.BooleanField(label=_("Underleverandør"), required=False)
    country = forms.ChoiceField(label=_("Land"), required=False)
    ground = forms.ChoiceField(label=_("Grundlag"), required=False)
    assessment = forms.CharField(
        label=_("Vurdering af landet"),
        help_text=_("Kun ved EU's standardkontrakt."),
        max_length=600,
        required=False,
    )
    assessed_on = day_field(_("Vurderingens dato"))

    def __init__(self, *args: Any, **more: Any) -> None:
        """Offer countries and grounds in the language of the page."""
        super().__init__(*args, **more)
        language = "en" if (get_language() or "da").startswith("en") else "da"
        choose = [("", str(_("Vælg")))]
        self.fields["country"].choices = [*choose, *countries(language)]  # type: ignore[attr-defined]
        self.fields["ground"].choices = [  # type: ignore[attr-defined]
            *choose,
            *((code, one.words(language)) for code, one in grounds().items()),
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for a country and a ground where a firm is named."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("name"):
            for name, words in (
                ("country", _("Vælg et land.")),
                ("ground", _("Vælg et grundlag.")),
            ):
                if not told.get(name) and name not in self.errors:
                    self.add_error(name, ValidationError(words))
        elif told.get("country") or told.get("ground"):
            self.add_error("name", ValidationError(_("Skriv, hvilket firma det er.")))
        return told

    def answer(self) -> ProcessorAnswer | None:
        """Return the valid row; None for an empty one."""
        told = self.cleaned_data
        return ProcessorAnswer(**told) if told.get("name") else None


ProcessorRows = forms.formset_factory(
    ProcessorForm,
    extra=_SPARE,
    max_num=MOST_PROCESSORS,
    absolute_max=MOST_PROCESSORS,
    validate_max=True,
)


def answers_from(form: AnswersForm, rows: Any, *, files: Mapping[str, int | None]) -> Answers:
    """Return valid forms as answers; `files` are the documents that stand."""
    told = {k: v for k, v in form.cleaned_data.items() if k != "seen"} | dict(files)
    processors = tuple(one for row in rows if (one := row.answer()) is not None)
    return Answers(**told, processors=processors)


class DecisionForm(forms.Form):
    """What is decided of a solution, of which version, and why."""

    act = forms.ChoiceField(
        choices=[(one, one) for one in ("godkend", "send-tilbage", "tag-ned", "godkend-svar")]
    )
    number = forms.IntegerField(min_value=0, max_value=1_000_000, required=False)
    handed_in = forms.DateTimeField(required=False, input_formats=("%Y-%m-%dT%H:%M:%S.%f%z",))
    why = forms.CharField(label=_("Hvorfor?"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where the firm is told one."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("act") in {"send-tilbage", "tag-ned"} and not told.get("why", "").strip():
            self.add_error("why", ValidationError(_("Skriv hvorfor. Leverandøren læser det.")))
        return told


class FallForm(forms.Form):
    """From when a ground holds no longer, and why."""

    from_on = day_field(_("Fra hvilken dag gælder grundlaget ikke?"), required=True)
    why = forms.CharField(
        label=_("Hvorfor?"),
        help_text=_("Det står på den side, alle kan læse."),
        max_length=300,
        error_messages={"required": _("Skriv hvorfor.")},
    )
