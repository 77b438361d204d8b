// "Try again at": counts the seconds down, and says when it is time. The page says the moment itself without this.

export function countDown(): void {
  for (const line of document.querySelectorAll<HTMLElement>("[data-retry]")) {
    const at = Date.parse(line.dataset.retry ?? "");
    const tick = (): void => {
      const left = Math.ceil((at - Date.now()) / 1000);
      line.textContent = " " + (left > 0 ? (line.dataset.left ?? "").replace("{0}", String(left)) : line.dataset.now ?? "");
      if (left > 0) setTimeout(tick, 1000);
    };
    tick();
  }
}
