/**
 * What style prompts commonly ask for, and the choices it stands for. Of rules that match at the same place the
 * longest counts, so that "sans serif" is not a serif and "colourful icons" are icons.
 */
import type { Style } from './style.ts';

/** What a phrase asks for: a theme by description, choices, or both. */
export interface Wish {
  theme?: string;
  style?: Style;
}

export interface Rule {
  /** Source of a regular expression, matched within word boundaries, ignoring case. */
  phrase: string;
  /** How the report names it. */
  means: string;
  wish: Wish;
  /** What it means to ask for the contrary; a phrase without one is not understood when negated. */
  not?: { means: string; wish: Wish };
}

const SIDE = '(?: (?:mode|theme|themed|background|backdrop|ground|colou?r scheme|look))?';

const LIGHT = { means: 'light ground', wish: { style: { ground: 'light' } } } as const;
const DARK = { means: 'dark ground', wish: { style: { ground: 'dark' } } } as const;
const MUTED = { means: 'muted colours', wish: { style: { colour: 'muted' } } } as const;
const VIVID = { means: 'vivid colours', wish: { style: { colour: 'vivid' } } } as const;
const SERIF = { means: 'serif type', wish: { style: { letters: 'serif' } } } as const;
const SANS = { means: 'sans-serif type', wish: { style: { letters: 'sans' } } } as const;
const BOLD = { means: 'bold type', wish: { style: { weight: 'bold' } } } as const;
const FINE = { means: 'light type', wish: { style: { weight: 'light' } } } as const;
const ROUNDED = { means: 'rounded corners', wish: { style: { corners: 'rounded' } } } as const;
const SHARP = { means: 'sharp corners', wish: { style: { corners: 'sharp' } } } as const;
const CALM = { means: 'calm motion', wish: { style: { motion: 'calm' } } } as const;
const LIVELY = { means: 'energetic motion', wish: { style: { motion: 'energetic' } } } as const;
const BURNED = { means: 'captions in the picture', wish: { style: { captions: 'burned' } } } as const;
const BARE = { means: 'no captions in the picture', wish: { style: { captions: 'none' } } } as const;
const MINIMAL = { means: 'minimal', wish: { style: { decoration: 'minimal' } } } as const;
const PLAYFUL = {
  means: 'playful',
  wish: { style: { decoration: 'playful', corners: 'rounded', motion: 'energetic' } },
} as const;
const LINES = { means: 'line icons', wish: { style: { icons: 'line' } } } as const;
const COLOUR_ICONS = { means: 'colour icons', wish: { style: { icons: 'colour' } } } as const;

const theme = (name: string, phrase: string): Rule => ({
  phrase,
  means: `the ${name} theme`,
  wish: { theme: name },
});

