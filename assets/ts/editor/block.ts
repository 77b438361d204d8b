import { element, lengthOf, sourceOf, text, type Doc, type Element, type Part } from "./model";
import { parse } from "./parse";
import { around, leavesOf, lines, pick, runs, unpick } from "./tree";
import { holdsLines, isBlock, mannerOf } from "./tags";

/** A quote, a place to hide, an alignment, code around the lines of the selection; inside of one, it goes. */
export function block(doc: Doc, tag: string, value: string | null = null): Doc {
  const inside = around(doc.text, doc.start).findLast(({ element: { tag: t } }) => t === tag);
  if (inside && inside.start + lengthOf(inside.element) >= doc.end) {
    const same = inside.element.value === value || (value ?? "left") === "left" || tag !== "align";
    return replaceTags(doc, inside, same ? null : element(tag, value, []));
  }
  if (tag === "align" && value === "left") return doc;
  return onLines(doc, picked => [element(tag, value, tag === "code" ? [{ ...text(sourceOf(picked)), picked: true }] : picked)]);
}

/** The lines of the selection as items, or items as lines again; the other kind of list changes to this one. */
export function list(doc: Doc, value: string | null): Doc {
  const inside = around(doc.text, doc.start).findLast(({ element: { tag } }) => tag === "list");
  if (inside && inside.start + lengthOf(inside.element) >= doc.end) {
    if (inside.element.value !== value) return replaceTags(doc, inside, element("list", value, []));
    const at = inside.start + lengthOf(inside.element);
    const items = inside.element.parts.flatMap(item => item.kind === "element" ? item.parts : []);
    const plain = sourceOf(items).replace(/^\n|\n$/g, "");
    return { text: doc.text.slice(0, inside.start) + plain + doc.text.slice(at), start: inside.start, end: inside.start + plain.length };
  }
  return onLines(doc, picked => {
    const items = runs(lines(picked), leaf => leaf.line).map(run => element("*", null, run.parts));
    return [element("list", value, [text("\n"), ...items.length ? items : [element("*", null, [])], text(sourceOf(items).endsWith("\n") ? "" : "\n")])];
  });
}

function replaceTags(doc: Doc, { element: old, start }: { element: Element; start: number }, by: Element | null): Doc {
  const inner = sourceOf(old.parts);
  const shift = (by?.open.length ?? 0) - old.open.length;
  const source = doc.text.slice(0, start) + (by?.open ?? "") + inner + (by?.close ?? "") + doc.text.slice(start + lengthOf(old));
  return { text: source, start: doc.start + shift, end: Math.min(doc.end, start + old.open.length + inner.length) + shift };
}

/** Puts whole lines, within the innermost block that holds the selection, into what `make` makes of them. */
function onLines(doc: Doc, make: (picked: Part[]) => Part[]): Doc {
  const home = around(doc.text, doc.start).findLast(({ element: e, start }) => holdsLines(e.tag) && start + lengthOf(e) - e.close.length >= doc.end);
  const [from, to] = home ? [home.start + home.element.open.length, home.start + lengthOf(home.element) - home.element.close.length] : [0, doc.text.length];
  const inner = doc.text.slice(from, to);
  const [start, end] = [lineStart(inner, doc.start - from), lineEnd(inner, doc.end - from)];
  const done = start === end ? emptyLine(inner, start, make) : wholeLines({ text: inner, start, end }, make);
  return { text: doc.text.slice(0, from) + done.text + doc.text.slice(to), start: done.start + from, end: done.end + from };
}

function emptyLine(inner: string, at: number, make: (picked: Part[]) => Part[]): Doc {
  const made = make([{ ...text("\0"), picked: true }]);
  const source = sourceOf(made);
  const caret = at + source.indexOf("\0");
  const after = inner.slice(at);
  return { text: inner.slice(0, at) + source.replace("\0", "") + (after === "" || after.startsWith("\n") ? "" : "\n") + after, start: caret, end: caret };
}

function wholeLines(doc: Doc, make: (picked: Part[]) => Part[]): Doc {
  const parts = runs(pick(doc), leaf => leaf.picked === true).flatMap(run => run.key ? make(run.parts) : run.parts);
  return unpick(parts, doc.start);
}

/** Lines begin at the start, behind a line end, and behind a block. */
function lineStart(source: string, at: number): number {
  let start = source.lastIndexOf("\n", at - 1) + 1;
  for (const [from, part] of placed(source)) {
    const end = from + lengthOf(part);
    if (part.kind !== "text" && isBlock(part.tag)) {
      if (end <= at) start = Math.max(start, end);
    } else if (part.kind === "element" && from < start && start < end) start = from;
  }
  return start;
}

function lineEnd(source: string, at: number): number {
  const next = source.indexOf("\n", at);
  let end = next < 0 ? source.length : next;
  for (const [from, part] of placed(source).reverse()) {
    const to = from + lengthOf(part);
    if (part.kind !== "text" && isBlock(part.tag)) {
      if (from >= at) end = Math.min(end, from);
      else if (to > end) end = to;
    } else if (part.kind === "element" && from < end && end < to) end = to;
  }
  return end;
}

function placed(source: string): [number, Part][] {
  let at = 0;
  return parse(source).map(part => { const from = at; at += lengthOf(part); return [from, part]; });
}

/** Text, a picture, an emoji in the place of what is selected; blocks get lines of their own. */
export function insert(doc: Doc, source: string): Doc {
  const rest = doc.start === doc.end ? doc : remove(doc);
  const { text: all, start } = rest;
  const first = parse(source)[0];
  const own = first !== undefined && first.kind !== "text" && isBlock(first.tag);
  const before = own && start > 0 && !/\n$|\[\/(quote|hide|list|table|code|align)\]$/i.test(all.slice(0, start)) ? "\n" : "";
  const after = own && !all.slice(start).startsWith("\n") && all.length > start ? "\n" : "";
  const at = start + before.length + source.length;
  return { text: all.slice(0, start) + before + source + after + all.slice(start), start: at, end: at };
}

/** Takes what is selected out; tags go with all that was in them, and items that meet become one. */
export function remove(doc: Doc): Doc {
  const keep = (parts: readonly Part[], from: number): Part[] => {
    const kept: Part[] = [];
    let at = from;
    for (const part of parts) {
      const end = at + lengthOf(part);
      if (part.kind === "element") {
        const inner = keep(part.parts, at + part.open.length);
        const covered = doc.start <= at && end <= doc.end;
        const had = [...leavesOf(part.parts)].length > 0;
        const last = kept.at(-1);
        // The selection began in the item before: what is left of this one follows there.
        if (part.tag === "*" && doc.start < at + part.open.length && doc.end >= at + part.open.length && last?.kind === "element" && last.tag === "*") kept[kept.length - 1] = { ...last, parts: [...last.parts, ...inner] };
        else if (!covered && (inner.length || !had || mannerOf(part.tag) !== "inline")) kept.push({ ...part, parts: inner });
      } else if (!part.picked) kept.push(part);
      at = end;
    }
    return kept;
  };
  const before = doc.text.slice(0, doc.start);
  const source = sourceOf(keep(pick(doc), 0));
  // Everything before the selection is untouched, but for opening tags whose contents went.
  let at = 0;
  while (at < before.length && before[at] === source[at]) at++;
  return { text: source, start: at, end: at };
}
