/**
 * A text of the forum as the editor sees it: a tree whose leaves and tags, read in order, are the source to the letter. What isn't
 * understood is text. So whatever is shown, `sourceOf(parse(x)) === x`, and an edit changes only what was edited.
 */
export type Part = Text | Atom | Element;

export interface Text { kind: "text"; text: string; picked?: boolean; line?: number }
/** Shown as one thing, removed as one thing: a picture, a file, a video, a line. */
export interface Atom { kind: "atom"; tag: string; value: string; content: string; source: string; picked?: boolean; line?: number }
export interface Element { kind: "element"; tag: string; value: string | null; open: string; close: string; parts: Part[] }

/** A text with what is selected in it; `start <= end`, in UTF-16 units as everywhere in the browser. */
export interface Doc { text: string; start: number; end: number }

export const text = (words: string): Text => ({ kind: "text", text: words });

export const element = (tag: string, value: string | null, parts: Part[]): Element =>
  ({ kind: "element", tag, value, open: value === null ? `[${tag}]` : `[${tag}=${value}]`, close: tag === "*" ? "" : `[/${tag}]`, parts });

export function sourceOf(parts: readonly Part[]): string {
  let source = "";
  for (const part of parts)
    source += part.kind === "text" ? part.text : part.kind === "atom" ? part.source : part.open + sourceOf(part.parts) + part.close;
  return source;
}

export const lengthOf = (part: Part): number => part.kind === "text" ? part.text.length : part.kind === "atom" ? part.source.length
  : part.open.length + part.parts.reduce((sum, child) => sum + lengthOf(child), 0) + part.close.length;

/** Neighbouring texts become one, empty ones go. */
export function joined(parts: readonly Part[]): Part[] {
  const whole: Part[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (part.kind !== "text") whole.push(part);
    else if (last?.kind === "text") whole[whole.length - 1] = text(last.text + part.text);
    else if (part.text) whole.push(text(part.text));
  }
  return whole;
}
