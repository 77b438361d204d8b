import { word } from "./words";

// Says the same as HumanTime.cs, for pages that guests share and that therefore carry full times.
const minute = 60_000;

export function humanTimes(): void {
  sayAll();
  setInterval(sayAll, minute);
}

function sayAll(): void {
  const now = new Date();
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-ago]"))
    time.textContent = say(new Date(time.dateTime), now, time.dataset["ago"] === "minute");
}

export function say(then: Date, now: Date, withMinute: boolean): string {
  const ago = now.getTime() - then.getTime();
  if (ago >= 0 && ago < 240 * minute) return recent(ago / minute);
  const clock = `${then.getHours()}:${two(then.getMinutes())}`;
  const days = Math.round((midnight(now) - midnight(then)) / (1440 * minute));
  const near = [word("today"), word("yesterday"), word("before")][days];
  if (near) return near.replace("#", clock);
  const day = `${two(then.getMonth() + 1)}-${two(then.getDate())}`;
  const date = then.getFullYear() === now.getFullYear() ? day : `${then.getFullYear()}-${day}`;
  return withMinute ? `${date} ${clock}` : date;
}

function recent(minutes: number): string {
  if (minutes < 1) return word("justNow");
  if (minutes < 30) return word("minutes").replace("#", String(Math.floor(minutes)));
  if (minutes < 60) return word("halfHour");
  return word("hours").replace("#", String(Math.floor(minutes / 60)));
}

const midnight = (date: Date) => new Date(date).setHours(0, 0, 0, 0);
const two = (n: number) => String(n).padStart(2, "0");
