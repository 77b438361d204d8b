import { notSent } from "../draft";
import { toast } from "../toast";
import { freshToken } from "../token";
import { word } from "../words";
import { isHere, landedOnSignIn, on, type Exchange } from "./exchange";
import { focusOn, stay } from "./turn";

/**
 * What comes back for a form: a redirect means that it was done, an expired token is renewed and the form sent once more,
 * and everything else is said in the form's #said with the text kept.
 */
export function answers(): void {
  on("after:request", (exchange, event) => {
    const form = formOf(exchange);
    if (!form) return;
    const { raw, status } = exchange.response;
    if (status === 400 && !form.dataset["again"]) sendAgain(form, exchange, event);
    else if (landedOnSignIn(exchange)) signedOut(form, event);
    else if (raw.redirected && raw.ok && form.matches(".reply-box")) replied(form, exchange);
    else if (!form.closest("dialog")) notSent();
  });
  on("error", exchange => {
    const form = formOf(exchange);
    if (form) say(form, word("unreachable"));
  });
}

const formOf = (exchange: Exchange) => exchange.request.method === "POST" ? exchange.request.form : null;

/** A page that was open for a day has a token of yesterday's sign-in. */
function sendAgain(form: HTMLFormElement, exchange: Exchange, event: Event): void {
  event.preventDefault();
  form.dataset["again"] = "yes";
  const pressed = exchange.request.submitter ?? (exchange.sourceElement instanceof HTMLButtonElement ? exchange.sourceElement : null);
  void freshToken().then(token => {
    form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")!.value = token;
    if (pressed === exchange.sourceElement) pressed?.click();
    else form.requestSubmit(pressed);
  }).catch(() => say(form, word("unreachable")));
}

function signedOut(form: HTMLFormElement, event: Event): void {
  event.preventDefault();
  delete form.dataset["again"];
  say(form, word("signedOut"), `/account/login?returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
}

/** The answer is the page on which the new floor is. */
function replied(form: HTMLFormElement, exchange: Exchange): void {
  form.reset();
  exchange.target = "#main";
  exchange.select = "#main";
  if (isHere(exchange.response.raw.url)) stay(exchange);
  else exchange.push = "true";
  exchange.swap = "outerMorph show:none";
  exchange.arrive = () => {
    toast(word("replied"));
    focusOn(ownFloor(), "nearest");
  };
}

/** Others may have written in the same second. */
function ownFloor(): HTMLElement | undefined {
  const me = document.querySelector(".me a[href^='/members/']")?.getAttribute("href");
  const floors = [...document.querySelectorAll<HTMLElement>(".floor")];
  return floors.findLast(f => f.querySelector(".who a.name")?.getAttribute("href") === me) ?? floors.at(-1);
}

function say(form: HTMLFormElement, text: string, signIn?: string): void {
  notSent();
  const line = document.createElement("p");
  line.className = "note bad";
  line.setAttribute("role", "alert");
  line.append(text);
  if (signIn) {
    const link = document.createElement("a");
    link.className = "link";
    link.href = signIn;
    link.textContent = word("signIn");
    line.append(" ", link);
  }
  (form.querySelector("#said") ?? form.closest("dialog") ?? form).prepend(line);
  while (line.nextElementSibling?.matches("p.note.bad")) line.nextElementSibling.remove();
}
