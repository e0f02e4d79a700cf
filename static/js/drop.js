// A panel that drops from the header (details[data-drop]) closes with Escape, by a click beside it, and when the
// focus goes on.
const open = () => document.querySelectorAll("details[data-drop][open]");

document.addEventListener("click", ({ target }) => {
  open().forEach((drop) => drop.contains(target) || drop.removeAttribute("open"));
});

document.addEventListener("focusin", ({ target }) => {
  open().forEach((drop) => drop.contains(target) || drop.removeAttribute("open"));
});

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  open().forEach((drop) => {
    drop.removeAttribute("open");
    drop.querySelector("summary").focus();
  });
});
