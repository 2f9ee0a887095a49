// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Keeps the public shell and the offline page; of hers only the few pages that an answer allows on
// a device she has called her own, until she logs out, somebody else logs in, or two weeks are gone.
// A new version is fetched in the background and used the next time the app is opened.
{% autoescape off %}const VERSION = {{ version }};
const FAMILY = {{ family }};
const OFFLINE = {{ offline }};
const LANGUAGES = {{ languages }};
const SHELL = {{ shell }};
const OWN = {{ own }};
const KEPT = {{ kept }};
const FORGETS = {{ forgets }};{% endautoescape %}
const [READER, KEEP, AT] = ["Jobunivers-Reader", "Jobunivers-Keep", "Jobunivers-Kept-At"];
const LONGEST = 14 * 24 * 60 * 60 * 1000;
const REFRESHED = 10 * 60 * 1000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(VERSION).then(async (cache) => {
    await cache.addAll(SHELL);
    // Without cookies, so that it cannot become anyone's page.
    for (const language of LANGUAGES) {
      const page = await fetch(offline(language), { credentials: "omit", cache: "reload" });
      if (page.ok) await cache.put(offline(language), page);
    }
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
  if (address.origin !== location.origin) return;
  if (request.method === "POST" && FORGETS.includes(address.pathname)) event.waitUntil(forgetAllBut(""));
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    event.respondWith(navigated(event, address));
  } else if (SHELL.includes(address.pathname)) {
    event.respondWith(caches.match(request, { cacheName: VERSION }).then((kept) => kept || fetch(request)));
  } else if (address.pathname.startsWith("/static/")) {
    // Named by their content: one that a kept page came with is the right one for it.
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) || Response.error()));
  }
});

// The network first, always: a page is never older than the connection makes it.
async function navigated(event, address) {
  let answer;
  try {
    answer = await fetch(event.request);
  } catch {
    return (await keptPage(address)) || (await caches.match(offline(await spoken()))) || Response.error();
  }
  const language = answer.headers.get("Content-Language");
  if (LANGUAGES.includes(language)) event.waitUntil(remember(language));
  const reader = answer.headers.get(READER);
  if (reader) event.waitUntil(mind(reader, address, answer.headers.has(KEEP) ? answer.clone() : null));
  return answer;
}

// The page without a connection speaks as the last page did; the worker forgets between two of them.
let heard = "";

function offline(language) {
  return `${OFFLINE}?sprog=${language}`;
}

async function remember(language) {
  if (language === heard) return;
  const cache = await caches.open(VERSION);
  await cache.put(OFFLINE, new Response(language));
  heard = language;
}

async function spoken() {
  const said = await caches.match(OFFLINE, { cacheName: VERSION });
  return said ? said.text() : LANGUAGES[0];
}

// What is kept belongs to whoever the server has answered last on this device.
async function mind(reader, address, page) {
  await forgetAllBut(OWN + reader);
  if (!page) return;
  const cache = await caches.open(OWN + reader);
  await keep(cache, address.pathname, page);
  for (const other of KEPT) {
    const kept = other === address.pathname || await cache.match(other);
    if (kept === true || (kept && age(kept) < REFRESHED)) continue;
    const fresh = await fetch(other, { credentials: "same-origin" }).catch(() => null);
    if (fresh && fresh.ok && fresh.headers.get(KEEP) === reader) await keep(cache, other, fresh);
  }
}

async function forgetAllBut(name) {
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one.startsWith(OWN) && one !== name).map((one) => caches.delete(one)));
}

// The page and the files it came with are kept together, so that old and new never mix.
async function keep(cache, path, page) {
  const text = await page.text();
  const headers = new Headers(page.headers);
  headers.set(AT, new Date().toISOString());
  headers.delete("Content-Encoding");
  await cache.put(path, new Response(text, { headers }));
  const wanted = new Set(KEPT);
  for (const one of KEPT) {
    const kept = await cache.match(one);
    if (kept) files(await kept.text()).forEach((file) => wanted.add(file));
  }
  await Promise.allSettled([...wanted].filter((file) => !KEPT.includes(file)).map(
    async (file) => (await cache.match(file)) || cache.add(file),
  ));
  const there = await cache.keys();
  await Promise.all(there.filter((one) => !wanted.has(new URL(one.url).pathname)).map((one) => cache.delete(one)));
}

function files(html) {
  return [...html.matchAll(/<(?:link rel="stylesheet"|script)[^>]*?(?:href|src)="([^"#?]+)"/g)].map((found) => found[1]);
}

async function keptPage(address) {
  if (!KEPT.includes(address.pathname)) return null;
  const kept = await caches.match(address.pathname);
  if (!kept) return null;
  if (age(kept) > LONGEST) {
    await forgetAllBut("");
    return null;
  }
  const text = await kept.text();
  const marked = text.replace("<body ", `<body data-kept-at="${kept.headers.get(AT)}" `);
  return new Response(marked, { headers: kept.headers });
}

function age(kept) {
  return Date.now() - Date.parse(kept.headers.get(AT));
}

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
