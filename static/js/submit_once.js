// A form that posts is sent once: a second click while the answer is on its way does nothing. After some seconds
// it may be sent again, for an answer that is a file leaves the page as it is.
const PAUSE = 5000;
const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  form.setAttribute("aria-busy", "true");
  setTimeout(() => release(form), PAUSE);
});

function release(form) {
  sent.delete(form);
  form.removeAttribute("aria-busy");
}

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.elt instanceof HTMLFormElement) release(detail.elt);
});

// Coming back by the browser's own button shows the page as it was left.
window.addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach(release));
