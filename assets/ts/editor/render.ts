import { type Atom, type Element, type Part } from "./model";
import { word as said } from "./words";
import { holdsLines, isBlock, mannerOf } from "./tags";

/** Where the caret needs a place and the source has nothing; a source that holds this character shows it as a thing. */
export const nothing = "\uFEFF";

/** What an atom is called: [attach] needs its file's name, which only the list of uploads knows. */
export interface Names { (atom: Atom): { label: string; picture?: string } }

/**
 * The tree as elements. Texts stand as they are (white-space: pre-wrap), tags are kept on their elements (data-o, data-c), things in
 * data-s: read in order they are the source again. Line ends beside blocks, which nobody sees, are there and hidden.
 */
export function render(parts: readonly Part[], names: Names): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fill(fragment, parts, null, names);
  return fragment;
}

function fill(into: Node, parts: readonly Part[], parent: Element | null, names: Names): void {
  const lines = parent === null || holdsLines(parent.tag);
  const bare = parent !== null && ["list", "table", "row"].includes(mannerOf(parent.tag)!);
  let open = false;
  parts.forEach((part, i) => {
    const [last, next] = [parts[i - 1], parts[i + 1]];
    if (part.kind !== "text") {
      const own = part.kind === "element" ? isBlock(part.tag) : part.tag === "hr";
      if (own && lines && !open && (last === undefined ? parent === null : blockish(last) || onlyLineEnd(last))) into.appendChild(gap());
      into.appendChild(part.kind === "atom" ? thing(part, names) : shown(part, names));
      open = !own;
      return;
    }
    if (bare && !part.text.trim()) { into.appendChild(hidden(part.text)); return; }
    // A lone line end in a block is its last: what is written goes before it.
    const lone = parent !== null && parts.length === 1 && onlyLineEnd(part);
    const after = lines && !lone && (last ? blockish(last) : parent !== null) ? /^[ \t]*\n/.exec(part.text)?.[0] ?? "" : "";
    const rest = part.text.slice(after.length);
    const before = lines && (next ? blockish(next) : parent !== null) ? /\n[ \t]*$/.exec(rest)?.[0] ?? "" : "";
    const words = rest.slice(0, rest.length - before.length);
    if (after) into.appendChild(hidden(after));
    if (words) write(into, words);
    open = words !== "";
    if (words.endsWith("\n") && (!next || blockish(next))) into.appendChild(filler());
    // Two line ends between blocks, or a lone one at a block's end: the line between them is there to be written in.
    if (!words && before && lines && (after || !last)) into.appendChild(filler()), open = true;
    if (before) into.appendChild(hidden(before));
  });
  if (lines && !open && needsEnd(into, parts)) into.appendChild(parent === null && parts.length > 0 ? gap("gap end") : filler());
  if (!lines && !bare && !into.hasChildNodes()) into.appendChild(document.createTextNode(nothing));
}

const blockish = (part: Part) => part.kind !== "text" && isBlock(part.tag);
const onlyLineEnd = (part: Part) => part.kind === "text" && /^[ \t]*\n[ \t]*$/.test(part.text);

/** Nothing in it to stand in, or a block at the end of the whole text. */
function needsEnd(into: Node, parts: readonly Part[]): boolean {
  if (!(into.lastChild instanceof HTMLBRElement) && into instanceof DocumentFragment) return true;
  return !parts.some(part => part.kind !== "text" || part.text.trim()) && !into.hasChildNodes() || ![...into.childNodes].some(node => !(node instanceof HTMLElement && node.hidden));
}

export function filler(): HTMLElement {
  const line = document.createElement("br");
  line.dataset["f"] = "";
  return line;
}

/** Room for a line between blocks, before the first and behind nothing: low until something is written there. */
function gap(kind = "gap"): HTMLElement {
  const room = document.createElement("div");
  room.className = kind;
  room.dataset["o"] = "";
  room.append(filler());
  return room;
}

