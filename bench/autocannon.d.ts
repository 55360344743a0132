/** The part of autocannon that the bench of the API uses; it brings no types. */
declare module 'autocannon' {
  interface Client {
    setRequests(requests: { method: string; path: string; headers: Record<string, string> }[]): void;
  }
  interface Options {
    url: string;
    connections: number;
    /** s */
    duration: number;
    setupClient?(client: Client): void;
  }
  interface Result {
    requests: { average: number; total: number };
    /** ms */
    latency: { p50: number; p99: number; max: number };
    non2xx: number;
    errors: number;
    timeouts: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
