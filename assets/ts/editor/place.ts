import { nothing } from "./render";

/** The source that elements stand for; what the browser put among them is nothing, or a line end where it is a block. */
export function read(node: Node): string {
  if (node instanceof Text) return node.data.replaceAll(nothing, "");
  if (!(node instanceof HTMLElement)) return inside(node);
  const { s, o, c } = node.dataset;
  if (s !== undefined) return s;
  if (o !== undefined) return o + inside(node) + (c ?? "");
  if (node.matches("div, p") && node.isContentEditable && node.previousSibling) return "\n" + inside(node);
  return node instanceof HTMLBRElement ? "" : inside(node);
}

export const inside = (node: Node): string => [...node.childNodes].map(read).join("");

/** Where a place among the elements is in the source. */
export function toSource(root: Node, node: Node, offset: number): number {
  let length = 0;
  if (node instanceof Text) length = node.data.slice(0, offset).replaceAll(nothing, "").length;
  else for (let i = 0; i < offset && i < node.childNodes.length; i++) length += read(node.childNodes[i]!).length;
  for (let at: Node = node; at !== root; at = at.parentNode!) {
    if (!at.parentNode) return length;
    const { s, o } = at instanceof HTMLElement ? at.dataset : {};
    // Inside of a thing is behind it.
    if (s !== undefined) length = s.length;
    else if (o !== undefined) length += o.length;
    for (let other = at.previousSibling; other; other = other.previousSibling) length += read(other).length;
  }
  return length;
}

/** The place in the elements of one in the source; where there is none (within a tag), the next that takes a caret. */
export function toElements(root: Node, at: number): [Node, number] {
  let [node, offset]: [Node, number] = [root, 0];
  let [length, found] = [0, false];
  const walk = (here: Node): void => {
    for (const child of here.childNodes) {
      if (found) return;
      if (child instanceof Text) {
        const size = child.data.replaceAll(nothing, "").length;
        if (at <= length + size) {
          [node, offset, found] = [child, Math.max(0, at - length) + (child.data.startsWith(nothing) ? 1 : 0), true];
          return;
        }
        [node, offset] = [child, child.length];
        length += size;
      } else if (child instanceof HTMLBRElement) {
        [node, offset] = [here, [...here.childNodes].indexOf(child)];
        found = at <= length;
      } else if (child instanceof HTMLElement && child.dataset["s"] !== undefined) {
        const size = child.dataset["s"].length;
        // Beside a picture at the start of a line there is no text to stand in.
        if (!child.hidden && at <= length && !(child instanceof HTMLHRElement)) {
          [node, offset, found] = [here, [...here.childNodes].indexOf(child), true];
          return;
        }
        length += size;
        if (!child.hidden) [node, offset] = [here, [...here.childNodes].indexOf(child) + 1];
        if (!child.hidden && at === length && !(child.nextSibling instanceof Text)) found = true;
      } else {
        const tags = child instanceof HTMLElement ? child.dataset : {};
        length += tags["o"]?.length ?? 0;
        walk(child);
        if (!found) length += tags["c"]?.length ?? 0;
      }
    }
  };
  walk(root);
  return [node, offset];
}
