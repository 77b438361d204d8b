/** Choosing several threads or posts: says how many, chooses all. The boxes and their form work without it. */
export function picking(): void {
  document.addEventListener("change", event => {
    if (event.target instanceof HTMLElement && event.target.matches("input.pick")) showPicked();
  });
  document.addEventListener("click", event => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-pick-all]")) return;
    const all = boxes();
    const check = all.some(box => !box.checked);
    for (const box of all) box.checked = check;
    showPicked();
  });
}

/** Browsers keep boxes checked over a reload. */
export function showPicked(): void {
  const all = boxes();
  const chosen = all.filter(box => box.checked).length;
  for (const bar of document.querySelectorAll("[data-pick]")) {
    const said = bar.querySelector<HTMLElement>("[data-picked]");
    if (said) {
      said.hidden = chosen === 0;
      said.textContent = `${chosen} / ${all.length}`;
    }
    bar.querySelector<HTMLElement>("[data-pick-all]")?.removeAttribute("hidden");
  }
}

/** The key x: the row or floor that has the focus. */
export function pickFocused(): boolean {
  const box = document.activeElement?.closest(".row, .floor")?.querySelector<HTMLInputElement>("input.pick");
  box?.click();
  return box !== undefined && box !== null;
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>("input.pick")];
