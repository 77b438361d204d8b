import { word } from "./words";

/**
 * <textarea data-draft="reply-42"> is kept in this browser until it is sent and the server took it: the draft goes when
 * the page that answers doesn't show the same form again with what was typed.
 */
export function keepDrafts(): void {
  clearSent();
  for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")) keep(area);
}

const prefix = "draft:";
const sent = "draft-sent";

function keep(area: HTMLTextAreaElement): void {
  const key = prefix + area.dataset["draft"];
  const kept = read(key);
  if (area.value === "" && kept) area.value = kept;
  let timer = 0;
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      write(key, area.value);
      const state = area.form?.querySelector<HTMLElement>("[data-draft-state]");
      if (state) state.textContent = area.value ? word("draft") : "";
    }, 600);
  });
  area.form?.addEventListener("submit", () => {
    clearTimeout(timer);
    write(key, area.value);
    sessionStorage.setItem(sent, key);
  });
}

function clearSent(): void {
  const key = sessionStorage.getItem(sent);
  if (!key) return;
  sessionStorage.removeItem(sent);
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
