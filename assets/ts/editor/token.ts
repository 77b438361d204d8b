import { freshToken } from "../token";

const name = "__RequestVerificationToken";
const fieldOf = (form: HTMLFormElement | null) => form?.querySelector<HTMLInputElement>(`[name=${name}]`) ?? null;

/** The form's token; a page that was open for a day has one of yesterday's, which is renewed when it was refused. */
export async function tokenOf(form: HTMLFormElement | null, renew: boolean): Promise<string> {
  const field = fieldOf(form);
  if (field?.value && !renew) return field.value;
  const fresh = await freshToken();
  if (field) field.value = fresh;
  return fresh;
}

export type Answer = { kind: "ok" | "refused"; status: number; response: Response } | { kind: "signedOut" } | { kind: "unreachable" };

/** Sends fields as a form does; an expired token is renewed once. */
export async function post(url: string, form: HTMLFormElement | null, fields: Record<string, string>, signal?: AbortSignal): Promise<Answer> {
  try {
    for (const renew of [false, true]) {
      const body = new URLSearchParams({ ...fields, [name]: await tokenOf(form, renew) });
      const response = await fetch(url, { method: "POST", body, signal: signal ?? null, headers: { accept: "application/json, text/html" } });
      if (isSignIn(response.url)) return { kind: "signedOut" };
      if (response.status !== 400 || renew) return { kind: response.ok ? "ok" : "refused", status: response.status, response };
    }
  } catch (error) {
    if (signal?.aborted) throw error;
  }
  return { kind: "unreachable" };
}

export const isSignIn = (url: string) => new URL(url, location.href).pathname === "/account/login";
export { name as tokenName };
