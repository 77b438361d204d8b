/** The form of a sanction: only the parts of a profile that go with its kind, with the usual ones ticked when another kind is chosen. */
export function profileParts(): void {
  document.addEventListener("change", event => {
    if (event.target instanceof HTMLSelectElement && event.target.name === "Kind" && event.target.form?.matches("[data-parts]")) show(event.target.form, true);
  });
}

/** What was sent and came back keeps its ticks. */
export function showParts(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-parts]");
  if (form) show(form, false);
}

function show(form: HTMLFormElement, anew: boolean): void {
  const kind = form.querySelector<HTMLSelectElement>("[name=Kind]")?.value ?? "";
  const has = (label: HTMLElement, name: string) => label.dataset[name]?.split(" ").includes(kind) === true;
  for (const label of form.querySelectorAll<HTMLElement>("[data-with]")) {
    const box = label.querySelector("input")!;
    label.hidden = !has(label, "with");
    if (label.hidden) box.checked = false;
    else if (anew) box.checked = has(label, "usual");
    label.querySelector<HTMLElement>("[data-no-script]")!.hidden = true;
  }
}
