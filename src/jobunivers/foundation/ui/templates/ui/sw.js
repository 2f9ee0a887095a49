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

// A notice that came while the pages were closed. It says where it leads; nowhere but to the
// kommune's own pages is followed.
self.addEventListener("push", (event) => {
  const told = event.data ? read(event.data) : {};
  if (!told.body) return;
  event.waitUntil(self.registration.showNotification(told.title || "Jobunivers", {
    body: told.body,
    tag: told.tag,
    data: { link: told.link },
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const scope = self.registration.scope;
  const asked = event.notification.data?.link;
  // The same page at the address that this browser knows it by.
  const link = asked ? new URL(new URL(asked, scope).pathname + new URL(asked, scope).search, scope).href : scope;
  const target = link.startsWith(scope) ? link : scope;
  event.waitUntil(self.clients.matchAll({ type: "window" }).then(async (windows) => {
    const open = windows.find((one) => one.url.startsWith(scope));
    if (open && (await open.navigate(target).catch(() => null))) return open.focus();
    return self.clients.openWindow(target);
  }));
});

function read(data) {
  try {
    return data.json();
  } catch {
    return {};
  }
}
