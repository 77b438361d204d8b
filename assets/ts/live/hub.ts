import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

/**
 * The socket to /live, straight and without negotiation, so that any node may answer. `isUp` says whether nudges can be
 * relied on; what it doesn't carry, asking now and then does.
 */
export function hub(nudged: () => void, up: (isUp: boolean) => void, sanctioned: () => void): { watch(subject: string | null): void } {
  let subject: string | null = null;
  const connection = new HubConnectionBuilder()
    .withUrl("/live", { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: tries => Math.min(120_000, 2000 * 2 ** tries.previousRetryCount) * (0.5 + Math.random()) })
    .configureLogging(LogLevel.None)
    .build();
  connection.on("news", nudged);
  connection.on("sanction", sanctioned);
  connection.onreconnecting(() => up(false));
  connection.onreconnected(() => void join().then(nudged));
  connection.onclose(() => up(false));

  async function join(): Promise<void> {
    const asked = subject;
    if (connection.state === HubConnectionState.Connected && asked) up(await connection.invoke<boolean>("Watch", asked));
  }
  const start = () => void connection.start().then(join).catch(() => up(false));
  // A page with an open socket isn't kept for the back button.
  addEventListener("pagehide", () => void connection.stop());
  addEventListener("pageshow", event => { if (event.persisted) start(); });
  start();
  return {
    watch(next) {
      subject = next;
      void join().catch(() => up(false));
    },
  };
}
