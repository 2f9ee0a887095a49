# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address, with what each person gets there."""

from tests.addresses.administration import FOR_ADMINISTRATION
from tests.addresses.citizens import FOR_CITIZENS
from tests.addresses.firms import FOR_FIRMS
from tests.addresses.lines import Line
from tests.addresses.staff import FOR_STAFF

_PARTS = (FOR_CITIZENS, FOR_STAFF, FOR_ADMINISTRATION, FOR_FIRMS)
TABLE: dict[str, Line] = {address: line for part in _PARTS for address, line in part.items()}
assert len(TABLE) == sum(map(len, _PARTS)), "an address stands twice"
