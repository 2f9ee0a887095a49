// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Notices on this device: the browser is asked only when she presses the button.

const place = document.querySelector("[data-push-key]");
const form = place?.querySelector("[data-push-form]");
const able = place && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

if (able && window.isSecureContext) {
  form.hidden = false;
  place.querySelector("[data-push-lacking]").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    subscribe().catch(() => say(place.dataset.pushFailed));
  });
}

function say(text) {
  place.querySelector("[data-push-said]").textContent = text;
  form.removeAttribute("aria-busy");
}

function bytes(base64url) {
  const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(base64 + "=".repeat((4 - (base64.length % 4)) % 4)), (c) => c.charCodeAt(0));
}

async function subscribe() {
  if ((await Notification.requestPermission()) !== "granted") {
    say(place.dataset.pushDenied);
    return;
  }
  const registration = await navigator.serviceWorker.ready;
  // A subscription made for other keys cannot be used: it would be refused for ever.
  const before = await registration.pushManager.getSubscription();
  if (before) await before.unsubscribe();
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(place.dataset.pushKey),
  });
  form.elements.subscription.value = JSON.stringify(subscription);
  form.submit();
}
