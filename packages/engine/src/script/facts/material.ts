/**
 * Tells a task that brings its own facts from one that only names a subject, and parts what is asked
 * ("Make a 45 second video explaining …:") from what is to be told.
 */
import { capital } from './language/clauses.ts';
import { closed, sentencesOf } from './language/sentences.ts';
import { finiteVerb, tokensOf } from './language/tokens.ts';
import { countWords } from './language/words.ts';
import { type Block, blocksOf } from './markdown.ts';

export interface Material {
  /** From a heading, the request or a question; absent when the text names no subject of its own. */
  title?: string;
  blocks: Block[];
  /** What the text itself names as its sources ("Source: NASA"). */
  named: string[];
}

/** Fewer words than this carry no film. */
const LEAST_WORDS = 16;

const POLITE = `(?:please[, ]+)?(?:(?:can|could|would|will) you (?:please )?|i(?:'d| would)? (?:want|need|like) (?:you )?(?:to )?(?:have |see |get )?|we (?:want|need|would like) (?:you )?(?:to )?|help me (?:to )?|let'?s )?(?:please )?`;
/** Verbs that only a request opens with. */
const ASKS = new RegExp(
  String.raw`^${POLITE}(?:explain|describe|summari[sz]e|teach|tell (?:me|us|the|people|about)|show (?:how|why|what|me|us|people)|illustrate|visuali[sz]e|animate|introduce|outline|define|discuss|walk (?:me|us|through)|give (?:me|us|an? (?:overview|introduction|summary))|talk about|compare|contrast)\b`,
  'i',
);
/** Verbs a recipe may open with too: they ask for a film only where it, or the text itself, is their object. */
const MAKES = new RegExp(
  String.raw`^${POLITE}(?:make|create|produce|generate|write|do|prepare|build|turn|convert|present|cover|film|record)\b[^.]*?\b(?:videos?|films?|clips?|animations?|explainers?|movies?|this|these|the following|something|summary|script|the text|my notes|our notes)\b`,
  'i',
);
const WANTED =
  /^(?:an? )?(?:\d+[\s-]*(?:s|sec|second|minute|min)s?[\s-]*|short |quick |brief |simple |fun |clear |animated )+(?:video|film|clip|explainer|animation)\b/i;
const FILM =
  /\b(videos?|films?|clips?|animations?|explainers?|voice-?overs?|narrations?|narrator|storyboards?|viewers?|audience)\b/i;
const WISH =
  /\b(should|must|please|want|need|would like|'d like|make|keep|use|create|target|aimed?|include|focus|tone|style|length|long|short|can you|could you|turn (?:this|it|these))\b/i;
/** How the film is to be made, wherever it stands. */
const MANNER =
  /^(?:please )?(?:keep (?:it|this|things|the (?:tone|language|style)) (?:simple|short|fun|light|brief|clear|friendly|upbeat|professional|under|to|at|as)|use (?:simple|plain|bright|friendly|clear|easy|everyday) (?:language|words|colou?rs?|examples|visuals|terms|english)|use an? [\w-]+ (?:tone|style|voice)|make (?:it|this) (?:fun|simple|short|clear|engaging|easy|about|under|\d)|the (?:tone|style|audience|voice|length|target audience) (?:is|should)|(?:target )?audience:|tone:|style:|length:|duration:|thanks|thank you)\b/i;
/** What the film is to cover: only next to the request itself, for a recipe says "cover the bowl". */
const CONTENTS =
  /^(?:please )?(?:include|focus on|start with|end with|cover|mention|highlight|emphasi[sz]e|avoid|make sure|be sure|use|keep|add|it (?:should|must)|for (?:kids|children|beginners|students))\b/i;
const META_LINE =
  /^(?:to|from|cc|bcc|subject|re|fwd?|date|sent|time|when|where|location|attendees?|present|apologies|agenda|participants|minutes by|author|tags?|posted|published)\s*:/i;
const GREETING =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b.{0,40}|(?:best|kind|warm|many)?\s*(?:regards|wishes|thanks|thank you|cheers|sincerely|yours)\b.{0,60}|(?:hope|i hope|trust|i trust) (?:you|this|all|that you|everyone|the)\b.{0,80}|sent from my .{0,30}|(?:talk|speak|see you) (?:soon|later|then).{0,20}|let me know\b.{0,80}|sorry (?:it|for|about|i|that)\b.{0,100}|(?:no worries|no problem|great to|nice to|good to|it was (?:great|nice|good) to)\b.{0,80}|p\.?s\.?:?)[,.!?]*$/i;
const PERSONAL_QUESTION =
  /^(?:by the way|btw|did|do|does|are|have|has|could|can|would|will|shall|should) (?:you|we|i|your|our)\b|^by the way/i;
