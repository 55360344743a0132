/** Filters of subscriptions, value by value. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from './change.ts';
import { FilterError, parseFilter } from './filter.ts';

const row: Row = {
  uuid: '550e8400-e29b-41d4-a716-446655440000',
  user_id: '0b8f3c1e-7a52-4d0c-9f3e-2b6d1c4a9e77',
  org_id: null,
  task: 'Tides, "spring" and (neap)',
  status: 'voiceover',
  progress: { stage: 'voiceover', percent: 5, current_scene: 0, total_scenes: 0 },
  error_message: null,
  created_at: '2026-04-25T12:34:56.789012+00:00',
  updated_at: '2026-04-25T12:36:18.123456+00:00',
  result: null,
};

describe('a filter', () => {
  it.each([
    'uuid=eq.550E8400-e29b-41d4-a716-446655440000',
    'uuid=in.(8d2f6f4e-3c1b-4f5a-9a55-6a1f0f6f1b22,550e8400-e29b-41d4-a716-446655440000)',
    'status=eq.voiceover',
    'status=neq.complete',
    'status=in.(queued,voiceover)',
    'status=gt.queued',
    'status=lte.voiceover',
    'status=not.eq.complete',
    'org_id=is.null',
    'status=not.is.null',
    'org_id=isdistinct.550e8400-e29b-41d4-a716-446655440000',
    'task=eq."Tides, \\"spring\\" and (neap)"',
    'task=in.("Tides, \\"spring\\" and (neap)",x)',
    'created_at=eq.2026-04-25T14:34:56.789012+02:00',
    'created_at=eq.2026-04-25 12:34:56.789012Z',
    'created_at=gt.2026-04-25T12:34:56.789011Z',
    'created_at=gte.2026-04-25',
    'updated_at=lt.2026-04-25T12:36:18.123457+00',
    'status=eq.voiceover,updated_at=gt.2026-01-01',
  ])('matches by %s', (text) => {
    expect(parseFilter(text).matches(row)).toBe(true);
  });

  it.each([
    'uuid=eq.8d2f6f4e-3c1b-4f5a-9a55-6a1f0f6f1b22',
    'uuid=neq.550e8400-e29b-41d4-a716-446655440000',
    'status=in.(queued,complete)',
    'status=lt.queued',
    'created_at=lt.2026-04-25T12:34:56.789012Z',
    'status=eq.voiceover,status=eq.queued',
    'status=not.in.(queued,voiceover)',
    // What is unknown equals nothing, and differs from nothing.
    'org_id=eq.550e8400-e29b-41d4-a716-446655440000',
    'org_id=neq.550e8400-e29b-41d4-a716-446655440000',
    'error_message=not.eq.x',
    'error_message=in.(x)',
    'org_id=not.is.null',
  ])('does not match by %s', (text) => {
    expect(parseFilter(text).matches(row)).toBe(false);
  });

  it('names the films that it is about, if it does', () => {
    const a = '550e8400-e29b-41d4-a716-446655440000';
    const b = '8d2f6f4e-3c1b-4f5a-9a55-6a1f0f6f1b22';
    expect(parseFilter(`uuid=eq.${a.toUpperCase()}`).uuids).toEqual([a]);
    expect(parseFilter(`status=eq.x,uuid=in.(${a},"${b}")`).uuids).toEqual([a, b]);
    expect(parseFilter(`uuid=neq.${a}`).uuids).toBeUndefined();
    expect(parseFilter(`uuid=not.eq.${a}`).uuids).toBeUndefined();
  });

  it.each([
    ['', /column=operator\.value/],
    ['uuid=eq.1', /no uuid/],
    ['uuid=in.1', /in\.\(a,b,c\)/],
    ['brief=eq.x', /column "brief" does not exist/],
    ['progress=eq.1', /JSON/],
    ['status=like.x', /operator like is not served/],
    ['status=is.true', /is takes null/],
    ['created_at=gt.soon', /no time/],
    [`status=in.(${Array(101).fill('x').join()})`, /at most 100 values/],
    [Array(11).fill('status=eq.x').join(), /at most 10 conditions/],
    [`task=eq.${'x'.repeat(4000)}`, /at most 4000 characters/],
  ])('refuses %s in a sentence', (text, reason) => {
    expect(() => parseFilter(text)).toThrow(reason);
  });

  it('whatever is sent is a filter or is refused', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'uuid',
        'status',
        'created_at',
        '=',
        'eq.',
        'not.',
        'in.(',
        ')',
        ',',
        '"',
        '\\',
        'is.null',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        try {
          expect(typeof parseFilter(parts.join('')).matches(row)).toBe('boolean');
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError);
        }
      }),
    );
  });
});
