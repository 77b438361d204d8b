/** / search, j and k floors, r reply, ? this list, Ctrl+Enter sends. Single keys rest while one types. */
export function keys(): void {
  document.addEventListener("keydown", event => {
    const field = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
    if (field && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = (event.target as HTMLElement).closest("form");
      if (form?.method === "post") form.requestSubmit(form.querySelector<HTMLButtonElement>(".btn.go"));
      return;
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const act = acts[event.key];
    if (act?.()) event.preventDefault();
  });
}

const acts: Record<string, () => boolean> = {
  "/": () => focus(".find input") || follow(".me a[href='/search']"),
  "j": () => step(1),
  "k": () => step(-1),
  "r": () => focus("#reply textarea") || follow("[data-key=r]"),
  "?": () => {
    document.querySelector<HTMLDialogElement>("#keys")?.showModal();
    return true;
  },
};

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

/** To the floor (or thread row) before or after the one at the top of the window. */
function step(by: 1 | -1): boolean {
  const floors = [...document.querySelectorAll<HTMLElement>(".floor")];
  if (floors.length === 0) return false;
  const marked = floors.findIndex(f => f.classList.contains("here"));
  const top = floors.findIndex(f => f.getBoundingClientRect().bottom > 20);
  const next = marked >= 0 ? marked + by : top;
  const floor = floors[Math.max(0, Math.min(floors.length - 1, next))];
  floors[marked]?.classList.remove("here");
  floor?.classList.add("here");
  floor?.scrollIntoView({ block: "start" });
  return true;
}
