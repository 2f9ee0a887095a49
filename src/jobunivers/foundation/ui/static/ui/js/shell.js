// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// The installed app: the service worker keeps the public shell and the offline page, nothing else.

const address = document.body.dataset.serviceWorker;
if (address && "serviceWorker" in navigator && window.isSecureContext) {
  window.addEventListener("load", () => {
    const scope = new URL("./", new URL(address, location.href)).pathname;
    navigator.serviceWorker.register(address, { scope, updateViaCache: "none" }).catch(() => {
      // Without it the pages work as before.
    });
  });
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-retry]")) return;
  event.preventDefault();
  location.reload();
});
