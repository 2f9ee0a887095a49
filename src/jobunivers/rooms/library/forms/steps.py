# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One step of content, of each kind."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.files.fields import KeptFileField
from jobunivers.foundation.files.kinds import IMAGE, VIDEO
from jobunivers.rooms.library.queries.bodies import (
    LONGEST_CAPTIONS,
    LONGEST_TEXT,
    MOST_CHOICES,
    is_webvtt,
)

_ROWS = 6  # answers that can be written at a time


def _text(label: Any, *, required: bool = False, rows: int = 10) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={
            "required": _("Skriv en tekst på dansk."),
            "max_length": _("Teksten er for lang. Del den i flere trin."),
        },
    )


def _line(label: Any, *, required: bool = False, most: int = 300) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=most,
        error_messages={"required": _("Skriv her.")},
    )


class StepForm(forms.Form):
    """What all steps have; `raw` gives a step as it is kept."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def raw(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Return the valid form as a step, with what the form does not ask kept."""
        told = {k: v for k, v in self.cleaned_data.items() if isinstance(v, str)}
        return {**before, **told}


class TextForm(StepForm):
    """A text."""

    title_da = _line(_("Overskrift på dansk"), most=150)
    text_da = _text(_("Tekst på dansk"), required=True)
    title_en = _line(_("Overskrift på engelsk"), most=150)
    text_en = _text(_("Tekst på engelsk"))


class QuestionForm(StepForm):
    """A question with answers; those left empty are left out."""

    question_da = _line(_("Spørgsmål på dansk"), required=True)
    question_en = _line(_("Spørgsmål på engelsk"))
    text_da = _text(_("Tekst før svarene på dansk"), rows=4)
    text_en = _text(_("Tekst før svarene på engelsk"), rows=4)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, initial: Mapping[str, Any] | None = None
    ) -> None:
        """Offer room for the answers there are and some more."""
        told = dict(initial or {})
        choices = told.pop("choices", None) or ()
        super().__init__(data, initial=told)
        self.numbers = range(1, min(max(_ROWS, len(choices) + 1), MOST_CHOICES) + 1)
        for n in self.numbers:
            one = choices[n - 1] if n <= len(choices) else {}
            self.fields |= {
                f"da_{n}": _first(_line(_("Svar på dansk")), one.get("da")),
                f"say_da_{n}": _first(
                    _line(_("Det siger vi til den, der vælger det")), one.get("say_da")
                ),
                f"en_{n}": _first(_line(_("Svar på engelsk")), one.get("en")),
                f"say_en_{n}": _first(_line(_("Det siger vi på engelsk")), one.get("say_en")),
                f"right_{n}": _first(
                    forms.BooleanField(label=_("Det er rigtigt"), required=False),
                    one.get("right"),
                ),
            }

    @property
    def rows(self) -> list[tuple[int, list[forms.BoundField]]]:
        """Return the fields of each answer."""
        names = ("da", "say_da", "en", "say_en", "right")
        return [(n, [self[f"{name}_{n}"] for name in names]) for n in self.numbers]

    def clean(self) -> dict[str, Any]:
        """Ask for two answers, one of them right, and for words to each."""
        told: dict[str, Any] = super().clean() or {}
        kept = [n for n in self.numbers if told.get(f"da_{n}")]
        if len(kept) < 2:  # noqa: PLR2004 - a choice is between two
            self.add_error("da_1", _("Skriv mindst to svar."))
        elif not any(told.get(f"right_{n}") for n in kept):
            self.add_error(f"right_{kept[0]}", _("Mindst ét svar skal være rigtigt."))
        for n in kept:
            if not told.get(f"say_da_{n}"):
                self.add_error(f"say_da_{n}", _("Skriv, hvad vi siger til den, der vælger svaret."))
        return told

    def raw(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Return the question with its answers."""
        told = self.cleaned_data
        names = ("question_da", "question_en", "text_da", "text_en")
        choices = [
            {
                **{name: told[f"{name}_{n}"] for name in ("da", "en", "say_da", "say_en")},
                "right": bool(told[f"right_{n}"]),
            }
            for n in self.numbers
            if told[f"da_{n}"]
        ]
        return {**before, **{name: told[name] for name in names}, "choices": choices}


def _first(field: forms.Field, value: object) -> forms.Field:
    field.initial = value
    return field


class ImageForm(StepForm):
    """A picture with what it shows in words."""

    file = KeptFileField(IMAGE, label=_("Billede"), required=False)
    alt_da = _line(_("Hvad viser billedet? På dansk"), required=True)
    alt_en = _line(_("Hvad viser billedet? På engelsk"))
    title_da = _line(_("Overskrift på dansk"), most=150)
    title_en = _line(_("Overskrift på engelsk"), most=150)
    text_da = _text(_("Tekst på dansk"), rows=4)
    text_en = _text(_("Tekst på engelsk"), rows=4)
    kind, code = IMAGE, "image"


class VideoForm(StepForm):
    """A video with captions."""

    file = KeptFileField(
        VIDEO, label=_("Video"), help_text=_("MP4 eller WebM på højst 500 MB."), required=False
    )
    captions_file_da = forms.FileField(
        label=_("Undertekster på dansk"),
        required=False,
        help_text=_("En fil i formatet WebVTT. Alle skal kunne følge med, også uden lyd."),
    )
    captions_file_en = forms.FileField(label=_("Undertekster på engelsk"), required=False)
    title_da = _line(_("Overskrift på dansk"), most=150)
    title_en = _line(_("Overskrift på engelsk"), most=150)
    text_da = _text(_("Tekst på dansk"), rows=4)
    text_en = _text(_("Tekst på engelsk"), rows=4)
    kind, code = VIDEO, "video"

    def clean_captions_file_da(self) -> str:
        """Return the Danish captions."""
        return _captions(self.cleaned_data["captions_file_da"])

    def clean_captions_file_en(self) -> str:
        """Return the English captions."""
        return _captions(self.cleaned_data["captions_file_en"])

    def raw(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Return the video's texts; captions that were not sent anew stay."""
        made = super().raw(before)
        for language in ("da", "en"):
            text = made.pop(f"captions_file_{language}", "")
            if text:
                made[f"captions_{language}"] = text
        return made


def _captions(upload: "UploadedFile[bytes] | None") -> str:
    if upload is None:
        return ""
    if (upload.size or 0) > LONGEST_CAPTIONS:
        raise ValidationError(_("Filen med undertekster er for stor."))
    try:
        text: str = upload.read().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ValidationError(_("Underteksterne skal være gemt som UTF-8.")) from error
    if not is_webvtt(text):
        raise ValidationError(_("Underteksterne skal være i formatet WebVTT."))
    return text
