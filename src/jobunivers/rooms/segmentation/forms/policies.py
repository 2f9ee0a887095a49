# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A policy as forms: one rule, one course, the ladder, what is enough, and the decision.

Each gives the part of the policy's body that it is about; whether the whole hangs together is
asked of `science.segmentation.read_policy`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import DecidedForm
from jobunivers.rooms.segmentation.queries.facts import FACTS as WORDS
from jobunivers.rooms.segmentation.queries.facts import SIGNS
from jobunivers.rooms.segmentation.queries.policy_text import HELP, TALKS
from jobunivers.science.segmentation import FACTS, FactType

Part = dict[str, Any]
"""A part of a policy's body, as JSON."""
CONDITIONS = 4
_UNITS = {
    "weeks": _("uger"), "days": _("dage"), "years": _("år"), "months": _("måneder"),
    "per_week": _("point om ugen"),
}  # fmt: skip
_NOT_ASKED = {"absent"}


def _text(label: Any, *, rows: int = 2, longest: int = 600, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Skriv en tekst.")},
    )


def _whole(
    label: Any, least: int, most: int, *, required: bool = True, help_text: Any = ""
) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=least,
        max_value=most,
        required=required,
        error_messages={
            "required": _("Skriv et tal."),
            "invalid": _("Skriv et helt tal."),
            "min_value": _("Skriv %(limit_value)s eller mere."),
            "max_value": _("Skriv højst %(limit_value)s."),
        },
    )


def _fact_choices() -> list[tuple[str, str]]:
    return [("", gettext("Ingen betingelse")), *(
        (code, _with_unit(code)) for code in FACTS if code not in _NOT_ASKED and code in WORDS
    )]  # fmt: skip


def _with_unit(code: str) -> str:
    """Return a fact's name with what its number counts."""
    fact, name = FACTS[code], str(WORDS[code].name)
    if fact.type is FactType.SHARE:
        return gettext("%(name)s (procent)") % {"name": name}
    if fact.unit in _UNITS:
        return f"{name} ({_UNITS[fact.unit]})"
    return name


def _level_choices() -> list[tuple[str, Any]]:
    groups = [
        (str(WORDS[code].name), [(f"{code}:{level}", str(said)) for level, said in levels.items()])
        for code, fact in FACTS.items()
        if fact.type is FactType.LEVEL and code in WORDS and (levels := WORDS[code].levels)
    ]
    return [("", gettext("Vælg, hvis oplysningen har trin")), *groups]


