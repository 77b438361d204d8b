/** Who looks at the inbox has read it; the marks stay until the page is left. Without scripts the button does it. */
export function markRead(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-read]");
  if (!form) return;
  void fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }).then(() => form.remove());
}
