/**
 * What a task asks to have explained: "Make a 2-minute video about the French Revolution for kids"
 * → "the french revolution". How it is to be told (length, audience, manner) is left out.
 */
import { splitSentences } from './sentences.ts';

export interface Topic {
  /** Lower case, as the task has it. */
  phrase: string;
  /** True for "how do magnets stick": a whole clause, whose verb need not be named in a note's titles. */
  isClause: boolean;
}

const FILM =
  '(?:video|videos|film|clip|explainer|animation|movie|short|reel|explanation|overview|introduction|intro|lesson|tutorial|summary|crash course|primer|presentation|script|cartoon|guide|rundown|walkthrough|course)';
const AMOUNT = '(?:\\d+(?:\\.\\d+)?|an?|one|two|three|four|five|ten|thirty|forty-five|sixty|ninety|half an?)';
const LENGTH = `(?:${AMOUNT}[\\s-]*(?:s|secs?|seconds?|m|mins?|minutes?|hours?)\\b(?:[\\s-]+long)?)`;
const MANNER =
  '(?:quick|quickly|short|brief|briefly|simple|simply|clear|clearly|fun|funny|nice|great|good|cool|animated|narrated|educational|engaging|visual|visually|detailed|beginner-friendly|friendly|easy|basic|little|cute|vertical|concise|entertaining|exactly|actually|really|basically|just|new|professional|cinematic|youtube|tiktok|instagram|whiteboard)';

