# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The owner of the tables draws the ways by which data goes; nobody else can."""

import logging
from dataclasses import asdict

from django.db import transaction

from jobunivers.foundation.datamap.rules import RETENTIONS
from jobunivers.rooms.retention.models import Term, Way
from jobunivers.rooms.retention.queries.choices import NUMBERS
from jobunivers.rooms.retention.queries.ways import drawn

_log = logging.getLogger(__name__)


@transaction.atomic
def draw_ways() -> int:
    """Write anew how each model's rows go, from the data map; return how many ways there are.

    Safe to run again. Needs the owner's role: the app's may only read them.
    """
    found, wrong = drawn()
    for one in wrong:
        _log.warning("retention: %s", one)
    Way.objects.all().delete()
    Way.objects.bulk_create(Way(**asdict(one)) for one in found)
    Term.objects.all().delete()
    Term.objects.bulk_create(
        [
            *(
                Term(code=code, clock=one.clock.value, days=one.days, least=one.least)
                for code, one in RETENTIONS.items()
            ),
            *(
                Term(code=code, clock="", days=one.value, least=one.least)
                for code, one in NUMBERS.items()
            ),
        ]
    )
    return len(found)
