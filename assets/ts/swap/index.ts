// Loaded after the page: paging, quick reply, preview and staff acts without leaving it. Until then, links and forms work as they are.
import "./settings";
import htmx from "htmx.org";
import { acts } from "./act";
import { answers } from "./answer";
import { pending } from "./pending";
import { polls } from "./poll";
import { turns } from "./turn";

const never = () => { throw new Error("No script out of attributes."); };
htmx.registerExtension("no-eval", { init: (api: { initSecurity: (...how: unknown[]) => void }) => api.initSecurity(null, never, never) });
document.addEventListener("htmx:before:on:init", event => event.preventDefault());
// htmx 4.0.1 stops the browser before it looks for the key that opens a link in a new tab or window.
document.addEventListener("click", event => {
  if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target instanceof Element && event.target.closest("a[href]")) event.stopPropagation();
}, { capture: true });

pending();
turns();
answers();
acts();
polls();
document.addEventListener("htmx:after:process", () => document.documentElement.classList.add("swaps"), { once: true });
