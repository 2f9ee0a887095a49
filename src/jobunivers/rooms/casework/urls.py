# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
app_name = "casework"
urlpatterns: list[object] = []
