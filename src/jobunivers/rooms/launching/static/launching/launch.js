// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Posts the launch by itself. Not for who has come back: what was posted is spent.
const form = document.querySelector("form[data-launch]");
const [way] = performance.getEntriesByType("navigation");
if (form && !(way && way.type === "back_forward")) form.submit();
