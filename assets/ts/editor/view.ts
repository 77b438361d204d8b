import type { Doc } from "./model";

/** One of the two ways to see the text: the source in its field, or as it will look. */
export interface View {
  readonly element: HTMLElement;
  read(): Doc;
  /** Shows a text and selects in it; takes the focus only if it has it. */
  show(doc: Doc): void;
  focus(): void;
  /** Where the caret is on the screen, for what opens beside it. */
  caret(): DOMRect;
}

/** What a view tells the desk. */
export interface Heard {
  /** The text has changed by typing; `kind` joins steps of the history. */
  changed(kind: string): void;
  moved(): void;
  undo(): void;
  redo(): void;
}
