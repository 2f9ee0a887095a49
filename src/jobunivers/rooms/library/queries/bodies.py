# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The body of own content, as it is kept in a version: steps of texts, questions, pictures, videos.

`{"steps": [{"title_da", "title_en", "text_da", "text_en"}
| {"question_da", "question_en", "choices": [{"da", "en", "right", "say_da", "say_en"}]}
| {"video": file, "captions_da", "captions_en", "title_da", "title_en"}
| {"image": file, "alt_da", "alt_en", "title_da", "title_en"}]}`; texts are Markdown, captions
WebVTT. A question, a video or a picture may have a text as well.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from django.utils.translation import gettext as _

MOST_STEPS = 60
LONGEST_TEXT = 20_000
LONGEST_LINE = 300
LONGEST_CAPTIONS = 1_000_000
FEWEST_CHOICES, MOST_CHOICES = 2, 8
LANGUAGES = ("da", "en")
_CUE = re.compile(r"^(\d+:)?\d\d:\d\d\.\d{3} --> (\d+:)?\d\d:\d\d\.\d{3}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong; `step` counts from 1, and 0 is the whole."""

    step: int
    words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that can be chosen, and what is said to who chose it."""

    number: int
    words: str
    right: bool
    say: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the reader's language; Danish stands in where that language lacks.

    Attributes:
        kind: `text`, `question`, `video` or `image`.
        text: Markdown.
        language: which it is really in, for `lang`.
        captions: the languages in which there are any.
    """

    number: int
    kind: str
    title: str
    text: str
    language: str
    choices: tuple[Choice, ...] = ()
    file_id: int = 0
    captions: tuple[str, ...] = ()
    alt: str = ""

    @property
    def name(self) -> str:
        """Return what it is called in a list of steps."""
        return self.title or (self.text.splitlines()[0][:80] if self.text else self.alt)


def kind_of(raw: Mapping[str, Any]) -> str:
    """Return what a step is."""
    if "choices" in raw or "question_da" in raw:
        return "question"
    return next((kind for kind in ("video", "image") if kind in raw), "text")


def raw_steps(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the steps as they are kept; a body that is none has none."""
    steps = body.get("steps")
    return [dict(one) for one in steps if isinstance(one, Mapping)] if _is_list(steps) else []


def steps_of(body: Mapping[str, Any], language: str) -> tuple[Step, ...]:
    """Return the steps in a language."""
    return tuple(_step(raw, n, language) for n, raw in enumerate(raw_steps(body), 1))


def _step(raw: Mapping[str, Any], number: int, language: str) -> Step:
    kind = kind_of(raw)
    heading = "question" if kind == "question" else "title"
    spoken = language if raw.get(f"{heading}_{language}") or raw.get(f"text_{language}") else "da"
    if not any(raw.get(f"{name}_da") for name in (heading, "text")):
        spoken = language
    return Step(
        number=number,
        kind=kind,
        title=said(raw, heading, spoken),
        text=said(raw, "text", spoken),
        language=spoken,
        choices=tuple(
            Choice(n, said(one, "", spoken), bool(one.get("right")), said(one, "say", spoken))
            for n, one in enumerate(raw.get("choices") or (), 1)
        ),
        file_id=int(raw.get(kind) or 0) if kind in {"video", "image"} else 0,
        captions=tuple(one for one in LANGUAGES if raw.get(f"captions_{one}")),
        alt=said(raw, "alt", language),
    )


def said(raw: Mapping[str, Any], name: str, language: str) -> str:
    """Return a text of a step in a language, else in Danish."""
    key = f"{name}_" if name else ""
    return str(raw.get(f"{key}{language}") or raw.get(f"{key}da") or "")


def captions_of(body: Mapping[str, Any], number: int, language: str) -> str:
    """Return the captions of a step's video as WebVTT; empty when there are none."""
    steps = raw_steps(body)
    if not 1 <= number <= len(steps):
        return ""
    return str(steps[number - 1].get(f"captions_{language}") or "")


def file_ids(body: Mapping[str, Any]) -> set[int]:
    """Return the numbers of all files the steps show."""
    return {one.file_id for one in steps_of(body, "da") if one.file_id}


def is_webvtt(text: str) -> bool:
    """Say whether a text is captions with at least one line."""
    return text.startswith("WEBVTT") and bool(_CUE.search(text)) and "\0" not in text


def check_body(body: Mapping[str, Any], *, kind: str | None = None) -> list[Problem]:
    """Return all that is wrong with a body; nothing when it can be shown.

    Args:
        body: as it is kept.
        kind: of the offer: an article, a lesson or a video must have something to read or see.
    """
    steps = body.get("steps", [])
    if not _is_list(steps) or not all(isinstance(one, Mapping) for one in steps):
        return [Problem(0, _("Indholdet er ikke en liste af trin."))]
    found: list[Problem] = []
    if kind in {"article", "lesson", "video"} and not steps:
        found.append(Problem(0, _("Der er ikke noget at læse endnu. Tilføj et trin.")))
    if len(steps) > MOST_STEPS:
        found.append(Problem(0, _("Der er mere end 60 trin. Del indholdet i to.")))
    if kind == "video" and steps and not any(kind_of(one) == "video" for one in steps):
        found.append(Problem(0, _("Der er ingen video endnu. Tilføj den som et trin.")))
    for number, raw in enumerate(steps[:MOST_STEPS], 1):
        found += [Problem(number, words) for words in _problems(raw)]
    return found


def _problems(raw: Mapping[str, Any]) -> list[str]:
    kind = kind_of(raw)
    words = _texts(raw)
    if kind == "text" and not raw.get("text_da"):
        words.append(_("Skriv en tekst på dansk."))
    if kind == "question":
        words += _question(raw)
    if kind in {"video", "image"} and not (isinstance(raw[kind], int) and raw[kind] > 0):
        words.append(_("Filen mangler."))
    if kind == "image" and not raw.get("alt_da"):
        words.append(_("Skriv, hvad billedet viser, til dem, der ikke kan se det."))
    if kind == "video":
        words += _captions(raw)
    return words


def _texts(raw: Mapping[str, Any]) -> list[str]:
    found = []
    for name, value in raw.items():
        if not name.endswith(("_da", "_en")):
            continue
        if not isinstance(value, str):
            found.append(_("En tekst er ikke en tekst."))
        elif len(value) > _longest(name):
            found.append(_("Teksten er for lang. Del den i flere trin."))
    return found


def _longest(name: str) -> int:
    if name.startswith("captions"):
        return LONGEST_CAPTIONS
    return LONGEST_TEXT if name.startswith("text") else LONGEST_LINE


def _question(raw: Mapping[str, Any]) -> list[str]:
    if not raw.get("question_da"):
        return [_("Skriv spørgsmålet på dansk.")]
    choices = raw.get("choices")
    if not _is_list(choices) or not all(isinstance(one, Mapping) for one in choices):
        return [_("Svarene er ikke en liste.")]
    if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
        return [_("Et spørgsmål har fra to til otte svar.")]
    found = [words for one in choices for words in _texts(one)]
    if not any(one.get("right") is True for one in choices):
        found.append(_("Mindst ét svar skal være rigtigt."))
    if not all(one.get("da") for one in choices):
        found.append(_("Skriv alle svar på dansk."))
    if not all(one.get("say_da") for one in choices):
        found.append(_("Skriv, hvad vi siger til den, der vælger svaret."))
    return found


def _captions(raw: Mapping[str, Any]) -> list[str]:
    if not raw.get("captions_da"):
        return [_("En video skal have undertekster på dansk.")]
    texts = [raw.get(f"captions_{one}") for one in LANGUAGES]
    if all(is_webvtt(text) for text in texts if isinstance(text, str) and text):
        return []
    return [_("Underteksterne skal være i formatet WebVTT.")]


def _is_list(value: object) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)
