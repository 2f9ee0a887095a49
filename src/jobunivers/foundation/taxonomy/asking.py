# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions as lines of JSON, answered in order: what do these titles or texts mean?"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy.remembered import Asked, Remembered

Found = list[dict[str, Any]]
MOST_KEPT = 20_000
_LANGUAGES = ("da", "en")


class Answering:
    """Answers lines of one kind and counts those that could not be read.

    What has been asked before is not understood again.
    """

    def __init__(self, name: str, understand: Callable[[Sequence[Asked]], list[Found]]) -> None:
        """Take the answers' name ("concepts") and what gives them."""
        self._name = name
        self._remembered = Remembered(understand, meaning.model_version, most=MOST_KEPT)
        self.failed = 0

    def answer(self, lines: Sequence[bytes]) -> list[bytes]:
        """Return one line of JSON for each line, with the answer or what is wrong with it."""
        read = [_read(line) for line in lines]
        asked = [one for _, one, _ in read if one is not None]
        found = iter(self._remembered.get(asked)) if asked else iter(())
        answers = []
        for number, one, wrong in read:
            if one is None:
                self.failed += 1
                answers.append(_line({"id": number, "error": wrong}))
            else:
                answers.append(_line({"id": number, self._name: next(found)}))
        return answers


def titles(top: int) -> Answering:
    """Return what answers titles with the `top` nearest occupations and ISCO groups."""

    def understand(asked: Sequence[Asked]) -> list[Found]:
        found = meaning.concepts.get(fresh=True).guess([one.text for one in asked], top=top)
        names = meaning.names.get(fresh=True)
        return [
            [
                {
                    "uri": guess.uri,
                    "label": names.label(guess.uri, one.language),
                    "score": round(guess.score, 4),
                }
                for guess in guesses
            ]
            for one, guesses in zip(asked, found, strict=True)
        ]

    return Answering("concepts", understand)


def skills() -> Answering:
    """Return what answers texts with the skills they name, in their order."""

    def understand(asked: Sequence[Asked]) -> list[Found]:
        texts = meaning.skills_of_texts(asked)
        names = meaning.names.get(fresh=True)
        return [
            [
                {
                    "uri": skill.uri,
                    "label": names.label(skill.uri, one.language),
                    "start": skill.start,
                    "end": skill.end,
                    "words": skill.words,
                    "confidence": round(skill.confidence, 3),
                }
                for skill in found
            ]
            for one, found in zip(asked, texts, strict=True)
        ]

    return Answering("skills", understand)


def _read(line: bytes) -> tuple[Any, Asked | None, str]:
    """Return the question's id and the question, or no question and what is wrong with the line."""
    try:
        said = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None, None, "the line is no JSON in UTF-8"
    if not isinstance(said, dict):
        return None, None, "the line is no JSON object"
    number, text, language = said.get("id"), said.get("text"), said.get("lang")
    if not isinstance(text, str) or not text.strip():
        return number, None, "there is no text"
    spoken = language[:2].lower() if isinstance(language, str) else ""
    return number, Asked(text, spoken if spoken in _LANGUAGES else ""), ""


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _line(answer: dict[str, Any]) -> bytes:
    try:
        return json.dumps(answer, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # half a pair of surrogates in what was asked
        return json.dumps(answer).encode() + b"\n"
