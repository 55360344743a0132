/**
 * Frames of Phoenix channels: objects in protocol version 1.0.0, arrays in 2.0.0. What comes in is bounded and checked;
 * a payload is never null, which Supabase's client does not bear.
 */
export type Version = '1.0.0' | '2.0.0';

export interface Frame {
  join_ref: string | null;
  ref: string | null;
  topic: string;
  event: string;
  payload: Record<string, unknown>;
}

const LONGEST_REF = 64;
const LONGEST_TOPIC = 255;
const LONGEST_EVENT = 64;

/** The version a client asks for; Phoenix's own default is the first. Undefined when it is not spoken here. */
export function versionOf(vsn: string | null): Version | undefined {
  if (vsn === null || /^1(\.\d+){0,2}$/.test(vsn)) return '1.0.0';
  return /^2(\.\d+){0,2}$/.test(vsn) ? '2.0.0' : undefined;
}

/** @returns undefined for what is no frame */
export function decode(text: string): Frame | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const { join_ref, ref, topic, event, payload } = Array.isArray(json)
    ? { join_ref: json[0], ref: json[1], topic: json[2], event: json[3], payload: json[4] }
    : (json as Record<string, unknown>);
  const [joined, referred] = [refOf(join_ref), refOf(ref)];
  if (joined === undefined || referred === undefined) return undefined;
  if (typeof topic !== 'string' || topic.length > LONGEST_TOPIC) return undefined;
  if (typeof event !== 'string' || event.length > LONGEST_EVENT) return undefined;
  const record = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  return {
    join_ref: joined,
    ref: referred,
    topic,
    event,
    payload: record ? (payload as Record<string, unknown>) : {},
  };
}

function refOf(ref: unknown): string | null | undefined {
  if (ref === null || ref === undefined) return null;
  if (typeof ref === 'number') return String(ref);
  return typeof ref === 'string' && ref.length <= LONGEST_REF ? ref : undefined;
}

export function encode(version: Version, frame: Frame): string {
  const { join_ref, ref, topic, event, payload } = frame;
  return version === '2.0.0'
    ? JSON.stringify([join_ref, ref, topic, event, payload])
    : JSON.stringify({ join_ref, ref, topic, event, payload });
}

/** What stands before and after the payload of a channel's changes, so that a payload made once serves all. */
export function enclosing(version: Version, topic: string): [before: string, after: string] {
  const name = JSON.stringify(topic);
  return version === '2.0.0'
    ? [`[null,null,${name},"postgres_changes",`, ']']
    : [`{"join_ref":null,"ref":null,"topic":${name},"event":"postgres_changes","payload":`, '}'];
}
