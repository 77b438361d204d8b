import { insert } from "./block";
import type { Desk } from "./desk";
import { fromHtml } from "./html";
import { sourceOf } from "./model";
import { remove } from "./block";
import { leavesOf, pick, runs } from "./tree";
import type { Uploads } from "./upload";

const own = "text/x-forum-code";

/** Pictures go to the uploads, formatted text becomes code, and what is copied here keeps its formats. */
export function pasting(desk: Desk, uploads: Uploads): void {
  const { element } = desk.rich;
  const take = (data: DataTransfer | null, event: Event): void => {
    const files = [...data?.files ?? []];
    const html = data?.getData("text/html") ?? "";
    // Word processors add a picture of the text to the text.
    if (files.length && !data?.getData("text/plain")) { event.preventDefault(); uploads.take(files); return; }
    if (event.currentTarget !== element) return;
    event.preventDefault();
    const source = data?.getData(own) || (html ? fromHtml(html) : "") || data?.getData("text/plain") || "";
    if (source) desk.run(doc => insert(doc, source.replace(/\r\n?/g, "\n")), "paste");
  };
  for (const view of [element, desk.field]) view.addEventListener("paste", event => take((event as ClipboardEvent).clipboardData, event));
  element.addEventListener("drop", event => {
    if (event.dataTransfer?.files.length) return;
    const at = document.caretRangeFromPoint?.(event.clientX, event.clientY);
    if (at) getSelection()?.setBaseAndExtent(at.startContainer, at.startOffset, at.startContainer, at.startOffset);
    take(event.dataTransfer, event);
  });
  const copy = (event: ClipboardEvent): void => {
    const doc = desk.rich.read();
    if (doc.start === doc.end || !event.clipboardData) return;
    event.preventDefault();
    const parts = runs(pick(doc), leaf => leaf.picked === true).filter(run => run.key).flatMap(run => run.parts);
    event.clipboardData.setData(own, sourceOf(parts));
    event.clipboardData.setData("text/plain", [...leavesOf(parts)].map(leaf => leaf.kind === "text" ? leaf.text : leaf.content).join(""));
    if (event.type === "cut") desk.run(remove, "cut");
  };
  element.addEventListener("copy", copy);
  element.addEventListener("cut", copy);
}
