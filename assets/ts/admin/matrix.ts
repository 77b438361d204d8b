/** The rights matrix: whole rows and columns at once, and a row copied to another. Each cell is a select named by what it is. */
export function matrix(): void {
  document.querySelectorAll<HTMLElement>("[data-matrix]").forEach(table => {
    const form = table.closest("form");
    table.addEventListener("change", event => {
      const tool = event.target;
      if (!(tool instanceof HTMLSelectElement) || !(tool.dataset["row"] || tool.dataset["column"] || tool.dataset["copy"])) return;
      const cells = [...table.querySelectorAll<HTMLSelectElement>("select[data-cell]")];
      if (tool.value === "") return;
      for (const cell of cells) {
        const [row, column] = cell.dataset["cell"]!.split(" ");
        if (tool.dataset["row"] === row || tool.dataset["column"] === column) cell.value = tool.value;
        if (tool.dataset["copy"] === row) cell.value = cells.find(other => other.dataset["cell"] === `${tool.value} ${column}`)?.value ?? cell.value;
      }
      tool.value = "";
      form?.dispatchEvent(new Event("input"));
    });
  });
}
