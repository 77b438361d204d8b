/** The theme on the root, and the bars that the browser paints around the page in its colour; nothing chosen is the system's. */
export function wear(chosen: string): void {
  document.documentElement.dataset["theme"] = chosen;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]"))
    meta.media = meta.dataset["scheme"] === chosen ? "all" : "not all";
}
