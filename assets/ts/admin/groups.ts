/** A box with data-all ticks all of its field set. */
export function groups(): void {
  document.querySelectorAll<HTMLInputElement>("fieldset input[data-all]").forEach(all => {
    const set = all.closest("fieldset")!;
    const boxes = [...set.querySelectorAll<HTMLInputElement>("input[type=checkbox]:not([data-all])")];
    const look = () => {
      all.checked = boxes.every(box => box.checked);
      all.indeterminate = !all.checked && boxes.some(box => box.checked);
    };
    all.addEventListener("change", () => boxes.forEach(box => box.checked = all.checked));
    set.addEventListener("change", look);
    look();
  });
}
