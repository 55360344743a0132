/** Takes secrets out of what is logged: by the names of fields, and by their form within texts. */

export const REDACTED = '[redacted]';

/** Names of fields that hold a secret, wherever they stand. */
const SECRET_FIELD =
  /^(authorization|cookie|set-cookie|x-api-key|api[-_]?key|.*password.*|passwd|.*secret.*|.*token|signature|sig|database_url|connectionstring)$/i;

/** Each keeps what says what it was, and loses what it grants. */
const FORMS: [RegExp, string][] = [
  [/\bkn_[0-9a-f]{8,}/gi, `kn_${REDACTED}`],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${REDACTED}`],
  // A token on its own: three parts, the first of which says that it is one.
  [/\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g, REDACTED],
  // user:password@host
  [/\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]*@/gi, `$1:${REDACTED}@`],
  // Links to files and to sign in are as good as a key while they hold.
  [
    /([?&](?:sig|signature|token|key|api_key|apikey|password|secret|code|x-amz-signature|x-amz-credential|x-amz-security-token)=)[^&\s"'#]+/gi,
    `$1${REDACTED}`,
  ],
  [/\b(better-auth[\w.-]*|session[\w.-]*)=[^;\s"']+/gi, `$1=${REDACTED}`],
];

export function redactText(text: string): string {
  let clean = text;
  for (const [form, instead] of FORMS) clean = clean.replace(form, instead);
  return clean;
}

/** A line of JSON, whoever made it: fields by their names, and everything by its form. */
export function redactLine(line: string): string {
  return redactText(line).replace(NAMED_TEXT, (whole, name: string) =>
    SECRET_FIELD.test(name) ? `"${name}":"${REDACTED}"` : whole,
  );
}
const NAMED_TEXT = /"([\w-]{1,40})":"(?:[^"\\]|\\.)*"/g;

/** A copy without secrets; what is nested deeper, or is larger, than any log needs is cut off. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return redactText(value.length > 20_000 ? `${value.slice(0, 20_000)}…` : value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 6) return '…';
  if (value instanceof Date) return value;
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, 100).map((one) => redact(one, depth + 1));
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value).slice(0, 200)) {
    copy[name] = SECRET_FIELD.test(name) && inner != null ? REDACTED : redact(inner, depth + 1);
  }
  return copy;
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: redactText(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: redactText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
