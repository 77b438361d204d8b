/** A text the server wrote for the editor (template #writing, _EditorParts.cshtml). */
export function word(name: string, number: string | number = ""): string {
  return (document.querySelector<HTMLTemplateElement>("#writing")?.dataset[name] ?? "").replace("#", String(number));
}
