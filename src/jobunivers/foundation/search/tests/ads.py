# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A few advertisements, and an index of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jobunivers.foundation.search import Document, Lexicon, Reader, Search, rebuild
from jobunivers.foundation.search.vacancies import VACANCIES, VacancyDocument

TODAY = 20_780
AARHUS, ODENSE = 1, 2
RAADHUSET = (56.1526, 10.2030)  # Aarhus town hall
LEXICON = Lexicon.build(["lager", "logistik", "social- og sundhedsassistent", "buschauffør"])


def ad(number: int, title: str, **said: Any) -> Document:
    said.setdefault("expires", TODAY + 30)
    said.setdefault("published", TODAY - 1)
    return VacancyDocument(id=number, title=title, **said).document()


def index(folder: Path, documents: Iterable[Document], change: int = 1) -> Reader:
    with rebuild(folder, VACANCIES, LEXICON) as writer:
        writer.put(documents)
        writer.commit(change=change)
    return Reader(folder, VACANCIES)


def ask(reader: Reader, text: str = "", **said: Any) -> list[int]:
    said.setdefault("at_day", TODAY)
    said.setdefault("owner", AARHUS)
    return [hit.id for hit in reader.search(Search(text=text, **said)).hits]
