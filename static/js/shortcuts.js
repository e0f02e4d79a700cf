// Single keys, as /keyboard/ lists them. Whatever carries [data-key] can be reached by its key: a field or a summary takes
// the focus, a link is followed. "j" and "k" walk through [data-row]. Off inside fields, with a modifier, and for
// whoever has switched them off: then <body> has no [data-shortcuts].
const PREFIX = "g";
const PAUSE = 1500;
let begun = -Infinity;

const isTyping = (target) =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog[open]") !== null;

const isSeen = (element) => element.getClientRects().length > 0;

function go(key) {
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(isSeen);
  if (!target) return false;
  if (target instanceof HTMLAnchorElement) target.click();
  else target.focus();
  return true;
}

function walk(step) {
  const links = [...document.querySelectorAll("[data-row]")]
    .filter(isSeen)
    .map((row) => row.querySelector("a, input, button"))
    .filter(Boolean);
  if (!links.length) return false;
  const present = links.findIndex((link) => link.closest("[data-row]").contains(document.activeElement));
  const next = present < 0 ? (step > 0 ? 0 : links.length - 1) : present + step;
  links[Math.max(0, Math.min(links.length - 1, next))].focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (!("shortcuts" in document.body.dataset) || event.defaultPrevented || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const key = event.key;
  const isSecond = event.timeStamp - begun < PAUSE;
  begun = -Infinity;
  if (!isSecond && key === PREFIX) {
    begun = event.timeStamp;
    return;
  }
  const done = key === "j" || key === "k" ? walk(key === "j" ? 1 : -1) : go(isSecond ? `${PREFIX} ${key}` : key);
  if (done) event.preventDefault();
});
