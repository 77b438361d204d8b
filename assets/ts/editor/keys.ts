import { insert, remove } from "./block";
import { lengthOf, type Doc, type Element } from "./model";
import { parse } from "./parse";
import { holdsLines, isBlock, mannerOf } from "./tags";
import { around } from "./tree";

const caret = (text: string, at: number): Doc => ({ text, start: at, end: at });
const spliced = (text: string, from: number, to: number, by = "") => text.slice(0, from) + by + text.slice(to);

/** Enter: a new line, a new item; on an empty item or the empty last line of a block, out of it. */
export function enter(doc: Doc, plain: boolean): Doc {
  const { text, start } = doc.start === doc.end ? doc : remove(doc);
  const home = around(text, start).findLast(({ element: e }) => holdsLines(e.tag));
  if (!home) return caret(spliced(text, start, start, "\n"), start + 1);
  const { element: e } = home;
  const [from, to] = [home.start + e.open.length, home.start + lengthOf(e) - e.close.length];
  const rest = text.slice(start, to);
  if (e.tag === "*" && !plain) return text.slice(from, to).trim() ? nextItem(text, start, from, to) : leaveList(text, home);
  if (isBlock(e.tag) && e.tag !== "td" && e.tag !== "th" && e.tag !== "code" && !plain && !rest.trim() && /\n[ \t]*$/.test(text.slice(from, start)) && start > from + 1)
    return leave(text, home, start);
  // The last line end before a closing tag isn't shown: a line that is to be seen needs one more.
  const last = rest === "";
  return caret(spliced(text, start, start, last ? "\n\n" : "\n"), start + 1);
}

/** What is behind the caret in an item goes to the next; formats that are open go along. */
function nextItem(text: string, at: number, from: number, to: number): Doc {
  const inline = around(text, at).filter(({ element: e, start }) => start >= from && mannerOf(e.tag) === "inline").map(({ element: e }) => e);
  const open = inline.map(e => e.open).join("");
  const close = inline.map(e => e.close).reverse().join("");
  const rest = text.slice(at, to);
  const end = rest.trim() || /\n/.test(rest) ? "" : "\n";
  const by = `${close}\n[*]${open}`;
  return caret(spliced(text, at, at, by + end), at + by.length);
}

interface Placed { element: Element; start: number }

function leaveList(text: string, item: Placed): Doc {
  const list = around(text, item.start).findLast(({ element: e }) => e.tag === "list");
  if (!list) return caret(text, item.start);
  const without = spliced(text, item.start, item.start + lengthOf(item.element));
  const size = lengthOf(list.element) - lengthOf(item.element);
  const empty = !list.element.parts.some(part => part.kind === "element" && part !== item.element && part.open !== item.element.open)
    && list.element.parts.filter(part => part.kind === "element").length === 1;
  if (empty) return caret(spliced(without, list.start, list.start + size), list.start);
  const end = list.start + size;
  const gap = without.slice(end - list.element.close.length - 1, end - list.element.close.length) === "\n" ? "" : "\n";
  const closed = spliced(without, end - list.element.close.length, end - list.element.close.length, gap);
  return behind(closed, end + gap.length);
}

function leave(text: string, block: Placed, at: number): Doc {
  const to = block.start + lengthOf(block.element) - block.element.close.length;
  const inner = text.slice(block.start + block.element.open.length, at).replace(/\n[ \t]*$/, "");
  const source = spliced(text, block.start + block.element.open.length, to, inner);
  return behind(source, block.start + block.element.open.length + inner.length + block.element.close.length);
}

/** A line of its own behind a block. */
function behind(text: string, at: number): Doc {
  const next = text[at] === "\n" ? "" : "\n";
  return caret(spliced(text, at, at, next), at + 1);
}

/**
 * Backspace where there is no character before the caret in the same text: takes the thing before it, a line end that isn't shown,
 * or, at the start of a block, the block's tags (an item joins the one before it).
 */
