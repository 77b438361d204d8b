// The desk without reloads (Turn.Desk): where focus goes, what to do with other answers, phones.
import { on } from "./swap/exchange";
import { toast } from "./toast";
import { word } from "./words";

const whole = "#desk";

on("after:request", (exchange, event) => {
  if (exchange.select !== whole) return;
  const { raw } = exchange.response;
  // The sign-in page, or a refusal that is a page of its own.
  if (!exchange.text.includes('id="desk"')) {
    event.preventDefault();
    location.assign(raw.url);
    return;
  }
  if (exchange.request.method !== "POST") return;
  if (raw.redirected && raw.ok) {
    exchange.push = raw.url;
    exchange.arrive = () => toast(word("done"));
  }
});

on("after:swap", exchange => {
  if (exchange.select !== whole) return;
  exchange.arrive?.();
  const error = document.querySelector<HTMLElement>("#case #errors");
  if (error) error.scrollIntoView({ block: "nearest" });
  else if (matchMedia("(width < 720px)").matches) scrollTo(0, 0);
  else document.querySelector(".inbox [aria-current]")?.scrollIntoView({ block: "nearest" });
});

/** A filter that is chosen is asked for at once. */
document.addEventListener("change", event => {
  if (event.target instanceof HTMLSelectElement) event.target.closest<HTMLFormElement>("form[data-at-once]")?.requestSubmit();
});
