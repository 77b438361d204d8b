import { element, type Doc, type Element, type Part } from "./model";
import { leavesOf, pick, runs, unpick, around } from "./tree";
import { isBlock, mannerOf } from "./tags";

/** Bold, italic, a colour, a size, a link: on for the whole selection, or off where all of it has it already. */
export function format(doc: Doc, tag: string, value: string | null = null): Doc {
  if (doc.start === doc.end) return wrapped(doc, tag, value);
  const parts = pick(doc);
  return unpick(hasAll(parts, tag, value) ? without(parts, tag) : withTag(without(parts, tag), tag, value), doc.start);
}

/** No format on what is selected. */
export function unformat(doc: Doc): Doc {
  return unpick(without(pick(doc), null), doc.start);
}

/** The tags and values in force at the selection's start. */
export function inForce({ text, start, end }: Doc): Map<string, string | null> {
  // Inside of what is selected, not before it.
  return new Map(around(text, end > start ? start + 1 : start).map(({ element: { tag, value } }) => [tag, value]));
}

/** In the source, where there is room for a caret between the tags. */
export function wrapped({ text, start, end }: Doc, tag: string, value: string | null): Doc {
  const { open, close } = element(tag, value, []);
  return { text: text.slice(0, start) + open + text.slice(start, end) + close + text.slice(end), start: start + open.length, end: end + open.length };
}

function hasAll(parts: readonly Part[], tag: string, value: string | null): boolean {
  let [some, all] = [false, true];
  const look = (part: Part, has: boolean): void => {
    if (part.kind === "element") return part.parts.forEach(child => look(child, has || (part.tag === tag && (value === null || part.value === value))));
    if (!part.picked || (part.kind === "text" && !part.text.trim())) return;
    some = true;
    all &&= has;
  };
  parts.forEach(part => look(part, false));
  return some && all;
}

/** Lifts the picked leaves out of elements of the tag (of all formats, where it is null); what isn't picked keeps them. */
function without(parts: readonly Part[], tag: string | null): Part[] {
  return parts.flatMap(part => {
    if (part.kind !== "element") return [part];
    const inner: Element = { ...part, parts: without(part.parts, tag) };
    const gone = tag === null ? mannerOf(part.tag) === "inline" : part.tag === tag;
    if (!gone || ![...leavesOf(part.parts)].some(leaf => leaf.picked)) return [inner];
    return runs(inner.parts, leaf => leaf.picked === true).flatMap(run => run.key ? run.parts : [{ ...part, parts: run.parts }]);
  });
}

function withTag(parts: readonly Part[], tag: string, value: string | null): Part[] {
  const done: Part[] = [];
  let inner: Part[] = [];
  const flush = () => {
    // A line end alone needs no format.
    if (inner.some(part => part.kind !== "text" || part.text.trim())) done.push(element(tag, value, inner));
    else done.push(...inner);
    inner = [];
  };
  for (const part of parts) {
    const leaves = part.kind === "element" ? [...leavesOf(part.parts)] : [part];
    const whole = leaves.length > 0 && leaves.every(leaf => leaf.picked);
    if (whole && !(part.kind === "element" && isBlock(part.tag))) { inner.push(part); continue; }
    flush();
    const verbatim = part.kind === "element" && mannerOf(part.tag) === "verbatim";
    done.push(part.kind === "element" && !verbatim && leaves.some(leaf => leaf.picked) ? { ...part, parts: withTag(part.parts, tag, value) } : part);
  }
  flush();
  return done;
}

/** The selection without this format. */
export function unset(doc: Doc, tag: string): Doc {
  return unpick(without(pick(doc), tag), doc.start);
}
