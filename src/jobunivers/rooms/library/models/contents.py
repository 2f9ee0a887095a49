# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands beside an offer of the library: its files, its writers, where it came from."""

from django.db import models

from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.tenancy.models import SharedOrOwnModel
from jobunivers.rooms.marketplace.queries import Offer, OfferVersion


class ContentFile(SharedOrOwnModel):
    """A picture or a video that belongs to an offer; who may see the offer may see it."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    file = models.OneToOneField(StoredFile, models.CASCADE, related_name="+")

    class Meta(SharedOrOwnModel.Meta):
        pass

    def __str__(self) -> str:
        return f"file of offer {self.offer_id}"


class Writer(SharedOrOwnModel):
    """Somebody who has written in a version, and so may not approve it."""

    version = models.ForeignKey(OfferVersion, models.CASCADE, related_name="+")
    person_id = models.BigIntegerField()

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["version", "person_id"], name="a_writer_of_a_version_is_there_once"
            ),
        ]

    def __str__(self) -> str:
        return f"writer of version {self.version_id}"


class Taken(SharedOrOwnModel):
    """What an import took an offer from, so that a rerun changes nothing."""

    offer = models.OneToOneField(Offer, models.CASCADE, related_name="+")
    source = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64)
    taken_at = models.DateTimeField()

    class Meta(SharedOrOwnModel.Meta):
        pass

    def __str__(self) -> str:
        return f"offer {self.offer_id} from {self.source}"
