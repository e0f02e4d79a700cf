// Drafts save themselves: form[data-draft-url] is posted there two seconds after the last key and when the page
// is left. The answer's text goes to [data-draft-state]; its data-ended and data-failed say what else happened.
const PAUSE = 2000;
const timers = new WeakMap();
const changed = new Set();

const stateOf = (form) => form.querySelector("[data-draft-state]") ?? document.querySelector("[data-draft-state]");

function say(form, text) {
  const state = stateOf(form);
  if (state && text) state.textContent = text;
}

// Whoever signs in again in a second window gets a new token; the page that is still open takes it from the cookie.
const freshToken = () => document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/)?.[1];

function fieldsOf(form) {
  const token = freshToken();
  if (token) form.elements.csrfmiddlewaretoken.value = token;
  return new FormData(form);
}

async function save(form, { leaving = false } = {}) {
  clearTimeout(timers.get(form));
  if (!changed.delete(form)) return;
  try {
    const answer = await fetch(form.dataset.draftUrl, {
      method: "POST",
      body: fieldsOf(form),
      headers: { "X-Requested-With": "fetch" },
      redirect: "manual",
      keepalive: leaving,
    });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      changed.add(form);
      say(form, stateOf(form)?.dataset.ended);
    } else if (answer.ok || answer.status === 409 || answer.status === 422) {
      if (!answer.ok) changed.add(form);
      say(form, (await answer.text()).trim());
    } else {
      throw new Error(`draft answered with ${answer.status}`);
    }
  } catch {
    // The text stays in the form; the next key tries again.
    changed.add(form);
    say(form, stateOf(form)?.dataset.failed);
  }
}

const draftForm = (target) => target instanceof Element && target.closest("form[data-draft-url]");

document.addEventListener("input", ({ target }) => {
  const form = draftForm(target);
  if (!form) return;
  changed.add(form);
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => save(form), PAUSE));
});

// What is sent for good needs no draft; a draft saved after it would come back as a ghost.
document.addEventListener("submit", ({ target, defaultPrevented }) => {
  const form = draftForm(target);
  if (!form || defaultPrevented) return;
  fieldsOf(form);
  clearTimeout(timers.get(form));
  changed.delete(form);
});

const saveAll = () => [...changed].forEach((form) => save(form, { leaving: true }));
window.addEventListener("pagehide", saveAll);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveAll());
