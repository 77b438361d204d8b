import { insert, remove } from "./block";
import { format } from "./inline";
import { backspace, enter, forward } from "./keys";
import type { Doc } from "./model";
import { parse } from "./parse";
import { inside, toElements, toSource } from "./place";
import { nothing, render, type Names } from "./render";
import type { Heard, View } from "./view";

interface Wish { tag: string; value: string | null }

/**
 * The text as it will look, to be written in. Its elements stand for the source to the letter (render.ts), so reading it back gives
 * what was put in. Typing within a text is the browser's own, with its input methods and spelling; what crosses tags is done on the source.
 */
export class Rich implements View {
  readonly element = document.createElement("div");
  /** Formats for what is typed next. */
  readonly wishes: Wish[] = [];
  private doc: Doc = { text: "", start: 0, end: 0 };
  private composing: number | null = null;

  constructor(private readonly names: Names, private readonly heard: Heard) {
    this.element.contentEditable = "true";
    this.element.className = "rich txt";
    this.element.dir = "auto";
    this.element.setAttribute("role", "textbox");
    this.element.setAttribute("aria-multiline", "true");
    this.element.addEventListener("beforeinput", event => this.before(event));
    this.element.addEventListener("input", event => this.after((event as InputEvent).inputType));
    this.element.addEventListener("compositionstart", () => this.compose());
    this.element.addEventListener("compositionend", () => this.composed());
    document.addEventListener("selectionchange", () => this.select());
  }

  read(): Doc {
    return this.doc;
  }

  show(doc: Doc): void {
    this.doc = doc;
    this.paint();
    this.place();
  }

  focus(): void {
    this.element.focus();
    this.place();
  }

  caret(): DOMRect {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    const box = range?.getClientRects()[0] ?? this.element.getBoundingClientRect();
    return box.height > 100 ? new DOMRect(box.left + 18, box.top, 0, 32) : box;
  }

  /** The next that is typed at the caret has this format, or hasn't it any more. */
  wish(tag: string, value: string | null): void {
    const at = this.wishes.findIndex(wish => wish.tag === tag);
    if (at >= 0) this.wishes.splice(at, 1);
    if (at < 0 || value !== null) this.wishes.push({ tag, value });
  }

  private act(doc: Doc, kind: string): void {
    this.doc = doc;
    this.paint();
    this.place();
    this.heard.changed(kind);
  }

  /** Changes only the elements that differ, so that the rest keeps its pictures and the browser its caret. */
  private paint(): void {
    this.element.normalize();
    const wanted = [...render(parse(this.doc.text), this.names).childNodes];
    const there = [...this.element.childNodes];
    let start = 0;
    while (start < wanted.length && start < there.length && there[start]!.isEqualNode(wanted[start]!)) start++;
    let end = 0;
    while (end < wanted.length - start && end < there.length - start && there.at(-1 - end)!.isEqualNode(wanted.at(-1 - end)!)) end++;
    for (const gone of there.slice(start, there.length - end)) gone.remove();
    const behind = there[there.length - end] ?? null;
    for (const fresh of wanted.slice(start, wanted.length - end)) this.element.insertBefore(fresh, behind);
    this.element.classList.toggle("is-empty", this.doc.text === "");
  }

  private place(): void {
    if (!this.element.contains(document.activeElement)) return;
    const [from, to] = [toElements(this.element, this.doc.start), toElements(this.element, this.doc.end)];
    getSelection()?.setBaseAndExtent(...from, ...to);
    this.keepInSight();
  }

  private keepInSight(): void {
    const box = this.caret();
    if (box.height === 0 && box.top === 0) return;
    if (this.element.scrollHeight > this.element.clientHeight + 1) {
      const own = this.element.getBoundingClientRect();
      if (box.bottom > own.bottom) this.element.scrollTop += box.bottom - own.bottom + 12;
      else if (box.top < own.top) this.element.scrollTop -= own.top - box.top + 12;
    }
    if (box.bottom > innerHeight - 110) scrollBy(0, box.bottom - innerHeight + 140);
  }

  private select(): void {
    const selection = getSelection();
    if (this.composing !== null || !selection?.rangeCount || !this.element.isConnected) return;
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    if (!this.element.contains(startContainer) || !this.element.contains(endContainer)) return;
    const [start, end] = [toSource(this.element, startContainer, startOffset), toSource(this.element, endContainer, endOffset)];
    if (start === this.doc.start && end === this.doc.end) return;
    this.doc = { ...this.doc, start: Math.min(start, end), end: Math.max(start, end) };
    this.wishes.length = 0;
    this.heard.moved();
  }

