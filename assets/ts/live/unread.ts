/** The number of unread notices beside the bell, in the header and the dock. */
export async function countUnread(): Promise<void> {
  const bells = document.querySelectorAll<HTMLElement>(":is(.me, .dock) a[href='/notifications']");
  if (bells.length === 0) return;
  const answer = await fetch("/notifications/news", { headers: { accept: "application/json" }, cache: "no-store", redirect: "error" });
  if (!answer.ok) return;
  const { count } = (await answer.json()) as { count: number };
  for (const bell of bells) {
    const number = bell.querySelector("b") ?? bell.appendChild(document.createElement("b"));
    if (count > 0) number.textContent = String(count);
    else number.remove();
  }
}
