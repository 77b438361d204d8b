import { word } from "./words";

/**
 * The editor (editor/) is a script of its own, since most pages are only read: it comes at once on pages made for writing, else when a
 * field that has one gets the focus or its tools are used. Until then, and without it, the field is a field.
 */
export function writing(): void {
  document.addEventListener("focusin", event => {
    if (event.target instanceof Element && event.target.closest(".editor")) void bring();
  });
  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>(".editor .tools button") : null;
    const box = button?.closest<HTMLElement>(".editor");
    // The tools are deaf until it is there; what was pressed is done then.
    if (button && !box?.dataset["ready"]) void bring().then(() => button.click());
  });
}

/** Of a page that has come. */
export function fullEditors(): void {
  if (document.querySelector(".editor:not(.small)")) void bring();
  else if (brought) void bring();
}

let brought = false;

async function bring(): Promise<void> {
  const address = word("editorScript");
  if (!address) return;
  try {
    const { editors } = (await import(address)) as { editors: () => void };
    brought = true;
    editors();
  } catch { /* the network; the field works without */ }
}
