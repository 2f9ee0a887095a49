# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an editor writes of the introduction, and the videos she uploads."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.form_fields import day_field
from jobunivers.rooms.entrance.actions import ItemEntry, Video
from jobunivers.rooms.entrance.models import GuideItem, Picture, Place

MOST_BYTES = 60 * 1024 * 1024
_CUE = re.compile(r"^(\d{2,}:)?\d{2}:\d{2}\.\d{3} --> (\d{2,}:)?\d{2}:\d{2}\.\d{3}", re.MULTILINE)
PLACES = {
    Place.TOUR: _("Rundvisningen"),
    Place.WELCOME: _("Trinet Velkommen"),
    Place.BRING: _("Trinet Hent, hvad du har"),
    Place.WISHES: _("Trinet Et par ønsker"),
    Place.READINESS: _("Trinet Sådan vil du helst"),
    Place.JOBS: _("Trinet Dine første job"),
    Place.MEETING: _("Trinet Et møde"),
}
PICTURES = {
    Picture.NONE: _("Ingen tegning"),
    Picture.PATH: _("En vej"),
    Picture.FOLDER: _("En mappe"),
    Picture.COMPASS: _("Et kompas"),
    Picture.TALK: _("En samtale"),
    Picture.SHIELD: _("Et skjold"),
    Picture.LIST: _("En liste"),
}
_ADDRESSES = {"", "ny", "moeder"}  # pages that lie beside the items
_MISSING = {"required": _("Skriv noget her.")}


class ItemForm(forms.Form):
    """One item of the introduction."""

    place = forms.ChoiceField(label=_("Hvor skal det stå?"), choices=list(PLACES.items()))
    order = forms.IntegerField(
        label=_("Plads i rækken"),
        help_text=_("Det mindste tal står først."),
        min_value=0,
        max_value=999,
        initial=100,
        error_messages={"invalid": _("Skriv et helt tal."), "required": _("Skriv et helt tal.")},
    )
    title_da = forms.CharField(label=_("Overskrift"), max_length=120, error_messages=_MISSING)
    title_en = forms.CharField(
        label=_("Overskrift, engelsk"), max_length=120, error_messages=_MISSING
    )
    text_da = forms.CharField(
        label=_("Tekst"),
        help_text=_("En tom linje giver et nyt afsnit."),
        widget=forms.Textarea,
        max_length=4000,
        error_messages=_MISSING,
    )
    text_en = forms.CharField(
        label=_("Tekst, engelsk"), widget=forms.Textarea, max_length=4000, error_messages=_MISSING
    )
    picture = forms.ChoiceField(label=_("Tegning"), choices=list(PICTURES.items()), required=False)
    written_by = forms.CharField(
        label=_("Hvem har skrevet det?"), max_length=120, error_messages=_MISSING
    )
    review_on = day_field(_("Hvornår skal det læses igennem igen?"))
    hidden = forms.BooleanField(label=_("Vis det ikke"), required=False)

    @classmethod
    def initial_of(cls, row: GuideItem) -> dict[str, Any]:
        """Return what stands now."""
        return {name: getattr(row, name) for name in cls.base_fields}

    def entry(self) -> ItemEntry:
        """Return the valid form as what the action takes."""
        return ItemEntry(**self.cleaned_data)

    def key(self) -> str:
        """Return a key made of the title, for a new item."""
        title: str = self.cleaned_data["title_da"].lower()
        danish = title.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
        key = slugify(danish)[:40].strip("-")
        return f"{key or 'tekst'}-1" if key in _ADDRESSES else key


class VideoForm(forms.Form):
    """A video with what is said in it."""

    video = forms.FileField(
        label=_("Video"),
        help_text=_("MP4 eller WebM, højst 60 MB."),
        error_messages={
            "required": _("Vælg en video."),
            "empty": _("Filen er tom."),
        },
    )
    captions_da = forms.FileField(
        label=_("Undertekster"),
        help_text=_("En fil i formatet WebVTT. Alle skal kunne følge med, også uden lyd."),
        error_messages={
            "required": _("Vælg en fil med undertekster."),
            "empty": _("Filen er tom."),
        },
    )
    captions_en = forms.FileField(
        label=_("Undertekster, engelsk"),
        required=False,
        error_messages={"empty": _("Filen er tom.")},
    )

    def clean_video(self) -> tuple[str, bytes]:
        """Return type and bytes; the type is read from the bytes, not from the name."""
        upload: UploadedFile[bytes] = self.cleaned_data["video"]
        if (upload.size or 0) > MOST_BYTES:
            raise ValidationError(_("Videoen fylder mere end 60 MB. Gør den kortere eller mindre."))
        content = upload.read()
        if content[:4] == b"\x1a\x45\xdf\xa3":
            return "video/webm", content
        if content[4:8] == b"ftyp":
            return "video/mp4", content
        raise ValidationError(
            _("Filen er ikke en video, som en browser kan vise. Brug MP4 eller WebM.")
        )

    def clean_captions_da(self) -> str:
        """Return the Danish captions."""
        return _captions(self.cleaned_data["captions_da"])

    def clean_captions_en(self) -> str:
        """Return the English captions, if there are any."""
        upload = self.cleaned_data["captions_en"]
        return _captions(upload) if upload else ""

    def video_entry(self) -> Video:
        """Return the valid form as what the action takes."""
        content_type, content = self.cleaned_data["video"]
        return Video(
            content_type=content_type,
            content=content,
            captions_da=self.cleaned_data["captions_da"],
            captions_en=self.cleaned_data["captions_en"],
        )


def _captions(upload: "UploadedFile[bytes]") -> str:
    """Return a WebVTT text; raises ValidationError for anything else."""
    if (upload.size or 0) > 1024 * 1024:
        raise ValidationError(_("Filen med undertekster er for stor."))
    try:
        text: str = upload.read().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ValidationError(_("Underteksterne skal være gemt som UTF-8.")) from error
    if not text.startswith("WEBVTT") or not _CUE.search(text) or "\0" in text:
        raise ValidationError(_("Underteksterne skal være i formatet WebVTT."))
    return text
