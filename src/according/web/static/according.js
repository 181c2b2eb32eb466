// What makes the pages quicker to use. Every page is whole without it.
"use strict";

const all = (where, from = document) => [...from.querySelectorAll(where)];
const marks = all(".m");
const cards = all(".card");
const note = document.getElementById("note");

// Claims and their words: what belongs together is lit together.
const byName = new Map();
for (const each of [...marks, ...cards]) {
  for (const name of (each.dataset.of || "").split(" ").filter(Boolean)) {
    if (!byName.has(name)) byName.set(name, []);
    byName.get(name).push(each);
  }
}
let lit = [];
function light(names) {
  for (const each of lit) each.classList.remove("lit");
  lit = names.flatMap((name) => byName.get(name) || []);
  for (const each of lit) each.classList.add("lit");
}
const claimsOf = (each) => (each.dataset.of || "").split(" ").filter((name) => name.startsWith("c"));

function isShown(mark) {
  const box = document.getElementById("show-" + mark.classList[1]);
  return !box || box.checked;
}

// What is known of a mark, said beside it. Marks within marks: the innermost one that is shown has something to say.
function tell(mark) {
  const said = [];
  for (let each = mark; each && each.classList.contains("m"); each = each.parentElement) {
    if (each.dataset.note && isShown(each)) said.push(each.dataset.note);
  }
  if (!note || !said.length) return hush();
  note.textContent = said.slice(0, 3).join("\n");
  note.hidden = false;
  const place = mark.getClientRects()[0] || mark.getBoundingClientRect();
  const left = Math.min(place.left, document.documentElement.clientWidth - note.offsetWidth - 8);
  const above = place.top - note.offsetHeight - 4;
  note.style.left = Math.max(8, left) + window.scrollX + "px";
  note.style.top = (above > 0 ? above : place.bottom + 8) + window.scrollY + "px";
}
function hush() {
  if (note) note.hidden = true;
}

document.addEventListener("mouseover", (event) => {
  const mark = event.target.closest(".m");
  const card = event.target.closest(".card");
  if (card) { light([card.dataset.of]); hush(); }
  else if (mark) {
    let each = mark;
    while (each && each.classList.contains("m") && !claimsOf(each).length) each = each.parentElement;
    light(each && each.classList.contains("m") ? claimsOf(each) : []);
    tell(mark);
  } else if (lit.length) { light([]); hush(); }
});
document.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (card) light([card.dataset.of]);
  else if (event.target.classList.contains("m")) { light(claimsOf(event.target)); tell(event.target); }
  else hush();
});

// Each card beside the line that its content begins in.
function align() {
  const beside = window.matchMedia("(min-width: 46.01rem)").matches;
  for (const margin of all(".margin")) {
    const top = margin.getBoundingClientRect().top;
    for (const card of margin.children) card.style.marginTop = "";
    if (!beside) continue;
    for (const card of margin.children) {
      const words = document.getElementById("t-" + card.id);
      const line = words && words.getClientRects()[0];
      if (!line) continue;
      const short = line.top - top - (card.getBoundingClientRect().top - top);
      if (short > 0) card.style.marginTop = short + "px";
    }
  }
}
if (cards.length) {
  align();
  window.addEventListener("resize", align);
  document.fonts?.ready.then(align);
}

// Keys, which can be switched off (WCAG 2.1.4).
const box = document.getElementById("keys-on");
box.checked = localStorage.getItem("keys") !== "off";
box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
for (const each of all(".needs-script")) each.hidden = false;
for (const each of all("[data-opens]")) {
  each.addEventListener("click", () => document.getElementById(each.dataset.opens).showModal());
}

function step(found, by) {
  const shown = found.filter((each) => each.getClientRects().length);
  if (!shown.length) return;
  const here = shown.findIndex((each) => each === document.activeElement || each.contains(document.activeElement));
  let next = here + by;
  if (here < 0) {
    const after = shown.findIndex((each) => each.getBoundingClientRect().bottom > 60);
    next = by > 0 ? Math.max(after, 0) : after - 1;
  }
  const one = shown[Math.min(Math.max(next, 0), shown.length - 1)];
  const aim = one.matches(".card, .claim") ? one.querySelector("a.number, .what a") || one : one;
  if (aim.tabIndex < 0) aim.tabIndex = -1;
  aim.focus({ preventScroll: true });
  aim.scrollIntoView({ block: "center" });
}
const layers = { e: "trigger", p: "place", t: "time", f: "figure" };
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { hush(); light([]); }
  const typing = event.target.closest("input, textarea, select, dialog") && event.target.type !== "checkbox";
  if (!box.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const claims = cards.length ? cards : all(".claims .claim");
  const layer = document.getElementById("show-" + layers[event.key]);
  if (event.key === "/") { event.preventDefault(); document.getElementById("find")?.focus(); }
  else if (event.key === "j") step(claims, 1);
  else if (event.key === "k") step(claims, -1);
  else if (event.key === ".") step(marks.filter((each) => each.dataset.note && isShown(each)), 1);
  else if (event.key === ",") step(marks.filter((each) => each.dataset.note && isShown(each)), -1);
  else if (event.key === "?") document.getElementById("keys").showModal();
  else if (layer) { layer.checked = !layer.checked; layer.dispatchEvent(new Event("change")); }
});

// A report takes a moment to read.
for (const form of all("form.paste")) {
  form.addEventListener("submit", () => {
    const wait = form.querySelector(".wait");
    if (wait) wait.textContent = "Reading ...";
  });
}
