/** From whatever was thrown to a status and one sentence, once for all routes. What nobody foresaw tells nothing. */
import { ChalktalkError } from '@chalktalk/engine';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { isUnreachable } from '../database/patience.ts';
import { Fault } from '../errors.ts';

function faultOf(error: unknown): Fault | undefined {
  if (error instanceof Fault) return error;
  if (error instanceof ChalktalkError && error.isTheirs)
    return new Fault('bad_request', error.message, { cause: error });
  if (isUnreachable(error))
    return new Fault('unavailable', 'The database cannot be reached just now; try again in a few seconds.', {
      cause: error,
      headers: { 'Retry-After': '2' },
    });
  return undefined;
}

/** What routers and validators of the framework throw. */
function answerOfFramework(error: HTTPException): { status: ContentfulStatusCode; detail: string } {
  if (error.message.startsWith('Malformed JSON'))
    return { status: 422, detail: 'The body is not valid JSON; send one JSON document in UTF-8.' };
  if (error.status === 415)
    return { status: 415, detail: 'Send the body as JSON, with Content-Type: application/json.' };
  return { status: error.status, detail: error.message || 'The request cannot be answered.' };
}

/** @returns the handler for Hono's `onError` */
export function answerFaults(log: Logger) {
  return (error: Error, c: Context): Response => {
    if (error instanceof HTTPException) {
      const { status, detail } = answerOfFramework(error);
      return c.json({ detail }, status);
    }
    const fault = faultOf(error);
    const request_id = c.get('request_id');
    if (!fault || fault.status >= 500) {
      log.error({ err: fault?.cause ?? error, request_id, method: c.req.method }, 'request failed');
    }
    if (!fault) {
      const detail = `Something went wrong on our side; try again, and if it stays, report the request id ${request_id}.`;
      return c.json({ detail }, 500);
    }
    for (const [name, value] of Object.entries(fault.headers)) c.header(name, value);
    return c.json({ detail: fault.message }, fault.status);
  };
}
