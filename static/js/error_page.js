// A refusal that is no correction, for example after a role was taken away, is a page of its own: the form is sent
// as the browser sends it, and that page says why and shows her text.
document.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.elt instanceof HTMLFormElement && detail.elt.method === "post") detail.elt.submit();
});
