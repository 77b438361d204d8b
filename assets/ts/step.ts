/** j and k: the floor after or before the focused one; on lists, its thread's link, which Enter opens. */
export function step(by: 1 | -1): boolean {
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
