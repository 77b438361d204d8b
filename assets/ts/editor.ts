/**
 * <div class="tools"> (shown where scripts run) with <button type="button" data-code="b"> above a textarea of the same form: wraps the
 * selection in [b]…[/b]. data-code="url" and "quote" likewise; data-value adds "=value".
 */
export function toolbars(): void {
  document.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>(".tools [data-code]") : null;
    const area = button?.closest(".tools")?.parentElement?.querySelector("textarea");
    if (button && area) wrap(area, button.dataset["code"]!, button.dataset["value"]);
  });
}

function wrap(area: HTMLTextAreaElement, code: string, value: string | undefined): void {
  const { selectionStart: from, selectionEnd: to } = area;
  const opening = `[${code}${value ? `=${value}` : ""}]`;
  const inner = area.value.slice(from, to);
  area.setRangeText(`${opening}${inner}[/${code}]`, from, to, "end");
  if (!inner) area.selectionStart = area.selectionEnd = from + opening.length;
  area.focus();
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
