/** Forms with data-changes count what differs from what is saved, mark it, and ask before the page is left with it. */
export function marks(): void {
  document.querySelectorAll<HTMLFormElement>("form[data-changes]").forEach(form => {
    const before = new Map([...fields(form)].map(field => [field, value(field)]));
    const count = form.querySelector<HTMLElement>("[data-count]");
    let sent = false;
    const look = () => {
      let changed = 0;
      for (const [field, was] of before) {
        const differs = value(field) !== was;
        if (differs && field.type !== "hidden") changed++;
        (field.closest("td, [data-setting], .node") ?? field).classList.toggle("changed", differs || [...before].some(([other, old]) => other !== field && other.closest("td, [data-setting], .node") === field.closest("td, [data-setting], .node") && value(other) !== old));
      }
      if (!count) return;
      count.hidden = changed === 0;
      count.textContent = form.dataset["changes"]!.replace(/\{0\}|#/, String(changed));
    };
    form.addEventListener("input", look);
    form.addEventListener("change", look);
    form.addEventListener("reset", () => setTimeout(look));
    form.addEventListener("submit", () => sent = true);
    addEventListener("beforeunload", event => {
      if (!sent && [...before].some(([field, was]) => value(field) !== was)) event.preventDefault();
    });
    look();
  });
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function fields(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>("input[name], select[name], textarea[name]")].filter(f => f.name !== "__RequestVerificationToken");
}

function value(field: Field): string {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio") ? String(field.checked) : field.value;
}
