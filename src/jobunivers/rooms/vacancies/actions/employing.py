# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding or adding the employers of a batch of advertisements."""

import re
from collections.abc import Sequence

from jobunivers.integrations.jobads.records import VacancyRecord
from jobunivers.rooms.vacancies.actions.cleaning import storable
from jobunivers.rooms.vacancies.models import Employer

_SPACES = re.compile(r"\s+")
_CVR = re.compile(r"[0-9]{8}")
_LONGEST_URL = 500


def employer_key(record: VacancyRecord) -> str:
    """Return what makes an employer the same one: the CVR number, else the name as written."""
    if cvr := _cvr(record):
        return f"cvr:{cvr}"
    name = _SPACES.sub(" ", storable(record.employer_name)).strip().casefold()
    return f"name:{name}"[:220] if name else ""


def _cvr(record: VacancyRecord) -> str:
    return record.employer_cvr if _CVR.fullmatch(record.employer_cvr) else ""


def employers_of(records: Sequence[VacancyRecord]) -> dict[int, int]:
    """Return the employer's id for each record's place in the list, adding those not known."""
    keys = {index: key for index, record in enumerate(records) if (key := employer_key(record))}
    wanted = {key: records[index] for index, key in keys.items()}
    known = _ids(list(wanted))
    missing = [
        Employer(
            key=key,
            name=storable(record.employer_name).strip()[:200] or f"CVR {_cvr(record)}",
            cvr=_cvr(record),
            # Half an address leads nowhere.
            url=storable(record.employer_url) if len(record.employer_url) <= _LONGEST_URL else "",
        )
        for key, record in wanted.items()
        if key not in known
    ]
    if missing:
        Employer.objects.bulk_create(missing, ignore_conflicts=True)
        known = _ids(list(wanted))
    return {index: known[key] for index, key in keys.items()}


def _ids(keys: list[str]) -> dict[str, int]:
    return dict(Employer.objects.filter(key__in=keys).values_list("key", "pk"))
