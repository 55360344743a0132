/**
 * Makes a run of pasted text speakable: no markup, footnote marks, emoji or abbreviations that only eyes read.
 * It changes how something is written, never what it says.
 */

/** The text as one line a voice can read. */
export function speakable(text: string): string {
  return unbracketed(
    text
      .replace(/[\u200b-\u200f\u202a-\u202e\ufeff\u00ad]/g, '')
      .replace(
        /\p{Extended_Pictographic}(?:\u{FE0F}|\u{200D}|\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu,
        ' ',
      )
      .replace(/\[(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|citation needed|note \d+|[a-z])\]/g, '')
      .replace(/<\/?[a-z][^<>]{0,80}>/gi, ' ')
      .replace(/(\*\*|__|~~)(?=\S)/g, '')
      .replace(/\*\*|~~/g, '')
      .replace(/\be\.\s?g\.,?\s/gi, 'for example ')
      .replace(/\bi\.\s?e\.,?\s/gi, 'that is, ')
      .replace(/\bvs\.?\s/gi, 'versus ')
      .replace(/\bw\/\s?(?=[a-z])/gi, 'with ')
      .replace(/\betc\.?(?=[\s,;:)]|$)/gi, 'and so on')
      .replace(/\bapprox\.\s/gi, 'about ')
      .replace(/(^|[\s(])~\s?(?=\d)/g, '$1about ')
      .replace(/\s&\s/g, ' and ')
      .replace(/\s*(?:→|⟶|⇒|->|=>)\s*/g, isEquation(text) ? ' → ' : ', then ')
      .replace(/\s?--+\s?/g, ' – ')
      .replace(/\s+/g, ' '),
  )
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/([,;:])\1+/g, '$1')
    .replace(/,\s*([.;:!?])/g, '$1')
    .replace(/([!?])[!?]+/g, (run) => (run.includes('?') ? '?' : '!'))
    .trim();
}

/** A chemical equation: terms of symbols and figures on both sides of an arrow. */
export const isEquation = (text: string): boolean =>
  /^\d*[A-Z][A-Za-z\d()]{0,12}(?:\s?\+\s?\d*[A-Z][A-Za-z\d()]{0,12}){0,5}\s*(?:→|⟶|⇒|->|=>|⇌)\s*\d*[A-Z][A-Za-z\d()]{0,12}(?:\s?\+\s?\d*[A-Z][A-Za-z\d()]{0,12}){0,5}\.?$/.test(
    text.trim(),
  ) && /\d/.test(text);

/** References and see-alsos go; a short aside becomes one between commas; "(HTTP)" becomes ", or HTTP,". */
function unbracketed(text: string): string {
  return text.replace(
    /\s*\(([^()]{1,160})\)(\s*[.,;:!?])?/g,
    (whole: string, inside: string, mark: string | undefined, at: number) => {
      const aside = inside.trim();
      const before = text.slice(0, at);
      const after = mark?.trim() ?? '';
      // "f(x)" and "(a + b)" belong to a formula or to code.
      if (!/^\s/.test(whole) && /[\w)]$/.test(before)) return whole;
      if (/[=+*/^<>]/.test(aside)) return whole;
      if (/^(see|cf|fig|figure|table|ibid|source|emphasis|p\. ?\d|pp\. ?\d|https?:|www\.)/i.test(aside))
        return after;
      if (/^\p{Lu}[\p{L}-]+(?: (?:and|&) \p{Lu}[\p{L}-]+| et al\.?)?,? (?:1[89]|20)\d\d[a-z]?$/u.test(aside))
        return after;
      if (/^[a-z]$|^\d$|^s$/i.test(aside)) return aside === 's' ? after : ` ${aside}${after}`;
      if (/[.!?]$/.test(aside) && aside.split(' ').length > 4)
        return `${after === '.' ? '.' : after || '.'} ${aside}`;
      const word =
        /^[\p{Lu}\d]{2,6}s?$/u.test(aside) && /[\p{L}]$/u.test(before) ? `or ${aside}` : years(aside);
      return after ? `, ${word}${after}` : `, ${word},`;
    },
  );
}

const years = (aside: string): string => aside.replace(/^(\d{4})\s?[–-]\s?(\d{4})$/, '$1 to $2');
