/**
 * Web addresses and e-mail addresses, read as people read them aloud.
 */

const TOP_LEVELS = /\.(?:com|org|net|io|dev|edu|gov|app|ai|co|uk|eu|de|info)$/i;
const MOST_PATH_PARTS = 2;

/**
 * An address cut into pieces to be read ("example", "dot", "com"), or undefined when `text` is none.
 * What follows a `?` or `#`, and the end of a long path, is left out: nobody can use it by ear.
 */
export function readLink(text: string): string[] | undefined {
  const mail = /^(?:mailto:)?([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(text);
  if (mail) return [...joined(mail[1]!), 'at', ...joined(mail[2]!)];
  const web =
    /^([a-z][a-z0-9+]*:\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)*)(?::\d+)?(\/[^\s?#]*)?(?:[?#]\S*)?$/i.exec(text);
  if (!web) return undefined;
  const [, scheme, host, path] = web;
  if (!scheme && !TOP_LEVELS.test(host!)) return undefined;
  const parts = (path ?? '').split('/').filter(Boolean).slice(0, MOST_PATH_PARTS);
  return [...joined(host!), ...parts.flatMap((part) => ['slash', ...joined(part)])];
}

function joined(text: string): string[] {
  return text
    .split('.')
    .flatMap((part, index) => [...(index > 0 ? ['dot'] : []), ...part.split(/[-_+%]/).filter(Boolean)]);
}
