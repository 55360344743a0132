/**
 * Formulas with their symbols, and code with the lines that are spoken of.
 */

import { names, shorten } from '../../script/facts/index.ts';
import type { Structure } from '../../script/structure.ts';
import { fit, withIcon } from './fit.ts';
import type { Offer, Scene } from './offer.ts';

type Of<Kind extends Structure['kind']> = Structure & { kind: Kind };

const MOST_LINES = 16;
const MOST_COLUMNS = 64;
const MEANS =
  /(?<![\p{L}\p{N}])(?<symbol>[A-Za-z]|alpha|beta|gamma|delta|lambda|theta|pi|rho|sigma|omega)(?:,)? (?:is|stands for|means|denotes|for) (?:the |an? )?(?<means>[^,.;:]{3,60}?)(?= and [A-Za-z] |[,.;:]|$)/gu;

export function formula({ tex }: Of<'formula'>, { sentences, pictures }: Scene): Offer {
  const parts = sentences.flatMap((sentence) =>
    [...sentence.matchAll(MEANS)].flatMap((match) => {
      const { symbol = '', means = '' } = match.groups ?? {};
      const own = symbol.length > 1 ? `\\${symbol}` : symbol;
      if (!standsIn(own, tex) || /^(?:not|in|a|an|the)$/i.test(means)) return [];
      const text = fit(means, 36);
      return [{ tex: own, means: text, ...withIcon(pictures.of(text)), say: firstMention(means, sentences) }];
    }),
  );
  const first = parts.filter((part, index) => parts.findIndex((other) => other.tex === part.tex) === index);
  const told = sentences.join(' ');
  const spoken = /(\w+) equals (\w+)/.exec(told)?.[0];
  // Where its symbols are named before it is read out, the formula is there from the start.
  const early = first.some((part) => told.indexOf(part.say) < told.indexOf(spoken ?? ''));
  return {
    component: 'formula',
    series: true,
    data: { tex, parts: first.slice(0, 5), ...(spoken && !early ? { say: spoken } : {}) },
  };
}

/** The first words that name the quantity: a symbol lights when its name is first heard. */
function firstMention(means: string, sentences: readonly string[]): string {
  const name = means.split(/ (?:in|of|per|at|measured)\b/)[0] ?? means;
  const told = sentences.join(' ');
  const at = new RegExp(`\\b${name.replace(/[^\p{L}\p{N} ]/gu, '.')}\\b`, 'iu').exec(told);
  return at ? at[0] : means.split(/\s+/).slice(0, 4).join(' ');
}

/** A letter of its own in the formula, not one of a command's name. */
const standsIn = (symbol: string, tex: string): boolean => {
  const letters = symbol.startsWith('\\') ? tex : tex.replace(/\\[a-zA-Z]+/g, ' ');
  return letters.includes(symbol);
};

export function code({ language, source }: Of<'code'>, { sentences }: Scene): Offer {
  const lines = fitted(source);
  const spoken = steps(lines, sentences);
  // Where no line is spoken of, the first one leads in.
  const first = sentences[0] ?? '';
  const note = noteOf(first);
  const say = first
    .split(/\s+/)
    .slice(0, 2)
    .join(' ')
    .replace(/[.,;:!?]+$/, '');
  const overall = [{ lines: '1', ...(note ? { note } : {}), say }];
  return {
    component: 'code',
    series: true,
    data: {
      language: fit(language || 'text', 20),
      source: lines.join('\n'),
      steps: spoken.length > 0 ? spoken : overall,
    },
  };
}

/** The listing within the component's bounds: blank and comment lines go first, then what is beyond the last line. */
function fitted(source: string): string[] {
  let lines = source.replace(/\t/g, '  ').split('\n');
  const margin = Math.min(
    ...lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0),
  );
  lines = lines.map((line) => line.slice(Number.isFinite(margin) ? margin : 0).trimEnd());
  if (lines.length > MOST_LINES)
    lines = lines.filter((line) => line && !/^\s*(?:#(?!include)|\/\/|--|\*|\/\*)/.test(line));
  return lines.slice(0, MOST_LINES).map((line) => (line.length <= MOST_COLUMNS ? line : shorterLine(line)));
}

const shorterLine = (line: string): string => {
  const bare = line.replace(/\s+(?:#|\/\/).*$/, '');
  return bare.length <= MOST_COLUMNS ? bare : `${bare.slice(0, MOST_COLUMNS - 1)}…`;
};

const KEYWORDS = new Set(
  'the and for from while with then else return returns function class import let const var new this that not true false none null print def if in is to of a an it loop list'.split(
    ' ',
  ),
);

/** For each sentence the line that shares most names with it; lines light up in the order they are spoken of. */
function steps(lines: readonly string[], sentences: readonly string[]) {
  const wordsIn = (text: string) =>
    new Set(
      (text.match(/[A-Za-z_]\w*|-?\d+/g) ?? [])
        .map((word) => word.toLowerCase())
        .filter((word) => word.length > 1 && !KEYWORDS.has(word)),
    );
  const taken = new Set<number>();
  return sentences
    .flatMap((sentence) => {
      const spoken = wordsIn(sentence);
      const keywords = new Set(
        (
          sentence.toLowerCase().match(/\b(?:return|while|if|else|for|loop|class|import|print)s?\b/g) ?? []
        ).map((word) => word.replace(/s$/, '').replace('loop', 'while')),
      );
      let best = { line: -1, score: 0 };
      for (const [index, line] of lines.entries()) {
        if (taken.has(index)) continue;
        const shared = [...wordsIn(line)].filter((word) => spoken.has(word)).length;
        const named = [...keywords].filter((word) => new RegExp(`\\b${word}\\b`).test(line)).length;
        const score = shared + named * 0.8;
        if (score > best.score) best = { line: index, score };
      }
      if (best.line < 0 || best.score < 1) return [];
      taken.add(best.line);
      const say = sayOf(sentence, lines[best.line] as string);
      const note = noteOf(sentence);
      return [{ lines: String(best.line + 1), ...(note ? { note } : {}), ...(say ? { say } : {}) }];
    })
    .slice(0, 6);
}

/** The sentence in a few words, else what it is about. */
const noteOf = (sentence: string): string | undefined => {
  const note = shorten(sentence, 9, 60) ?? names(sentence, 5)[0]?.text.slice(0, 60);
  return note?.replace(/^\p{Ll}(?=\p{Ll}|\s)/u, (letter) => letter.toUpperCase());
};

/** The first word of the sentence that stands in the line. */
function sayOf(sentence: string, line: string): string | undefined {
  const names = new Set((line.match(/[A-Za-z_]\w+/g) ?? []).map((word) => word.toLowerCase()));
  return sentence
    .split(/\s+/)
    .map((word) => word.replace(/[^\w]/g, ''))
    .find((word) => word.length > 1 && names.has(word.toLowerCase()));
}
