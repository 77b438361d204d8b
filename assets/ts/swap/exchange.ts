/** What we use of htmx's context of one request; `arrive` and `otherwise` are ours. */
export interface Exchange {
  sourceElement: Element;
  target: Element | string | null;
  select?: string;
  swap: string;
  push?: string | null;
  replace?: string | null;
  text: string;
  request: { action: string; method: string; headers: Record<string, string>; form?: HTMLFormElement | null; submitter?: HTMLElement | null };
  response: { raw: Response; status: number };
  /** Where focus goes once the page is in place. */
  arrive?: () => void;
  /** Where to go when the page is refused. */
  otherwise?: string;
}

type Moment = "config:request" | "before:request" | "after:request" | "after:swap" | "finally:request" | "error";

export function on(moment: Moment, act: (exchange: Exchange, event: Event) => void): void {
  document.addEventListener(`htmx:${moment}`, event => {
    const { ctx } = (event as CustomEvent<{ ctx?: Exchange }>).detail;
    if (ctx) act(ctx, event);
  });
}

/** The path and query of an address of this site. */
export function place(url: string): string {
  const { pathname, search } = new URL(url, location.href);
  return pathname + search;
}

export const isHere = (url: string) => place(url) === location.pathname + location.search;
export const landedOnSignIn = (exchange: Exchange) => new URL(exchange.response.raw.url).pathname === "/account/login";
