// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// The installed app: its service worker, what it has kept of hers, and putting it on the home screen.

const words = document.body.dataset;
const installed = window.matchMedia("(display-mode: standalone)").matches;

function note(text) {
  const place = document.getElementById("messages");
  const told = Object.assign(document.createElement("div"), { className: "alert alert-info" });
  told.setAttribute("role", "status");
  const line = Object.assign(document.createElement("p"), { className: "alert-text", textContent: text });
  told.append(line);
  place.append(told);
  return line;
}

function when(iso) {
  const how = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(document.documentElement.lang, how).format(new Date(iso));
}

// A page that the service worker has kept says how old it is; back on the net it offers the new one.
if (words.keptAt) {
  const line = note(words.textKept.replace("{when}", when(words.keptAt)));
  window.addEventListener("online", () => {
    const link = Object.assign(document.createElement("a"), { href: "", textContent: words.textFresh });
    link.dataset.retry = "";
    line.replaceChildren(link);
  });
}

// The page for no connection shows what this device has kept of hers.
document.querySelectorAll("[data-kept]").forEach(async (line) => {
  const kept = window.caches && (await caches.match(line.dataset.kept).catch(() => null));
  if (!kept) return;
  const at = kept.headers.get("Jobunivers-Kept-At");
  if (at) line.querySelector("[data-kept-when]").textContent = `(${when(at)})`;
  line.hidden = false;
  line.closest("[data-kept-list]").hidden = false;
});

// Logging out forgets at once, also where the service worker does not see the page.
document.addEventListener("submit", async (event) => {
  if (!window.caches || !event.target.matches("[data-log-out]")) return;
  const names = await caches.keys();
  names.filter((name) => name.startsWith("own-")).forEach((name) => caches.delete(name));
});

let asking = null;
window.addEventListener("beforeinstallprompt", (event) => {
  const place = document.querySelector("[data-install]");
  if (!place) return;
  event.preventDefault();
  asking = event;
  place.hidden = false;
});
document.addEventListener("click", (event) => {
  if (!asking || !event.target.closest("[data-install-now]")) return;
  asking.prompt();
  asking = null;
  document.querySelector("[data-install]").hidden = true;
});

function watch(registration) {
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    next.addEventListener("statechange", () => {
      if (next.state === "installed" && navigator.serviceWorker.controller) note(words.textNew);
    });
  });
}

const address = document.body.dataset.serviceWorker;
if (address && "serviceWorker" in navigator && window.isSecureContext) {
  window.addEventListener("load", () => {
    const scope = new URL("./", new URL(address, location.href)).pathname;
    navigator.serviceWorker.register(address, { scope, updateViaCache: "none" }).then((registration) => {
      // In a browser's window the page itself is always the newest.
      if (installed) watch(registration);
    }, () => {
      // Without it the pages work as before.
    });
  });
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-retry]")) return;
  event.preventDefault();
  location.reload();
});
