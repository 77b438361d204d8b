import { on } from "./exchange";

/** Longer than this, and one wants to see that something happens; shorter, and seeing it would only flicker. */
const patience = 200;

/** A second press while the first is on its way does nothing; after a moment the page shows that it waits. */
export function pending(): void {
  let open = 0;
  let timer = 0;
  on("config:request", (exchange, event) => {
    if (exchange.request.method === "POST" && busy(exchange.sourceElement)) event.preventDefault();
  });
  on("before:request", exchange => {
    mark(exchange.sourceElement, exchange.request.submitter, true);
    if (open++ === 0) timer = setTimeout(() => document.documentElement.classList.add("waits"), patience);
  });
  on("finally:request", exchange => {
    mark(exchange.sourceElement, exchange.request.submitter, false);
    if (--open > 0) return;
    clearTimeout(timer);
    document.documentElement.classList.remove("waits");
  });
}

const busy = (element: Element) => element.getAttribute("aria-busy") === "true";

function mark(source: Element, button: Element | null | undefined, on: boolean): void {
  for (const element of source === document.body ? [] : [source, button])
    if (on) element?.setAttribute("aria-busy", "true");
    else element?.removeAttribute("aria-busy");
}
