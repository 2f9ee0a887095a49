# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for reading files."""

from jobunivers.foundation.files.models import PIECE, FilePiece, StoredFile


def file_of(pk: int) -> StoredFile | None:
    """Return a file of the kommune or a shared one; who asks says whether it may be seen."""
    return StoredFile.objects.filter(pk=pk).first()


def content(file: StoredFile, *, first: int = 0, last: int | None = None) -> bytes:
    """Return the bytes first–last (both in it), reading only the pieces they lie in."""
    end = file.bytes - 1 if last is None else last
    low, high = first // PIECE, end // PIECE
    pieces = FilePiece.objects.filter(file=file, number__gte=low, number__lte=high)
    whole = b"".join(
        bytes(piece) for piece in pieces.order_by("number").values_list("content", flat=True)
    )
    return whole[first - low * PIECE : end + 1 - low * PIECE]
