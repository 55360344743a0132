/**
 * Highlights source code by what each piece of it is for; themes decide how that looks. Shiki's grammars and its
 * engine on JavaScript's own regular expressions are loaded when a film shows code, one language at a time.
 */
import type { HighlighterCore, LanguageRegistration } from '@shikijs/core';

export type CodeRole =
  | 'keyword'
  | 'name'
  | 'string'
  | 'number'
  | 'comment'
  | 'type'
  | 'function'
  | 'operator'
  | 'plain';

/** A line's pieces; together they are the line, spaces included. */
export type CodeLine = CodeToken[];

export interface CodeToken {
  text: string;
  role: CodeRole;
}

/** Which TextMate scopes play which role. The most specific scope decides, as in an editor's theme. */
const SCOPES: Record<Exclude<CodeRole, 'plain'>, string[]> = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'constant.character', 'markup.inline.raw'],
  number: ['constant.numeric', 'keyword.other.unit'],
  keyword: [
    'keyword',
    'storage',
    'constant.language',
    'variable.language',
    'keyword.operator.logical.python',
    'keyword.operator.new',
    'keyword.operator.expression',
    'keyword.operator.word',
    'punctuation.definition.keyword',
  ],
  operator: ['keyword.operator', 'storage.type.function.arrow', 'keyword.operator.assignment'],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.command'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.name.tag',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
    'storage.type.primitive',
    'storage.type.built-in',
    'storage.type.numeric',
  ],
  name: [
    'variable',
    'entity.name',
    'entity.other.attribute-name',
    'support.variable',
    'support.type.property-name',
    'meta.object-literal.key',
  ],
};

const ROLES: CodeRole[] = ['plain', ...(Object.keys(SCOPES) as (keyof typeof SCOPES)[])];

/** Each role as a colour of its own, which is how a role is read back from a token. */
const colourOf = (role: CodeRole) => `#0000${(0x10 + ROLES.indexOf(role)).toString(16).toUpperCase()}`;
const ROLE_OF = new Map(ROLES.map((role) => [colourOf(role), role]));

let highlighter: Promise<HighlighterCore> | undefined;

/**
 * The lines of a source text, each as pieces with a role. `language` is a name or short name that shiki knows
 * ("python", "ts", "sql", "bash"); with any other the text is all `plain`.
 */
export async function highlightCode(source: string, language: string): Promise<CodeLine[]> {
  const name = moduleName(language.trim().toLowerCase());
  const grammar = await grammarOf(name);
  const text = source.replace(/\r\n?/g, '\n');
  if (!grammar) return text.split('\n').map((line) => joined([{ text: line, role: 'plain' }]));

  highlighter ??= load();
  const shiki = await highlighter;
  if (!shiki.getLoadedLanguages().includes(name)) await shiki.loadLanguage(grammar);
  // Without a time limit: what a slow machine would leave unread must not look different.
  return shiki.codeToTokensBase(text, { lang: name, theme: 'roles', tokenizeTimeLimit: 0 }).map((line) =>
    joined(
      line.map(({ content, color }) => ({
        text: content,
        role: ROLE_OF.get(color?.toUpperCase() ?? '') ?? 'plain',
      })),
    ),
  );
}

/** As files are named: `csharp` for C#. */
function moduleName(language: string): string {
  return language === 'c++' ? 'cpp' : language.replace(/^([cf])#$/, '$1sharp');
}

/** A grammar and those it embeds; undefined when shiki has none of this name. */
async function grammarOf(name: string): Promise<LanguageRegistration[] | undefined> {
  const { languageNames, languageAliasNames } = await import('@shikijs/langs');
  if (!languageNames.includes(name) && !languageAliasNames.includes(name)) return undefined;
  return (await import(/* @vite-ignore */ `@shikijs/langs/${name}`)).default;
}

async function load(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('@shikijs/core'),
    import('@shikijs/engine-javascript'),
  ]);
  const settings = Object.entries(SCOPES).map(([role, scope]) => ({
    scope,
    settings: { foreground: colourOf(role as CodeRole) },
  }));
  return createHighlighterCore({
    themes: [{ name: 'roles', fg: colourOf('plain'), bg: '#FFFFFF', type: 'light', settings }],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
}

/** Neighbours of one role become one piece; spaces go with what stands before them. */
function joined(tokens: CodeToken[]): CodeLine {
  const line: CodeLine = [];
  for (const token of tokens.filter(({ text }) => text !== '')) {
    const last = line.at(-1);
    if (last && (last.role === token.role || token.text.trim() === '')) last.text += token.text;
    else line.push({ ...token });
  }
  return line;
}
