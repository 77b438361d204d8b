/** How a tag is shown while one writes. The server knows more of them and is right; a tag that isn't here is text. */
export type Manner = "inline" | "block" | "list" | "item" | "table" | "row" | "cell" | "verbatim" | "atom" | "line";

const plain = (value: string | null) => value === null;
const any = () => true;
const colours = new Set(("black silver gray white maroon red purple fuchsia green lime olive yellow navy blue teal aqua sienna darkolivegreen darkgreen darkslateblue indigo "
  + "darkslategray darkred darkorange slategray dimgray sandybrown yellowgreen seagreen mediumturquoise royalblue magenta orange cyan deepskyblue darkorchid pink wheat "
  + "lemonchiffon palegreen paleturquoise lightblue plum").split(" "));
const colour = (value: string | null) => value !== null && (colours.has(value.toLowerCase()) || /^(#[0-9a-f]{3}|#[0-9a-f]{6}|rgb\([\d, ]{5,24}\))$/i.test(value));
const side = (value: string | null) => /^(left|center|right)$/i.test(value ?? "");

interface Rule { manner: Manner; takes: (value: string | null) => boolean }
const rule = (manner: Manner, takes: Rule["takes"] = plain): Rule => ({ manner, takes });

const rules: Record<string, Rule> = {
  b: rule("inline"), u: rule("inline"), s: rule("inline"), sub: rule("inline"), sup: rule("inline"),
  i: rule("inline", value => value === null || value === "s"),
  color: rule("inline", colour), backcolor: rule("inline", colour), font: rule("inline", value => !!value),
  size: rule("inline", value => /^([1-7]|\d{1,3}(px|pt))$/i.test(value ?? "")),
  url: rule("inline", any), email: rule("inline", any),
  quote: rule("block", any), hide: rule("block", any), free: rule("block"), indent: rule("block"),
  align: rule("block", side), p: rule("block", value => value === null || /^[^\]]*,\s*(left|center|right)$/i.test(value)),
  list: rule("list", any), "*": rule("item"),
  table: rule("table", any), tr: rule("row", any), td: rule("cell", any), th: rule("cell", any),
  code: rule("verbatim", any),
  hr: rule("line"), img: rule("atom", any), attach: rule("atom"), attachimg: rule("atom"), media: rule("atom", any), audio: rule("atom", any),
};

export const mannerOf = (tag: string): Manner | undefined => rules[tag]?.manner;
export const takes = (tag: string, value: string | null): boolean => rules[tag]?.takes(value) ?? false;
/** Stands in lines of its own. */
export const isBlock = (tag: string): boolean => { const manner = mannerOf(tag); return manner !== undefined && manner !== "inline" && manner !== "atom"; };
/** Holds lines: text in it may begin and end with a line end that nobody sees. */
export const holdsLines = (tag: string): boolean => ["block", "item", "cell", "verbatim"].includes(mannerOf(tag) ?? "");
