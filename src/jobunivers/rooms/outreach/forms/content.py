# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is sent, to which group, and why."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import groups
from jobunivers.rooms.outreach import queries
from jobunivers.rooms.outreach.actions import Content
from jobunivers.rooms.outreach.models import Push, What

_JOB = re.compile(r"(?:^|/job/)(\d{1,18})/?(?:[?#].*)?$")


class WhatForm(forms.Form):
    """What to send."""

    hvad = forms.ChoiceField(
        label=_("Hvad vil du sende?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg én.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, at: datetime) -> None:
        """Offer what there is."""
        super().__init__(data)
        field = self.fields["hvad"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(queries.whats(at=at).items())


class ContentForm(forms.Form):
    """What is sent, to which group and why; the fields are those of its kind."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        push: Push,
        what: str,
        language: str,
        at: datetime,
    ) -> None:
        """Ask for what the kind needs; hand-picked people need no group."""
        super().__init__(data, initial=_initial(push, what))
        self._at, self.what, self._push = at, what, push
        self._offered = {
            f"{kind.code}:{one.key}": one
            for kind, found in groups.offered(staff_id=push.sender_id, language=language)
            for one in found
        }
        getattr(self, f"_ask_{what}")()
        self.fields["words"] = _text(
            gettext("Din besked") if what == What.MESSAGE else gettext("Dine egne ord"),
            required=what == What.MESSAGE,
            hint=gettext("Skriv ikke noget, der kun gælder én af dem."),
        )
        if not push.picked:
            self.fields["gruppe"] = self._group_field(language)
        self.fields["because"] = forms.CharField(
            label=_("Hvorfor får de den?"),
            help_text=_("Borgeren læser det. For eksempel: fordi du har arbejdet på lager."),
            max_length=200,
            error_messages={"required": _("Skriv hvorfor. Borgeren kan læse det.")},
        )

    def _group_field(self, language: str) -> forms.ChoiceField:
        kept = f"{self._push.group_kind}:{self._push.group_key}"
        choices: list[Any] = [("", gettext("Vælg en gruppe"))]
        if self._push.group_kind and kept not in self._offered:
            choices.append((kept, self._push.group_name))
        for kind, found in groups.offered(staff_id=self._push.sender_id, language=language):
            choices.append((str(kind.name), [(f"{kind.code}:{g.key}", g.name) for g in found]))
        return forms.ChoiceField(
            label=_("Hvem skal have den?"),
            choices=choices,
            error_messages={"required": _("Vælg en gruppe.")},
        )

    def _ask_job(self) -> None:
        self.fields["job"] = forms.CharField(
            label=_("Jobbets nummer eller adresse"),
            help_text=_("Kopiér adressen på jobbet her fra siden, for eksempel /job/123/"),
            max_length=300,
            error_messages={"required": _("Skriv, hvilket job det er.")},
        )

    def _ask_search(self) -> None:
        self.fields["title"] = _line(gettext("Overskrift"), 200)
        self.fields["q"] = _line(gettext("Søg efter"), 100, required=False)
        self.fields["sted"] = _line(gettext("Sted"), 100, required=False)
        self.fields["omraade"] = forms.SlugField(
            required=False, widget=forms.HiddenInput, max_length=60
        )

    def _ask_lesson(self) -> None:
        self.fields["lektion"] = forms.ChoiceField(
            label=_("Lektion eller kursus"), choices=queries.lesson_choices(at=self._at)
        )

    def _ask_offer(self) -> None:
        self.fields["tilbud"] = forms.CharField(
            label=_("Tilbuddets nummer eller adresse"),
            help_text=_("Kopiér adressen fra markedspladsen, for eksempel /markedspladsen/123/"),
            max_length=300,
            error_messages={"required": _("Skriv, hvilket tilbud det er.")},
        )

    def _ask_page(self) -> None:
        self.fields["side"] = forms.ChoiceField(
            label=_("Side eller værktøj"),
            choices=[(code, words) for code, (words, _name) in queries.PAGES.items()],
        )

    def _ask_message(self) -> None:
        self.fields["title"] = _line(gettext("Overskrift"), 200)

    def clean_job(self) -> queries.Job:
        """Return the open job that was meant."""
        found = _JOB.search(self.cleaned_data["job"].strip())
        job = queries.job(int(found[1]), at=self._at) if found else None
        if job is None:
            raise forms.ValidationError(gettext("Vi kan ikke finde et åbent job med det nummer."))
        return job

    def clean_tilbud(self) -> queries.Offered:
        """Return the offer that was meant; it must stand on a shelf of the kommune."""
        number = queries.number_in(self.cleaned_data["tilbud"])
        found = queries.offered(int(number), at=self._at) if number else None
        if found is None:
            raise forms.ValidationError(
                gettext("Vi kan ikke finde et tilbud med det nummer på kommunens hylder.")
            )
        return found

    def clean(self) -> dict[str, Any]:
        """See that a search asks for something."""
        said: dict[str, Any] = super().clean() or {}
        asked = [said.get(name) for name in ("q", "sted", "omraade")]
        if self.what == What.SEARCH and not self.errors and not any(asked):
            self.add_error("q", gettext("Skriv, hvad der skal søges efter, eller hvor."))
        return said

    def content(self) -> Content:
        """Return what was typed as it is stored."""
        said = self.cleaned_data
        kind, _sep, key = said.get("gruppe", "").partition(":")
        group = self._offered.get(f"{kind}:{key}")
        name = group.name if group else self._push.group_name if kind else ""
        values: dict[str, Any] = {"title": said.get("title", ""), "path": "", "thing": ""}
        if self.what == What.JOB:
            job = said["job"]
            values = {"title": job.title, "path": job.path, "thing": str(job.pk)}
            values["positions"] = job.positions
        elif self.what == What.SEARCH:
            asked = {name: said.get(name, "") for name in ("q", "sted", "omraade")}
            values["path"] = queries.search_path(asked)
        elif self.what == What.LESSON:
            values |= {"thing": said["lektion"], "title": self._chosen("lektion")}
        elif self.what == What.OFFER:
            offer = said["tilbud"]
            values = {"title": offer.title, "path": offer.path, "thing": str(offer.pk)}
        elif self.what == What.PAGE:
            values |= {"path": queries.page_path(said["side"]), "title": self._chosen("side")}
        return Content(
            what=self.what,
            words=said["words"],
            because=said["because"],
            group_kind=kind,
            group_key=key,
            group_name=name[:200],
            **values,
        )

    def _chosen(self, name: str) -> str:
        if name == "side":
            return str(queries.PAGES[self.cleaned_data[name]][0])
        return dict(queries.lesson_choices(at=self._at)).get(self.cleaned_data[name], "")[:200]


def _initial(push: Push, what: str) -> dict[str, Any]:
    initial: dict[str, Any] = {"words": push.words, "because": push.because, "title": push.title}
    if push.group_kind:
        initial["gruppe"] = f"{push.group_kind}:{push.group_key}"
    if what != push.what:
        return initial
    if what == What.JOB:
        initial["job"] = push.thing
    if what == What.OFFER:
        initial["tilbud"] = push.thing
    if what == What.LESSON:
        initial["lektion"] = push.thing
    if what == What.SEARCH:
        asked = parse_qs(urlsplit(push.path).query)
        initial |= {name: asked.get(name, [""])[0] for name in ("q", "sted", "omraade")}
    if what == What.PAGE:
        pages = {queries.page_path(code): code for code in queries.PAGES}
        initial["side"] = pages.get(push.path, "")
    return initial


def _line(label: str, longest: int, *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=longest,
        required=required,
        error_messages={"required": _("Skriv noget her.")},
    )


def _text(label: str, *, required: bool, hint: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=1000,
        required=required,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv, hvad du vil sige.")},
    )
