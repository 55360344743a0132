/** What can be wrong with a bucket, as sentences that name the fix and neither a key nor a host. */
import { Fault } from '../errors.ts';
import { missing } from './keys.ts';

const RIGHTS =
  'S3 refuses access to the bucket; give the access key the rights GetObject, PutObject, DeleteObject, ListBucket, ' +
  'ListBucketMultipartUploads and AbortMultipartUpload on it.';
const KEYS =
  'S3 does not accept the access key; correct storage.access_key_id and storage.secret_access_key.';
const REGION = 'The bucket lies in another region; correct storage.region.';
const REACH = 'S3 cannot be reached; check storage.endpoint and the network, and try again.';

const SENTENCES: Record<string, string> = {
  NoSuchBucket: 'The bucket does not exist; create it, or correct storage.bucket.',
  InvalidBucketName: 'The name of the bucket is not a valid one; correct storage.bucket.',
  AccessDenied: RIGHTS,
  Forbidden: RIGHTS,
  '403': RIGHTS,
  InvalidAccessKeyId: KEYS,
  SignatureDoesNotMatch: KEYS,
  CredentialsProviderError:
    'No access key for S3 was found; set storage.access_key_id and storage.secret_access_key, or run where a role is given.',
  RequestTimeTooSkewed: 'The clock of this machine is wrong, so S3 refuses its calls; set the clock.',
  PermanentRedirect: REGION,
  AuthorizationHeaderMalformed: REGION,
  QuotaExceeded: 'The bucket is full; raise its quota, or keep films for fewer days (retention_days).',
  TimeoutError: REACH,
  ECONNREFUSED: REACH,
  ECONNRESET: REACH,
  ENOTFOUND: REACH,
  EAI_AGAIN: REACH,
  EHOSTUNREACH: REACH,
  ENETUNREACH: REACH,
  ETIMEDOUT: REACH,
  EPIPE: REACH,
};

interface S3Error {
  name?: string;
  message?: string;
  code?: string;
  Code?: string;
  $metadata?: { httpStatusCode?: number; requestId?: string };
}

/** What a log needs of an error of the SDK, which itself holds the whole connection, signed headers included. */
function summaryOf({ name, message, code, $metadata }: S3Error): Error {
  const about = [code, $metadata?.httpStatusCode && `HTTP ${$metadata.httpStatusCode}`, $metadata?.requestId];
  return new Error(`${name}: ${message} (${about.filter(Boolean).join(', ')})`);
}

/** A Fault of whatever the SDK threw. */
export function s3Fault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const thrown = (error ?? {}) as S3Error;
  const { name = '', code = '', Code = '', $metadata } = thrown;
  const cause = summaryOf(thrown);
  if (name === 'NoSuchKey' || name === 'NotFound') return missing(cause);
  const told = [name, Code, code, String($metadata?.httpStatusCode)].find((word) =>
    Object.hasOwn(SENTENCES, word),
  );
  return new Fault(
    'unavailable',
    told
      ? SENTENCES[told]!
      : 'S3 could not do what it was asked; look in the log for its answer and try again.',
    { cause },
  );
}

/** True when the store does not know the call at all. */
export function unsupported(error: unknown): boolean {
  const { name, $metadata } = (error ?? {}) as S3Error;
  return name === 'NotImplemented' || [405, 501].includes($metadata?.httpStatusCode ?? 0);
}
