// The service worker (/sw.js): assets from the cache, visited pages from the network and without one from their last copy.
// Everything else (forms, htmx, downloads, parts of files, live connections) goes its way untouched.
import { asset, dropOldCaches, isAsset, keepOfflinePage } from "./assets";
import { forgetAll } from "./copies";
import { page } from "./page";

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", event => event.waitUntil(keepOfflinePage().then(() => self.skipWaiting())));

self.addEventListener("activate", event => event.waitUntil(Promise.all([
  dropOldCaches(),
  // The request leaves while the worker still starts.
  self.registration.navigationPreload?.enable(),
  self.clients.claim(),
])));

self.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && /^\/account\/log(in|out)$/.test(url.pathname)) event.waitUntil(forgetAll());
  if (request.method !== "GET" || request.headers.has("range") || request.headers.has("HX-Request")) return;
  if (isAsset(url)) event.respondWith(asset(request));
  else if (request.mode === "navigate") event.respondWith(page(event, url));
});
