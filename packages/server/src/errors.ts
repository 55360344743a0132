/**
 * The one error family of the server. `kind` is closed and mapped to its HTTP status here, once; `message` is one
 * sentence that names the fix and is safe to show to anybody: it becomes `{"detail"}`.
 */
const STATUS = {
  bad_request: 400,
  unauthenticated: 401,
  out_of_credits: 402,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  bad_media: 415,
  unprocessable: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type FaultKind = keyof typeof STATUS;
export type FaultStatus = (typeof STATUS)[FaultKind];

export class Fault extends Error {
  override readonly name = 'Fault';
  /** Sent along with the answer: Retry-After and the like. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    readonly kind: FaultKind,
    message: string,
    options?: { cause?: unknown; headers?: Record<string, string> },
  ) {
    super(message, options);
    this.headers = options?.headers ?? {};
  }

  get status(): FaultStatus {
    return STATUS[this.kind];
  }
}
