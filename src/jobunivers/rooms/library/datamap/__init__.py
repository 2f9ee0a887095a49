# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What library holds: where she is in what she reads, who writes, and who decides."""

from jobunivers.foundation.datamap import hold
from jobunivers.rooms.library.datamap.board import BOARD
from jobunivers.rooms.library.datamap.contents import CONTENTS

hold(*CONTENTS, *BOARD)
