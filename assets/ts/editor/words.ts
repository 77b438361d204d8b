/** A text the server wrote for the editor (template #writing, _EditorParts.cshtml). */
export function word(name: string, number?: string | number): string {
  const text = document.querySelector<HTMLTemplateElement>("#writing")?.dataset[name] ?? "";
  return number === undefined ? text : text.replace("#", String(number));
}
