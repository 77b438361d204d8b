import type { Doc } from "./model";
import type { Heard, View } from "./view";

/** The source, in the form's own field. */
export class Area implements View {
  constructor(readonly element: HTMLTextAreaElement, heard: Heard) {
    element.addEventListener("input", event => heard.changed((event as InputEvent).inputType?.startsWith("delete") ? "erase" : "type"));
    element.addEventListener("select", () => heard.moved());
    element.addEventListener("keyup", () => heard.moved());
    element.addEventListener("beforeinput", event => {
      if (event.inputType === "historyUndo") event.preventDefault(), heard.undo();
      if (event.inputType === "historyRedo") event.preventDefault(), heard.redo();
    });
  }

  read(): Doc {
    const { value: text, selectionStart: start, selectionEnd: end } = this.element;
    return { text, start, end };
  }

  show({ text, start, end }: Doc): void {
    if (this.element.value !== text) this.element.value = text;
    this.element.setSelectionRange(start, end);
  }

  focus(): void {
    this.element.focus();
  }

  /** A field doesn't tell where its caret is: its lower left corner will do. */
  caret(): DOMRect {
    const box = this.element.getBoundingClientRect();
    return new DOMRect(box.left + 12, box.top, 0, Math.min(box.height, 64));
  }
}
