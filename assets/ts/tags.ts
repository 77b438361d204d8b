/** input[data-tags]: names of tags that begin like the last one typed, in its list. Without scripts one types them whole. */
export function tags(): void {
  let asked = "";
  let timer = 0;
  document.addEventListener("input", event => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || !field.matches("[data-tags]")) return;
    const cut = Math.max(...[...",，、;；"].map(sign => field.value.lastIndexOf(sign))) + 1;
    const word = field.value.slice(cut).trim();
    clearTimeout(timer);
    if (!word || word === asked) return;
    timer = setTimeout(() => { asked = word; void offer(field, field.value.slice(0, cut), word); }, 200);
  });
}

async function offer(field: HTMLInputElement, before: string, word: string): Promise<void> {
  const answer = await fetch(`/tags/find?q=${encodeURIComponent(word)}`, { headers: { accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const names: unknown = await answer.json();
  const list = field.list;
  if (!list || !Array.isArray(names) || !field.value.startsWith(before)) return;
  list.replaceChildren(...names.map(name => {
    const option = document.createElement("option");
    option.value = before + String(name);
    return option;
  }));
}
