/** htmx and the live bar come when the page stands and the browser has nothing better to do; pages work without both. */
export function later(): void {
  if (document.readyState === "complete") idle(load);
  else addEventListener("load", () => idle(load), { once: true });
}

// Their addresses carry the hash of what is in them, which only the server knows.
const words = document.querySelector<HTMLElement>("#words");

async function load(): Promise<void> {
  await bring(words?.dataset["swapScript"]);
  if (document.querySelector("[data-news]")) await bring(words?.dataset["liveScript"]);
}

async function bring(script: string | undefined): Promise<void> {
  if (script) await import(script);
}

/** Safari has no requestIdleCallback. */
function idle(act: () => Promise<void>): void {
  const start = () => void act().catch(() => { /* the network; the page works without */ });
  if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 1000 });
  else setTimeout(start, 200);
}
