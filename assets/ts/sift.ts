/** [data-sift]: rows of its form that don't hold the words typed step aside, and groups that are left without one. */
export function sift(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("[data-sift]")) {
    field.parentElement!.hidden = false;
    field.addEventListener("input", () => apply(field));
    // Enter would send the form.
    field.addEventListener("keydown", press => press.key === "Enter" && press.preventDefault());
  }
}

function apply(field: HTMLInputElement): void {
  const words = field.value.toLowerCase().split(/\s+/).filter(w => w.length > 0);
  let left = 0;
  for (const row of field.form!.querySelectorAll<HTMLElement>("[data-sift-row]")) {
    const text = `${row.dataset.siftRow} ${row.textContent}`.toLowerCase();
    row.hidden = !words.every(w => text.includes(w));
    if (!row.hidden) left++;
  }
  for (const group of field.form!.querySelectorAll<HTMLElement>("[data-sift-group]"))
    group.hidden = group.querySelector("[data-sift-row]:not([hidden])") === null;
  field.form!.querySelector<HTMLElement>("[data-sift-none]")!.hidden = left > 0;
}