/** What comes before the subject; taken off again and again until nothing more comes off. */
const LEADING: readonly RegExp[] = [
  /^(?:please|hi|hello|hey|ok|okay|so|well|now|thanks|kindly|and|but|also|then|eli5|tl;?dr)\b[\s,:!.-]*/,
  /^(?:can|could|would|will) (?:you|we|i|someone)\b\s*/,
  /^(?:i|we)(?: would|['’]d| am|['’]m)? (?:want|need|like|love|wish|curious|wonder(?:ing)?|looking|trying|interested)\b(?: you)?(?: to| for| about| in| if)*\s*/,
  /^(?:help|let) (?:me|us|my \w+|people|them|everyone)\b(?: to)?\s*/,
  /^(?:explain|explaining|explains|describe|describing|show|showing|tell|teach|teaching|make|create|generate|produce|give|write|do|prepare|draw|animate|illustrate|visuali[sz]e|introduce|summari[sz]e|outline|present|cover|covering|discuss|demonstrate|clarify|understand|know|learn|see|record|render|film|walk|break down|talk|think|have|get|be able to|explore|exploring)\b\s*/,
  /^(?:to )?(?:me|us|people|my \w+|our \w+|them|through|viewers|everyone|someone|the audience|the viewer)\b\s*(?=\S)/,
  new RegExp(
    `^(?:an?\\s+|the\\s+|some\\s+|this\\s+)?(?:${LENGTH}\\s*|${MANNER}\\s+|,\\s*)*${FILM}\\b[\\s,:-]*`,
  ),
  new RegExp(`^(?:in|within|under|for)\\s+(?:about\\s+|less than\\s+|under\\s+)?${LENGTH}[\\s,:]*`),
  new RegExp(`^${MANNER}\\s+`),
  /^(?:about|on|of|that|which|where|explaining|explains|describing|showing|covering|titled|called|regarding|for|to|with|:|-|–|—)(?=\s|["“:-]|$)[\s:,-]*/,
  /^in (?:simple|plain|easy|layman['’]?s|short|a nutshell|brief|few)\b(?: (?:terms|words|english|language))?[\s,:]*/,
  /^(?:what|who)(?:['’]s|['’]re| is| are| was| were| does| do| did)? (?:an?|the)? ?(?:deal|point|matter|story|idea|concept|secret|reason|meaning|purpose|fuss) (?:with|of|behind|for|about)\s+/,
  /^(?:what|who)(?:['’]s|['’]re| is| are| was| were| does| do| did| exactly| really| actually| even)+\s+/,
  /^what (?:happens?|would happen|makes|causes|caused|keeps|happened|led|leads|drives|gives)\b(?: (?:when|if|to|in|during|inside|with|at))?\s*/,
  /^(?:what|which|where|when|who|whose)\b(?: (?:is|are|was|were|does|do|did|can|will))?\s*/,
  /^(?:how|why)(?:['’]s)?(?: come)?(?: (?:is|are|was|were|does|do|did|can|could|to|would|will|must|should|has|have|exactly|actually|really|on earth))*\s+(?=\S)/,
  /^(?:if|whether|there|it is|it['’]s|an? way)\s+/,
  /^(?:an?|the|some|any|this|these|those|your|our|my)\s+/,
  /^(?:\w+ )?(?:basics|concept|concepts|idea|ideas|fundamentals|essentials|theory|science|physics|chemistry|biology|principle|principles|meaning|definition|phenomenon|mechanism|process|magic|inner workings|workings|working|story|notion|topic|subject|steps|difference|differences|main points|beauty) (?:of|behind|in|between)\s+/,
];

const AUDIENCE =
  '(?:kids?|children|beginners?|dummies|novices|newbies|students?|adults?|seniors|teens?|teenagers?|everyone|anyone|laymen|lay people|people|grandma|grandmother|grandparents|parents|toddlers|pupils|developers|engineers|non-\\w+|curious|first graders?|graders?|high school\\w*|middle school\\w*|school\\w*|college|university|primary|(?:[\\w-]+[- ])?year[- ]olds?|a child|a kid|social media|youtube|tiktok|instagram|linkedin|viewers|audience|class(?:es)?|team|boss|mom|mum|dad|son|daughter|friends?)';

/** What comes after the subject. */
const TRAILING: readonly RegExp[] = [
  /[\s.,;:!?"”'’)–—-]+$/,
  /[\s,]+(?:please|thanks|thank you)$/,
  new RegExp(
    `[\\s,(]+(?:in|within|under|for|about|at most|max(?:imum)?|of)\\s+(?:about\\s+|around\\s+|less than\\s+|under\\s+|at most\\s+|only\\s+|just\\s+)?${LENGTH}(?:\\s+or (?:less|so))?\\)?$`,
  ),
  new RegExp(`[\\s,(]+${LENGTH}\\)?$`),
  new RegExp(
    `\\s+(?:for|to|aimed at|suitable for|so that)\\s+(?:(?!for\\b|to\\b)[\\w'’-]+\\s+){0,4}?${AUDIENCE}(?:\\s+(?:who|that|can|with|of|in|under|students?|learners?|audience|understand\\w*|level)\\b.*)?$`,
  ),
  /\s+(?:like|as if|as though) (?:i['’]?m|i am|i was|i were|we['’]?re|they are|they['’]re)\b.*$/,
  /\s+to (?:me|us|them)$/,
  /[\s,]+(?:in|using|with) (?:very |really )?(?:simple|plain|easy|layman['’]?s?|everyday|short|a nutshell|brief|basic|clear|a few|few|your own|the simplest|an? (?:simple|fun|funny|clear|engaging|friendly|visual|short|easy|nutshell))\b.*$/,
  /[\s,]+(?:with|using|featuring|including) (?:lots? of |many |some |a few |several |simple |clear |good |great |nice |cool |fun |everyday |real[- ](?:world|life) |helpful )*(?:examples?|animations?|diagrams?|pictures?|visuals|images|icons|analog(?:y|ies)|metaphors?|humou?r|jokes|music|narration|captions|numbers|charts?|graphics|colou?rs|an? \w+ (?:tone|voice|style|example|analogy|metaphor))\b.*$/,
  /[\s,]+in (?:the style|a \w+ (?:way|manner|tone|style|voice)|an \w+ (?:way|manner|tone|style|voice)|\d+ (?:easy |simple )?(?:steps|points|words|sentences)|detail|depth|general|practice|action|english|16:9|9:16|portrait|landscape|vertical)\b.*$/,
  /[\s,:–—-]+(?:and )?(?:explained|simplified|visuali[sz]ed|illustrated|demystified|animated|made (?:simple|easy)|step by step|step-by-step|simply|quickly|briefly|clearly|easily|visually|101|basics|actually|really|exactly|anyway|today|nowadays|again|at all|in general|all about|eli5|tl;?dr)$/,
  /[\s,:;–—-]+(?:and |or )?(?:how|why|what|where)(?:['’]s)?(?: (?:it|they|this|that|these|those|is|are|do|does|did|was|were))*(?: (?:work|works|worked|matter|matters|mattered|mean|means|important|useful|happen|happens|happened|for|about|all|exactly|really|used|so|made|done|it|they|we|need|us|you|should|care|know|comes? from))*$/,
  /[\s,:;–—-]+(?:and|or|but) (?:how|why|what|where|when)(?:['’]s)?(?: (?:is|are|do|does|did|was|were|has|have|can))* (?:it|they|this|these|that)\b.*$/,
  /\s+(?:work|works|worked|working|function|functions|happen|happens|happened|occur|occurs|is|are|was|were|do|does|mean|means|matter|matters|is all about|all about|important)$/,
  /\s+(?:process|explainer|explanation|overview|introduction|tutorial|video|film|animation)$/,
  new RegExp(`[\\s,(]+(?:${MANNER}\\s+)*${FILM}$`),
];

const ASKS =
  /\b(?:explain|describe|show|teach|tell|make|create|generate|produce|how|why|what|who|when|where|which|video|film|clip|explainer|animation|about|understand|learn)\b/i;

/** The subject of the task: of its first sentence that asks for something, or of its first sentence. */
export function topicOf(task: string): Topic {
  const sentences = splitSentences(task.slice(0, 2000).replace(/^[#>*\-\s]+/, ''));
  const asking = sentences.filter((sentence) => ASKS.test(sentence));
  for (const sentence of [...asking, ...sentences]) {
    const topic = subjectOf(sentence);
    if (topic.phrase !== '') return topic;
  }
  return { phrase: '', isClause: false };
}

function subjectOf(sentence: string): Topic {
  let phrase = sentence
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .trim();
  let isClause = false;
  for (let round = 0; round < 12; round++) {
    const before = phrase;
    for (const pattern of LEADING) {
      const rest = phrase.replace(pattern, '');
      if (rest !== phrase && /^(?:how|why|what (?:happen|would|make|cause|keep))/.test(phrase))
        isClause ||= !/^how to\b/.test(phrase);
      phrase = rest;
    }
    for (const pattern of TRAILING) phrase = phrase.replace(pattern, '');
    phrase = phrase.replace(/^["'\s,.:;-]+|["'\s,.:;-]+$/g, '');
    if (phrase === before) break;
  }
  return { phrase, isClause };
}
