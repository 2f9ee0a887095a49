# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.utils import timezone
from procrastinate.contrib.django import app

from jobunivers.foundation.everywhere import everywhere
from jobunivers.foundation.files import actions


@app.periodic(cron="35 4 * * *")
@app.task(queueing_lock="files.forget_ended")
def forget_ended(timestamp: int = 0) -> None:  # noqa: ARG001 - procrastinate tells when it was due
    """Remove files whose time is over, nightly."""
    today = timezone.localdate()
    everywhere("forgetting files", lambda: actions.forget_ended(today=today))
