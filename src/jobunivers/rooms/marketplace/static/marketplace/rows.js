// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Buttons that push a shelf's row on by one card; the row can be pushed without this script too.
const calm = matchMedia("(prefers-reduced-motion: reduce)");

for (const row of document.querySelectorAll("[data-row]")) {
  const turn = row.parentElement.querySelector("[data-turn]");
  if (!turn) continue;
  const back = turn.querySelector("[data-back]");
  const on = turn.querySelector("[data-on]");
  const cards = [...row.children];
  const here = () => {
    const start = row.getBoundingClientRect().left;
    const far = cards.map((card) => Math.abs(card.getBoundingClientRect().left - start));
    return far.indexOf(Math.min(...far));
  };
  const show = () => {
    const room = row.scrollWidth - row.clientWidth;
    back.disabled = row.scrollLeft < 8;
    on.disabled = row.scrollLeft > room - 8;
    turn.hidden = room < 8;
  };
  const push = (by) => {
    const card = cards[Math.min(Math.max(here() + by, 0), cards.length - 1)];
    const behavior = calm.matches ? "auto" : "smooth";
    row.scrollBy({ left: card.getBoundingClientRect().left - row.getBoundingClientRect().left - 4, behavior });
  };
  back.addEventListener("click", () => push(-1));
  on.addEventListener("click", () => push(1));
  row.addEventListener("scroll", show, { passive: true });
  addEventListener("resize", show);
  show();
}
