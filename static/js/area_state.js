// Long forms: the state of a life area ([data-area]) and the beginning of its text follow what is typed, wherever
// [data-area-state] and [data-beginning] show them. A link of the index ([data-opens]) opens its section,
// [data-open-all] opens all.
const isSaid = ({ type, value, checked }) =>
  type === "radio" ? checked && value !== "" : type !== "checkbox" && value.trim() !== "";

function stateOf(fields) {
  if (!fields.some(isSaid)) return "empty";
  return fields.some(({ type, checked }) => type === "checkbox" && checked) ? "shared" : "own";
}

document.addEventListener("input", ({ target }) => {
  const section = target instanceof Element && target.closest("[data-area]");
  if (!section) return;
  const fields = [...section.querySelectorAll("input, textarea")];
  const state = stateOf(fields);
  for (const word of document.querySelectorAll(`[data-area-state="${section.dataset.area}"] > [data-state]`)) {
    word.hidden = word.dataset.state !== state;
  }
  section.querySelector("[data-beginning]").textContent = fields.find(isSaid)?.value.slice(0, 120) ?? "";
});

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const link = target.closest("[data-opens]");
  if (link) document.getElementById(link.dataset.opens)?.setAttribute("open", "");
  if (target.closest("[data-open-all]")) {
    document.querySelectorAll("[data-area]").forEach((section) => section.setAttribute("open", ""));
  }
});

document.querySelectorAll("[data-open-all]").forEach((button) => (button.hidden = false));
