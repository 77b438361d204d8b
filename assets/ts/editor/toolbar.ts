import { block, insert, list } from "./block";
import { unformat } from "./inline";
import type { Desk } from "./desk";
import { around } from "./tree";

/** What a button does; one with a menu opens its panel instead. */
const acts: Record<string, (desk: Desk) => void> = {
  Undo: desk => desk.undo(),
  Redo: desk => desk.redo(),
  Bold: desk => desk.format("b"),
  Italic: desk => desk.format("i"),
  Underline: desk => desk.format("u"),
  Strike: desk => desk.format("s"),
  Plain: desk => desk.run(unformat, "plain"),
  Bullets: desk => desk.run(doc => list(doc, null), "list"),
  Numbers: desk => desk.run(doc => list(doc, "1"), "list"),
  Quote: desk => desk.run(doc => block(doc, "quote"), "quote"),
  Code: desk => desk.run(doc => block(doc, "code"), "code"),
  Rule: desk => desk.run(doc => insert(doc, "[hr]"), "rule"),
  Mention: desk => desk.run(doc => insert(doc, /\S$/.test(doc.text.slice(0, doc.start)) ? " @" : "@"), "type"),
};

const tags: Record<string, string> = { Bold: "b", Italic: "i", Underline: "u", Strike: "s", Quote: "quote", Code: "code", Colour: "color", Size: "size", Link: "url", Hide: "hide" };

/** One stop for Tab, arrows within (WAI-ARIA toolbar); what is in force at the caret is pressed. */
export function toolbar(desk: Desk, open: (name: string, button: HTMLElement) => void): void {
  const bar = desk.box.querySelector<HTMLElement>(".tools")!;
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>("button")];
  const stopAt = (stop: HTMLElement) => buttons.forEach(button => { button.tabIndex = button === stop ? 0 : -1; });
  stopAt(buttons[0]!);
  bar.addEventListener("keydown", event => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const shown = buttons.filter(button => button.offsetParent !== null);
    const here = shown.indexOf(buttons[at]!);
    const step = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = shown[(step + shown.length) % shown.length]!;
    stopAt(next);
    next.focus();
  });
  // The caret stays where it is while a finger or the mouse presses a tool.
  bar.addEventListener("pointerdown", event => { if ((event.target as Element).closest("button")) event.preventDefault(); });
  bar.addEventListener("click", event => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button");
    if (!button) return;
    stopAt(button);
    const name = button.dataset["do"] ?? "";
    if (button.hasAttribute("aria-haspopup")) open(name, button);
    else acts[name]?.(desk);
  });
  desk.box.addEventListener("editor:moved", () => press(desk, buttons));
  press(desk, buttons);
}

function press(desk: Desk, buttons: HTMLButtonElement[]): void {
  const inForce = desk.inForce();
  const { text, start } = desk.view.read();
  const inner = around(text, start).findLast(({ element: { tag } }) => tag === "list");
  for (const button of buttons) {
    const name = button.dataset["do"] ?? "";
    const tag = tags[name];
    if (name === "Undo") dim(button, !desk.history.canUndo);
    else if (name === "Redo") dim(button, !desk.history.canRedo);
    else if (button.hasAttribute("aria-pressed") && name !== "Source" && name !== "Live")
      button.setAttribute("aria-pressed", String(tag ? inForce.has(tag) : inner !== undefined && (inner.element.value === null) === (name === "Bullets")));
    else if (tag) button.classList.toggle("on", inForce.has(tag));
  }
}

/** Not `disabled`: that would take the focus out of the toolbar. */
function dim(button: HTMLButtonElement, off: boolean): void {
  button.setAttribute("aria-disabled", String(off));
}

/** Ctrl (or ⌘) with a letter. */
export function shortcuts(desk: Desk, open: (name: string) => void): void {
  const keys: Record<string, () => void> = {
    b: () => desk.format("b"), i: () => desk.format("i"), u: () => desk.format("u"), k: () => open("Link"),
    z: () => desk.undo(), y: () => desk.redo(),
  };
  desk.box.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || !desk.view.element.contains(event.target as Node)) return;
    const key = event.key.toLowerCase();
    const act = key === "z" && event.shiftKey ? () => desk.redo() : event.shiftKey ? undefined : keys[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

