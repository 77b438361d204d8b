// The live bar: "3 new replies". The hub only nudges; what is new is asked from the page's own address for news, which
// checks the reader's rights. Where no socket holds, it is asked every minute.
import { hub } from "./hub";
import { NewsBar } from "./bar";
import { Pace } from "./pace";
import { countUnread } from "./unread";

const bar = new NewsBar();
const pace = new Pace(look);

/** <section data-news="/threads/42/news?after=40">; null while a page without one stands. */
const source = () => document.querySelector<HTMLElement>("[data-news]")?.dataset["news"] ?? null;

async function look(): Promise<boolean> {
  const url = source();
  if (!url) return false;
  const answer = await fetch(url, { headers: { accept: "application/json" }, cache: "no-store" });
  if (!answer.ok) return false;
  void countUnread().catch(() => { /* next time */ });
  const { count } = (await answer.json()) as { count: number };
  // The page may have been swapped meanwhile.
  if (url === source()) bar.show(count, url);
  return count > 0;
}

const connection = hub(() => pace.nudge(), isUp => {
  bar.isLive = isUp;
  pace.rests(isUp);
}, () => bar.sanction());
let watched: string | null = null;

function watch(): void {
  const url = source();
  if (url === watched) return;
  watched = url;
  bar.hide();
  connection.watch(url ? new URL(url, location.href).pathname.replace(/\/news$/, "") : null);
}

document.addEventListener("htmx:after:swap", watch);
watch();