export function backspace({ text, start }: Doc): Doc {
  for (const { element: e, start: at } of around(text, start).reverse()) {
    const inside = text.slice(at + e.open.length, start);
    if (inside.trim() || /\n[ \t]*\n/.test(inside)) break;
    if (inside && inside !== "\n" && mannerOf(e.tag) === "inline") break;
    if (e.tag === "*") return item(text, at, e, start);
    if (e.tag === "td" || e.tag === "th") return caret(text, start);
    if (isBlock(e.tag)) return unwrapped(text, at, e, start);
  }
  return before(text, start);
}

function item(text: string, at: number, e: Element, start: number): Doc {
  const list = around(text, at).findLast(({ element }) => element.tag === "list");
  const first = list?.element.parts.find(part => part.kind === "element");
  if (!list || first?.kind !== "element" || text.slice(list.start + list.element.open.length, at).trim()) {
    const back = text.slice(0, at).replace(/\s*$/, "").length;
    return caret(spliced(text, back, at + e.open.length), back);
  }
  // The first item comes out of the list; an only one takes the list with it.
  const body = text.slice(at + e.open.length, at + lengthOf(e)).replace(/\s*$/, "");
  const rest = text.slice(at + lengthOf(e), list.start + lengthOf(list.element));
  const tail = rest.trim() === list.element.close ? "" : `\n${list.element.open}\n${rest}`;
  return caret(spliced(text, list.start, list.start + lengthOf(list.element), body + tail), list.start + Math.max(0, start - at - e.open.length));
}

function unwrapped(text: string, at: number, e: Element, start: number): Doc {
  const end = at + lengthOf(e);
  const inner = text.slice(at + e.open.length, end - e.close.length).replace(/^[ \t]*\n/, "").replace(/\n[ \t]*$/, "");
  if (mannerOf(e.tag) === "list" || mannerOf(e.tag) === "table") return caret(text, start);
  return caret(spliced(text, at, end, inner), at);
}

/** The last leaf that ends before the caret. */
function before(text: string, start: number): Doc {
  let [from, to, words] = [0, 0, ""];
  const look = (parts: ReturnType<typeof parse>, at: number): void => {
    for (const part of parts) {
      const end = at + lengthOf(part);
      if (part.kind === "element") look(part.parts, at + part.open.length);
      else if (at < start) [from, to, words] = [at, Math.min(end, start), part.kind === "text" ? part.text.slice(0, start - at) : ""];
      at = end;
    }
  };
  look(parse(text), 0);
  if (to === 0) return caret(text, start);
  const gone = words ? lastCharacter(words) : to - from;
  const done = remove({ text, start: to - gone, end: to });
  // Line ends that aren't shown vanish without a change to be seen: one more.
  return words.endsWith("\n") && to < start ? before(done.text, done.start) : done;
}

/** How long the last character is as people see it. */
function lastCharacter(words: string): number {
  if (!("Segmenter" in Intl)) return [...words].at(-1)?.length ?? 0;
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(words.slice(-40))].at(-1)?.segment.length ?? 0;
}

/** Delete at the end of a text: what Backspace would take from the other side. */
export function forward(doc: Doc): Doc {
  let next = -1;
  const look = (parts: ReturnType<typeof parse>, at: number): void => {
    for (const part of parts) {
      if (next >= 0) return;
      const end = at + lengthOf(part);
      if (part.kind === "element") look(part.parts, at + part.open.length);
      else if (end > doc.start) next = part.kind === "atom" ? end : Math.max(at, doc.start) + ([...part.text.slice(Math.max(at, doc.start) - at)][0]?.length ?? 1);
      at = end;
    }
  };
  look(parse(doc.text), 0);
  return next < 0 ? doc : remove({ text: doc.text, start: doc.start, end: next });
}

export const type = (doc: Doc, words: string): Doc => insert(doc, words);
