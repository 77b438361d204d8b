declare const self: ServiceWorkerGlobalScope;

const assets = "assets-1";
const release = "release-1";
const current = [assets, release, "pages-1"];
const most = 60;

/** A file with a fingerprint in its name never changes. */
export function isAsset(url: URL): boolean {
  return /^\/(?:(?:build|icons)\/)?[\w-]+\.[a-z0-9]{10}\.\w+$/.test(url.pathname);
}

export async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(assets);
  const kept = await cache.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.status === 200) {
    await cache.put(request, fresh.clone()).catch(() => { /* no room */ });
    const keys = await cache.keys();
    for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key);
  }
  return fresh;
}

/** The page for what was never visited, with all it needs; without cookies, since every reader of the device may see it. */
export async function keepOfflinePage(): Promise<void> {
  const lang = new URL(self.location.href).searchParams.get("lang") ?? "";
  const answer = await fetch(`/offline?lang=${encodeURIComponent(lang)}`, { credentials: "omit", cache: "reload" });
  if (!answer.ok) throw new Error(`/offline: ${answer.status}`);
  const html = await answer.clone().text();
  await (await caches.open(release)).put("/offline", answer);
  const addresses = new Set([...html.matchAll(/(?:href|src)="(\/[^"#]+)/g)].map(match => match[1]!));
  await Promise.all([...addresses].map(a => new URL(a, self.location.origin)).filter(isAsset).map(url => asset(new Request(url))));
}

export async function offlinePage(): Promise<Response> {
  const kept = await (await caches.open(release)).match("/offline");
  return kept ? new Response(kept.body, { status: 503, headers: kept.headers }) : Response.error();
}

/** A format of an older worker. */
export async function dropOldCaches(): Promise<void> {
  for (const name of await caches.keys()) if (!current.includes(name)) await caches.delete(name);
}
