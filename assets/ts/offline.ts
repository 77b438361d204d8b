import { word } from "./words";

/** Pages can be read without a network (sw/): starts the worker, says when a page is a copy, lists the copies on the offline page. */
export function offline(): void {
  const { keptAt } = document.documentElement.dataset;
  if (keptAt) sayOld(new Date(keptAt));
  const page = document.querySelector<HTMLElement>("[data-offline-page]");
  if (page) void listCopies(page);
  // Not there in private windows of some browsers, nor on plain http.
  if (!("serviceWorker" in navigator)) return;
  const worker = `/sw.js?lang=${document.documentElement.lang}`;
  addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => { /* the forum works without */ }));
}

function sayOld(at: Date): void {
  const bar = document.createElement("p");
  bar.className = "note wrap kept";
  bar.setAttribute("role", "status");
  bar.textContent = word("offline").replace("#", at.toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }));
  document.querySelector("#main")?.before(bar);
}

async function listCopies(page: HTMLElement): Promise<void> {
  // The worker shows this page at the address that was asked for.
  page.querySelector<HTMLAnchorElement>("[data-again]")!.href = location.href;
  if (!("caches" in window)) return;
  const cache = await caches.open("pages-1");
  const list = page.querySelector("[data-kept] ul")!;
  for (const key of [...await cache.keys()].reverse()) {
    if (!new URL(key.url).pathname.startsWith("/threads/")) continue;
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = key.url;
    link.textContent = plain((await cache.match(key))?.headers.get("x-kept-title") ?? "");
    item.append(link);
    list.append(item);
  }
  page.querySelector<HTMLElement>("[data-kept]")!.hidden = list.children.length === 0;
}

/** A title as it stood in the page, with its entities. */
function plain(title: string): string {
  return new DOMParser().parseFromString(decodeURIComponent(title), "text/html").documentElement.textContent ?? "";
}
