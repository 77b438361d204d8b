import type { Desk } from "./desk";

/** What a panel needs when it opens; it answers with how to begin (where the focus goes). */
export type Fill = (panel: HTMLElement, close: () => void) => void;

/**
 * A panel under its button (above the tools on phones), made of the template of its name: one at a time; Escape and a press elsewhere
 * close it and give the focus back to the text.
 */
export class Panels {
  private panel: HTMLElement | null = null;
  private button: HTMLElement | null = null;

  constructor(private readonly desk: Desk, private readonly fills: Record<string, Fill>) {
    document.addEventListener("pointerdown", event => {
      const target = event.target as Node;
      if (this.panel && !this.panel.contains(target) && !this.button?.contains(target)) this.close(false);
    });
    desk.box.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !this.panel) return;
      event.preventDefault();
      event.stopPropagation();
      this.close(true);
    });
  }

  open(name: string, button: HTMLElement): void {
    const again = this.panel?.dataset["panel"] === name;
    this.close(again);
    const made = again ? null : template(name);
    if (!made) return;
    this.panel = made;
    this.button = button;
    button.setAttribute("aria-expanded", "true");
    made.setAttribute("role", "dialog");
    made.setAttribute("aria-label", button.getAttribute("aria-label") ?? "");
    this.desk.box.append(made);
    this.fills[name]?.(made, () => this.close(true));
    arrows(made);
    this.put(made, button);
    if (matchMedia("(hover: hover)").matches || made.querySelector("input")) made.querySelector<HTMLElement>("[autofocus], input, button")?.focus();
  }

  /** By its shortcut. */
  openFor(name: string): void {
    const button = this.desk.box.querySelector<HTMLElement>(`.tools [data-do=${name}]`);
    if (button) this.open(name, button);
  }

  private put(panel: HTMLElement, button: HTMLElement): void {
    const [box, own, tools] = [this.desk.box.getBoundingClientRect(), button.getBoundingClientRect(), button.closest(".tools")!.getBoundingClientRect()];
    if (matchMedia("(width < 720px)").matches) panel.style.insetBlockEnd = `${Math.round(box.bottom - tools.top)}px`;
    else {
      panel.style.insetBlockStart = `${Math.round(tools.bottom - box.top)}px`;
      panel.style.insetInlineStart = `${Math.max(0, Math.min(Math.round(own.left - box.left), Math.round(box.width - panel.offsetWidth)))}px`;
    }
  }

  private close(back: boolean): void {
    this.panel?.remove();
    this.button?.setAttribute("aria-expanded", "false");
    if (back && this.panel) this.desk.view.focus();
    this.panel = this.button = null;
  }
}

export function template(name: string): HTMLElement | null {
  const made = document.querySelector<HTMLTemplateElement>("#writing")?.content.querySelector(`[data-panel="${name}"]`);
  return made ? document.importNode(made, true) as HTMLElement : null;
}

/** Arrow keys go from choice to choice, Enter in a field presses the panel's own button. */
function arrows(panel: HTMLElement): void {
  panel.addEventListener("keydown", event => {
    const target = event.target as HTMLElement;
    if (event.key === "Enter" && target instanceof HTMLInputElement) {
      event.preventDefault();
      event.stopPropagation();
      panel.querySelector<HTMLElement>("[data-ok]")?.click();
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const choices = [...panel.querySelectorAll<HTMLElement>("button[data-value]")].filter(choice => choice.offsetParent !== null);
    const at = choices.indexOf(target);
    if (!step || at < 0) return;
    event.preventDefault();
    const across = event.key.endsWith("Up") || event.key.endsWith("Down") ? perRow(choices) : 1;
    choices[Math.max(0, Math.min(choices.length - 1, at + step * across))]!.focus();
  });
}

function perRow(choices: HTMLElement[]): number {
  const top = choices[0]!.offsetTop;
  return Math.max(1, choices.findIndex(choice => choice.offsetTop !== top));
}
