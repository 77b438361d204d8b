import { block, insert } from "./block";
import type { Desk } from "./desk";
import { emojis } from "./emoji";
import { format, unset } from "./inline";
import { sourceOf } from "./model";
import type { Fill } from "./panel";
import { leavesOf, pick } from "./tree";
import type { Uploads } from "./upload";

/** What each panel does with what is chosen or filled in. */
export function panelsOf(desk: Desk, uploads: Uploads): Record<string, Fill> {
  const choose = (act: (value: string) => void): Fill => (panel, close) => panel.addEventListener("click", event => {
    const choice = (event.target as Element).closest<HTMLElement>("button[data-value]");
    if (!choice) return;
    close();
    act(choice.dataset["value"]!);
  });
  return {
    Colour: choose(value => value ? desk.format("color", value) : desk.run(doc => unset(doc, "color"), "color")),
    Size: choose(value => value ? desk.format("size", value) : desk.run(doc => unset(doc, "size"), "size")),
    Align: choose(value => desk.run(doc => block(doc, "align", value), "align")),
    Link: ask(desk, ({ address, words }) => {
      const url = /^[a-z][a-z\d+.-]*:|^\/|^#/i.test(address) ? address : address.includes("@") ? `mailto:${address}` : `https://${address}`;
      desk.run(doc => {
        if (doc.start !== doc.end && words === selected(desk)) return format(doc, "url", url);
        return insert(doc, words && words !== url ? `[url=${url}]${words}[/url]` : `[url]${url}[/url]`);
      }, "link");
    }),
    Image: (panel, close) => {
      panel.querySelector("[data-upload]")?.addEventListener("click", () => { close(); uploads.choose("image/*"); });
      ask(desk, ({ address }) => desk.run(doc => insert(doc, `[img]${address}[/img]`), "image"))(panel, close);
    },
    Media: ask(desk, ({ address }) => desk.run(doc => insert(doc, /\.(mp3|ogg|m4a|wav|flac)([?#]|$)/i.test(address) ? `[audio]${address}[/audio]` : `[media]${address}[/media]`), "media")),
    Table: ask(desk, ({ rows, columns }) => {
      const [down, across] = [Math.min(30, Number(rows) || 2), Math.min(10, Number(columns) || 2)];
      const row = `[tr]${"[td][/td]".repeat(across)}[/tr]\n`;
      desk.run(doc => {
        const done = insert(doc, `[table]\n${row.repeat(down)}[/table]`);
        const first = done.text.indexOf("[td]", doc.start) + 4;
        return { ...done, start: first, end: first };
      }, "table");
    }),
    Hide: ask(desk, ({ credits, days }) => {
      const value = days ? `d${days}${credits ? `,${credits}` : ""}` : credits || null;
      desk.run(doc => block(doc, "hide", value), "hide");
    }),
    Emoji: (panel, close) => emojis(panel, emoji => { close(); desk.run(doc => insert(doc, emoji), "type"); }),
    File: () => uploads.choose(""),
  };
}

function selected(desk: Desk): string {
  return sourceOf([...leavesOf(pick(desk.view.read()))].filter(leaf => leaf.picked));
}

/** A panel with fields: done with its button, once what it needs is filled in. */
function ask(desk: Desk, act: (filled: Record<string, string>) => void): Fill {
  return (panel, close) => {
    const fields = [...panel.querySelectorAll<HTMLInputElement>("[data-field]")];
    const words = fields.find(field => field.dataset["field"] === "words");
    if (words) words.value = selected(desk);
    panel.querySelector("[data-ok]")?.addEventListener("click", () => {
      const missing = fields.find(field => field.required && !field.value.trim() || !field.checkValidity());
      if (missing) { missing.focus(); missing.reportValidity(); return; }
      const filled = Object.fromEntries(fields.map(field => [field.dataset["field"]!, field.value.trim().replace(/[[\]\n]/g, c => c === "\n" ? " " : encodeURIComponent(c))]));
      if (words) filled["words"] = words.value;
      close();
      act(filled);
    });
  };
}
