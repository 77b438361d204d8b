import { toast } from "./toast";
import { word } from "./words";

/** <a data-copy href="/posts/5"> copies the address instead of going there. */
export function copyLinks(): void {
  document.addEventListener("click", event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-copy]") : null;
    // Without https there is no clipboard; then the link is a link.
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void navigator.clipboard.writeText(link.href).then(() => toast(word("copied")));
  });
}
