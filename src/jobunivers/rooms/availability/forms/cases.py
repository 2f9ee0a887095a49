# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff write in a case, and what she answers."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.availability.actions import CaseEntryForm, DecisionEntry, FactEntry
from jobunivers.rooms.availability.models import (
    BenefitGroup,
    Case,
    CaseKind,
    EvidenceKind,
    Outcome,
)
from jobunivers.rooms.availability.queries import words
from jobunivers.rooms.availability.queries.guiding import FactLine
from jobunivers.science.procedure import days_until

Data = Mapping[str, Any] | None
Initial = dict[str, Any] | None
_YEARS_BACK = timedelta(days=366)
_LONGEST_HEARING = timedelta(days=90)
_MOST_DAYS, _MOST_KRONER = 366, 10_000
_UNTIL_RESTORED = frozenset({CaseKind.ABSENT_TALK, CaseKind.NOT_BOOKED})
_YES, _NO = "ja", "nej"
_ANSWERS = (("", _("Ved ikke endnu")), (_YES, _("Ja")), (_NO, _("Nej")))


def _text(label: Any, help_text: Any = "", *, rows: int = 4, most: int = 4000) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Skriv det her.")},
    )


class OpenForm(forms.Form):
    """What happened, when, and why somebody should look at it."""

    kind = forms.ChoiceField(label=_("Hvad er der måske sket?"), choices=list(words.KINDS.items()))
    event_on = day_field(
        _("Hvilken dag skete det?"),
        _("Ved flere dage: den første."),
        required=True,
        missing=_("Vælg en dag."),
    )
    group = forms.ChoiceField(
        label=_("Hvad får borgeren?"), choices=list(words.GROUPS.items()), initial="unknown"
    )
    why = _text(
        _("Hvad har du set, og hvor?"),
        _("Borgeren læser det. Skriv, hvad der er sket, ikke hvad du tror om det."),
        most=1000,
    )

    def __init__(self, data: Data = None, *, today: date, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)
        self._today = today

    def clean_event_on(self) -> date:
        """Refuse a day that has not come, and one that is long past."""
        found: date = self.cleaned_data["event_on"]
        if found > self._today:
            raise ValidationError(gettext("Dagen er ikke kommet endnu."))
        if found < self._today - _YEARS_BACK:
            raise ValidationError(
                gettext("Det er mere end et år siden. Se efter, om dagen passer.")
            )
        return found

    def entry(self) -> CaseEntryForm:
        """Return the valid form as what the action takes."""
        said = self.cleaned_data
        return CaseEntryForm(
            kind=CaseKind(said["kind"]),
            group=BenefitGroup(said["group"]),
            event_on=said["event_on"],
            why=said["why"].strip(),
        )


class FactsForm(forms.Form):
    """Each fact of the case: yes, no or not known, and what shows it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    group = forms.ChoiceField(label=_("Hvad får borgeren?"), choices=list(words.GROUPS.items()))

    def __init__(self, data: Data = None, *, case: Case, lines: Sequence[FactLine]) -> None:
        super().__init__(data, initial=self.initial_of(case, lines))
        self._lines = lines
        for line in lines:
            self.fields[f"{line.code}"] = forms.ChoiceField(
                label=str(line.name),
                choices=_ANSWERS,
                required=False,
                widget=forms.RadioSelect,
            )
            if line.code == "cause":
                self.fields["causes"] = forms.MultipleChoiceField(
                    label=_("Hvilken grund er vurderet?"),
                    help_text=_("Loven giver eksempler. Andre grunde kan også være gode."),
                    choices=list(words.CAUSES.items()),
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                )
            self.fields[f"{line.code}__source"] = forms.ChoiceField(
                label=_("Hvor ses det?"),
                choices=[("", _("Vælg")), *words.SOURCES.items()],
                required=False,
            )
            self.fields[f"{line.code}__evidence"] = forms.CharField(
                label=_("Hvad viser det?"), max_length=500, required=False
            )

    @staticmethod
    def initial_of(case: Case, lines: Sequence[FactLine]) -> dict[str, Any]:
        """Return the facts as they are set."""
        found: dict[str, Any] = {
            "version": case.version, "group": case.group, "causes": case.causes
        }  # fmt: skip
        for line in lines:
            found[line.code] = "" if line.value is None else _YES if line.value else _NO
            found[f"{line.code}__source"] = line.row.source if line.row else ""
            found[f"{line.code}__evidence"] = line.row.evidence if line.row else ""
        return found

    def groups(self) -> list[dict[str, Any]]:
        """Return the fields of each fact together, with its law and who set it."""
        return [
            {
                "line": line,
                "answer": self[line.code],
                "source": self[f"{line.code}__source"],
                "evidence": self[f"{line.code}__evidence"],
                "causes": self["causes"] if line.code == "cause" else None,
            }
            for line in self._lines
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for what shows a fact that needs it, and for the cause that was found good."""
        said = super().clean() or self.cleaned_data
        for line in self._lines:
            if line.evidence and said.get(line.code) == _YES:
                if not (said.get(f"{line.code}__evidence") or "").strip():
                    text = gettext("Skriv, hvad der viser det: hvilket brev, hvilken dag.")
                    self.add_error(f"{line.code}__evidence", text)
                if not said.get(f"{line.code}__source"):
                    self.add_error(f"{line.code}__source", gettext("Vælg, hvor det ses."))
        if said.get("cause") == _YES and not said.get("causes"):
            self.add_error("causes", gettext("Vælg den grund, du har fundet rimelig."))
        return said

    def facts(self) -> dict[str, FactEntry]:
        """Return the valid form as what the action takes."""
        said = self.cleaned_data
        return {
            line.code: FactEntry(
                value=None if not said[line.code] else said[line.code] == _YES,
                source=EvidenceKind(source).value
                if (source := said[f"{line.code}__source"])
                else "",
                evidence=said[f"{line.code}__evidence"].strip(),
            )
            for line in self._lines
        }


