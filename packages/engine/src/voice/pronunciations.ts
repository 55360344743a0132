/**
 * Words flite says wrong, with the sounds they should have (ARPABET; 1 marks the stressed vowel).
 * A key must look like a word flite would not spell out, so `nginx` is normalised to `enginex` first.
 */
const PRONUNCIATIONS: Readonly<Record<string, string>> = {
  kubernetes: 'k uw0 b er0 n eh1 t iy0 z',
};

let file: Uint8Array | undefined;

/** The list in the form flite's `-add_lex` reads. */
export function pronunciationFile(): Uint8Array {
  file ??= new TextEncoder().encode(
    Object.entries(PRONUNCIATIONS)
      .map(([word, sounds]) => `${word} : ${sounds}\n`)
      .join(''),
  );
  return file;
}
