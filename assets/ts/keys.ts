import { pickFocused } from "./pick";
import { step } from "./step";

/** / search, j and k floors or threads, n and p pages, x chooses, r reply, ? help, Ctrl+Enter sends; what prints its key (data-hotkey) is pressed by it. Single keys rest while one types. */
export function keys(): void {
  document.addEventListener("keydown", event => {
    const field = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
    if (field && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = (event.target as HTMLElement).closest("form");
      if (form?.method === "post") form.requestSubmit(form.querySelector<HTMLButtonElement>(".btn.go"));
      return;
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]") || areOff()) return;
    if (acts[event.key]?.() || follow(`[data-hotkey="${CSS.escape(event.key)}"]`)) event.preventDefault();
  });
  helpAndSwitch();
}

const acts: Record<string, () => boolean> = {
  "/": () => focus(".find input") || follow(".me a[href='/search']"),
  "j": () => step(1),
  "k": () => step(-1),
  "n": () => follow("#main [rel=next]"),
  "p": () => follow("#main [rel=prev]"),
  "x": pickFocused,
  "r": () => focus("#reply :is(.rich, textarea)") || follow("[data-key=r]"),
  "?": help,
};

/** Speech input may say letters by accident, so that they can be switched off (WCAG 2.1.4); the button in the foot stays. */
function helpAndSwitch(): void {
  const box = document.querySelector<HTMLInputElement>("[data-keys-switch]");
  if (box) box.checked = !areOff();
  box?.addEventListener("change", () => {
    try { localStorage.setItem("keys", box.checked ? "on" : "off"); } catch { /* then only on this page's next load */ }
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-keys-help]")) {
    button.hidden = false;
    button.addEventListener("click", help);
  }
}

function areOff(): boolean {
  try { return localStorage.getItem("keys") === "off"; } catch { return false; }
}

function help(): boolean {
  document.querySelector<HTMLDialogElement>("#keys")?.showModal();
  return true;
}

function focus(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector);
  if (!field || field.offsetParent === null) return false;
  field.focus();
  return true;
}

function follow(selector: string): boolean {
  const link = document.querySelector<HTMLElement>(selector);
  link?.click();
  return link !== null;
}
