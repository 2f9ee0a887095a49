// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Dragging tiles by their grip, with a mouse, a pen or a finger. The buttons beside each tile do
// the same without this; what is dropped is sent by the form that they stand in.

let dragged = null; // { item, pointer, before: [parent, next sibling] }

function show(board) {
  for (const grip of board.querySelectorAll(".tile-grip")) grip.hidden = false;
}

function tileAt(event) {
  const below = document.elementFromPoint(event.clientX, event.clientY);
  return below && below.closest("[data-board] [data-column]") ? below : null;
}

function move(event) {
  if (!dragged || event.pointerId !== dragged.pointer) return;
  event.preventDefault();
  const edge = 60; // px from the edge of the window where it begins to scroll
  if (event.clientY < edge) window.scrollBy(0, -12);
  if (event.clientY > window.innerHeight - edge) window.scrollBy(0, 12);
  const below = tileAt(event);
  if (!below) return;
  const column = below.closest("[data-column]");
  const other = below.closest("[data-tile]");
  if (other === dragged.item) return;
  if (!other) {
    if (!column.contains(dragged.item)) column.append(dragged.item);
    return;
  }
  const box = other.getBoundingClientRect();
  const after = event.clientY > box.top + box.height / 2;
  other[after ? "after" : "before"](dragged.item);
}

function end(event, { keep }) {
  if (!dragged || (event.pointerId !== undefined && event.pointerId !== dragged.pointer)) return;
  const { item, before: [parent, next] } = dragged;
  dragged = null;
  item.classList.remove("tile-dragged");
  if (!keep) { parent.insertBefore(item, next); return; }
  if (item.parentElement === parent && item.nextElementSibling === next) return;
  send(item.closest("[data-board]"));
}

function say(board, name, value) {
  const said = document.createElement("input");
  Object.assign(said, { type: "hidden", name, value });
  said.dataset.said = "";
  board.append(said);
}

function send(board) {
  for (const old of board.querySelectorAll("[data-said]")) old.remove();
  say(board, "dragged", "1");
  for (const column of board.querySelectorAll("[data-column]")) {
    for (const item of column.querySelectorAll("[data-tile]")) {
      say(board, column.dataset.column, item.dataset.tile);
    }
  }
  board.requestSubmit();
}

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest(".tile-grip");
  if (!grip || event.button > 0) return;
  const item = grip.closest("[data-tile]");
  dragged = { item, pointer: event.pointerId, before: [item.parentElement, item.nextElementSibling] };
  item.classList.add("tile-dragged");
  event.preventDefault();
});
document.addEventListener("pointermove", move, { passive: false });
document.addEventListener("pointerup", (event) => end(event, { keep: true }));
document.addEventListener("pointercancel", (event) => end(event, { keep: false }));
document.addEventListener("keydown", (event) => { if (event.key === "Escape") end({}, { keep: false }); });
document.addEventListener("htmx:afterSwap", () => {
  for (const board of document.querySelectorAll("[data-board]")) show(board);
});
for (const board of document.querySelectorAll("[data-board]")) show(board);