function hidden(source: string): HTMLElement {
  const span = document.createElement("span");
  span.dataset["s"] = source;
  span.hidden = true;
  return span;
}

function write(into: Node, words: string): void {
  words.split(nothing).forEach((piece, i) => {
    if (i > 0) into.appendChild(chip(nothing, "·", "odd"));
    if (piece) into.appendChild(document.createTextNode(piece));
  });
}

const names: Record<string, string> = { b: "b", i: "i", u: "u", s: "s", sub: "sub", sup: "sup", quote: "blockquote", "*": "li", table: "table", tr: "tr", td: "td", th: "th", code: "pre" };

function shown(part: Element, called: Names): HTMLElement {
  const name = part.tag === "list" ? /^[1aAiI]/.test(part.value ?? "") ? "ol" : "ul" : names[part.tag] ?? (isBlock(part.tag) ? "div" : "span");
  const made = document.createElement(name);
  made.dataset["o"] = part.open;
  made.dataset["c"] = part.close;
  dress(made, part);
  fill(made, part.parts, part, called);
  return made;
}

function dress(made: HTMLElement, { tag, value }: Element): void {
  const word = (value ?? "").trim().toLowerCase();
  if (tag === "color" || tag === "backcolor") {
    if (/^[a-z]+$/.test(word)) made.className = `${tag === "color" ? "c" : "bg"}-${word}`;
    // Not a style attribute: the policy doesn't mind what a script sets.
    else made.style[tag === "color" ? "color" : "backgroundColor"] = word;
  } else if (tag === "size") made.className = `size-${step(word)}`;
  else if (tag === "align") made.className = `align-${word}`;
  else if (tag === "p" && word) made.className = `align-${word.split(",").at(-1)!.trim()}`;
  else if (tag === "url" || tag === "email") { made.className = "link"; made.title = value ?? ""; }
  else if (tag === "hide" || tag === "free" || tag === "indent") { made.className = `is-${tag}`; if (tag !== "indent") made.dataset["label"] = [said(tag), value].filter(Boolean).join(" · "); }
  else if (tag === "quote" && value) made.dataset["label"] = value.replace(/^\d+,/, "").split('","').map(s => s.replace(/"/g, "")).filter(Boolean).join(" · ");
  else if (tag === "list" && /^[aAiI]/.test(value ?? "")) (made as HTMLOListElement).type = value![0]!;
  else if ((tag === "td" || tag === "th") && /^\d{1,2},\d{1,2}/.test(value ?? "")) {
    const [columns, rows] = value!.split(",").map(Number);
    [(made as HTMLTableCellElement).colSpan, (made as HTMLTableCellElement).rowSpan] = [columns || 1, rows || 1];
  }
}

const pixels = [10, 13, 16, 18, 24, 32, 48];

function step(value: string): number {
  const number = parseInt(value, 10);
  if (/^\d$/.test(value)) return number;
  const wanted = value.endsWith("pt") ? number * 4 / 3 : number;
  return 1 + pixels.indexOf(pixels.reduce((best, each) => Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best));
}

function thing(atom: Atom, called: Names): HTMLElement {
  if (atom.tag === "hr") {
    const rule = document.createElement("hr");
    rule.dataset["s"] = atom.source;
    rule.contentEditable = "false";
    return rule;
  }
  const { label, picture } = called(atom);
  const made = chip(atom.source, label, atom.tag);
  if (picture) {
    const image = document.createElement("img");
    image.alt = label;
    image.src = picture;
    image.referrerPolicy = "no-referrer";
    image.draggable = false;
    made.classList.add("is-picture");
    made.replaceChildren(image);
  }
  return made;
}

function chip(source: string, label: string, kind: string): HTMLElement {
  const made = document.createElement("span");
  made.className = `thing is-${kind}`;
  made.dataset["s"] = source;
  made.contentEditable = "false";
  made.textContent = label;
  return made;
}

