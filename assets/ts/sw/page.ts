import { offlinePage } from "./assets";
import { copyOf, forget, keep } from "./copies";

/** The network first; without one the last copy, without that the offline page. */
export async function page(event: FetchEvent, url: URL): Promise<Response> {
  try {
    const fresh: Response = await event.preloadResponse ?? await fetch(event.request);
    if (isKept(url)) event.waitUntil(learn(url, fresh.status === 200 ? fresh.clone() : fresh));
    return fresh;
  } catch {
    return (isKept(url) ? await copyOf(url) : undefined) ?? await offlinePage();
  }
}

/** What everybody reads: never account, desk, admin, messages, notices, search, nor a filtered list. */
function isKept(url: URL): boolean {
  return /^\/(?:(?:boards|threads)\/\d+|pages\/[\w-]+|(?:announcements|darkroom)(?:\/\d+)?)?$/.test(url.pathname)
    && [...url.searchParams.keys()].every(name => name === "page");
}

async function learn(url: URL, answer: Response): Promise<void> {
  if ([401, 403, 404, 410].includes(answer.status)) await forget(url);
  else if (answer.status === 200 && !answer.redirected && answer.headers.get("content-type")?.startsWith("text/html")) await keep(url, answer);
}
