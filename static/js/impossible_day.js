// A day that is no day, such as 29.02.2026, leaves the browser's date field as nothing at all: the form is held back
// and the field says so, before the day is lost.
const isNoDay = (field) => field.type === "date" && field.validity.badInput;

document.addEventListener(
  "submit",
  (event) => {
    const field = [...event.target.elements].find(isNoDay);
    if (!field) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const section = field.closest("details");
    if (section) section.open = true;
    field.setCustomValidity(field.dataset.noDay ?? "");
    field.reportValidity();
  },
  true,
);

document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "date") target.setCustomValidity("");
});
