/** A film's script while operations are done to it: copies that may be changed, addressed by the old film's numbers. */
import type { Brief } from '../../brief/brief.ts';
import { issueSentence } from '../../brief/brief.ts';
import { ChalktalkError } from '../../errors.ts';
import { components } from '../../scene/components/registry.ts';
import type { Section } from '../../script/script.ts';
import type { Show } from '../../script/show.ts';
import type { StoryScene } from '../../storyboard/storyboard.ts';
import type { EditableFilm } from '../film.ts';
import { pinnedSections, sectionIdOf } from '../pin.ts';

/** What one number of the old film stands for. */
export interface Numbered {
  section: Section;
  /** Place among the scenes of its section, from 0. */
  piece: number;
  /** How many scenes show the section. */
  of: number;
  /** As the old film showed it. */
  story: StoryScene;
}

export class Draft {
  brief: Brief;
  title: string;
  sections: Section[];
  /** Where each section comes from; copies and halves come from where the first does. */
  readonly origins = new Map<Section, string>();
  readonly #numbers: Numbered[];
  #ids: number;

  constructor(readonly film: EditableFilm) {
    this.brief = structuredClone(film.brief);
    this.title = film.script.title;
    this.sections = pinnedSections(film);
    for (const section of this.sections) this.origins.set(section, section.id);
    this.#numbers = film.storyboard.scenes.flatMap((story) => {
      const section = this.sections.find(({ id }) => id === sectionIdOf(story));
      const all = film.storyboard.scenes.filter((one) => sectionIdOf(one) === section?.id);
      return section ? [{ section, story, piece: all.indexOf(story), of: all.length }] : [];
    });
    this.#ids = Math.max(0, ...this.sections.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0)));
  }

  /** @throws ChalktalkError `bad_edit` when there is no such scene, or it is gone by then */
  scene(number: number): Numbered {
    const found = this.#numbers[number - 1];
    if (!found) throw badEdit(`There is no scene ${number}; the film has scenes 1 to ${this.count}.`);
    if (!this.sections.includes(found.section))
      throw badEdit(`Scene ${number} is removed by the same request; leave one of the two out.`);
    return found;
  }

  /** How many scenes the old film has. */
  get count(): number {
    return this.#numbers.length;
  }

  /** The numbers under which a section was shown. */
  numbersOf(section: Section): number[] {
    return this.#numbers.flatMap((one, index) => (one.section === section ? [index + 1] : []));
  }

  newId(): string {
    this.#ids += 1;
    return `s${this.#ids}`;
  }

  /** @throws ChalktalkError `bad_edit` when the section has no picture of its own */
  show(number: number): Show {
    const { show } = this.scene(number).section;
    if (!show) throw badEdit(`Scene ${number} has no picture that can be changed; change its words instead.`);
    return show;
  }

  /** The data that scene shows. */
  data(number: number): unknown {
    const show = this.show(number);
    return show.pieces ? show.pieces[this.scene(number).piece] : show.data;
  }

  /** @throws ChalktalkError `bad_edit` when the component cannot show them */
  setData(number: number, data: unknown): void {
    const show = this.show(number);
    const checked = dataFor(show.component, data, `Scene ${number}`);
    if (show.pieces) show.pieces[this.scene(number).piece] = checked;
    if (!show.pieces || this.scene(number).piece === 0) show.data = checked;
    delete show.inferred;
  }
}

/** The data as their component takes them. @throws ChalktalkError `bad_edit` */
export function dataFor(component: string, data: unknown, where: string): unknown {
  const result = components[component]?.schema.safeParse(data);
  if (result?.success) return result.data;
  const why = result ? issueSentence(result.error) : 'it has no such picture.';
  throw badEdit(`${where} cannot show that: ${why}`);
}

export function isShowable(component: string, data: unknown): boolean {
  return components[component]?.schema.safeParse(data).success ?? false;
}

export function badEdit(message: string): ChalktalkError {
  return new ChalktalkError('bad_edit', message);
}
