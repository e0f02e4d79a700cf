// When the session has ended, a fragment is answered with the whole sign-in page. It must not be put inside the
// present page: loading that anew leads to the sign-in and back.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.status === 200 && /^\s*<!doctype html/i.test(detail.serverResponse)) {
    detail.shouldSwap = false;
    window.location.reload();
  }
});