export const RULES: readonly Rule[] = [
  // Places by description.
  theme(
    'chalkboard',
    'chalk ?boards?|black ?boards?|green ?boards?|chalk(?: on (?:slate|black))?|school ?boards?',
  ),
  theme(
    'blueprint',
    "blue ?prints?|technical drawings?|engineering drawings?|architect(?:'s|s)? (?:plans?|drawings?)|cyanotype",
  ),
  theme('whiteboard', 'white ?boards?(?: animation)?|dry[- ]erase(?: markers?)?|marker drawings?'),
  theme('night', 'night ?sky|starry(?: night| sky)?|stars|star ?lit|under the stars|moonlit|camp ?fire'),
  theme(
    'spotlight',
    'stage ?lights?|spot ?lights?|on stage|key ?note|product launch|apple[- ]style|cinematic',
  ),
  theme('poster', 'posters?|pop[- ]art|screen ?prints?|comic(?: book)?s?|sun ?burst'),
  theme('paper', 'graph paper|squared paper|note ?books?|exercise books?|on paper|paper|lecture notes?'),
  theme('office', 'office|corporate|business(?:[- ]like)?|professional|boardroom|consulting'),
  theme('dusk', 'dusk|twilight|evening'),
  {
    phrase: 'hand[- ]?drawn|sketch(?:y|ed|es)?|doodles?|doodled|pencil(?: drawings?)?|drawn by hand',
    means: 'hand-drawn: line drawings',
    wish: { theme: 'paper', style: { icons: 'line' } },
    not: COLOUR_ICONS,
  },
  {
    phrase: 'retro|vintage|old[- ]school|nostalgic|(?:19)?[5-7]0s',
    means: 'retro: a printed poster in serif type',
    wish: { theme: 'poster', style: { letters: 'serif' } },
  },
  {
    phrase: 'tech(?:y|nical)?|high[- ]tech|futuristic|sci[- ]?fi|cyber(?:punk)?|hacker|terminal|neon',
    means: 'technical: dark, sharp, monospaced',
    wish: { theme: 'spotlight', style: { letters: 'mono', corners: 'sharp' } },
  },
  {
    phrase: 'elegant|classy|luxur(?:y|ious)|premium|sophisticated|refined|editorial|stylish',
    means: 'elegant: serif type, little decoration',
    wish: { style: { letters: 'serif', weight: 'light', decoration: 'minimal' } },
  },
  {
    phrase: 'synth ?wave|vapor ?wave|(?:19)?80s',
    means: 'synthwave: stage light in violet and pink',
    wish: { theme: 'spotlight', style: { tint: '#7a2fd0', accent: '#ff5cbe' } },
  },
  // Light and dark.
  { phrase: '(?:white|light) (?:text|type|letters|lettering|words)', ...DARK },
  { phrase: '(?:black|dark) (?:text|type|letters|lettering|words)', ...LIGHT },
  { phrase: `dark(?:er|ish)?${SIDE}|(?:black|night)${SIDE}|low[- ]key|moody`, ...DARK, not: LIGHT },
  {
    phrase: `(?:light|lighter|bright|brighter)${SIDE}|white${SIDE}|day ?light|airy|sunny|light and airy`,
    ...LIGHT,
    not: DARK,
  },
  // Colour.
  {
    phrase: 'warm(?:er)? (?:colou?rs?|tones?|palette|hues|look|light)',
    means: 'a warm ground',
    wish: { style: { tint: '#c4622d' } },
    not: { means: 'a cool ground', wish: { style: { tint: '#2f6fb5' } } },
  },
  {
    phrase: '(?:cool|cold)(?:er)? (?:colou?rs?|tones?|palette|hues|look|light)',
    means: 'a cool ground',
    wish: { style: { tint: '#2f6fb5' } },
    not: { means: 'a warm ground', wish: { style: { tint: '#c4622d' } } },
  },
  {
    phrase:
      'vivid|vibrant|colou?rful|saturated|(?:bright|bold|strong|rich) (?:colou?rs|palette)|lots of colou?r',
    ...VIVID,
    not: MUTED,
  },
  {
    phrase:
      'pastels?|muted|desaturated|earthy|(?:soft|subtle|subdued|gentle|natural|calm) (?:colou?rs|tones|palette)',
    ...MUTED,
    not: VIVID,
  },
  {
    phrase: 'mono ?chrom(?:e|atic)|black[- ]and[- ]white|black & white|b&w|gr[ae]y ?scale',
    means: 'monochrome',
    wish: { style: { colour: 'mono' } },
    not: VIVID,
  },
  // Type.
  {
    phrase: 'sans(?:[- ]serifs?)?|grotes[kq]ue?|helvetica|modern(?: type)?|contemporary',
    ...SANS,
    not: SERIF,
  },
  { phrase: 'serifs?|serifed|classic(?:al)? type|book type', ...SERIF, not: SANS },
  {
    phrase: 'mono ?spaced?|mono(?: type)?|type ?writer',
    means: 'monospaced type',
    wish: { style: { letters: 'mono' } },
    not: SANS,
  },
  {
    phrase: 'bold(?:er)?(?: type| text| headlines?| fonts?)?|heavy(?: type)?|punchy|impactful|strong',
    ...BOLD,
    not: FINE,
  },
  { phrase: '(?:thin|light|fine|delicate) (?:type|text|letters|lettering)|delicate', ...FINE, not: BOLD },
  {
    phrase:
      '(?:big|bigger|large|larger|huge|giant) (?:type|text|letters|lettering|words|headlines?|titles?)|easy to read|legible|readable',
    means: 'large type',
    wish: { style: { text: 'large' } },
  },
  // Shapes and pictures.
  {
    phrase: 'round(?:ed|er)?(?: corners?| edges?| shapes?)?|soft (?:corners?|edges?|shapes?)',
    ...ROUNDED,
    not: SHARP,
  },
  {
    phrase: '(?:sharp|square|hard|crisp)(?: corners?| edges?)|angular|sharp|geometric',
    ...SHARP,
    not: ROUNDED,
  },
  {
    phrase:
      'minimal(?:ist|istic|ism)?|clean|simple|uncluttered|plain|sleek|understated|bare|flat(?: design)?|white ?space',
    ...MINIMAL,
    not: PLAYFUL,
  },
  {
    phrase:
      "playful|fun|funny|cute|whimsical|cheerful|child(?:ren|like|ish)?(?:'s)?|kids?|kid[- ]friendly|friendly|quirky",
    ...PLAYFUL,
    not: MINIMAL,
  },
  {
    phrase: 'clutter(?:ed)?|decorations?|textures?|ornaments?|busy',
    means: 'a textured ground',
    wish: {},
    not: MINIMAL,
  },
  {
    phrase: '(?:line|outline|outlined|line[- ]art|thin) (?:icons?|drawings?|art)|line[- ]art|outlines',
    ...LINES,
    not: COLOUR_ICONS,
  },
  { phrase: '(?:colou?r(?:ful)?|flat|emoji) icons?|emojis?', ...COLOUR_ICONS, not: LINES },
  // Motion.
  {
    phrase: 'calm(?:er|ing)?|smooth|slow(?:er)?|gentle|relax(?:ed|ing)|soothing|peaceful|quiet|serene',
    ...CALM,
    not: LIVELY,
  },
  {
    phrase:
      'energetic|dynamic|fast(?:er)?(?:[- ]paced)?|lively|snappy|upbeat|exciting|punchy motion|quick cuts',
    ...LIVELY,
    not: CALM,
  },
  // Captions.
  {
    phrase: '(?:(?:big|large|bold|huge)[ ,]+)+(?:captions?|subtitles?)(?: burned in)?',
    means: 'large captions in the picture',
    wish: { style: { captions: 'burned', text: 'large' } },
    not: BARE,
  },
  {
    phrase:
      '(?:(?:burn(?:ed|t)[- ]in|on[- ]screen|word[- ]by[- ]word|karaoke|animated|tiktok) )?(?:captions?|subtitles?)(?: (?:burned in|burnt in|on screen|in the picture|word by word))?|karaoke',
    ...BURNED,
    not: BARE,
  },
];

/** Asked for and given by every film; saying so changes nothing. */
export const GRANTED: readonly { phrase: string; negated: boolean; means: string }[] = [
  { phrase: '(?:background )?music|soundtrack', negated: true, means: 'no music' },
  { phrase: 'jargon', negated: true, means: 'no jargon' },
];
