# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What vacancies holds: her joblog, what she keeps and looks for, and the advertisements."""

from jobunivers.foundation.datamap import hold
from jobunivers.rooms.vacancies.datamap.advertisements import ADVERTISEMENTS
from jobunivers.rooms.vacancies.datamap.joblog import JOBLOG
from jobunivers.rooms.vacancies.datamap.letters import LETTERS
from jobunivers.rooms.vacancies.datamap.searching import SEARCHING

hold(*JOBLOG, *LETTERS, *SEARCHING, *ADVERTISEMENTS)
