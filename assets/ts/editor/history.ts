import type { Doc } from "./model";

/** Undo and redo for both views. What is typed in one go (a second without a pause, one kind) is one step. */
export class History {
  private readonly past: Doc[] = [];
  private readonly future: Doc[] = [];
  private lastKind = "";
  private lastAt = 0;

  constructor(private now: Doc) {}

  /** After a change; `kind` is "type" or "erase" for what joins, else the name of the act. */
  add(doc: Doc, kind: string): void {
    if (doc.text === this.now.text) { this.now = doc; return; }
    const joins = kind === this.lastKind && (kind === "type" || kind === "erase") && performance.now() - this.lastAt < 1000;
    if (!joins) this.past.push(this.now);
    if (this.past.length > 200) this.past.shift();
    this.future.length = 0;
    [this.now, this.lastKind, this.lastAt] = [doc, kind, performance.now()];
  }

  /** The selection moved. */
  at(doc: Doc): void {
    if (doc.text === this.now.text) this.now = doc;
  }

  forget(doc: Doc): void {
    this.past.length = this.future.length = 0;
    this.now = doc;
  }

  undo(): Doc | null { return this.step(this.past, this.future); }
  redo(): Doc | null { return this.step(this.future, this.past); }
  get canUndo(): boolean { return this.past.length > 0; }
  get canRedo(): boolean { return this.future.length > 0; }

  private step(from: Doc[], to: Doc[]): Doc | null {
    const doc = from.pop();
    if (!doc) return null;
    to.push(this.now);
    this.lastKind = "";
    return this.now = doc;
  }
}
