import { word } from "./words";

// Says the same as HumanTime.cs, for pages that guests share and that therefore carry full times.
const minute = 60_000;
// The page's zone, not the browser's: times within texts are the server's. Swedish writes dates as ISO does.
const inZone = clockOf(document.documentElement.dataset["zone"]);

export function humanTimes(): void {
  setInterval(sayTimes, minute);
}

export function sayTimes(): void {
  const now = new Date();
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-ago]"))
    time.textContent = say(new Date(time.dateTime), now, time.dataset["ago"] === "minute");
}

export function say(then: Date, now: Date, withMinute: boolean): string {
  const ago = now.getTime() - then.getTime();
  if (ago >= 0 && ago < 240 * minute) return recent(ago / minute);
  const there = wall(then);
  const today = wall(now);
  const clock = `${there.getUTCHours()}:${two(there.getUTCMinutes())}`;
  const days = Math.floor(today.getTime() / (1440 * minute)) - Math.floor(there.getTime() / (1440 * minute));
  const near = [word("today"), word("yesterday"), word("before")][days];
  if (near) return near.replace("#", clock);
  const day = `${two(there.getUTCMonth() + 1)}-${two(there.getUTCDate())}`;
  const date = there.getUTCFullYear() === today.getUTCFullYear() ? day : `${there.getUTCFullYear()}-${day}`;
  return withMinute ? `${date} ${clock}` : date;
}

function recent(minutes: number): string {
  if (minutes < 1) return word("justNow");
  if (minutes < 30) return counted("minute", minutes);
  if (minutes < 60) return word("halfHour");
  return counted("hour", minutes / 60);
}

/** "1 minute ago" has a text of its own, beside "# minutes ago". */
function counted(unit: "minute" | "hour", passed: number): string {
  const n = Math.floor(passed);
  return n === 1 ? word(unit) : word(`${unit}s`).replace("#", String(n));
}

/** Browsers older than the zone's name throw; they say their own time. */
function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  } catch {
    return clockOf(undefined);
  }
}

/** The zone's clock as if it were UTC. */
const wall = (moment: Date) => new Date(`${inZone.format(moment).replace(" ", "T")}Z`);
const two = (n: number) => String(n).padStart(2, "0");
