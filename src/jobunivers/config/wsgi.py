# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobunivers.config.settings")
application = get_wsgi_application()

# Every view is loaded before the first visitor comes, and what is loaded stays: the collector need
# not look through it again and again, which held up one page in twenty by a fifth of a second.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
