# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A past that is played again has its notices sent by nobody: they left the house then."""

from collections.abc import Sequence
from datetime import datetime

from jobunivers.foundation.notices.models import Notice


def note_sent(*, notice_ids: Sequence[int], at: datetime) -> int:
    """Say that notices had left the house by then, in a replayed past; return how many."""
    return Notice.objects.filter(pk__in=list(notice_ids), sent_at=None).update(sent_at=at)
