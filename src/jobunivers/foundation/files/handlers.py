# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is larger than any kind of file may be is counted and thrown away, not put on the disk."""

import io
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

from jobunivers.foundation.files.kinds import KINDS, MEGABYTE

# A form's other fields come with the file.
MOST = max(kind.most for kind in KINDS.values()) + 5 * MEGABYTE


class TooLargeHandler(FileUploadHandler):
    """Takes over when a request is too long to hold a file that we keep.

    The form is given a file of that size and no content, and says why it is not taken.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._too_large = False

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Look at how long the request says it is."""
        content_length: int = args[2]
        super().handle_raw_input(*args, **kwargs)
        self._too_large = content_length > MOST

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Keep the file from those who would store it."""
        super().new_file(*args, **kwargs)
        if self._too_large:
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:  # noqa: ARG002
        """Throw a piece away, or leave it to the others."""
        return None if self._too_large else raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """Return a file that has a size alone."""
        if not self._too_large:
            return None
        return UploadedFile(io.BytesIO(), self.file_name, self.content_type, size=file_size)
