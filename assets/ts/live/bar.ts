import { word } from "../words";

/** The bar that says how much is new, and brings it when pressed. The region stands before it is filled, or nobody would hear it. */
export class NewsBar {
  private readonly region = document.createElement("div");

  constructor() {
    this.region.className = "news-bar";
    this.region.setAttribute("role", "status");
    document.body.append(this.region);
  }

  /** Whether news come by themselves; said in the page for those who look into it. */
  set isLive(isLive: boolean) {
    this.region.dataset["live"] = isLive ? "yes" : "no";
  }

  show(count: number, url: string): void {
    if (count === 0 || this.region.dataset["sanction"]) return this.hide();
    const { pathname, searchParams } = new URL(url, location.href);
    const page = pathname.replace(/\/news$/, "");
    const after = searchParams.get("after") ?? "";
    const link = this.region.querySelector("a") ?? document.createElement("a");
    link.className = "btn go";
    link.href = page.startsWith("/threads/") ? `${page}?floor=${Number(after) + 1}` : page;
    link.textContent = text(page.startsWith("/threads/") ? "replies" : "threads", count);
    if (page.startsWith("/threads/")) link.dataset["after"] = after;
    link.dataset["hxBoost"] = "target:#main select:#main swap:'outerMorph show:none'";
    if (link.isConnected) return;
    this.region.append(link);
    (window as { htmx?: { process(element: Element): void } }).htmx?.process(this.region);
  }

  /** What the reader may do has changed: the page as it is now says what, why and how to appeal. */
  sanction(): void {
    const link = document.createElement("a");
    link.className = "btn bad";
    link.href = location.href;
    link.textContent = word("sanction");
    link.addEventListener("click", event => {
      event.preventDefault();
      location.reload();
    });
    this.region.replaceChildren(link);
    this.region.dataset["sanction"] = "yes";
  }

  hide(): void {
    if (this.region.dataset["sanction"]) return;
    this.region.replaceChildren();
  }
}

function text(what: "replies" | "threads", count: number): string {
  return word(count === 1 ? `${what}One` : what).replace("#", String(count));
}
