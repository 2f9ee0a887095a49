# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a rule takes from a log is signed as it goes: the signature is what makes it lawful."""

from datetime import datetime

from jobunivers.rooms.audit.models import GapSignature
from jobunivers.rooms.audit.queries import gaps, keys


def sign_gaps(batch_id: int, at: datetime) -> int:
    """Sign the gaps that this transaction has made for a batch; return how many."""
    made = gaps.made_now(batch_id) if gaps.there_are_gaps() else []
    signer = keys.signer()
    GapSignature.objects.bulk_create(
        GapSignature(
            tombstone_id=one.id, at=at, key_id=signer.id, signature=signer.sign(one.digest)
        )
        for one in made
    )
    return len(made)
