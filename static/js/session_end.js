// When the session has ended, a fragment is answered with the whole sign-in page. It must not be put inside the
// present page: loading that anew leads to the sign-in and back.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.status === 200 && /^\s*<!doctype html/i.test(detail.serverResponse)) {
    detail.shouldSwap = false;
    window.location.reload();
  }
});

// A refusal that is no correction, for example after a role was taken away, is a page of its own: the form is sent
// as the browser sends it, and that page says why and shows her text.
document.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.elt instanceof HTMLFormElement && detail.elt.method === "post") detail.elt.submit();
});
