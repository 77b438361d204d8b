import { lengthOf, text, type Atom, type Doc, type Element, type Part, type Text } from "./model";
import { parse } from "./parse";

export type Leaf = Text | Atom;

/** The tree with what is selected marked on its leaves, which are cut where the selection begins and ends. */
export function pick({ text: source, start, end }: Doc): Part[] {
  const cut = (parts: readonly Part[], from: number): Part[] => {
    const done: Part[] = [];
    let at = from;
    for (const part of parts) {
      const to = at + lengthOf(part);
      if (part.kind === "element") done.push({ ...part, parts: cut(part.parts, at + part.open.length) });
      else if (part.kind === "atom") done.push({ ...part, picked: at < end && to > start });
      else {
        const [a, b] = [Math.min(Math.max(start - at, 0), part.text.length), Math.min(Math.max(end - at, 0), part.text.length)];
        for (const [words, picked] of [[part.text.slice(0, a), false], [part.text.slice(a, b), true], [part.text.slice(b), false]] as const)
          if (words) done.push({ kind: "text", text: words, picked });
      }
      at = to;
    }
    return done;
  };
  return cut(parse(source), 0);
}

/** The source with the selection from the first picked leaf to the last; where nothing is picked, at `otherwise`. */
export function unpick(parts: readonly Part[], otherwise = 0): Doc {
  let source = "";
  let [start, end] = [-1, -1];
  const write = (part: Part): void => {
    if (part.kind === "element") {
      source += part.open;
      part.parts.forEach(write);
      source += part.close;
      return;
    }
    if (part.picked && start < 0) start = source.length;
    source += part.kind === "text" ? part.text : part.source;
    if (part.picked) end = source.length;
  };
  parts.forEach(write);
  return start < 0 ? { text: source, start: Math.min(otherwise, source.length), end: Math.min(otherwise, source.length) } : { text: source, start, end };
}

export function* leavesOf(parts: readonly Part[]): Generator<Leaf> {
  for (const part of parts)
    if (part.kind === "element") yield* leavesOf(part.parts);
    else yield part;
}

/** Cuts a row of parts where the key of its leaves changes; elements across a cut are there on both sides. */
export function runs<K>(parts: readonly Part[], keyOf: (leaf: Leaf) => K): { key: K | undefined; parts: Part[] }[] {
  const found: { key: K | undefined; parts: Part[] }[] = [];
  const add = (key: K | undefined, part: Part) => {
    const last = found.at(-1);
    if (last && (last.key === key || key === undefined || last.key === undefined)) {
      last.parts.push(part);
      last.key ??= key;
    } else found.push({ key, parts: [part] });
  };
  for (const part of parts) {
    if (part.kind !== "element") { add(keyOf(part), part); continue; }
    const inner = runs(part.parts, keyOf);
    if (inner.length === 0) add(undefined, part);
    for (const run of inner) add(run.key, { ...part, parts: run.parts });
  }
  return found;
}

/** The elements around a place, outermost first; at the edge of one it counts as inside. */
export function around(source: string, at: number, tree: readonly Part[] = parse(source)): { element: Element; start: number }[] {
  const path: { element: Element; start: number }[] = [];
  let parts = tree;
  let from = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const end = from + lengthOf(part);
    if (part.kind === "element" && at >= from + part.open.length && at <= end - part.close.length) {
      path.push({ element: part, start: from });
      [parts, from, i] = [part.parts, from + part.open.length, -1];
    } else from = end;
  }
  return path;
}

/** Cuts texts behind their line ends and numbers the lines. */
export function lines(parts: readonly Part[]): Part[] {
  let line = 0;
  const number = (part: Part): Part[] => {
    if (part.kind === "element") return [{ ...part, parts: part.parts.flatMap(number) }];
    if (part.kind === "atom") return [{ ...part, line }];
    return part.text.split(/(?<=\n)/).map(words => {
      const piece: Text = { ...text(words), line, ...(part.picked ? { picked: true } : {}) };
      if (words.endsWith("\n")) line++;
      return piece;
    });
  };
  return parts.flatMap(number);
}
