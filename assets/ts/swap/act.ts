import htmx from "htmx.org";
import { toast } from "../toast";
import { word } from "../words";
import { landedOnSignIn, on } from "./exchange";
import { focusOn } from "./turn";

/**
 * A link whose answer goes into the dialog #act (see Turn.IntoDialog) opens it with that page's form. A refusal is said in
 * the dialog; what was done closes it, and the page below is asked for again.
 */
export function acts(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#act");
  if (!dialog) return;
  let opener: HTMLElement | null = null;
  on("before:request", exchange => {
    if (exchange.target === dialog && !dialog.contains(exchange.sourceElement)) opener = exchange.sourceElement as HTMLElement;
  });
  on("after:request", (exchange, event) => {
    if (exchange.target !== dialog || event.defaultPrevented) return;
    const { raw } = exchange.response;
    if (landedOnSignIn(exchange)) event.preventDefault(), location.assign(raw.url);
    else if (exchange.request.method === "POST" && raw.redirected && raw.ok) {
      event.preventDefault();
      done(raw.url);
    }
  });
  on("after:swap", exchange => { if (exchange.target === dialog) show(dialog); });
  // Before htmx, which would fetch the page that the link leads to without scripts.
  dialog.addEventListener("click", event => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-cancel]")) return;
    event.preventDefault();
    event.stopPropagation();
    dialog.close();
  }, true);
  dialog.addEventListener("close", () => back(opener));

  function done(landed: string): void {
    dialog!.close();
    toast(word("done"));
    const floor = opener?.closest<HTMLElement>(".floor")?.id;
    // In the same second the page would be the same to the browser; what it shows is not.
    void htmx.ajax("GET", location.pathname + location.search, {
      target: "#main", select: "#main", swap: "outerMorph show:none", otherwise: landed,
      arrive: () => back(floor ? document.getElementById(floor) : document.querySelector<HTMLElement>("#main h1")),
    } as object);
  }
}

function show(dialog: HTMLDialogElement): void {
  dialog.setAttribute("aria-label", dialog.querySelector("h1")?.textContent?.trim() ?? "");
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) menu.open = false;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<HTMLElement>("[role=alert] a, form :is(input:not([type=hidden]), select, textarea), form button")?.focus();
}

/** The link stands in a menu that has closed; its button is what one came from. */
function back(from: HTMLElement | null): void {
  if (from?.isConnected) focusOn(from.closest("details.menu")?.querySelector<HTMLElement>("summary") ?? from, null);
}
