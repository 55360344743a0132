/**
 * For tests of components: labels of any length in any script, and the promise that whatever the schema allows is
 * shown without overflow or overlap, is divided into more scenes, or is refused where one piece alone is too long.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { ASPECT_RATIOS, type AspectRatio } from '../../brief/brief.ts';
import { checkClippedText, checkOffFrame } from '../../check/inside.ts';
import { checkOverlap } from '../../check/overlap.ts';
import { checkTextSize } from '../../check/text-size.ts';
import { ChalktalkError } from '../../errors.ts';
import type { Component } from '../components/component.ts';
import { composeScenes } from '../compose.ts';
import { exampleStoryboard } from '../example.ts';
import type { SceneDocument } from '../scene.ts';

const SCRIPTS = [
  'the of a system pressure network photosynthesis unbelievably',
  'Ångström naïve façade Übergrößenträger żółć',
  'η θεωρία του ηλεκτρισμού',
  'и электричество достопримечательность',
  'شبكة الاتصالات والكهرباء',
  'רשת תקשורת חשמל',
  'बिजली का परिपथ संचार',
  '🚀 🌍 42 % 3.14 €',
].map((words) => words.split(' '));

/** A label of 1 to `max` characters, mostly in one script, now and then in two. */
export function words(max: number): fc.Arbitrary<string> {
  const word = fc.oneof(...SCRIPTS.map((script) => fc.constantFrom(...script)));
  const ofOneScript = fc.constantFrom(...SCRIPTS).chain((script) => fc.array(fc.constantFrom(...script)));
  return fc
    .tuple(fc.oneof(ofOneScript, fc.array(word)), word, fc.integer({ min: 1, max }))
    .map(([first, last, length]) => {
      const text = [...first, last].join(' ');
      const repeated = `${text} `.repeat(Math.ceil(length / text.length));
      return [...repeated].slice(0, Math.min(length, max)).join('').trim().slice(0, max).trim() || 'a';
    });
}

/**
 * Composes the data in both shapes and asserts that all of it holds.
 * @returns how many pictures it took in each shape; 0 where even one piece alone was refused as too long
 */
export async function expectHolds<Data>(
  component: Component<Data>,
  data: Data,
  theme = 'dusk',
): Promise<Record<AspectRatio, number>> {
  const counts = { '16:9': 0, '9:16': 0 };
  for (const aspect_ratio of ASPECT_RATIOS)
    counts[aspect_ratio] = await hold(component, data, { aspect_ratio, theme });
  return counts;
}

type Look = { aspect_ratio: AspectRatio; theme: string };

async function hold<Data>(component: Component<Data>, data: Data, look: Look): Promise<number> {
  let scenes: SceneDocument[];
  try {
    const example = { headline: 'What *holds* here', narration: NARRATION, data };
    scenes = await composeScenes(exampleStoryboard(component, { ...look, example }));
  } catch (error) {
    if (!(error instanceof ChalktalkError) || error.kind !== 'does_not_fit') throw error;
    const pieces = component.split?.(data);
    if (!pieces) return 0;
    const [first, second] = [await hold(component, pieces[0], look), await hold(component, pieces[1], look)];
    return first + second;
  }
  const gates = [
    checkOverlap(scenes),
    checkOffFrame(scenes),
    checkClippedText(scenes),
    checkTextSize(scenes),
  ];
  expect(
    gates.filter((gate) => !gate.passed),
    look.aspect_ratio,
  ).toEqual([]);
  return 1;
}

/** Long enough that every part of a picture gets a moment of its own. */
const NARRATION = Array.from({ length: 6 }, () => 'Here somebody says a few words about what is seen.').join(
  ' ',
);
