// The copies of visited pages. They belong to one reader, are 60 at most and 30 days old at most.
const pages = "pages-1";
const most = 60;
const oldest = 30 * 24 * 3600 * 1000;

export async function keep(url: URL, answer: Response): Promise<void> {
  const html = await answer.text();
  const reader = /<html[^>]*\bdata-member="(\d+)"/.exec(html)?.[1] ?? "";
  const headers = new Headers(answer.headers);
  // The text is already unpacked.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set("x-kept-at", new Date().toISOString());
  headers.set("x-kept-for", reader);
  headers.set("x-kept-title", encodeURIComponent(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ""));
  await dropOthers(reader);
  const cache = await caches.open(pages);
  await cache.put(url, new Response(html, { headers })).catch(() => { /* no room */ });
  await trim(cache);
}

/** The last copy, marked with its moment; forum.js says so above the text (offline.ts). */
export async function copyOf(url: URL): Promise<Response | undefined> {
  const copy = await (await caches.open(pages)).match(url);
  if (!copy || isOld(copy)) return undefined;
  const html = (await copy.text()).replace("<html ", `<html data-kept-at="${copy.headers.get("x-kept-at")}" `);
  return new Response(html, { headers: copy.headers });
}

/** The server no longer shows it. With a board or the whole site, what lies in it goes too. */
export async function forget(url: URL): Promise<void> {
  if (!/^\/(threads|pages|announcements|darkroom)\b/.test(url.pathname)) return forgetAll();
  const cache = await caches.open(pages);
  for (const key of await cache.keys()) if (new URL(key.url).pathname === url.pathname) await cache.delete(key);
}

export async function forgetAll(): Promise<void> {
  await caches.delete(pages);
}

/** Signed in, out, or in as another: the copies of whoever read before go. */
async function dropOthers(reader: string): Promise<void> {
  const copies = await (await caches.open(pages)).matchAll();
  if (copies.some(copy => copy.headers.get("x-kept-for") !== reader)) await forgetAll();
}

async function trim(cache: Cache): Promise<void> {
  // Oldest first: a page that is kept again goes to the end.
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key);
  for (const key of keys.slice(-most)) {
    const copy = await cache.match(key);
    if (!copy || !isOld(copy)) break;
    await cache.delete(key);
  }
}

function isOld(copy: Response): boolean {
  return Date.now() - Date.parse(copy.headers.get("x-kept-at") ?? "") > oldest;
}
