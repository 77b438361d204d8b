import { word } from "./words";

const longest = 100_000;
const patience = 2000;

/**
 * Colours <pre data-language="csharp"><code> in a worker that comes with the first of them. Code that takes longer than two seconds stays as it is, and
 * so does the rest of the page: the worker is ended.
 */
export async function colourCode(): Promise<void> {
  const blocks = [...document.querySelectorAll<HTMLElement>(".txt pre[data-language] > code:not([data-coloured])")]
    .filter(block => block.childElementCount === 0 && (block.textContent?.length ?? 0) <= longest);
  const address = word("codeScript");
  if (blocks.length === 0 || !address || !("Worker" in window)) return;
  for (const block of blocks) block.dataset["coloured"] = "";
  const worker = new Worker(address);
  try {
    for (const block of blocks) show(block, await ask(worker, block.textContent ?? "", block.parentElement?.dataset["language"] ?? ""));
  } catch { /* too slow, or no network: code without colours is code */ }
  worker.terminate();
}

function ask(worker: Worker, text: string, language: string): Promise<string | null> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error("too slow")), patience);
    worker.onmessage = (event: MessageEvent<string | null>) => { clearTimeout(timer); done(event.data); };
    worker.onerror = event => { clearTimeout(timer); fail(new Error(event.message)); };
    worker.postMessage({ text, language });
  });
}

/** Only what is the same text in spans. */
function show(block: HTMLElement, html: string | null): void {
  if (html === null) return;
  const parsed = new DOMParser().parseFromString(`<pre><code>${html}</code></pre>`, "text/html").querySelector("code");
  if (!parsed || parsed.textContent !== block.textContent || [...parsed.querySelectorAll("*")].some(each => each.localName !== "span")) return;
  block.replaceChildren(...parsed.childNodes);
}
