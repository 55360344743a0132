/**
 * Labels for the screen: a clause cut down to a few words that still say something true.
 * Only what is not needed is cut, never a negation, a condition, a hedge or a figure's unit.
 */
import { carriesClause, finiteVerb, has, type Token, tokensOf } from './tokens.ts';
import { countWords, DANGLING, DETERMINERS, TURNING } from './words.ts';

/** Most words of a label on screen. */
export const LABEL_WORDS = 6;

const LEADING =
  /^(?:(?:so remember:|and|but|so|yet|or|then|next|now|also|thus|hence|therefore|however|moreover|furthermore|meanwhile|instead|finally|lastly|eventually|ultimately|similarly|consequently|nevertheless|indeed|interestingly|importantly|in fact|in turn|in short|in other words|as a result|as a consequence|because of this|for this reason|for example|for instance|in addition|on the other hand|in contrast|by contrast|at the same time|after that|after this|to begin with|to start|at first|first|firstly|second|secondly|third|thirdly|fourth|fifth|sixth|last|last of all|first of all|in the end|step \d+)(?![\w'’-])[,:]?\s+)+/i;

/** The text without the words that only join it to what came before. */
export function withoutLeading(text: string): string {
  const rest = text.replace(LEADING, (lead) =>
    /,|:/.test(lead) ||
    !/^(so|first|second|third|last|next|now|instead)\s/i.test(lead) ||
    goesOn(text.slice(lead.length))
      ? ''
      : lead,
  );
  return rest.trim() || text;
}

/** "So the pump stops" goes on with a subject or a verb; "First Lady" and "so many" do not. */
const goesOn = (rest: string): boolean => {
  const first = tokensOf(rest)[0];
  return (
    has(first, 'Determiner', 'Pronoun', 'Verb', 'Possessive') && !/^(many|much|far|few|called)\b/i.test(rest)
  );
};

/** Where a trailing adjunct may begin. "of", "than", "that", "into", "from" and conditions are never a place to cut. */
const ADJUNCT = new Set(
  `in on at during for with by over under across through within after before while when because since along around near
  via using where until to`.split(/\s+/),
);
/** "In 1969, …", "By the spring of 1848, …": a time in front, which a label may leave to its date. */
const LEADING_TIME =
  /^(?:in|by|on|at|around|during|since|from|until)\s[^,]{0,30}(?:\d{3,4}|century|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|morning|evening|night)[^,]{0,12},\s/i;
/** Verbs that need the phrase after their object. */
const NEEDS_MORE =
  /^(allow|enable|let|help|cause|force|require|want|need|ask|tell|lead|permit|make|provide|supply|equip|replace|combine|mix|compare|associate|depend|rely|convert|turn|change|transform|attach|add|connect|link|put|place|give|send|store|keep|call|know|regard|see|use|prevent|protect|consist|result|belong|refer|account|differ|serve|act|fill|cover|load|divide|split|range|measure|weigh|cost|last)(s|es|ed|d|ing|t)?$/;

/** Verbs that say something else without their "from". */
const FROM_NEEDED =
  /^(protect|prevent|save|differ|suffer|stop|keep|free|separate|remove|range|come|came|derive|result|fall|fell|drop|rise|rose|change|move|shift|go|went|hide|release|switch|convert|translate|benefit|learn|shield|defend|escape|die|died|recover|increase|decrease|grow|grew|made|depart|be|is|are|was|were)(s|es|ed|d|ing)?$/;
const INTRANSITIVE =
  /^(?:failed|collapsed|died|broke|rose|fell|happened|exploded|stopped|began|ended|grew|melted|sank|burned|burst|vanished|crashed|disappeared|slept|survived)$/;
/** Instructions are named by their verb and object: "Mix 500 grams of flour". */
const NEEDS_MORE_TOLD =
  /^(allow|enable|let|help|make|compare|attach|connect|link|convert|turn|put|place|add|give|send|keep|use|depend|rely|divide|split)$/;
const isImperative = (tokens: readonly Token[]): boolean =>
  has(tokens[0], 'Imperative', 'Infinitive') && !has(tokens[0], 'Noun');

/**
 * A true shortening of `text` to at most `words` words and `characters` characters, or null when none is safe.
 * Ends without punctuation.
 */
export function shorten(
  text: string,
  words = LABEL_WORDS,
  characters = Number.POSITIVE_INFINITY,
  articles: 'may drop' | 'keep' = 'may drop',
): string | null {
  const bare = withoutLeading(
    text
      .trim()
      .replace(/[.!?…:;,]+$/u, '')
      .replace(/^["“]|["”]$/g, '')
      .trim(),
  );
  const fits = (candidate: string) => countWords(candidate) <= words && candidate.length <= characters;
  const whole = withoutApposition(bare.replace(/\s*\([^)]*\)/g, '').trim() || bare);
  if (fits(whole)) return whole || null;
  const candidates = [...cuts(whole)];
  const kept = candidates.find(fits);
  if (kept || articles === 'keep') return kept ?? null;
  return [whole, ...candidates].map(withoutArticles).find(fits) ?? null;
}

/** "Gutenberg, a goldsmith from Mainz, began …": what is said by the way goes. */
const withoutApposition = (text: string): string =>
  text.replace(
    /^((?:[\p{L}\p{N}'’-]+ ){0,5}[\p{L}\p{N}'’-]+), (?:an?|the|one of|or|also (?:known as|called)) [^,]{3,60}, (?!and\b|or\b)(?=\p{Ll})/u,
    '$1 ',
  );

/** Shortenings from the longest to the shortest. */
function* cuts(text: string): Generator<string> {
  const tokens = tokensOf(text);
  if (/^(if|unless|whenever|while|although|though|without|only|even)\b/i.test(text)) return;
  // "When X, Y" is not true as "Y", but "When X" is a fair name for it.
  if (/^(when|after|before|once|as)\b/i.test(text)) {
    const comma = tokens.findIndex((token) => token.after.includes(','));
    if (comma > 1) yield text.slice(0, tokens[comma]?.end);
    return;
  }
  const time = LEADING_TIME.exec(text)?.[0];
  if (time && time.length < text.length / 2) {
    const rest = text.slice(time.length);
    yield rest;
    yield* cuts(rest);
    return;
  }
  const verb = finiteVerb(tokens);
  const imperative = isImperative(tokens);
  for (let cut = tokens.length - 1; cut >= 2; cut -= 1) {
    const last = tokens[cut - 1] as Token;
    const next = tokens[cut] as Token;
    if (!mayCut(text, tokens, cut, last, next)) continue;
    if (verb >= 0 && !imperative && cut <= verb) return;
    const kept = text.slice(tokens[0]?.start ?? 0, last.end);
    if (verb >= 0 || imperative || !has(last, 'Verb')) yield kept;
  }
}

function mayCut(text: string, tokens: readonly Token[], cut: number, last: Token, next: Token): boolean {
  const removed = tokens.slice(cut);
  const opens = /^(because|while|when|after|before|since|where|which|who)$/.test(next.lower);
  // A reason or a relative clause may deny what it likes: the main clause stands. Anything else may turn it.
  const turns = (token: Token) =>
    (opens ? /^(only|unless|except|without|if|might|may)$/ : /n't$/).test(token.lower) ||
    (!opens && TURNING.has(token.lower));
  if (removed.some(turns)) return false;
  if (
    tokens
      .slice(0, cut)
      .some((token) => /^(only|neither|either|whether|both|if|unless|between)$/.test(token.lower))
  )
    return false;
  if (
    DANGLING.has(last.lower) ||
    (/^\p{N}/u.test(last.text) === true && /^(million|billion|percent|thousand)$/.test(next.lower))
  )
    return false;
  if (text.slice(0, last.end).split('(').length !== text.slice(0, last.end).split(')').length) return false;
  const comma = /[,;:–—]/.test(last.after);
  if (comma) return !isSeries(tokens, cut) && !/^(or|nor)$/.test(next.lower);
  if (next.lower === 'and' && isImperative(tokens) && has(tokens[cut + 1], 'Infinitive', 'Imperative'))
    return true;
  // "Water evaporates and vapour rises": a second clause, whose verb follows its noun.
  if (
    next.lower === 'and' &&
    has(tokens[cut + 1], 'Noun') &&
    carriesClause(tokens, cut + 2) &&
    isPlain(tokens, cut) &&
    finiteVerb(tokens) > 0 &&
    finiteVerb(tokens) < cut - 1
  )
    return true;
  if (/^(that|which|who)$/.test(next.lower) && isKindOf(tokens, cut)) return true;
  if (/^(and|but|so)$/.test(next.lower))
    return finiteVerb(tokens, cut + 2) >= 0 && has(tokens[cut + 1], 'Pronoun', 'Determiner');
  const source =
    next.lower === 'from' && !tokens.slice(0, cut).some((token) => FROM_NEEDED.test(token.lower));
  if (!ADJUNCT.has(next.lower) && !source) return false;
  const clause = /^(because|while|when|after|before|during|since|until|where)$/.test(next.lower);
  // Within "a in Q1, b in Q2 and c in Q3" every cut would lose a member.
  if (
    /,/.test(text.slice(0, last.end)) &&
    removed.some((token) => /^(?:and|or)$/.test(token.lower)) &&
    !opens
  )
    return false;
  const told = isImperative(tokens);
  if (INTRANSITIVE.test(last.lower) && /^(?:in|on|at|during|because|after|when|while)$/.test(next.lower))
    return true;
  if (has(last, 'Verb') && !has(last, 'Noun')) {
    const bare = tokens[cut - 2]?.lower === 'to' || (told && cut > 2);
    return (clause || (bare && next.lower !== 'to')) && !has(last, 'Copula', 'Auxiliary', 'Modal');
  }
  if (next.lower === 'to' && tokens.slice(0, cut).some((token) => token.lower === 'from')) return false;
  const needy = told ? NEEDS_MORE_TOLD : NEEDS_MORE;
  if (tokens.slice(0, cut).some((token) => has(token, 'Verb') && needy.test(token.lower))) {
    return clause;
  }
  return !has(last, 'Preposition', 'Determiner', 'Conjunction');
}

/** Neither a series nor a clause under another: what stands before `cut` is a sentence of its own. */
const isPlain = (tokens: readonly Token[], cut: number): boolean =>
  !tokens
    .slice(0, cut)
    .some(
      (token) =>
        token.after.includes(',') ||
        /^(?:how|that|what|whether|why|where|which|who|when|as)$/.test(token.lower),
    );

/** "Magma is molten rock that …": what a thing is stays true without what else it does. */
function isKindOf(tokens: readonly Token[], cut: number): boolean {
  const verb = finiteVerb(tokens, 1);
  if (verb < 1 || !/^(?:is|are)$/.test(tokens[verb]?.lower ?? '') || cut - verb > 5) return false;
  const said = tokens.slice(0, cut);
  return (
    has(tokens[cut - 1], 'Noun') &&
    !said.some(
      (token) =>
        /^(?:the|only|first|last|one|not|no|most|it|this|that|there|best|same)$/.test(token.lower) &&
        token.start > (tokens[verb] as Token).start,
    ) &&
    !/^(?:it|this|that|there|what)$/.test(tokens[0]?.lower ?? '')
  );
}

/** A comma between the members of a list ("iron, copper and zinc") is no place to cut. */
function isSeries(tokens: readonly Token[], cut: number): boolean {
  const next = tokens[cut] as Token;
  if (
    /^(which|who|where|so|because|but|until|when|while|making|causing|leading|giving|allowing|letting|leaving)$/.test(
      next.lower,
    )
  )
    return false;
  if (/^and$/.test(next.lower))
    return !(has(tokens[cut + 1], 'Pronoun', 'Determiner') && finiteVerb(tokens, cut + 2) >= 0);
  return (
    tokens.slice(cut).some((token) => /^(and|or)$/.test(token.lower)) ||
    tokens.slice(0, cut - 1).some((token) => token.after.includes(','))
  );
}

function withoutArticles(text: string): string {
  const tokens = tokensOf(text);
  let out = '';
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const article =
      /^(a|an|the)$/.test(token.lower) &&
      index > 0 &&
      !has(tokens[index - 1], 'Copula') &&
      !/^(few|little|lot|number|quarter|half|third|tenth|hundred|thousand|million|billion|same|first|last|most|more|best)\b/i.test(
        text.slice(token.end).trim(),
      );
    if (!article) continue;
    out += text.slice(at, token.start);
    at = token.end + (text[token.end] === ' ' ? 1 : 0);
  }
  out += text.slice(at);
  return out
    .replace(/^(the|a|an) /i, (lead) =>
      DETERMINERS.has(out.slice(lead.length).split(' ')[0] ?? '') ? lead : '',
    )
    .trim();
}

/** The text cut at a word boundary to at most `characters`, never ending on a word that calls for another. */
export function cutToFit(text: string, characters: number): string {
  let words = text
    .trim()
    .replace(/[.!?…:;,]+$/u, '')
    .split(/\s+/);
  while (
    words.length > 1 &&
    (words.join(' ').length > characters || DANGLING.has((words.at(-1) as string).toLowerCase()))
  ) {
    words = words.slice(0, -1);
  }
  const cut = words.join(' ').replace(/[,;:–—-]+$/, '');
  return cut.length > characters ? [...cut].slice(0, characters).join('') : cut;
}
