# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's mail catcher: ``python -m jobunivers.config.mail_catcher PORT FOLDER``.

The catcher itself knows nothing of who started it; here it is made to end with the demo.
"""

from jobunivers.config import orphans
from jobunivers.integrations.mail import fake

if __name__ == "__main__":
    orphans.end_with_parent(grace=1)
    fake.main()
