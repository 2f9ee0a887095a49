# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed about the library."""

from jobunivers.rooms.library.forms.board import NameForm, PutForwardForm, QuorumForm, VoteForm
from jobunivers.rooms.library.forms.contents import BeginForm, FactsForm, WhyForm
from jobunivers.rooms.library.forms.steps import ImageForm, QuestionForm, TextForm, VideoForm

__all__ = [
    "BeginForm",
    "FactsForm",
    "ImageForm",
    "NameForm",
    "PutForwardForm",
    "QuestionForm",
    "QuorumForm",
    "TextForm",
    "VideoForm",
    "VoteForm",
    "WhyForm",
]
