// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Keeps the public shell and the offline page, never a page about anyone. A new version is
// fetched in the background and used the next time the app is opened: no surprises underway.
{% autoescape off %}const VERSION = {{ version }};
const FAMILY = {{ family }};
const OFFLINE = {{ offline }};
const SHELL = {{ shell }};{% endautoescape %}

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(VERSION).then(async (cache) => {
    await cache.addAll(SHELL);
    // Without cookies, so that it cannot become anyone's page.
    const page = await fetch(OFFLINE, { credentials: "omit", cache: "reload" });
    if (page.ok) await cache.put(OFFLINE, page);
  }));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(
    names.filter((name) => name.startsWith(FAMILY) && name !== VERSION).map((name) => caches.delete(name)),
  )));
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async () => (await caches.match(OFFLINE)) || Response.error()));
  } else if (SHELL.includes(address.pathname)) {
    event.respondWith(caches.match(request, { cacheName: VERSION }).then((kept) => kept || fetch(request)));
  }
});
