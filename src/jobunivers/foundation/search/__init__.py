# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search engine: one index per kind of document, fed from the database, never the truth."""

from jobunivers.foundation.search.asking import (
    Answer,
    GridCell,
    Hit,
    NoIndex,
    Search,
    Suggestion,
    Wanted,
)
from jobunivers.foundation.search.geo import Circle
from jobunivers.foundation.search.lexicon import Lexicon
from jobunivers.foundation.search.reading import Reader
from jobunivers.foundation.search.spec import (
    Bucket,
    Completion,
    Document,
    Facet,
    Sort,
    Spec,
    TextField,
)
from jobunivers.foundation.search.store import NeedsRebuild, State, WriterBusy, state
from jobunivers.foundation.search.writing import Writer, rebuild

__all__ = [
    "Answer",
    "Bucket",
    "Circle",
    "Completion",
    "Document",
    "Facet",
    "GridCell",
    "Hit",
    "Lexicon",
    "NeedsRebuild",
    "NoIndex",
    "Reader",
    "Search",
    "Sort",
    "Spec",
    "State",
    "Suggestion",
    "TextField",
    "Wanted",
    "Writer",
    "WriterBusy",
    "rebuild",
    "state",
]
