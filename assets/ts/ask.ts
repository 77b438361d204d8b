/** <button data-ask="Delete this post?"> asks in a dialog before its form is sent. */
export function askFirst(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#ask");
  if (!dialog) return;
  document.addEventListener("click", async event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-ask]") : null;
    if (!button?.form || button.dataset["answered"]) return;
    event.preventDefault();
    if (!(await answer(dialog, button.dataset["ask"] ?? ""))) return;
    button.dataset["answered"] = "yes";
    button.click();
    delete button.dataset["answered"];
  });
}

function answer(dialog: HTMLDialogElement, question: string): Promise<boolean> {
  dialog.querySelector("p")!.textContent = question;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}
