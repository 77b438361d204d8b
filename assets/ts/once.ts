/** A form that is on its way to the next page isn't sent again by an impatient second press. Forms that htmx sends have its own. */
export function sendOnce(): void {
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset["sent"]) return event.preventDefault();
    form.dataset["sent"] = "yes";
    event.submitter?.setAttribute("aria-busy", "true");
    // Whoever stopped the browser, or lost the network, may try again.
    setTimeout(() => again(form), 10_000);
  });
  // Back from the page cache: what was sent may be sent again.
  addEventListener("pageshow", event => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) again(form);
  });
}

function again(form: HTMLFormElement): void {
  delete form.dataset["sent"];
  for (const button of form.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
}
