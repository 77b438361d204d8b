import { on } from "./exchange";
import { focusOn } from "./turn";

/** After a vote the results stand where the form was: what one reads on, and what a screen reader says next. */
export function polls(): void {
  on("after:swap", exchange => { if (exchange.select === "#poll") focusOn(document.querySelector<HTMLElement>("#poll"), null); });
}