  private before(event: InputEvent): void {
    if (this.composing !== null || event.inputType === "insertCompositionText") return;
    const kind = event.inputType;
    if (kind === "insertText" && event.data && this.isPlain(event)) return;
    if (kind.startsWith("delete") && !this.crosses(event)) return;
    event.preventDefault();
    const { doc } = this;
    const some = doc.start !== doc.end;
    if (kind === "insertText" || kind === "insertReplacementText") this.type(event);
    else if (kind === "insertParagraph" || kind === "insertLineBreak") this.act(enter(doc, kind === "insertLineBreak"), "enter");
    else if (kind === "historyUndo") this.heard.undo();
    else if (kind === "historyRedo") this.heard.redo();
    else if (kind.startsWith("delete")) this.act(some ? remove(doc) : this.erase(event), "erase");
    else if (kind === "formatBold" || kind === "formatItalic" || kind === "formatUnderline") this.act(format(doc, kind[6]!.toLowerCase()), kind);
  }

  /** The browser may do it: within one text, and nothing that starts or ends a tag. */
  private isPlain(event: InputEvent): boolean {
    const [range] = event.getTargetRanges();
    const { startContainer: node } = range ?? {};
    return this.wishes.length === 0 && range !== undefined && node === range.endContainer && node instanceof Text && !node.data.includes(nothing)
      && !(range.startOffset === 0 && range.endOffset === node.length) && !this.onEdge(node, range.startOffset, range.endOffset);
  }

  /** Beside a tag the browser may choose the other side of it. */
  private onEdge(node: Text, start: number, end: number): boolean {
    return start === end && (start === 0 || start === node.length) && (node.parentNode !== this.element || node.previousSibling !== null || node.nextSibling !== null);
  }

  private crosses(event: InputEvent): boolean {
    const [range] = event.getTargetRanges();
    const node = range?.startContainer;
    if (!range || !(node instanceof Text) || node !== range.endContainer || node.data.includes(nothing)) return true;
    return range.startOffset === range.endOffset || (range.startOffset === 0 && range.endOffset === node.length) || /\n/.test(node.data.slice(range.startOffset, range.endOffset));
  }

  /** A range that the browser chose (a character, a word, a line), or what is before or behind the caret's text. */
  private erase(event: InputEvent): Doc {
    const { doc } = this;
    const [range] = event.getTargetRanges();
    const back = event.inputType.endsWith("Backward");
    if (range?.startContainer instanceof Text && range.startContainer === range.endContainer) {
      const [start, end] = [toSource(this.element, range.startContainer, range.startOffset), toSource(this.element, range.endContainer, range.endOffset)];
      if (start < end) return remove({ text: doc.text, start, end });
    }
    return back ? backspace(doc) : forward(doc);
  }

  private type(event: InputEvent): void {
    const words = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    const [range] = event.inputType === "insertReplacementText" ? event.getTargetRanges() : [];
    const doc = range ? { ...this.doc, start: toSource(this.element, range.startContainer, range.startOffset), end: toSource(this.element, range.endContainer, range.endOffset) } : this.doc;
    this.act(this.wished(insert(doc, words), words.length), "type");
  }

  private wished(doc: Doc, length: number): Doc {
    const wishes = this.wishes.splice(0);
    if (wishes.length === 0) return doc;
    const done = wishes.reduce((each, wish) => format(each, wish.tag, wish.value), { ...doc, start: doc.end - length });
    return { ...done, start: done.end };
  }

  private compose(): void {
    if (this.doc.start !== this.doc.end) this.act(remove(this.doc), "erase");
    this.composing = this.doc.start;
  }

  private composed(): void {
    const from = this.composing ?? 0;
    this.composing = null;
    this.after("insertText");
    if (this.wishes.length && this.doc.end > from) this.act(this.wished(this.doc, this.doc.end - from), "type");
  }

  /** What the browser did is read; what it put among our elements goes. */
  private after(kind: string): void {
    if (this.composing !== null) return;
    const text = inside(this.element);
    const selection = getSelection();
    const at = selection?.focusNode && this.element.contains(selection.focusNode) ? toSource(this.element, selection.focusNode, selection.focusOffset) : text.length;
    this.doc = { text, start: at, end: at };
    this.paint();
    if (this.isAway()) this.place();
    this.heard.changed(kind.startsWith("delete") ? "erase" : "type");
  }

  /** New elements may have taken the caret's place. */
  private isAway(): boolean {
    const selection = getSelection();
    const node = selection?.focusNode;
    return !node || !this.element.contains(node) || toSource(this.element, node, selection!.focusOffset) !== this.doc.start;
  }
}
