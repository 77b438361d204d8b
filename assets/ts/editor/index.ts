// The editor, brought by ../writing.ts where one writes.
import { count } from "./count";
import { Desk } from "./desk";
import { mentions } from "./mention";
import { Panels } from "./panel";
import { panelsOf } from "./panels";
import { pasting } from "./paste";
import { livePreview } from "./preview";
import { offer, Saving } from "./save";
import { shortcuts, toolbar } from "./toolbar";
import { Uploads } from "./upload";

interface Place { desk: Desk; saving: Saving; uploads: Uploads }

const places = new Map<HTMLTextAreaElement, Place>();
const kept = "editor";

/** Every editor of the page that isn't one yet; those whose page came anew are put in order. */
export function editors(): void {
  for (const [field, place] of places)
    if (!field.isConnected) places.delete(field);
    else mend(field, place);
  for (const box of document.querySelectorAll<HTMLElement>(".editor")) {
    const field = box.querySelector("textarea");
    if (field?.form && !places.has(field)) places.set(field, furnish(box, field, field.form));
  }
}

function furnish(box: HTMLElement, field: HTMLTextAreaElement, form: HTMLFormElement): Place {
  const desk = new Desk(box, field);
  const uploads = new Uploads(desk, form);
  const panels = new Panels(desk, panelsOf(desk, uploads));
  toolbar(desk, (name, button) => panels.open(name, button));
  shortcuts(desk, name => panels.openFor(name));
  mentions(desk);
  pasting(desk, uploads);
  count(desk);
  livePreview(desk, form);
  const saving = new Saving(desk, form);
  modes(desk);
  form.addEventListener("reset", () => setTimeout(() => { desk.clear(); uploads.clear(); saving.begin(); }));
  void offer(desk, saving);
  box.dataset["ready"] = "yes";
  return { desk, saving, uploads };
}

/** The page's text was swapped around the field: what the server doesn't know of is put back. */
function mend(field: HTMLTextAreaElement, { desk, saving }: Place): void {
  saving.goOn();
  if (desk.box.dataset["ready"]) return;
  desk.box.dataset["ready"] = "yes";
  desk.box.classList.toggle("is-rich", desk.isRich);
  if (desk.box.classList.contains("is-rich")) return;
  field.removeAttribute("aria-hidden");
  field.tabIndex = 0;
  if (prefersRich(desk)) desk.toRich(true, false);
}

/** As it will look where there is room for it and a mouse, the source on phones and in the small field; whoever switches is remembered. */
function modes(desk: Desk): void {
  const button = desk.box.querySelector<HTMLElement>("[data-do=Source]");
  const say = () => button?.setAttribute("aria-pressed", String(!desk.isRich));
  const had = document.activeElement === desk.field;
  if (prefersRich(desk)) desk.toRich(true, had);
  say();
  button?.addEventListener("click", () => {
    desk.toRich(!desk.isRich, true);
    say();
    try { localStorage.setItem(kept, desk.isRich ? "rich" : "source"); } catch { /* only this time */ }
  });
  // "Mend the text" in the list of errors leads to the field.
  document.addEventListener("click", event => {
    if (desk.isRich && event.target instanceof Element && event.target.closest(`a[href="#${desk.field.id}"]`)) event.preventDefault(), desk.view.focus();
  });
}

function prefersRich(desk: Desk): boolean {
  let chosen: string | null = null;
  try { chosen = localStorage.getItem(kept); } catch { /* as is usual */ }
  if (chosen) return chosen === "rich";
  return !desk.box.classList.contains("small") && matchMedia("(width >= 720px) and (pointer: fine)").matches;
}

/** What the elements stand for, read anew; for tests. */
export { inside as sourceIn } from "./place";