class RuleForm(forms.Form):
    """One rule: what must hold, which course it leads to, and why in words she reads."""

    course = forms.ChoiceField(label=_("Forløb"), choices=[])
    why_da = _text(_("Hvorfor, på dansk"), help_text=_("Borgeren læser det. Skriv til “du”."))
    why_en = _text(_("Hvorfor, på engelsk"))
    source = forms.CharField(label=_("Paragraf eller anden kilde"), max_length=300, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        courses: Sequence[tuple[str, str]],
        rule: Part | None = None,
    ) -> None:
        """Show a rule, or an empty one, with room for one condition more than it has."""
        super().__init__(data, initial=_initial_rule(rule) if rule else None)
        self._code = str(rule["code"]) if rule else ""
        self.many = max(CONDITIONS, len(rule["all"]) + 1 if rule else 0)
        field = self.fields["course"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = courses
        signs = [(sign, str(words)) for sign, words in SIGNS.items()]
        for n in range(1, self.many + 1):
            self.fields |= {
                f"fact{n}": forms.ChoiceField(
                    label=_("Oplysning"), choices=_fact_choices(), required=n == 1,
                    error_messages={"required": _("Vælg mindst én oplysning.")},
                ),
                f"sign{n}": forms.ChoiceField(label=_("Er"), choices=signs, required=False),
                f"number{n}": forms.FloatField(
                    label=_("Tal"), required=False, min_value=0, localize=True,
                    widget=forms.TextInput(attrs={"inputmode": "decimal"}),
                    error_messages={
                        "invalid": _("Skriv et tal."), "min_value": _("Skriv 0 eller mere."),
                    },
                ),
                f"level{n}": forms.ChoiceField(
                    label=_("Trin"), choices=_level_choices(), required=False
                ),
            }  # fmt: skip

    @property
    def rows(self) -> list[tuple[int, list[forms.BoundField]]]:
        """Return the fields of each condition, for the page."""
        parts = ("fact", "sign", "number", "level")
        return [(n, [self[f"{part}{n}"] for part in parts]) for n in range(1, self.many + 1)]

    def clean(self) -> dict[str, object]:
        """Ask that each condition has the number or the level its fact needs."""
        cleaned: dict[str, object] = super().clean() or {}
        self._conditions = [
            condition
            for n in range(1, self.many + 1)
            if (code := str(cleaned.get(f"fact{n}") or "")) and (condition := self._one(n, code))
        ]
        return cleaned

    def _one(self, n: int, code: str) -> Part | None:
        sign = str(self.cleaned_data.get(f"sign{n}") or ">=")
        if FACTS[code].type is FactType.LEVEL:
            fact, _colon, level = str(self.cleaned_data.get(f"level{n}") or "").partition(":")
            if fact != code:
                self.add_error(f"level{n}", gettext("Vælg et trin af den oplysning, du har valgt."))
                return None
            return {"fact": code, "is": sign, "value": level}
        number = self.cleaned_data.get(f"number{n}")
        if sign == "=":
            self.add_error(f"sign{n}", gettext("Et tal er mindst eller under noget."))
        if number is None:
            if f"number{n}" not in self.errors:
                self.add_error(f"number{n}", gettext("Skriv et tal."))
            return None
        if FACTS[code].type is FactType.SHARE:
            if number > 100:  # noqa: PLR2004 - percent
                self.add_error(f"number{n}", gettext("Højst 100 procent."))
            number = number / 100
        return {"fact": code, "is": sign, "value": number}

    def part(self) -> Part:
        """Return the rule as it stands in a body; a new one has no code yet."""
        texts = {name: self.cleaned_data[name].strip() for name in ("why_da", "why_en", "source")}
        whole = {
            "code": self._code,
            "course": self.cleaned_data["course"],
            "all": self._conditions,
            **texts,
        }
        return {name: value for name, value in whole.items() if value != "" or name == "code"}


def _initial_rule(rule: Part) -> Part:
    initial = {name: rule.get(name, "") for name in ("course", "why_da", "why_en", "source")}
    for n, one in enumerate(rule["all"], start=1):
        code, value = one["fact"], one["value"]
        initial[f"fact{n}"], initial[f"sign{n}"] = code, one["is"]
        if FACTS[code].type is FactType.LEVEL:
            initial[f"level{n}"] = f"{code}:{value}"
        elif FACTS[code].type is FactType.SHARE:
            initial[f"number{n}"] = round(value * 100, 4)
        else:
            initial[f"number{n}"] = value
    return initial


class DefaultForm(forms.Form):
    """The course of whom no rule fits, and how long an objection may wait."""

    default = forms.ChoiceField(label=_("Forløb, når ingen regel passer"), choices=[])
    default_why_da = _text(_("Hvorfor, på dansk"), help_text=_("Borgeren læser det."))
    default_why_en = _text(_("Hvorfor, på engelsk"))
    objection_days = _whole(_("Svarfrist, når en borger siger fra (dage)"), 1, 60)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        courses: Sequence[tuple[str, str]],
        body: Part,
    ) -> None:
        super().__init__(data, initial=body)
        field = self.fields["default"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = courses

    def part(self) -> Part:
        """Return what of the body this is about."""
        return dict(self.cleaned_data)


class CourseHoldsForm(forms.Form):
    """What a course holds: how often we write and talk, and who helps."""

    pushes_per_week = _whole(_("Beskeder om ugen"), 0, 14)
    days_between_talks = _whole(_("Dage mellem samtaler"), 1, 730)
    talks = forms.ChoiceField(
        label=_("Samtalernes form"), choices=list(TALKS.items()), widget=forms.RadioSelect
    )
    consultant = forms.BooleanField(
        label=_("Borgeren får en personlig jobkonsulent"), required=False
    )
    source = forms.CharField(label=_("Paragraf eller anden kilde"), max_length=300, required=False)

    def part(self) -> Part:
        """Return what of the course this is about."""
        return dict(self.cleaned_data)


class CourseWordsForm(forms.Form):
    """How a course is spoken of."""

    name_da = forms.CharField(label=_("Navn på dansk"), max_length=80)
    name_en = forms.CharField(label=_("Navn på engelsk"), max_length=80)
    description_da = _text(_("Beskrivelse på dansk"), rows=3, help_text=_("Borgeren læser det."))
    description_en = _text(_("Beskrivelse på engelsk"), rows=3)


class LadderForm(forms.Form):
    """The ladder's steps, and how slowly it moves."""

    back_after_weeks = _whole(_("Uger i gang, før man går et trin tilbage"), 1, 12)
    cool_down_days = _whole(_("Mindst så mange dage mellem to flytninger"), 7, 90)

    def __init__(self, data: Mapping[str, Any] | None = None, *, ladder: Part) -> None:
        """Show the steps that are there."""
        self._steps: list[Part] = ladder["steps"]
        initial = dict(ladder)
        for n, step in enumerate(self._steps, start=1):
            initial |= {f"{name}{n}": value for name, value in step.items()}
        super().__init__(data, initial=initial)
        for n in range(1, len(self._steps) + 1):
            self.fields |= {
                f"days{n}": _whole(_("Dage uden aktivitet"), 1, 730),
                f"unanswered{n}": _whole(_("Beskeder uden svar"), 0, 100),
                f"help{n}": forms.ChoiceField(label=_("Det sker"), choices=list(HELP.items())),
                f"why_da{n}": _text(
                    _("Det læser borgeren, på dansk"),
                    help_text=_("{days} og {unanswered} bliver til tallene ovenfor."),
                ),
                f"why_en{n}": _text(_("Det læser borgeren, på engelsk")),
            }

    @property
    def rows(self) -> list[tuple[int, list[forms.BoundField]]]:
        """Return the fields of each step, for the page."""
        parts = ("days", "unanswered", "help", "why_da", "why_en")
        steps = range(1, len(self._steps) + 1)
        return [(n, [self[f"{part}{n}"] for part in parts]) for n in steps]

    def part(self) -> Part:
        """Return the ladder as it stands in a body."""
        parts = ("days", "unanswered", "help", "why_da", "why_en")
        return {
            "steps": [
                step | {part: self.cleaned_data[f"{part}{n}"] for part in parts}
                for n, step in enumerate(self._steps, start=1)
            ],
            "back_after_weeks": self.cleaned_data["back_after_weeks"],
            "cool_down_days": self.cleaned_data["cool_down_days"],
        }


class AvailabilityForm(forms.Form):
    """What activity is enough to be available for work, shown as a help to keep count."""

    applications_per_week = _whole(
        _("Job at søge om ugen"), 0, 50, required=False, help_text=_("Lad stå tomt for intet krav.")
    )
    cv_within_days = _whole(_("Dage til at skrive CV"), 1, 730, required=False)
    joblog_every_days = _whole(_("Dage mellem ord i joblog"), 1, 730, required=False)
    login_every_days = _whole(_("Dage mellem besøg"), 1, 730, required=False)
    why_da = _text(_("Hvorfor, på dansk"), help_text=_("Borgeren læser det."))
    why_en = _text(_("Hvorfor, på engelsk"))
    source = forms.CharField(label=_("Paragraf eller anden kilde"), max_length=600, required=False)

    def part(self) -> Part:
        """Return the availability as it stands in a body."""
        return dict(self.cleaned_data)


class ActivateForm(DecidedForm):
    """Who decided a policy, why, and from when: nobody is moved backwards in time."""

    field_order = ("decided_by", "why", "effective_from", "seen")
    why = _text(_("Hvorfor?"), rows=3, longest=2000, help_text=_("Borgerne kan læse begrundelsen."))
    seen = forms.BooleanField(
        label=_("Jeg har læst prøven og ved, hvem der flytter"),
        error_messages={"required": _("Læs prøven først, og sæt så kryds.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date) -> None:
        """Say that citizens read who decided."""
        super().__init__(data, today=today)
        self.fields["decided_by"].help_text = _(
            "For eksempel “Beskæftigelsesudvalget”. Borgerne læser det."
        )
