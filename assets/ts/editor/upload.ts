import { insert } from "./block";
import type { Desk } from "./desk";
import { isSignIn, post, tokenName, tokenOf } from "./token";
import { word } from "./words";

interface Uploaded { id: number; name: string; isImage: boolean; thumb?: string | null; code: string }

/** At most so many at once; the rest waits its turn. */
const lanes = 3;

/**
 * Files that are dropped, pasted or chosen: a line each with its progress under the text; what came through is put where the caret is.
 * The form's field Files has the ids in their order.
 */
export class Uploads {
  private readonly list: HTMLElement;
  private readonly files: HTMLInputElement | null;
  private running = 0;
  private readonly queue: (() => Promise<void>)[] = [];

  constructor(private readonly desk: Desk, private readonly form: HTMLFormElement) {
    this.list = desk.box.querySelector<HTMLElement>("[data-uploads]")!;
    this.files = form.querySelector<HTMLInputElement>("[name=Files]");
    for (const line of this.list.querySelectorAll<HTMLElement>("li[data-file]")) this.known(line);
    this.list.addEventListener("click", event => this.press(event.target as Element));
    desk.box.addEventListener("dragover", event => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      desk.box.classList.add("drops");
    });
    desk.box.addEventListener("dragleave", event => { if (!desk.box.contains(event.relatedTarget as Node)) desk.box.classList.remove("drops"); });
    desk.box.addEventListener("drop", event => {
      desk.box.classList.remove("drops");
      if (event.dataTransfer?.files.length) event.preventDefault(), this.take(event.dataTransfer.files);
    });
  }

  /** The browser's own dialog. */
  choose(accept: string): void {
    const picker = document.createElement("input");
    picker.type = "file";
    picker.multiple = true;
    picker.accept = accept;
    picker.addEventListener("change", () => { if (picker.files) this.take(picker.files); });
    picker.click();
  }

  take(files: Iterable<File>): void {
    for (const file of files) this.add(file);
  }

  /** After the form was sent in place: the list is the next post's. */
  clear(): void {
    this.list.replaceChildren();
    this.list.hidden = true;
    if (this.files) this.files.value = "";
  }

  private add(file: File): void {
    const line = document.createElement("li");
    const [name, bar, state] = [document.createElement("span"), document.createElement("progress"), document.createElement("span")];
    name.className = "clip";
    name.textContent = file.name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    state.className = "meta";
    state.textContent = word("waiting");
    line.append(name, bar, state, button("cancel", word("cancel")));
    this.list.append(line);
    this.list.hidden = false;
    this.enqueue(line, file);
  }

  private enqueue(line: HTMLElement, file: File): void {
    this.queue.push(() => this.send(line, file));
    void this.next();
  }

  private async next(): Promise<void> {
    if (this.running >= lanes) return;
    const job = this.queue.shift();
    if (!job) return;
    this.running++;
    await job().catch(() => undefined);
    this.running--;
    void this.next();
  }

  private async send(line: HTMLElement, file: File, renew = false): Promise<void> {
    if (!line.isConnected) return;
    const token = await tokenOf(this.form, renew).catch(() => "");
    const answer = await this.transfer(line, file, token);
    if (answer === null || !line.isConnected) return;
    if (answer.status === 400 && !renew) return this.send(line, file, true);
    if (answer.status === 0) return this.failed(line, file, word("unreachable"));
    if (isSignIn(answer.url)) return this.failed(line, file, word("signedOut"));
    const said = parsed(answer.text);
    if (answer.status >= 300 || !said?.id) return this.failed(line, answer.status >= 500 ? file : null, said?.error ?? word("uploadFailed"));
    this.came(line, said as Uploaded);
  }

  /** XMLHttpRequest, since fetch doesn't tell how far it is. Null: cancelled. */
  private transfer(line: HTMLElement, file: File, token: string): Promise<{ status: number; text: string; url: string } | null> {
    return new Promise(done => {
      const request = new XMLHttpRequest();
      const [bar, state] = [line.querySelector("progress")!, line.querySelector(".meta")!];
      request.open("POST", "/files");
      request.setRequestHeader("accept", "application/json");
      request.upload.addEventListener("progress", event => {
        bar.value = event.loaded / event.total;
        state.textContent = event.loaded < event.total ? `${Math.floor(bar.value * 100)}%` : word("working");
      });
      request.addEventListener("load", () => done({ status: request.status, text: request.responseText, url: request.responseURL }));
      request.addEventListener("error", () => done({ status: 0, text: "", url: "/" }));
      request.addEventListener("abort", () => done(null));
      line.addEventListener("upload:cancel", () => request.abort(), { once: true });
      const data = new FormData();
      data.append(tokenName, token);
      data.append("File", file, file.name);
      request.send(data);
    });
  }

  private failed(line: HTMLElement, retry: File | null, why: string): void {
    line.classList.add("failed");
    line.querySelector(".meta")!.textContent = why;
    line.querySelector(".meta")!.setAttribute("role", "alert");
    line.querySelector("progress")?.remove();
    line.querySelectorAll("button").forEach(each => each.remove());
    if (retry) {
      const again = button("retry", word("retry"));
      again.addEventListener("click", () => { line.remove(); this.add(retry); });
      line.append(again);
    }
    line.append(button("dismiss", word("remove")));
  }

  private came(line: HTMLElement, file: Uploaded): void {
    line.dataset["file"] = String(file.id);
    line.dataset["code"] = file.code;
    line.replaceChildren(...this.picture(file), named(file.name), button("insert", word("insert")), button("remove", word("remove")));
    this.desk.files.set(String(file.id), { label: file.name, ...(file.isImage && file.thumb ? { picture: file.thumb } : {}) });
    this.keep();
    this.desk.run(doc => insert({ ...doc, start: doc.end }, file.code), "file");
  }

  private picture(file: Uploaded): HTMLElement[] {
    if (!file.isImage || !file.thumb) return [];
    const image = document.createElement("img");
    image.src = file.thumb;
    image.alt = "";
    return [image];
  }

  /** A file that the post has already; the server wrote its line. */
  private known(line: HTMLElement): void {
    const [id, image] = [line.dataset["file"]!, line.dataset["image"] === "true"];
    line.dataset["code"] = image ? `[attachimg]${id}[/attachimg]` : `[attach]${id}[/attach]`;
    this.desk.files.set(id, { label: line.querySelector(".clip")?.textContent ?? id, ...(image ? { picture: `/files/${id}/thumb` } : {}) });
    line.append(button("insert", word("insert")), button("remove", word("remove")));
  }

  private press(target: Element): void {
    const act = target.closest<HTMLElement>("button")?.dataset["act"];
    const line = target.closest<HTMLElement>("li");
    if (!line || !act) return;
    if (act === "insert") this.desk.run(doc => insert({ ...doc, start: doc.end }, line.dataset["code"] ?? ""), "file");
    if (act === "cancel") line.dispatchEvent(new Event("upload:cancel"));
    if (act === "cancel" || act === "dismiss") line.remove();
    if (act === "remove") void this.remove(line);
  }

  /** Out of the list, the text and the store. */
  private async remove(line: HTMLElement): Promise<void> {
    const [id, code] = [line.dataset["file"]!, line.dataset["code"] ?? ""];
    line.remove();
    this.keep();
    if (code && this.desk.field.value.includes(code)) this.desk.run(doc => {
      const text = doc.text.replaceAll(code, "");
      return { text, start: Math.min(doc.start, text.length), end: Math.min(doc.start, text.length) };
    }, "file");
    await post(`/files/${id}/delete`, this.form, {});
  }

  private keep(): void {
    if (!this.files) return;
    this.files.value = [...this.list.querySelectorAll<HTMLElement>("li[data-file]")].map(line => line.dataset["file"]).join(",");
    this.files.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function button(act: string, text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn quiet sm";
  made.dataset["act"] = act;
  made.textContent = text;
  return made;
}

function named(text: string): HTMLElement {
  const made = document.createElement("span");
  made.className = "clip";
  made.textContent = text;
  return made;
}

function parsed(text: string): (Partial<Uploaded> & { error?: string }) | null {
  try { return JSON.parse(text) as Partial<Uploaded>; } catch { return null; }
}
