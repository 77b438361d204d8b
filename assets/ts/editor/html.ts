const around: Record<string, [string, string]> = {
  B: ["[b]", "[/b]"], STRONG: ["[b]", "[/b]"], I: ["[i]", "[/i]"], EM: ["[i]", "[/i]"], U: ["[u]", "[/u]"], INS: ["[u]", "[/u]"],
  S: ["[s]", "[/s]"], DEL: ["[s]", "[/s]"], STRIKE: ["[s]", "[/s]"], SUB: ["[sub]", "[/sub]"], SUP: ["[sup]", "[/sup]"],
  BLOCKQUOTE: ["\n[quote]", "[/quote]\n"], PRE: ["\n[code]", "[/code]\n"], UL: ["\n[list]\n", "\n[/list]\n"], OL: ["\n[list=1]\n", "\n[/list]\n"], LI: ["[*]", "\n"],
  TABLE: ["\n[table]\n", "\n[/table]\n"], TR: ["[tr]", "[/tr]\n"], TD: ["[td]", "[/td]"], TH: ["[td][b]", "[/b][/td]"],
  H1: ["\n[size=6][b]", "[/b][/size]\n"], H2: ["\n[size=5][b]", "[/b][/size]\n"], H3: ["\n[size=4][b]", "[/b][/size]\n"], H4: ["\n[b]", "[/b]\n"],
};
const lines = new Set("P DIV SECTION ARTICLE HEADER FOOTER FIGURE FIGCAPTION DL DT DD H5 H6".split(" "));
const nothing = new Set("SCRIPT STYLE TEMPLATE HEAD TITLE META LINK NOSCRIPT IFRAME OBJECT BUTTON SELECT TEXTAREA".split(" "));

/** What other programs put on the clipboard, as forum code. The parsed page is inert: nothing of it runs or is loaded. */
export function fromHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return read(body, false).replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

function read(node: Node, plain: boolean): string {
  if (node instanceof Text) return plain ? node.data : node.data.replace(/[\s\u00A0]+/g, " ");
  if (!(node instanceof Element) || nothing.has(node.tagName)) return "";
  const name = node.tagName;
  if (name === "BR") return "\n";
  if (name === "HR") return "\n[hr]\n";
  if (name === "IMG") return /^https:\/\//i.test(node.getAttribute("src") ?? "") ? `[img]${node.getAttribute("src")!.replace(/[[\]]/g, encodeURIComponent)}[/img]` : "";
  const inner = [...node.childNodes].map(child => read(child, plain || name === "PRE")).join("");
  if (name === "A" && /^(https?|mailto):/i.test(node.getAttribute("href") ?? "")) return inner.trim() ? `[url=${node.getAttribute("href")!.replace(/[[\]"\s]/g, encodeURIComponent)}]${inner}[/url]` : inner;
  // Google Docs puts everything into a <b> that isn't bold.
  const light = node instanceof HTMLElement && /^(normal|[1-4]00)$/.test(node.style.fontWeight);
  const [open, close] = name === "B" && light ? ["", ""] : around[name] ?? (lines.has(name) ? ["\n", "\n"] : ["", ""]);
  if (!inner.trim() && !/^(TD|TH|LI)$/.test(name)) return lines.has(name) ? "\n" : inner;
  return open + (lines.has(name) || close.endsWith("\n") ? inner.trim() : inner) + close;
}
