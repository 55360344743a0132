/**
 * What a passage of text is doing, as recognised without a model. Each kind carries the pieces a
 * component needs, so that `storyboard/` can choose a picture without reading the text again.
 * Every string is quoted from the passage or a shortening of it.
 */
export type Structure =
  | { kind: 'definition'; term: string; genus: string }
  | { kind: 'enumeration'; items: Piece[] }
  | { kind: 'steps'; items: Piece[] }
  | { kind: 'cause'; links: { cause: Piece; effect: Piece }[] }
  | { kind: 'comparison'; sides: { name: string; points: Piece[] }[] }
  | { kind: 'dates'; events: { when: string; piece: Piece }[] }
  | { kind: 'quantities'; unit: string; values: { label: string; value: number; piece: Piece }[] }
  | { kind: 'number'; value: string; unit: string; label: string; piece: Piece }
  | { kind: 'messages'; parties: string[]; messages: { from: string; to: string; piece: Piece }[] }
  | { kind: 'cycle'; items: Piece[] }
  | { kind: 'formula'; tex: string }
  | { kind: 'code'; language: string; source: string }
  | { kind: 'quotation'; text: string; speaker: string; say: string }
  | { kind: 'statement'; text: string };

/** A few words for the screen, and the spoken words (quoted from the narration) on which they appear. */
export interface Piece {
  text: string;
  say: string;
}
