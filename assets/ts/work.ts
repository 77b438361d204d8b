import { word } from "./words";

interface Challenge { algorithm: string; challenge: string; maxnumber: number; salt: string; signature: string }

const lasts = 8 * 60_000;
const solving = new WeakMap<HTMLInputElement, Promise<void>>();

/**
 * A form with input[data-work] has a worker solve a challenge (ALTCHA's protocol) from the first touch on, while it is filled in; one that is sent
 * before waits for it. Whatever fails, the form is sent without: the server knows another way.
 */
export function work(): void {
  document.addEventListener("focusin", event => begin((event.target as HTMLElement).closest("form")));
  // While it is on its way down, before htmx and whoever else listens.
  document.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    const field = fieldOf(form);
    if (!field || field.value || field.dataset["work"] === "failed") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter as HTMLButtonElement | null;
    button?.setAttribute("aria-busy", "true");
    void begin(form)?.then(() => {
      button?.removeAttribute("aria-busy");
      form.requestSubmit(button);
    });
  }, true);
}

/** Where the server has just asked for it, at once. */
export function workNow(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-work=now]")) begin(field.form);
}

function fieldOf(form: HTMLFormElement | null): HTMLInputElement | null {
  return form?.querySelector<HTMLInputElement>("input[data-work]") ?? null;
}

function begin(form: HTMLFormElement | null): Promise<void> | undefined {
  const field = fieldOf(form);
  if (!field || field.value || field.dataset["work"] === "failed") return undefined;
  let running = solving.get(field);
  if (!running) {
    running = solve(field).catch(() => { field.dataset["work"] = "failed"; });
    solving.set(field, running);
  }
  return running;
}

async function solve(field: HTMLInputElement): Promise<void> {
  const answer = await fetch("/challenge", { cache: "no-store", headers: { accept: "application/json" } });
  const { algorithm, challenge, maxnumber, salt, signature } = await answer.json() as Challenge;
  const began = performance.now();
  const worker = new Worker(word("workScript"));
  const number = await new Promise<number | null>((done, fail) => {
    worker.onmessage = (event: MessageEvent<number | null>) => done(event.data);
    worker.onerror = event => fail(new Error(event.message));
    worker.postMessage({ salt, challenge, maxnumber });
  }).finally(() => worker.terminate());
  if (number === null) throw new Error("no number");
  field.value = btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
  field.dataset["took"] = `${Math.round(performance.now() - began)}`;
  // It expires; whoever takes longer over the form gets another.
  setTimeout(() => { field.value = ""; solving.delete(field); }, lasts);
}
