import { isHere, on, type Exchange } from "./exchange";

/** Pages of a list are swapped into #main; address, title and the back button are htmx's, focus and failures are ours. */
export function turns(): void {
  let newest: Exchange | null = null;
  on("before:request", exchange => { if (bringsPage(exchange)) newest = exchange; });
  on("after:request", (exchange, event) => {
    if (!bringsPage(exchange) || exchange.request.method !== "GET") return;
    if (newest !== exchange) event.preventDefault();
    else if (exchange.otherwise && exchange.response.status >= 400) leave(exchange.otherwise, event);
    // The plain page that says the database is down, say, has no #main.
    else if (!exchange.text.includes('id="main"')) leave(exchange.response.raw.url, event);
    else if (isHere(exchange.response.raw.url)) stay(exchange);
  });
  on("after:swap", exchange => {
    if (!bringsPage(exchange)) return;
    renewCanonical(exchange.text);
    (exchange.arrive ?? fresh(exchange.sourceElement) ?? toList)();
  });
  on("error", exchange => {
    if (bringsPage(exchange) && exchange.request.method === "GET") location.assign(exchange.request.action);
  });
}

/** The same address again is no new step for the back button. */
export function stay(exchange: Exchange): void {
  exchange.push = null;
  exchange.replace = "true";
}

export function focusOn(element: HTMLElement | null | undefined, scroll: ScrollLogicalPosition | null): void {
  if (!element) return;
  if (!element.matches("a, button, summary, input, textarea")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  if (scroll) element.scrollIntoView({ block: scroll });
}

// The back button asks for the element that htmx marks as its history's.
const bringsPage = (exchange: Exchange) => exchange.select === "#main" || exchange.select?.includes("history-elt") === true;

function leave(url: string, event: Event): void {
  event.preventDefault();
  location.assign(url);
}

/** To the start of the new list: that is where one reads on, and what a screen reader says next. */
function toList(): void {
  const lists = "#main .floors, #main .rows, #main .hits, #main .dark-rows, #main .notices";
  focusOn(document.querySelector<HTMLElement>(lists) ?? document.querySelector<HTMLElement>("#main h1"), null);
}

/** A link with data-after="40" leads to the first floor above that one. */
function fresh(link: Element): (() => void) | undefined {
  const after = link instanceof HTMLElement ? link.dataset["after"] : undefined;
  if (!after) return undefined;
  return () => {
    const floors = [...document.querySelectorAll<HTMLElement>(".floor")];
    focusOn(floors.find(f => Number(f.id.slice("floor-".length)) > Number(after)) ?? floors.at(-1), "start");
  };
}

/** Phones share the canonical address. */
function renewCanonical(page: string): void {
  const url = /<link rel="canonical" href="([^"]+)"/.exec(page)?.[1];
  if (url) document.querySelector("link[rel=canonical]")?.setAttribute("href", url.replaceAll("&amp;", "&"));
}
