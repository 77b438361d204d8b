import { word } from "./words";

/** Groups of [emoji, names]; names are those of all languages, to be searched. */
type Groups = Record<string, [string, string][]>;

let groups: Promise<Groups> | undefined;
const kept = "emoji";

/** The panel of emoji: groups, a search, and at the top what was used last. */
export function emojis(panel: HTMLElement, choose: (emoji: string) => void): void {
  const [search, grid, none] = [panel.querySelector("input")!, panel.querySelector<HTMLElement>("[data-grid]")!, panel.querySelector<HTMLElement>("[data-none]")!];
  const tabs = [...panel.querySelectorAll<HTMLButtonElement>("[data-group]")];
  groups ??= fetch(word("emojiData")).then(answer => answer.json() as Promise<Groups>);
  void groups.then(all => {
    const show = (which: [string, string][]) => {
      grid.replaceChildren(...which.map(([emoji, names]) => button(emoji, names)));
      none.hidden = which.length > 0;
    };
    const group = (name: string) => {
      tabs.forEach(tab => tab.setAttribute("aria-pressed", String(tab.dataset["group"] === name)));
      show(name === "recent" ? recent(all) : all[name] ?? []);
    };
    tabs.forEach(tab => tab.addEventListener("click", () => group(tab.dataset["group"]!)));
    search.addEventListener("input", () => {
      const wanted = search.value.trim().toLowerCase();
      if (!wanted) return group("recent");
      tabs.forEach(tab => tab.setAttribute("aria-pressed", "false"));
      show(Object.values(all).flat().filter(([, names]) => names.includes(wanted)).slice(0, 80));
    });
    group(recent(all).length ? "recent" : tabs[1]!.dataset["group"]!);
  });
  grid.addEventListener("click", event => {
    const chosen = (event.target as Element).closest<HTMLElement>("button")?.dataset["value"];
    if (!chosen) return;
    remember(chosen);
    choose(chosen);
  });
}

function button(emoji: string, names: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset["value"] = emoji;
  made.textContent = emoji;
  const [zh = "", en = ""] = names.split("|");
  made.title = document.documentElement.lang.startsWith("zh") ? zh.split(" ")[0]! : en.split(" ")[0]!;
  made.setAttribute("aria-label", made.title);
  return made;
}

function last(): string[] {
  try { return JSON.parse(localStorage.getItem(kept) ?? "[]") as string[]; } catch { return []; }
}

function recent(all: Groups): [string, string][] {
  const known = new Map(Object.values(all).flat());
  return last().filter(emoji => known.has(emoji)).map(emoji => [emoji, known.get(emoji)!]);
}

function remember(emoji: string): void {
  try { localStorage.setItem(kept, JSON.stringify([emoji, ...last().filter(other => other !== emoji)].slice(0, 32))); } catch { /* then not */ }
}
