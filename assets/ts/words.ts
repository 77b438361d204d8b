/** A text the server wrote for the scripts (template #words in the layout). */
export function word(name: string): string {
  return document.querySelector<HTMLTemplateElement>("#words")?.dataset[name] ?? "";
}
