/**
 * Requests sent evenly at a given rate, whether or not earlier ones have been answered, and timed from when each was due:
 * a server that stands still is charged for everybody who would have come meanwhile.
 */
import { Agent, request } from 'node:http';

export interface Paced {
  requests_per_second: number;
  /** ms */
  p50: number;
  p99: number;
  failed: number;
}

/** Requests that may be unanswered; more than that and the server does not hold the rate. */
const MOST_OPEN = 2000;

/** @param pathOf the path and headers of the nth request */
export async function paced(
  url: string,
  pathOf: (index: number) => { path: string; headers: Record<string, string> },
  { rate, seconds, connections }: { rate: number; seconds: number; connections: number },
): Promise<Paced> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  const times: number[] = [];
  const begun = performance.now();
  let sent = 0;
  let open = 0;
  let failed = 0;

  function send(index: number): void {
    const due = begun + (index * 1000) / rate;
    open += 1;
    const ended = (ok: boolean) => {
      open -= 1;
      if (ok) times.push(performance.now() - due);
      else failed += 1;
    };
    request({ hostname, port, agent, ...pathOf(index) }, (answer) => {
      answer.resume();
      answer.on('end', () => ended(answer.statusCode === 200));
    })
      .on('error', () => ended(false))
      .end();
  }

  await new Promise<void>((resolve) => {
    const ticks = setInterval(() => {
      const due = Math.min(seconds * rate, ((performance.now() - begun) * rate) / 1000);
      for (; sent < due && open < MOST_OPEN; sent += 1) send(sent);
      if (sent >= seconds * rate && open === 0) {
        clearInterval(ticks);
        resolve();
      }
    }, 1);
  });
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? Number.NaN) * 10) / 10;
  const took = (performance.now() - begun) / 1000;
  return { requests_per_second: Math.round(times.length / took), p50: at(0.5), p99: at(0.99), failed };
}
