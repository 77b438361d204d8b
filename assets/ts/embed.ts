/** <a class="embed" data-src="https://player…"> becomes the player when it is clicked, and no request leaves before. */
export function embeds(): void {
  document.addEventListener("click", event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.embed[data-src]") : null;
    const source = link?.dataset["src"];
    if (!link || !source?.startsWith("https://") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    player.className = "player";
    player.title = link.textContent ?? "";
    player.allow = "fullscreen; encrypted-media; picture-in-picture";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    // A player needs its own origin's storage; it can't reach this page, which is another.
    player.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
    player.src = source;
    link.replaceWith(player);
    player.focus();
  });
}
