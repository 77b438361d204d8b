import { word } from "./words";
import type { Desk } from "./desk";
import { parse } from "./parse";
import { leavesOf } from "./tree";

/** How much is written, in characters as people see them; near the limit it says how much is left. */
export function count(desk: Desk): void {
  const line = desk.box.querySelector<HTMLElement>("[data-count]");
  const most = Number(desk.box.dataset["most"]);
  if (!line || !most) return;
  let timer = 0;
  const say = () => {
    const length = visible(desk.field.value);
    line.textContent = word("characters").replace("#", String(length)).replace("@", String(most));
    line.classList.toggle("no", length > most);
  };
  desk.field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(say, desk.field.value.length > 20_000 ? 800 : 150); });
  say();
}

/** About what the server counts: without tags and quotes. It decides. */
function visible(source: string): number {
  const own = parse(source).filter(part => part.kind !== "element" || part.tag !== "quote");
  const words = [...leavesOf(own)].map(leaf => leaf.kind === "text" ? leaf.text : leaf.content).join("").trim();
  if (words.length > 50_000 || !("Segmenter" in Intl)) return [...words].length;
  let length = 0;
  for (const _ of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(words)) length++;
  return length;
}
