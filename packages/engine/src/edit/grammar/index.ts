/**
 * From plain English to operations, without a model: a request is cut into instructions, the scenes each speaks of are
 * found, and the first rule that knows what it says answers. What several readings are possible of is refused.
 */
import type { EditableFilm } from '../film.ts';
import { type EditOperation, editOperationsSchema } from '../operations.ts';
import { Request } from './clauses.ts';
import type { Context, Rule } from './context.ts';
import { type Seen, seenScenes } from './find.ts';
import { notUnderstood, refusal } from './refuse.ts';
import { FILM_RULES, STYLE_RULES } from './rules/film.ts';
import { COLOURS, PICTURES, REMOVED } from './rules/looks.ts';
import { ORDER } from './rules/order.ts';
import { pace } from './rules/pace.ts';
import { FIELDS, TERMS, WORDS } from './rules/texts.ts';
import { Mentions } from './scenes.ts';

/** What is said most particularly comes first. */
const RULES: readonly Rule[] = [
  ...FILM_RULES,
  ...ORDER,
  pace,
  ...FIELDS,
  ...COLOURS,
  ...TERMS,
  ...PICTURES,
  ...WORDS,
  ...REMOVED,
  ...STYLE_RULES,
];

const LONGEST = 5000;
/** Instructions in one request. */
const MOST = 20;

/**
 * What a request asks for, all of it: several instructions are all understood or none is.
 * `[{ op: 'undo' }]` is for the caller, who keeps the earlier versions.
 * @throws ChalktalkError `bad_edit`, one sentence that says what was not understood and what can be done
 */
export async function understandEdit(request: string, film: EditableFilm): Promise<EditOperation[]> {
  if (request.length > LONGEST) throw refusal(`An edit has at most ${LONGEST} characters; shorten it.`);
  const cut = new Request(request);
  if (cut.clauses.length === 0) throw notUnderstood(request.trim());
  if (cut.clauses.length > MOST)
    throw refusal(`An edit has at most ${MOST} instructions; send the others as a second one.`);
  const scenes = seenScenes(film);
  const operations = cut.clauses.flatMap((clause) => read(clause, cut, film, scenes));
  if (operations.length > 1 && operations.some(({ op }) => op === 'undo'))
    throw refusal('Undoing stands alone: ask for it in a request of its own.');
  const checked = editOperationsSchema.safeParse(operations);
  if (!checked.success) throw notUnderstood(request.trim());
  return checked.data;
}

function read(
  clause: string,
  request: Request,
  film: EditableFilm,
  scenes: readonly Seen[],
): EditOperation[] {
  const mentions = new Mentions(clause, scenes, (marked) => request.text(marked));
  const { scenes: where, rest } = mentions.where();
  const plain = (marked: string) => request.text(mentions.restored(marked));
  const context: Context = { film, scenes, mentions, text: mentions.text, where, rest, plain };
  for (const rule of RULES) {
    const operations = rule(context);
    if (operations && operations.length > 0) return operations;
  }
  throw notUnderstood(plain(mentions.text));
}
