// The tree of boards by drag and by keyboard; without this file order and parent are numbers and a form.
import Sortable from "sortablejs";

const tree = document.querySelector<HTMLElement>(".tree[data-moved]");
const deepest = 3;

if (tree) {
  tree.querySelectorAll<HTMLElement>(".branch").forEach(branch => Sortable.create(branch, {
    group: "boards", handle: ".grip", draggable: "[data-board]", animation: 120, fallbackOnBody: true, swapThreshold: 0.65, invertSwap: true, emptyInsertThreshold: 8,
    ghostClass: "dragged",
    onMove: move => fits(move.dragged, move.to),
    onEnd: drop => { if (drop.item instanceof HTMLElement) settle(drop.item); },
  }));
  tree.addEventListener("keydown", byKey);
  tree.classList.add("moves");
}

/** Alt and arrows on a handle: up and down among siblings, right below the one before, left out to the level above. */
function byKey(event: KeyboardEvent): void {
  const grip = event.target;
  if (!event.altKey || !(grip instanceof HTMLElement) || !grip.matches(".grip")) return;
  const item = grip.closest<HTMLElement>("[data-board]")!;
  const branch = item.parentElement!;
  const [before, after] = [item.previousElementSibling, item.nextElementSibling];
  const inner = before?.querySelector<HTMLElement>(":scope > .branch") ?? null;
  const outer = branch.closest<HTMLElement>("[data-board]");
  if (event.key === "ArrowUp" && before) before.before(item);
  else if (event.key === "ArrowDown" && after) after.after(item);
  else if (event.key === "ArrowRight" && inner && fits(item, inner)) inner.append(item);
  else if (event.key === "ArrowLeft" && outer && fits(item, outer.parentElement!)) outer.after(item);
  else if (!event.key.startsWith("Arrow")) return;
  event.preventDefault();
  settle(item);
  grip.focus();
}

/** Levels are limited, and a board is never below itself. */
function fits(item: HTMLElement, branch: HTMLElement): boolean {
  return !item.contains(branch) && level(branch) + height(item) <= deepest;
}

function level(branch: HTMLElement): number {
  let depth = 0;
  for (let at = branch.closest("[data-board]"); at; at = at.parentElement!.closest("[data-board]")) depth++;
  return depth;
}

function height(item: HTMLElement): number {
  return 1 + Math.max(0, ...[...item.querySelectorAll<HTMLElement>(":scope > .branch > [data-board]")].map(height));
}

/** Writes what the page shows into the fields that are sent, and says it. */
function settle(moved: HTMLElement): void {
  tree!.querySelectorAll<HTMLElement>(".branch").forEach(branch => {
    const parent = branch.closest<HTMLElement>("[data-board]")?.dataset["board"] ?? "";
    const lines = [...branch.querySelectorAll<HTMLElement>(":scope > [data-board]")].map(item => {
      const id = item.dataset["board"]!;
      return { order: field(item, `Order[${id}]`), above: field(item, `Parent[${id}]`) };
    });
    // Numbers that rise already are left alone: a save changes only what was moved.
    if (lines.every((line, i) => line.above.value === parent && (i === 0 || Number(lines[i - 1]!.order.value) < Number(line.order.value)))) return;
    lines.forEach((line, i) => { line.order.value = String(i + 1); line.above.value = parent; });
  });
  const siblings = [...moved.parentElement!.children];
  const name = field(moved, `Name[${moved.dataset["board"]!}]`).value;
  const said = document.querySelector<HTMLElement>("[data-said]");
  if (said) said.textContent = tree!.dataset["moved"]!.replace("{0}", name).replace("{1}", String(siblings.indexOf(moved) + 1)).replace("{2}", String(siblings.length));
  tree!.closest("form")!.dispatchEvent(new Event("input"));
}

function field(item: HTMLElement, name: string): HTMLInputElement {
  return item.querySelector<HTMLInputElement>(`:scope > .node [name="${name}"]`)!;
}
