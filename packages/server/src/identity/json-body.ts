/** The body of a documented call: one JSON object with these fields. */
import { z } from '@hono/zod-openapi';

export function jsonBody<Shape extends z.ZodRawShape>(shape: Shape) {
  const schema = z.object(shape, 'The body must be a JSON object');
  return { body: { required: true, content: { 'application/json': { schema } } } };
}
