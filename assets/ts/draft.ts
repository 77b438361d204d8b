import { word } from "./words";

/**
 * <textarea data-draft="reply-42"> is kept in this browser until it is sent and the server took it: the draft goes when
 * the page that answers doesn't show the same form again with what was typed.
 */
export function keepDrafts(): void {
  let timer = 0;
  document.addEventListener("input", event => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement) || !area.dataset["draft"]) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      write(keyOf(area), area.value);
      const state = area.form?.querySelector<HTMLElement>("[data-draft-state]");
      if (state) state.textContent = area.value ? word("draft") : "";
    }, 600);
  });
  document.addEventListener("submit", event => {
    const area = (event.target as HTMLFormElement).querySelector<HTMLTextAreaElement>("textarea[data-draft]");
    if (!area) return;
    clearTimeout(timer);
    write(keyOf(area), area.value);
    sessionStorage.setItem(sent, keyOf(area));
  }, { capture: true });
}

/** Of a page that has come: forgets what was sent, brings back what was not. */
export function bringDraftsBack(): void {
  clearSent();
  for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]"))
    if (area.value === "") area.value = read(keyOf(area)) ?? "";
}

/** What was sent was refused, or only looked at. */
export function notSent(): void {
  sessionStorage.removeItem(sent);
}

const prefix = "draft:";
const sent = "draft-sent";
const keyOf = (area: HTMLTextAreaElement) => prefix + area.dataset["draft"];

function clearSent(): void {
  const key = sessionStorage.getItem(sent);
  if (!key) return;
  notSent();
  const again = document.querySelector<HTMLTextAreaElement>(`textarea[data-draft="${CSS.escape(key.slice(prefix.length))}"]`);
  const refused = again !== null && again.defaultValue !== "";
  if (!refused && !document.querySelector(".problem")) write(key, "");
}

// Storage may be full or switched off; a draft isn't worth an error.
function read(key: string): string | null {
  try { return localStorage.getItem(key); } catch { return null; }
}

function write(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch { /* see above */ }
}