const SOURCE_LINE = /^(?:sources?|references?|citations?|from)\s*:\s*(.{3,200})$/i;
/** The end of a letter: a closing line, and the name below it. */
const SIGN_OFF =
  /\n[ \t]*(?:(?:best|kind|warm|many)[ \t]+)?(?:regards|wishes|thanks|thank you|cheers|sincerely|yours(?: \w+)?|best)[ \t]*[,.!]?[ \t]*(?:\n[^\n]{0,60}){0,4}$/i;
const REFERS =
  /^(?:(?:what|how|why|when|where) )?(?:this|that|these|those|it|the following|following|below|the text|the notes?|what follows)\b/i;

/** What the task tells, or null when it only names a subject or asks a question. */
export function readMaterial(task: string): Material | null {
  const { request, rest } = splitRequest(task.slice(0, 5000).trim().replace(SIGN_OFF, ''));
  const named: string[] = [];
  let question: string | undefined;
  const blocks = blocksOf(rest).flatMap((block): Block[] => {
    if (block.kind === 'list') return told(block, named);
    if (block.kind === 'heading') return GREETING.test(block.text) ? [] : [block];
    if (block.kind !== 'paragraph') return [block];
    const sentences = block.sentences.filter((sentence, index) => {
      const source = SOURCE_LINE.exec(sentence.replace(/\.$/, ''));
      if (source?.[1] && !/@/.test(source[1])) named.push(source[1].trim());
      if (source || isAside(sentence)) return false;
      if (!/\?$/.test(sentence)) return true;
      question ??= sentence;
      // A question nobody answers here is not part of what is told.
      return index < block.sentences.length - 1 && !PERSONAL_QUESTION.test(sentence);
    });
    const { bare, ...rest } = block;
    return sentences.length > 0 ? [{ ...(bare ? { ...rest, bare } : rest), sentences }] : [];
  });
  if (!holdsFacts(blocks)) return null;
  const title = titleHeading(blocks) ?? subjectLine(rest) ?? subjectOf(request) ?? questionTitle(question);
  return { ...(title ? { title } : {}), blocks: withoutTitle(blocks, title), named };
}

function told(block: Block & { kind: 'list' }, named: string[]): Block[] {
  const items = block.items.filter((item) => {
    const source = SOURCE_LINE.exec(item.text);
    if (source?.[1]) named.push(source[1].trim());
    return !source && !isAside(item.text);
  });
  return items.length > 0 ? [{ ...block, items }] : [];
}

/** A request in front, up to a colon or its last sentence, and the rest. */
function splitRequest(task: string): { request: string; rest: string } {
  const colon = /^([^\n:]{3,240}?):(?=\s)/.exec(task);
  if (
    colon?.[1] &&
    sentencesOf(colon[1]).length <= 2 &&
    isRequest(colon[1]) &&
    !/^(?:\s*\n)?$/.test(task.slice(colon[0].length))
  ) {
    return { request: colon[1], rest: task.slice(colon[0].length).trim() };
  }
  const asked: string[] = [];
  let rest = task;
  for (let taken = 0; taken < 6; taken += 1) {
    const line = /^[^\n]*/.exec(rest)?.[0] ?? '';
    const first = sentencesOf(line)[0];
    if (
      !first ||
      /^#/.test(line) ||
      /^\s*(?:[-*\d]|$)/.test(line) ||
      !(
        isRequest(first) ||
        MANNER.test(first) ||
        (asked.length > 0 && CONTENTS.test(first) && !/^\s*\n\s*\n/.test(rest))
      )
    )
      break;
    asked.push(first);
    const mark = first.replace(/\.$/, '');
    rest = rest.slice(Math.max(rest.indexOf(mark), 0) + mark.length).replace(/^[.!?:\s]+/, '');
  }
  return { request: asked.join(' '), rest };
}

const isRequest = (sentence: string): boolean =>
  ASKS.test(sentence.trim()) ||
  MAKES.test(sentence.trim()) ||
  WANTED.test(sentence.trim()) ||
  (FILM.test(sentence) && WISH.test(sentence));

