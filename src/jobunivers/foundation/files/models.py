# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file and its pieces."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedBinaryField
from jobunivers.foundation.tenancy.models import SharedOrOwnModel

# Small enough that a browser's question for a part reads little more than the part.
PIECE = 256 * 1024


class StoredFile(SharedOrOwnModel):
    """A file of one kommune, or one that all share. What it belongs to says who may see it.

    In the database, because there it is locked to its kommune, and in the same backup and the
    same transaction as what points at it.
    """

    name = models.CharField(max_length=200)  # as it was called where it came from
    kind = models.CharField(max_length=20)  # a code of `kinds.KINDS`
    media_type = models.CharField(max_length=60)
    bytes = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    scanned_by = models.CharField(max_length=80, default="", blank=True)  # none: no scanner is set
    kept_at = models.DateTimeField()
    kept_by_id = models.BigIntegerField(null=True)
    kept_until = models.DateField(null=True)  # removed after this day, whatever points at it

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.CheckConstraint(name="a_stored_file_is_not_empty", condition=Q(bytes__gt=0)),
        ]
        indexes = [
            models.Index(
                fields=["kept_until"],
                name="files_that_end",
                condition=Q(kept_until__isnull=False),
            ),
            models.Index(fields=["municipality", "kept_by_id"], name="files_by_whom"),
        ]

    def __str__(self) -> str:
        return f"file {self.pk}"


class FilePiece(SharedOrOwnModel):
    """One piece of a file: all of `PIECE` bytes but the last."""

    file = models.ForeignKey(StoredFile, models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    content = EncryptedBinaryField()

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="a_piece_is_there_once"),
        ]

    def __str__(self) -> str:
        return f"piece {self.number}"
