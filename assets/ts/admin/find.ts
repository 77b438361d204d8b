/** A field over a long form or list that leaves only what holds the words typed; whole sections go with their last line. */
export function find(): void {
  document.querySelectorAll<HTMLInputElement>("input[data-find]").forEach(field => {
    const lines = [...document.querySelectorAll<HTMLElement>(field.dataset["find"]!)];
    field.addEventListener("input", () => {
      const words = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      for (const line of lines) line.hidden = !words.every(word => text(line).includes(word));
      document.querySelectorAll<HTMLElement>("form > .sec").forEach(section => {
        const inside = lines.filter(line => section.contains(line));
        section.hidden = inside.length > 0 && inside.every(line => line.hidden);
      });
    });
    // Enter would send the form that it stands in.
    field.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
  });
}

function text(line: HTMLElement): string {
  const typed = [...line.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), textarea")].map(input => input.value);
  return `${line.dataset["setting"] ?? ""} ${line.textContent} ${typed.join(" ")}`.toLowerCase();
}