class HearingForm(forms.Form):
    """The letter that she is heard by, and the last day for her answer."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = _text(_("Brevet"), _("Et udkast. Læs det, og ret det, så det passer."), rows=18,
                 most=8000)  # fmt: skip
    due_on = day_field(_("Sidste dag for svar"), required=True, missing=_("Vælg en dag."))

    def __init__(self, data: Data = None, *, today: date, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)
        self._today = today

    def clean_due_on(self) -> date:
        """Refuse a day that gives her no time to answer."""
        found: date = self.cleaned_data["due_on"]
        if found <= self._today:
            raise ValidationError(
                gettext("Borgeren skal have tid til at svare. Vælg en senere dag.")
            )
        if found > self._today + _LONGEST_HEARING:
            raise ValidationError(gettext("Det er mere end tre måneder ude i fremtiden."))
        return found


class AnswerForm(forms.Form):
    """What she says, herself or written down for her."""

    words = _text(_("Dit svar"), _("Skriv, hvad der skete, og om du havde en god grund."), rows=6)

    def __init__(self, data: Data = None, *, staff: bool = False, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)
        if staff:
            self.fields["words"].label = _("Borgerens svar")
            self.fields["words"].help_text = _("Skriv det, som borgeren sagde det, og hvordan.")


class DecisionForm(forms.Form):
    """The outcome, why, and the letter as it will be signed."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=_("Hvad afgør du?"), widget=forms.RadioSelect)
    days = forms.IntegerField(
        label=_("Antal dage"), required=False, min_value=1, max_value=_MOST_DAYS
    )
    restored_on = day_field(
        _("Hvilken dag var kontakten genoprettet?"),
        _("Så regner vi dagene ud. Dagen selv tæller altid med."),
    )
    rate = forms.IntegerField(
        label=_("Årets sats i kroner"),
        help_text=_("Lad feltet være tomt, hvis du ikke kender årets sats. Så siger brevet det."),
        required=False, min_value=1, max_value=_MOST_KRONER,
    )  # fmt: skip
    rate_source = forms.CharField(label=_("Hvor står satsen?"), required=False, max_length=200)
    reasons = _text(
        _("Begrundelse"),
        _("De hensyn, du har lagt vægt på, og hvorfor grunden ikke var eller var rimelig."),
        rows=6,
    )
    text = forms.CharField(
        label=_("Brevet"),
        help_text=_("Et udkast. Læs det, og ret det, så det passer."),
        required=False, max_length=12000, widget=forms.Textarea(attrs={"rows": 20}),
    )  # fmt: skip

    def __init__(
        self, data: Data = None, *, case: Case, allowed: Sequence[Outcome], initial: Initial = None
    ) -> None:
        super().__init__(data, initial=initial)
        choices = [(one.value, words.OUTCOMES[one]) for one in allowed]
        self.fields["outcome"].choices = choices  # type: ignore[attr-defined]
        if Outcome.DAYS not in words.outcomes_of(case.kind):
            del self.fields["days"]
        if case.kind not in _UNTIL_RESTORED:
            del self.fields["restored_on"]
        self._case = case

    def clean(self) -> dict[str, Any]:
        """Ask for the days of a deduction, and for where a rate stands."""
        said = super().clean() or self.cleaned_data
        if said.get("restored_on") and said.get("outcome") == Outcome.DAYS:
            self._count(said)
        if said.get("outcome") == Outcome.DAYS and not said.get("days"):
            self.add_error("days", gettext("Skriv, hvor mange dage det drejer sig om."))
        if said.get("rate") and not (said.get("rate_source") or "").strip():
            text = gettext("Skriv, hvor årets sats står, så den kan slås op.")
            self.add_error("rate_source", text)
        return said

    def _count(self, said: dict[str, Any]) -> None:
        """Reckon the days from the one it happened until contact was restored (LAS §§ 37, 37 a)."""
        if said["restored_on"] < self._case.event_on:
            self.add_error("restored_on", gettext("Det er før den dag, det skete."))
            return
        counted = days_until(self._case.event_on, said["restored_on"])
        if said.get("days") not in {None, counted}:
            text = gettext("Fra dagen og til kontakten var genoprettet er der %(n)s.")
            self.add_error("days", text % {"n": counted})
        said["days"] = counted

    def entry(self, text: str) -> DecisionEntry:
        """Return the valid form as what the action takes, with the letter."""
        said = self.cleaned_data
        outcome = Outcome(said["outcome"])
        money = outcome in {Outcome.DAYS, Outcome.THREE_RATES}
        return DecisionEntry(
            outcome=outcome,
            reasons=said["reasons"].strip(),
            text=text,
            days=said.get("days") if outcome == Outcome.DAYS else None,
            rate=said["rate"] if money else None,
            rate_source=said["rate_source"].strip() if money and said["rate"] else "",
        )


class WithdrawForm(forms.Form):
    """Why a case is taken back."""

    why = _text(
        _("Hvorfor trækker du sagen tilbage?"),
        _("For eksempel: åbnet ved en fejl, eller borgeren er flyttet. Borgeren læser det."),
        rows=3, most=500,
    )  # fmt: skip


class RulesForm(forms.Form):
    """Whether a second person reads each decision."""

    four_eyes = forms.BooleanField(
        label=_("To medarbejdere skal læse hver afgørelse, før den bliver sendt"), required=False
    )
    why = _text(_("Hvem har besluttet det, og hvorfor?"), rows=2, most=300)
