/** j and k: the floor after or before the focused one; on lists, its thread's link, which Enter opens. */
export function step(by: 1 | -1): boolean {
  const lines = [...document.querySelectorAll<HTMLAnchorElement>("#main .inbox li > a")];
  if (lines.length > 0) return open(lines, by);
  const stops = [...document.querySelectorAll<HTMLElement>("#main .floor, #main .row h2 a, #main .board h3 a")].filter(s => s.checkVisibility?.() ?? s.offsetParent !== null);
  if (stops.length === 0) return false;
  const from = stops.findIndex(s => s.contains(document.activeElement));
  const seen = stops.findIndex(s => s.getBoundingClientRect().bottom > 20);
  const stop = stops[from < 0 ? Math.max(0, seen) : Math.max(0, Math.min(stops.length - 1, from + by))]!;
  if (stop.matches(".floor")) stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: stop.matches(".floor") ? "start" : "nearest" });
  return true;
}

/** On the desk the next line opens beside the list. */
function open(lines: HTMLAnchorElement[], by: 1 | -1): boolean {
  const here = lines.findIndex(line => line.hasAttribute("aria-current"));
  const next = lines[here < 0 ? 0 : here + by];
  next?.click();
  return next !== undefined;
}

/** x: ticks the line that is open, or the first. */
export function tick(): boolean {
  const first = document.querySelector<HTMLInputElement>("#main .inbox li > input");
  const here = document.querySelector("#main .inbox [aria-current]")?.parentElement?.querySelector("input") ?? first;
  here?.click();
  return here !== null;
}
