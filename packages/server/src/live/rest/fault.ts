/** Refusals as PostgREST words them: the client hands them on as `error`, and programs look at the code. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export class RestFault extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
    readonly details: string | null = null,
    readonly hint: string | null = null,
  ) {
    super(message);
  }

  get body() {
    const { code, message, details, hint } = this;
    return { code, details, hint, message };
  }
}

export const unreadable = (message: string, hint: string | null = null) =>
  new RestFault(400, 'PGRST100', message, null, hint);

export const noColumn = (name: string) =>
  new RestFault(400, '42703', `column corporate_engine_v2.${name.slice(0, 63)} does not exist`);