/** Said to the maker of the film, or between people, and not part of what is told. */
function isAside(sentence: string): boolean {
  const text = sentence.trim();
  if (META_LINE.test(text) || GREETING.test(text) || (MANNER.test(text) && !/\d/.test(text))) return true;
  if (/^(?:please|can you|could you|would you)\b/i.test(text) && /\?$|^please\b/i.test(text)) return true;
  if (/https?:\/\/|www\.|@\w+\.\w/.test(text) && countWords(text) < 14) return true;
  return (
    FILM.test(text) &&
    WISH.test(text) &&
    /\b(this|the|a|an|our|short|\d+)\b[^.]{0,40}\b(videos?|films?|clips?|animations?|explainers?|narrations?|voice-?overs?)\b/i.test(
      text,
    ) &&
    /\b(should|must|please|i|we|you|make|keep)\b/i.test(text)
  );
}

/** Enough declarative words, in at least two statements (or a table, a listing or one long statement). */
function holdsFacts(blocks: readonly Block[]): boolean {
  let words = 0;
  let statements = 0;
  for (const block of blocks) {
    if (block.kind === 'table') {
      words += block.rows.flat().join(' ').split(/\s+/).length * 2;
      statements += block.rows.length;
    } else if (block.kind === 'code') {
      words += countWords(block.source);
      statements += block.source.split('\n').length > 1 ? 1 : 0;
    } else if (block.kind === 'list') {
      // Notes are terse: a word there tells more.
      words += countWords(block.items.flatMap((item) => [item.text, ...item.children]).join(' ')) * 1.3;
      statements += block.items.length;
    } else if (block.kind === 'paragraph') {
      for (const sentence of block.sentences) {
        if (/\?$/.test(sentence) || (countWords(sentence) < 6 && finiteVerb(tokensOf(sentence)) < 0))
          continue;
        words += countWords(sentence);
        statements += 1;
      }
    }
  }
  return words >= LEAST_WORDS && (statements >= 2 || words >= 26);
}

const titleHeading = (blocks: readonly Block[]): string | undefined => {
  const first = blocks[0];
  return first?.kind === 'heading' && countWords(first.text) <= 12 ? first.text : undefined;
};

/** A mail's subject line. */
const subjectLine = (text: string): string | undefined => {
  const line = /^subject:\s*(?:(?:re|fwd?):\s*)*(.{3,70})$/im.exec(text)?.[1];
  return line ? capital(line.trim()) : undefined;
};

/** "Explain how vaccines work" → "How vaccines work"; nothing when the request only points ("this", "the following"). */
function subjectOf(request: string): string | undefined {
  const text = request
    .replace(
      /\b(?:in|within|under|for|about)\s+(?:\d+|thirty|sixty|ninety|one|two|three|five|an?)[\s-]*(?:s|secs?|seconds?|m|mins?|minutes?)\b/gi,
      '',
    )
    .replace(/\b(?:using|from|based on|with|out of) (?:this|these|the following|my|our|the)\b.*$/i, '')
    .trim();
  const match =
    /\b(?:about|on|explaining|explains?|describing|describes?|summari[sz]ing|summari[sz]e|of|showing|teach(?:ing|es)?(?: \w+)?)\s+((?:how|why|what|the|an?)?\s?[^.?!:]{3,60})/i.exec(
      text,
    );
  const subject = match?.[1]
    ?.trim()
    .replace(/^(?:me|us|to \w+)\s+/i, '')
    .replace(/[,;]?\s*(?:for (?:kids|children|beginners|students|my|our)\b.*)$/i, '')
    .trim();
  if (!subject || REFERS.test(subject) || countWords(subject) > 9 || FILM.test(subject)) return undefined;
  return capital(subject);
}

const questionTitle = (question: string | undefined): string | undefined =>
  question && countWords(question) <= 9 ? question : undefined;

const withoutTitle = (blocks: Block[], title: string | undefined): Block[] => {
  const first = blocks[0];
  if (first?.kind === 'heading' && first.text === title) return blocks.slice(1);
  if (
    first?.kind === 'paragraph' &&
    title &&
    first.sentences[0] === closed(title) &&
    first.sentences.length > 1
  ) {
    return [{ ...first, sentences: first.sentences.slice(1) }, ...blocks.slice(1)];
  }
  return blocks;
};
