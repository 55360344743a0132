/**
 * The one error family of the engine. `kind` is closed, so callers (CLI exit codes, HTTP status codes)
 * map it once; `message` is one sentence that says what to do next and is safe to show to a user.
 */
export type ErrorKind =
  | 'bad_brief' // the task or an option breaks the brief's rules
  | 'bad_note' // a note (or its show block) cannot be read; the message names the line
  | 'no_material' // nothing to make a film from
  | 'bad_edit' // an edit that is not understood or cannot be made; the message says what can be
  | 'unspeakable' // the voice cannot say this text
  | 'does_not_fit' // content that no layout of its component can hold
  | 'missing_asset' // an icon, font or glyph that cannot be found
  | 'output' // the output folder or disk refuses
  | 'gate_failed' // a finished film broke a quality gate
  | 'cancelled' // the caller stopped the job
  | 'internal'; // a fault of ours

/** Kinds that the person asking can mend; everything else is ours. */
const THEIRS: readonly ErrorKind[] = [
  'bad_brief',
  'bad_note',
  'no_material',
  'bad_edit',
  'unspeakable',
  'output',
];

export class ChalktalkError extends Error {
  override readonly name = 'ChalktalkError';
  constructor(
    readonly kind: ErrorKind,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }

  /** True when changing the request, not the program, is the fix. */
  get isTheirs(): boolean {
    return THEIRS.includes(this.kind);
  }
}
