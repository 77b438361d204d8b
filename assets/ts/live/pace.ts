/** Milliseconds: between two questions at least, and by chance on top; between questions without nudges, at first and at last. */
const least = 3000, jitter = 1500, poll = 45_000, pollSlowly = 600_000;

/**
 * When to ask for news. A nudge reaches all readers at once, so each waits a moment of its own; without nudges one asks
 * every 45 seconds, ever less while nothing comes; a hidden tab asks when it is looked at again.
 */
export class Pace {
  private timer = 0;
  private pause = poll;
  private last = 0;
  private nudges = false;
  private missed = false;

  /** `ask` says whether there was something. */
  constructor(private readonly ask: () => Promise<boolean>) {
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) clearTimeout(this.timer);
      else if (this.missed || (!this.nudges && Date.now() - this.last > poll)) this.in(0);
      else this.rests(this.nudges);
    });
    this.in(poll);
  }

  nudge(): void {
    this.in(Math.max(least - (Date.now() - this.last), 0) + Math.random() * jitter);
  }

  /** While nudges come there is no need to ask. */
  rests(nudges: boolean): void {
    this.nudges = nudges;
    if (nudges && !this.missed) clearTimeout(this.timer);
    else this.in(this.pause);
  }

  private in(milliseconds: number): void {
    clearTimeout(this.timer);
    this.missed = document.hidden;
    if (!this.missed) this.timer = setTimeout(() => void this.now(), milliseconds);
  }

  private async now(): Promise<void> {
    this.last = Date.now();
    const something = await this.ask().catch(() => false);
    this.pause = something ? poll : Math.min(this.pause * 1.5, pollSlowly);
    if (!this.nudges) this.in(this.pause * (0.9 + Math.random() / 5));
  }
}
