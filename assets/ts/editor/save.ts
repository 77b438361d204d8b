import { forgetDraft } from "../draft";
import type { Desk } from "./desk";
import { post } from "./token";
import { word } from "./words";

const patience = 2000;

/**
 * What is typed is kept on the server two seconds later, with the form's other fields; until the server has it, in this browser
 * (../draft.ts). A newer draft of another device is never overwritten unasked; what was lost on the way is sent again.
 */
export class Saving {
  private version: number;
  private timer = 0;
  private waiting = 0;
  private busy = false;
  private dirty = false;
  private over = false;

  constructor(private readonly desk: Desk, private readonly form: HTMLFormElement) {
    this.version = Number(desk.field.dataset["version"] ?? 0);
    if (this.version > 0) this.mark();
    form.addEventListener("input", () => this.later());
    form.addEventListener("change", () => this.later());
    // Fields beside the form belong to it, too.
    document.addEventListener("change", event => { if ((event.target as HTMLInputElement).form === form && !form.contains(event.target as Node)) this.later(); });
    form.addEventListener("submit", () => this.stop());
    addEventListener("online", () => { if (this.dirty) void this.save(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && this.dirty && this.timer) void this.save(); });
    // Typed before the editor was there, or brought back from a tab that died: the server doesn't have it.
    if (desk.field.value !== desk.field.defaultValue) this.later();
  }

  /** The text was posted, and the field is empty again: the next draft is a new one. */
  begin(): void {
    [this.version, this.dirty, this.over] = [0, false, false];
    this.mark();
    this.say("");
  }

  /** The form came back with what was typed. */
  goOn(): void { this.over = false; }

  get knows(): boolean { return this.version > 0; }

  private later(): void {
    if (this.over) this.over = false;
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), patience);
  }

  private stop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.waiting);
    this.over = true;
  }

  private async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.busy || this.over) return;
    const { field } = this.desk;
    const [key, body, title] = [field.dataset["draft"] ?? "", field.value, this.form.querySelector<HTMLInputElement>("[name=Title]")?.value ?? ""];
    if (!body.trim() && !title.trim() && this.version === 0) return;
    if (body === field.defaultValue && this.version === 0 && key.startsWith("edit-")) return;
    [this.busy, this.dirty] = [true, false];
    const answer = await post("/drafts", this.form, { Key: key, Title: title, Body: body, Fields: this.fields(), Version: String(this.version) });
    this.busy = false;
    if (this.over) return;
    if (answer.kind === "unreachable") return this.again();
    if (answer.kind === "signedOut") return this.say(word("signedOut"), "bad", [link(word("signIn"), `/account/login?returnUrl=${encodeURIComponent(formUrl(key))}`)]);
    const said = await answer.response.json().catch(() => ({})) as { version?: number; at?: string; error?: string };
    if (answer.kind === "ok") return this.kept(said.version ?? 0, said.at ?? "", body);
    if (answer.status === 409) return this.conflict(said.version ?? 0, said.at ?? "", key);
    // Posted or thrown away elsewhere: what is typed now is a new one.
    if (answer.status === 410) { this.version = 0; return this.later(); }
    this.say(said.error ?? word("unreachable"), "bad");
  }

  private kept(version: number, at: string, body: string): void {
    this.version = version;
    this.mark();
    this.say(word("saved", at));
    if (this.desk.field.value === body) forgetDraft(this.desk.field);
    if (this.dirty) this.later();
  }

  private again(): void {
    this.dirty = true;
    this.say(word("unreachable"), "bad");
    this.waiting = setTimeout(() => void this.save(), 10_000);
  }

  private conflict(version: number, at: string, key: string): void {
    const mine = document.createElement("button");
    mine.type = "button";
    mine.className = "btn sm";
    mine.textContent = word("keepMine");
    mine.addEventListener("click", () => { this.version = version; void this.save(); });
    this.say(word("newer", at), "bad", [mine, link(word("openTheirs"), `${formUrl(key)}?draft=1`)]);
  }

  /** The post takes its draft along only if it was written as that draft. */
  private mark(): void {
    if (this.version > 0) this.desk.field.dataset["version"] = String(this.version);
    else delete this.desk.field.dataset["version"];
    const field = this.form.querySelector<HTMLInputElement>("[name=DraftKey]");
    if (field) field.value = this.version > 0 ? this.desk.field.dataset["draft"] ?? "" : "";
  }

  private fields(): string {
    const own = ["Body", "Title", "DraftKey", "SubmissionId", "Preview", "__RequestVerificationToken"];
    const typed = [...new FormData(this.form)].filter(([name, value]) => !own.includes(name) && typeof value === "string" && value !== "");
    return JSON.stringify(Object.fromEntries(typed));
  }

  private say(text: string, kind = "", more: HTMLElement[] = []): void {
    const line = this.desk.box.querySelector<HTMLElement>("[data-draft-state]");
    if (!line) return;
    line.replaceChildren(text, ...more.flatMap(each => [" ", each]));
    line.classList.toggle("no", kind === "bad");
  }
}

function link(text: string, url: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.className = "link";
  made.href = url;
  made.textContent = text;
  return made;
}

function formUrl(key: string): string {
  const [form, id] = key.split("-");
  return form === "board" ? `/boards/${id}/new` : form === "reply" ? `/threads/${id}/reply` : `/posts/${id}/edit`;
}

/** The quick reply's page doesn't know of its draft: asked for once the field is used. */
export async function offer(desk: Desk, saving: Saving): Promise<void> {
  if (saving.knows || desk.field.value || document.querySelector(".note.offer")) return;
  const answer = await fetch(`/drafts?key=${desk.field.dataset["draft"]}`, { headers: { accept: "application/json" } }).catch(() => null);
  if (answer?.status !== 200 || answer.redirected) return;
  const draft = await answer.json() as { version: number; at: string; body: string };
  const line = document.createElement("p");
  line.className = "offer";
  line.append(word("offer", draft.at), " ", link(word("goOn"), `${formUrl(desk.field.dataset["draft"] ?? "")}?draft=1`));
  desk.box.querySelector(".status")?.before(line);
}
