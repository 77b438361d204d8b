import { Area } from "./area";
import { History } from "./history";
import { format, inForce } from "./inline";
import type { Atom, Doc } from "./model";
import { Rich } from "./rich";
import type { Heard, View } from "./view";

/** One editor: the field that is sent, the view in use, the steps back. Commands are functions from text to text. */
export class Desk implements Heard {
  readonly area: Area;
  readonly rich: Rich;
  readonly history: History;
  /** What uploads call their files. */
  readonly files = new Map<string, { label: string; picture?: string }>();
  private own = false;

  constructor(readonly box: HTMLElement, readonly field: HTMLTextAreaElement) {
    this.area = new Area(field, { changed: kind => { if (!this.own) this.fieldChanged(kind); }, moved: () => this.moved(), undo: () => this.undo(), redo: () => this.redo() });
    this.rich = new Rich(atom => this.nameOf(atom), this);
    this.rich.element.setAttribute("aria-label", field.getAttribute("aria-label") ?? "");
    this.rich.element.dataset["placeholder"] = field.placeholder;
    this.history = new History(this.area.read());
  }

  get isRich(): boolean { return this.rich.element.isConnected; }
  get view(): View { return this.isRich ? this.rich : this.area; }

  /** Runs a command on the text and shows what became of it. */
  run(command: (doc: Doc) => Doc, kind = "act"): void {
    this.view.focus();
    this.view.show(command(this.view.read()));
    this.changed(kind);
  }

  format(tag: string, value: string | null = null): void {
    const doc = this.view.read();
    if (!this.isRich || doc.start !== doc.end) return this.run(each => format(each, tag, value), tag);
    this.rich.focus();
    this.rich.wish(tag, value);
    this.moved();
  }

  /** The formats at the caret, with those that what is typed next will have or not have. */
  inForce(): Map<string, string | null> {
    const found = inForce(this.view.read());
    if (this.isRich)
      for (const { tag, value } of this.rich.wishes)
        if (found.has(tag) && value === null) found.delete(tag);
        else found.set(tag, value);
    return found;
  }

  /** Shows the text as it will look, or its source; the selection and the steps back stay. */
  toRich(on: boolean, takeFocus: boolean): void {
    if (on === this.isRich) return;
    const doc = this.view.read();
    if (on) this.field.before(this.rich.element);
    else this.rich.element.remove();
    this.box.classList.toggle("is-rich", on);
    this.field.tabIndex = on ? -1 : 0;
    this.field.toggleAttribute("aria-hidden", on);
    if (on) this.field.setAttribute("aria-hidden", "true");
    this.field.required = !on;
    this.view.show(doc);
    if (takeFocus) this.view.focus();
    this.moved();
  }

  /** The form was reset: nothing to go back to. */
  clear(): void {
    this.history.forget(this.area.read());
    if (this.isRich) this.rich.show({ text: this.field.value, start: 0, end: 0 });
    this.moved();
  }

  changed(kind: string): void {
    const doc = this.view.read();
    this.history.add(doc, kind);
    if (this.isRich) this.send(doc.text);
    else if (kind !== "type" && kind !== "erase") this.send(doc.text);
    this.moved();
  }

  moved(): void {
    this.history.at(this.view.read());
    this.box.dispatchEvent(new CustomEvent("editor:moved"));
  }

  undo(): void { this.back(this.history.undo()); }
  redo(): void { this.back(this.history.redo()); }

  private back(doc: Doc | null): void {
    if (!doc) return;
    this.view.show(doc);
    this.send(doc.text);
    this.moved();
  }

  /** The form's field always has the source; drafts, the count and the preview listen to it. */
  private send(text: string): void {
    this.own = true;
    if (this.field.value !== text) this.field.value = text;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.own = false;
  }

  /** By hand in source mode; in the other one by a script, a draft that came back, or a browser's own filling. */
  private fieldChanged(kind: string): void {
    const doc = this.area.read();
    if (this.isRich) this.rich.show(doc);
    this.history.add(doc, kind);
    this.moved();
  }

  private nameOf(atom: Atom): { label: string; picture?: string } {
    const content = atom.content.trim();
    if (atom.tag === "img" && /^https:\/\/[^\s"<>]+$/i.test(content)) return { label: content, picture: content };
    if (atom.tag === "attach" || atom.tag === "attachimg") {
      const known = this.files.get(content);
      if (known) return atom.tag === "attachimg" ? known : { label: known.label };
      if (atom.tag === "attachimg" && /^\d{1,18}$/.test(content)) return { label: atom.source, picture: `/files/${content}/thumb` };
    }
    return { label: atom.source };
  }
}
