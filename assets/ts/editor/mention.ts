import type { Desk } from "./desk";

interface Found { id: number; name: string }

/** @ and the first letters: who is meant. Arrows and Enter (or Tab) choose, Escape lets it be; a name that isn't there stays as typed. */
export function mentions(desk: Desk): void {
  const box = document.createElement("ul");
  box.className = "pop at";
  box.setAttribute("role", "listbox");
  box.id = `at-${desk.field.id}`;
  box.hidden = true;
  desk.box.append(box);
  let found: Found[] = [];
  let chosen = 0;
  let asked = "";
  let timer = 0;

  const hide = () => { box.hidden = true; asked = ""; desk.view.element.removeAttribute("aria-activedescendant"); };
  const mark = (index: number) => {
    chosen = (index + found.length) % found.length;
    [...box.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    desk.view.element.setAttribute("aria-controls", box.id);
    desk.view.element.setAttribute("aria-activedescendant", `${box.id}-${chosen}`);
  };
  const take = () => {
    const name = found[chosen]?.name;
    const begun = name === undefined ? null : beginning(desk);
    hide();
    if (begun === null || name === undefined) return;
    desk.run(({ text, start }) => {
      const at = start - begun.length;
      const source = `${text.slice(0, at)}${name} ${text.slice(start).replace(/^ /, "")}`;
      return { text: source, start: at + name.length + 1, end: at + name.length + 1 };
    }, "mention");
  };
  const show = (list: Found[]) => {
    found = list;
    box.replaceChildren(...list.map(({ name }, i) => {
      const item = document.createElement("li");
      item.setAttribute("role", "option");
      item.id = `${box.id}-${i}`;
      item.textContent = name;
      item.addEventListener("pointerdown", event => { event.preventDefault(); chosen = i; take(); });
      return item;
    }));
    box.hidden = list.length === 0;
    if (list.length === 0) return;
    const [caret, own] = [desk.view.caret(), desk.box.getBoundingClientRect()];
    box.style.insetBlockStart = `${Math.round(caret.bottom - own.top + 4)}px`;
    box.style.insetInlineStart = `${Math.round(Math.min(caret.left - own.left, own.width - 200))}px`;
    mark(0);
  };
  const look = async () => {
    const begun = beginning(desk);
    if (begun === null || !desk.box.contains(document.activeElement)) return hide();
    if (begun === asked && !box.hidden) return;
    asked = begun;
    const thread = /^reply-(\d+)$/.exec(desk.field.dataset["draft"] ?? "")?.[1];
    const answer = await fetch(`/members/find?q=${encodeURIComponent(begun)}${thread ? `&thread=${thread}` : ""}`, { headers: { accept: "application/json" } }).catch(() => null);
    if (beginning(desk) !== begun) return;
    show(answer?.ok && !answer.redirected ? (await answer.json()) as Found[] : []);
  };
  desk.box.addEventListener("editor:moved", () => { clearTimeout(timer); timer = setTimeout(look, 150); });
  desk.box.addEventListener("focusout", () => setTimeout(() => { if (!desk.box.contains(document.activeElement)) hide(); }));
  desk.box.addEventListener("keydown", event => {
    if (box.hidden || event.isComposing) return;
    const act = { ArrowDown: () => mark(chosen + 1), ArrowUp: () => mark(chosen - 1), Enter: take, Tab: take, Escape: hide }[event.key];
    if (!act || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }, { capture: true });
}

/** What stands between an @ and the caret; null where there is none, or where it is an e-mail's. */
function beginning(desk: Desk): string | null {
  const { text, start, end } = desk.view.read();
  if (start !== end) return null;
  return /(?:^|[^A-Za-z0-9_.+-])@([^\s@[\]<>"'，。！？、：；（）]{0,20})$/.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? null;
}
