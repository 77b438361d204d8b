// What /sw.js is with Offline:Off: takes over from a worker that must go, drops all it kept, and removes itself.
declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", event => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
})()));

export {};
