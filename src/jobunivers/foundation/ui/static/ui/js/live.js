// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// After an htmx swap: the focus stays where the person was, and a screen reader hears what changed.

const announcer = document.getElementById("announcer");
const words = document.body.dataset;
let before = null;

export function announce(text) {
  if (!announcer || !text) return;
  // The same text twice is read only when the element was empty in between.
  announcer.textContent = "";
  setTimeout(() => { announcer.textContent = text; }, 100);
}

function pathTo(element) {
  if (!element || element === document.body) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  const name = element.getAttribute("name");
  const value = element.getAttribute("value");
  if (name && value !== null && element.type !== "text") {
    return `[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`;
  }
  if (name) return `[name="${CSS.escape(name)}"]`;
  const href = element.getAttribute("href");
  return href ? `a[href="${CSS.escape(href)}"]` : null;
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const active = document.activeElement;
  before = event.detail.target && event.detail.target.contains(active)
    ? { path: pathTo(active), start: active.selectionStart, end: active.selectionEnd }
    : null;
});

document.addEventListener("htmx:afterSettle", (event) => {
  const target = event.detail.target || event.target;
  if (before && (document.activeElement === document.body || !document.activeElement)) {
    const again = before.path && document.querySelector(before.path);
    const place = again || target.querySelector("[data-focus], h1, h2") || target;
    if (place) {
      if (!again && !place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
      place.focus({ preventScroll: Boolean(again) });
      if (again && typeof before.start === "number" && again.setSelectionRange) {
        try { again.setSelectionRange(before.start, before.end); } catch { /* not a text field */ }
      }
    }
  }
  before = null;
  const said = target.querySelector && target.querySelector("[data-announce]");
  // An element with its own live region speaks for itself.
  const speaksItself = target.closest && target.closest("[aria-live], [role=status], [role=alert]");
  if (said) announce(said.dataset.announce || said.textContent.trim());
  else if (!speaksItself && target.dataset && "announceChanges" in target.dataset) announce(words.textUpdated);
});

// A menu or the like that is open closes with Escape and with a press elsewhere.
function close(menu, focus) {
  menu.open = false;
  if (focus) menu.querySelector("summary").focus();
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest && event.target.closest("details.ju-menu[open], details.ju-user[open]");
  if (menu) close(menu, true);
});
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.ju-menu[open], details.ju-user[open]").forEach((menu) => {
    if (!menu.contains(event.target)) close(menu, false);
  });
});

// The design system's own script is fetched only by pages that use one of its lively parts.
const LIVELY = ".fds-modal, .tooltip-wrapper, .js-dropdown, .tab-container, .form-limit, .date-picker, .overflow-menu, .js-radio-toggle-group, .js-checkbox-toggle-content";
const address = document.querySelector("meta[name=ui-dkfds]");
if (address && document.querySelector(LIVELY)) {
  const script = document.createElement("script");
  script.src = address.content;
  script.addEventListener("load", () => window.DKFDS.init());
  document.head.append(script);
}
