/** What a token's reading can depend on: its neighbours and its place. */
export interface Context {
  /** The token before, without the punctuation around it; empty at the start. */
  previous: string;
  /** The token after, likewise. */
  next: string;
  /** First in the text, or after a full stop or colon. */
  opensSentence: boolean;
  /** Punctuation follows it. */
  closesPhrase: boolean;
  /** The piece being read is the whole token. */
  isWhole: boolean;
  /** Most of the text is in capitals, so capitals mean nothing. */
  isShouting: boolean;
}
