/** The panel's page of accent and density shows what is chosen before it is saved. */
export function lookSample(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-look]");
  form?.addEventListener("input", event => {
    const hue = form.elements.namedItem("Hue") as HTMLInputElement;
    const other = form.querySelector<HTMLInputElement>("#accent-other")!;
    if (event.target === hue) other.checked = true;
    const values = new FormData(form);
    const accent = other.checked ? hue.value : String(values.get("Accent"));
    if (/^(-1|[0-9]{1,2}|[12][0-9]{2}|3[0-5][0-9])$/.test(accent)) show(accent);
    document.documentElement.dataset["density"] = String(values.get("Density"));
  });
}

function show(hue: string): void {
  const sheets = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet][href*="/look/"]');
  if (hue !== "-1") {
    const sheet = document.createElement("link");
    [sheet.rel, sheet.href] = ["stylesheet", `/look/${hue}.css`];
    // The old one goes when the new one is there, so that nothing flashes between them.
    sheet.addEventListener("load", () => sheets.forEach(old => old.remove()));
    document.head.append(sheet);
  } else sheets.forEach(old => old.remove());
}
