/**
 * Pages that guests share hold no antiforgery token (a cached one would be another visitor's). A form made by a script
 * on such a page, marked data-token, gets a fresh one from /antiforgery just before it is sent.
 */
export function tokens(): void {
  document.addEventListener("submit", async event => {
    const form = event.target as HTMLFormElement;
    if (!("token" in form.dataset) || form.querySelector(`[name=${field}]`)) return;
    event.preventDefault();
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = field;
    input.value = await freshToken();
    form.append(input);
    form.requestSubmit(event.submitter as HTMLElement | null);
  });
}

const field = "__RequestVerificationToken";

/** For a script's own requests; send it as the header RequestVerificationToken or the form field. */
export async function freshToken(): Promise<string> {
  const answer = await fetch("/antiforgery", { cache: "no-store", headers: { accept: "application/json" } });
  const { token } = (await answer.json()) as { token: string };
  return token;
}
