import { word } from "./words";

/**
 * <textarea data-draft="reply-42"> is kept in this browser until it is sent, or the server has it as a draft (editor/save.ts): it goes when
 * the page that answers doesn't show the same form again with what was typed.
 */
export function keepDrafts(): void {
  let timer = 0;
  document.addEventListener("input", event => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement) || !area.dataset["draft"]) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      keep(area);
      const state = area.form?.querySelector<HTMLElement>("[data-draft-state]");
      // The editor, where it is there, says more: that the server has it.
      if (state && !area.closest("[data-ready]")) state.textContent = area.value ? word("draft") : "";
    }, 600);
  });
  document.addEventListener("submit", event => {
    const area = (event.target as HTMLFormElement).querySelector<HTMLTextAreaElement>("textarea[data-draft]");
    if (!area) return;
    clearTimeout(timer);
    keep(area);
    sessionStorage.setItem(sent, keyOf(area));
  }, { capture: true });
}

/** Of a page that has come: forgets what was sent, brings back what was not. */
export function bringDraftsBack(): void {
  clearSent();
  for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")) {
    const [text, title] = [read(keyOf(area)), titleOf(area)];
    // What the server sent in the field is an old text being edited, or what came back refused: that one is newer.
    if (text && (area.value === "" || area.dataset["base"])) {
      area.value = text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    // It goes on from the draft that the server had when these words were typed or sent.
    const version = read(keyOf(area) + " version");
    if (text && version && area.value === text) area.dataset["version"] = version;
    if (title && !title.value) title.value = read(keyOf(area) + " title") ?? "";
  }
}

/** The server has it. */
export function forgetDraft(area: HTMLTextAreaElement): void {
  write(keyOf(area), "");
  write(keyOf(area) + " title", "");
  write(keyOf(area) + " version", "");
}

const titleOf = (area: HTMLTextAreaElement) => area.form?.querySelector<HTMLInputElement>("[name=Title]") ?? null;

function keep(area: HTMLTextAreaElement): void {
  write(keyOf(area), area.value === area.defaultValue && area.dataset["base"] ? "" : area.value);
  write(keyOf(area) + " title", titleOf(area)?.value ?? "");
  write(keyOf(area) + " version", area.dataset["version"] ?? "");
}

/** What was sent was refused, or only looked at. */
export function notSent(): void {
  sessionStorage.removeItem(sent);
}

const prefix = "draft:";
const sent = "draft-sent";
/** An edit that began with another version is another text. */
const keyOf = (area: HTMLTextAreaElement) => prefix + area.dataset["draft"] + (area.dataset["base"] ? `@${area.dataset["base"]}` : "");

function clearSent(): void {
  const key = sessionStorage.getItem(sent);
  if (!key) return;
  notSent();
  const again = [...document.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft]")].find(area => keyOf(area) === key) ?? null;
  const refused = again !== null && again.defaultValue !== "";
  // Signed out meanwhile: it is still to be sent.
  if (refused || document.querySelector(".problem") || location.pathname === "/account/login") return;
  write(key, "");
  write(`${key} title`, "");
  write(`${key} version`, "");
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
