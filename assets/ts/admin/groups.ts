/** Field sets with data-all get a box that ticks all of theirs. */
export function groups(): void {
  document.querySelectorAll<HTMLElement>("fieldset[data-all]").forEach(set => {
    const boxes = [...set.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    if (boxes.length < 2) return;
    const all = document.createElement("input");
    all.type = "checkbox";
    const label = document.createElement("label");
    label.className = "tick all";
    label.append(all, ` ${set.dataset["all"]}`);
    set.querySelector("legend")?.after(label);
    const look = () => {
      all.checked = boxes.every(box => box.checked);
      all.indeterminate = !all.checked && boxes.some(box => box.checked);
    };
    all.addEventListener("change", () => boxes.forEach(box => box.checked = all.checked));
    set.addEventListener("change", look);
    look();
  });
}
