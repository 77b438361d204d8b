import type { Desk } from "./desk";
import { post } from "./token";
import { word } from "./words";

const kept = "live-preview";

/** The server's own rendering beside the text (on narrow screens in its place), half a second after the last key. */
export function livePreview(desk: Desk, form: HTMLFormElement): void {
  const button = desk.box.querySelector<HTMLElement>("[data-do=Live]");
  if (!button) return;
  const pane = document.createElement("div");
  pane.className = "beside txt";
  pane.tabIndex = 0;
  pane.setAttribute("role", "region");
  pane.setAttribute("aria-label", word("preview"));
  let [timer, shown] = [0, "\0"];
  let running: AbortController | null = null;

  const draw = async () => {
    const files = form.querySelector<HTMLInputElement>("[name=Files]")?.value ?? "";
    const text = desk.field.value;
    if (`${files} ${text}` === shown) return;
    shown = `${files} ${text}`;
    running?.abort();
    running = new AbortController();
    if (!text.trim()) { pane.replaceChildren(note(word("nothingYet"))); return; }
    const box = (name: string): Record<string, string> => form.elements.namedItem(name) instanceof HTMLInputElement && (form.elements.namedItem(name) as HTMLInputElement).checked ? { [name]: "true" } : {};
    const answer = await post("/posts/preview", form, { Body: text, Files: files, ...box("NoSmilies"), ...box("NoLinks") }, running.signal).catch(() => null);
    if (!answer) return;
    if (answer.kind === "unreachable" || answer.kind === "signedOut") { shown = "\0"; pane.replaceChildren(note(word(answer.kind))); return; }
    const page = new DOMParser().parseFromString(await answer.response.text(), "text/html");
    const said = page.querySelector(".preview .txt") ?? page.querySelector("#errors");
    const top = pane.scrollTop;
    pane.replaceChildren(...said ? document.importNode(said, true).childNodes : [note(word("uploadFailed"))]);
    pane.scrollTop = top;
  };
  const later = () => { if (pane.isConnected) { clearTimeout(timer); timer = setTimeout(() => void draw(), 500); } };
  const turn = (on: boolean) => {
    desk.box.classList.toggle("has-live", on);
    button.setAttribute("aria-pressed", String(on));
    if (!on) return pane.remove();
    desk.field.after(pane);
    void draw();
  };
  desk.field.addEventListener("input", later);
  form.addEventListener("change", later);
  button.addEventListener("click", () => {
    const on = !pane.isConnected;
    turn(on);
    try { localStorage.setItem(kept, on ? "on" : "off"); } catch { /* only this time */ }
  });
  let wanted = false;
  try { wanted = localStorage.getItem(kept) === "on"; } catch { /* no */ }
  if (wanted && matchMedia("(width >= 1080px)").matches) turn(true);
}

function note(text: string): HTMLElement {
  const made = document.createElement("p");
  made.className = "meta";
  made.textContent = text;
  return made;
}
