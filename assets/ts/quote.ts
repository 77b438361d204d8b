/**
 * Quoting without leaving the page: <a data-quote="{post id}" href="/threads/1/reply?quote={post id}"> in a floor fills
 * QuotePostId of the quick reply (#reply) and shows whom it answers; without the quick reply the link works as it stands.
 */
export function quoting(): void {
  document.addEventListener("click", event => {
    if (!(event.target instanceof Element)) return;
    const form = document.querySelector<HTMLFormElement>("#reply form, form#reply");
    const link = event.target.closest<HTMLAnchorElement>("a[data-quote]");
    const field = form?.querySelector<HTMLInputElement>("[name=QuotePostId]");
    const shown = form?.querySelector<HTMLElement>(".quoting");
    if (event.target.closest("[data-unquote]")) {
      if (field) field.value = "";
      if (shown) shown.hidden = true;
    } else if (link && form && field && shown) {
      event.preventDefault();
      field.value = link.dataset["quote"] ?? "";
      quoteIn(shown, link.closest(".floor"));
      form.querySelector<HTMLElement>(".rich, textarea")?.focus();
    }
  });
}

function quoteIn(shown: HTMLElement, floor: Element | null): void {
  const name = floor?.querySelector(".who .name")?.textContent?.trim() ?? "";
  const text = ownWords(floor?.querySelector(".txt"));
  const line = shown.querySelector("[data-quoted]");
  if (line) line.textContent = `${name}: ${text.length > 60 ? text.slice(0, 60) + "…" : text}`;
  shown.hidden = false;
}

/** A post's text without what it quotes itself. */
function ownWords(post: Element | null | undefined): string {
  const copy = post?.cloneNode(true) as Element | undefined;
  for (const inner of copy?.querySelectorAll("blockquote, .edited") ?? []) inner.remove();
  return copy?.textContent?.trim().replace(/\s+/g, " ") ?? "";
}
