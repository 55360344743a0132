/**
 * A request cut into instructions. What stands in quotation marks is taken out first, so that nothing in it is read as
 * an instruction, and put back where it is used.
 */

/** Words an instruction begins with. */
export const VERBS =
  'add|append|also|brighten|bring|call|change|close|colou?r|combine|convert|copy|create|cut|darken|delete|divide|drop|duplicate|end|exchange|extend|finish|fix|get|give|have|highlight|include|insert|join|leave|lengthen|let|lighten|lose|make|mention|merge|move|narrate|paint|play|put|recolou?r|reduce|remove|rename|repeat|replace|replay|reorder|retitle|revert|rewrite|say|set|shift|shorten|show|skip|slow|speed|split|summari[sz]e|swap|switch|take|tint|title|trim|turn|undo|update|use|write';

const POLITE =
  /^(?:(?:please|kindly|just|hi|hello|hey|ok(?:ay)?|now|so|and|then|also|next|finally|first(?:ly)?|second(?:ly)?)\b[,:]?\s+|(?:could|can|would|will) you (?:please |kindly |maybe )?|i(?:'d| would) (?:like|love|prefer) (?:you )?to |i(?:'d| would) like |i (?:want|need) (?:you )?to |(?:we|you) (?:should|could|need to|have to) |let'?s |it would be (?:nice|great|good) (?:if you could|to) )+/i;
const THANKS =
  /[,.]?\s*(?:please|thanks|thank you|if (?:possible|you can)|if that'?s (?:ok|possible))[.!]*$/i;

/** Marks no keyboard types. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
/** A quotation, as the rules see it. */
export const QUOTED = `${OPEN}\\d+${CLOSE}`;

export class Request {
  /** Quotations in them are marks; see `text`. */
  readonly clauses: string[];
  readonly #quotations: string[] = [];

  constructor(request: string) {
    const plain = request
      .replace(/[\uE000-\uF8FF]/g, '')
      .replace(/[“”„«»]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/[^\S\n]+/g, ' ')
      .trim();
    const marked = plain.replace(
      /"([^"]*)"|(?<![\p{L}\p{N}])'([^'\n]+)'(?![\p{L}\p{N}])/gu,
      (_, double, single) => {
        this.#quotations.push((double ?? single).trim());
        return `${OPEN}${this.#quotations.length - 1}${CLOSE}`;
      },
    );
    this.clauses = withTheirPlaces(marked.split(SEPARATORS)).flatMap((clause) => tidied(clause) || []);
  }

  /** With the quotations as they were written; unquoted words lose what only ends a sentence. */
  text(marked: string): string {
    const isQuoted = new RegExp(`^${QUOTED}$`).test(marked.trim());
    const whole = marked.replace(new RegExp(QUOTED, 'g'), (mark) => {
      const quotation = this.#quotations[Number(mark.slice(1, -1))] ?? '';
      return isQuoted ? quotation : `"${quotation}"`;
    });
    return isQuoted ? whole.trim() : whole.trim().replace(/[.!;,]+$/, '');
  }
}

/** Ends of sentences, new lines, bullets; and "and", "then" before a word that begins an instruction. */
const SEPARATORS = new RegExp(
  `\\n+\\s*(?:[-*•]|\\d+[.)])?\\s*|(?<=[.!;])\\s+(?=\\p{Lu}|(?:${VERBS})\\b)|;\\s*|,?\\s+(?:and|then|and then|and also|also|plus|as well as|but)\\s+(?=(?:please |then |also )*(?:${VERBS})\\b)|,\\s+(?=(?:please |then |also )*(?:${VERBS})\\b)`,
  'u',
);

/** "In scene 3," belongs to what follows. */
function withTheirPlaces(clauses: readonly string[]): string[] {
  const whole: string[] = [];
  let place = '';
  for (const clause of clauses) {
    if (PLACE.test(tidied(clause))) {
      place += `${clause}, `;
      continue;
    }
    whole.push(place + clause);
    place = '';
  }
  return place ? [...whole, place] : whole;
}

const PLACE = new RegExp(
  `^(?:(?:in|at|on|for|during|within)\\s(?!.*\\b(?:${VERBS})\\b)|(?:everywhere|throughout)\\b).*$|^(?:in|at|on|for|during|within)\\s(?:the\\s)?(?:scene|part|section)\\s(?:where|that|about|with)\\s.*$`,
  'iu',
);

function tidied(clause: string): string {
  let text = clause.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(POLITE, '')
      .replace(THANKS, '')
      .replace(/[.!?]+$/, '')
      .trim();
  }
  return text;
}
