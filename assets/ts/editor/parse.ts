import { joined, sourceOf, text, type Element, type Part } from "./model";
import { mannerOf, takes } from "./tags";

/** Tags are at most this deep; what is deeper stays text, as on the server. */
const deepest = 20;
// What is between quotation marks may hold brackets. Neither part can match what the other does, so it takes linear time.
const tagAt = /\[(?:\/([a-z0-9]{1,20})|([a-z0-9]{1,20}|\*)(?:=((?:"[^"\n]*"|[^\]"[\n])*))?)\]/gi;

interface Token { start: number; end: number; tag: string; value: string | null; closes: boolean; partner: number; content?: string }
interface Frame { open: Element; token: number }

export function parse(source: string): Part[] {
  const tokens = pair(tokensOf(source));
  const root: Part[] = [];
  const frames: Frame[] = [];
  let at = 0;
  const place = () => frames.at(-1)?.open.parts ?? root;
  const upTo = (end: number) => { if (end > at) place().push(text(source.slice(at, end))); at = end; };
  const give = (token: Token, part: Part, end: number) => { upTo(token.start); place().push(part); at = end; };
  tokens.forEach((token, index) => {
    const manner = mannerOf(token.tag);
    if (token.start < at) return;
    if (token.content !== undefined) return give(token, whole(source, token, tokens[token.partner]!), tokens[token.partner]!.end);
    if (manner === "line") return give(token, { kind: "atom", tag: "hr", value: "", content: "", source: source.slice(token.start, token.end) }, token.end);
    if (token.closes) {
      const frame = frames.findLastIndex(f => f.token === token.partner);
      if (frame < 0) return;
      upTo(token.start);
      // What was opened in it and isn't closed (tags that overlap) stays as typed.
      while (frames.length > frame + 1) flatten();
      frames.pop()!.open.close = source.slice(token.start, at = token.end);
    } else if (manner === "item") {
      const list = frames.findLastIndex(f => mannerOf(f.open.tag) !== "inline");
      if (list < 0 || !["list", "item"].includes(mannerOf(frames[list]!.open.tag)!)) return;
      upTo(token.start);
      while (frames.length > list + 1) flatten();
      if (mannerOf(frames[list]!.open.tag) === "item") frames.pop();
      push(token, index);
    } else if (token.partner >= 0 && frames.length < deepest * 2) {
      upTo(token.start);
      push(token, index);
    }
  });
  upTo(source.length);
  while (frames.length) flatten();
  return settle(root, null);

  function push(token: Token, index: number): void {
    const open: Element = { kind: "element", tag: token.tag, value: token.value, open: source.slice(token.start, token.end), close: "", parts: [] };
    place().push(open);
    frames.push({ open, token: index });
    at = token.end;
  }
  function flatten(): void {
    const { open } = frames.pop()!;
    if (mannerOf(open.tag) !== "item") place().splice(-1, 1, text(open.open), ...open.parts);
  }
}

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  for (const match of source.matchAll(tagAt)) {
    const tag = (match[1] ?? match[2])!.toLowerCase();
    const value = match[3] ?? null;
    const closes = match[1] !== undefined;
    if (!mannerOf(tag) || (!closes && !takes(tag, value))) { if (mannerOf(tag)) tokens.push(refused(match, tag)); continue; }
    tokens.push({ start: match.index, end: match.index + match[0].length, tag, value, closes, partner: -1 });
  }
  return tokens;
}

/** Its closing tag is text as well. */
const refused = (match: RegExpExecArray, tag: string): Token =>
  ({ start: match.index, end: match.index + match[0].length, tag, value: null, closes: false, partner: -2 });

/** Each closing tag finds the last opening one of its name; what is between those of code and pictures is no markup. */
function pair(tokens: Token[]): Token[] {
  const open = new Map<string, number[]>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const manner = mannerOf(token.tag);
    if (manner === "item" || manner === "line") continue;
    if (!token.closes && token.partner !== -2 && (manner === "verbatim" || manner === "atom")) {
      const end = nextClosing(tokens, i);
      if (end < 0) { token.partner = -2; continue; }
      token.partner = end;
      token.content = "";
      i = end;
      continue;
    }
    const stack = open.get(token.tag) ?? [];
    open.set(token.tag, stack);
    if (!token.closes) stack.push(i);
    else if (stack.length) {
      const partner = stack.pop()!;
      if (tokens[partner]!.partner !== -2) [token.partner, tokens[partner]!.partner] = [partner, i];
    }
  }
  return tokens.map(token => token.partner === -2 ? { ...token, partner: -1, tag: "" } : token);
}

function nextClosing(tokens: Token[], from: number): number {
  const tag = tokens[from]!.tag;
  if (none.get(tokens)?.has(tag)) return -1;
  for (let i = from + 1; i < tokens.length; i++) if (tokens[i]!.closes && tokens[i]!.tag === tag) return i;
  none.set(tokens, (none.get(tokens) ?? new Set()).add(tag));
  return -1;
}

/** Tags that don't close any more: looked for once. */
const none = new WeakMap<Token[], Set<string>>();

function whole(source: string, open: Token, close: Token): Part {
  const content = source.slice(open.end, close.start);
  if (mannerOf(open.tag) === "verbatim")
    return { kind: "element", tag: open.tag, value: open.value, open: source.slice(open.start, open.end), close: source.slice(close.start, close.end), parts: joined([text(content)]) };
  return { kind: "atom", tag: open.tag, value: open.value ?? "", content, source: source.slice(open.start, close.end) };
}

/** Tables must be tables; what is out of its place is text. */
function settle(parts: readonly Part[], parent: Element | null): Part[] {
  const settled: Part[] = [];
  for (const part of parts) {
    if (part.kind !== "element") { settled.push(part); continue; }
    part.parts = settle(part.parts, part);
    settled.push(...fits(part, parent) ? [part] : loose(part));
  }
  return joined(settled);
}

/** A table that is none: its rows and cells are none either. */
function loose(part: Element): Part[] {
  const inner = part.parts.flatMap(child => child.kind === "element" && ["row", "cell"].includes(mannerOf(child.tag)!) ? loose(child) : [child]);
  return [text(part.open), ...inner, text(part.close)];
}

function fits(part: Element, parent: Element | null): boolean {
  const holds = (manner: string) => part.parts.length > 0 && part.parts.every(child => child.kind === "element" ? mannerOf(child.tag) === manner : child.kind === "text" && !child.text.trim());
  switch (mannerOf(part.tag)) {
    case "row": return parent?.tag === "table" && holds("cell");
    case "cell": return parent?.tag === "tr";
    case "table": return holds("row");
    case "list": return part.parts.some(child => child.kind === "element");
    default: return sourceOf([part]) !== "";
  }
}
