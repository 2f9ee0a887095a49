# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one letter that goes to an address before it is confirmed."""

from datetime import datetime

from jobunivers.foundation.notices import composing
from jobunivers.foundation.notices.channels import carrier_of
from jobunivers.foundation.notices.models import Address, Channel
from jobunivers.foundation.notices.queries.wishes import preferences_of
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.integrations.carrying import Fate


class NotNow(Exception):  # noqa: N818 - it reads as what happened
    """The mail server could not take it; try again later."""


def send_confirmation(*, municipality_id: int, address_id: int, at: datetime) -> bool:
    """Send the letter, if the address still waits for it; tell whether it was taken.

    Raises NotNow. The same letter has the same name each time it is tried.
    """
    with working_for(municipality_id):
        found = Address.objects.filter(
            pk=address_id, channel=Channel.EMAIL, verified_at=None, gone_at=None
        ).first()
        municipality = tenancy.by_pk(municipality_id)
        carrier = carrier_of(Channel.EMAIL)
        if found is None or municipality is None or carrier is None:
            return False
        language = preferences_of(person_id=found.person_id).language
        letter = composing.confirmation(found, municipality=municipality, language=language, at=at)
    outcome = carrier.send(letter, found.address)
    if outcome.fate is Fate.LATER:
        raise NotNow(outcome.reason)
    if outcome.fate in {Fate.GONE, Fate.REFUSED}:
        with working_for(municipality_id):
            Address.objects.filter(pk=address_id, verified_at=None).update(gone_at=at)
    return outcome.fate is Fate.ACCEPTED
