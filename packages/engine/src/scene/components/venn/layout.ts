/** Ovals in their own colours, their overlaps in the mixtures, and the words of each part where it has most room. */
import type { Element } from '../../scene.ts';
import { legible, mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { type Block, blocksOf, type Content } from './blocks.ts';
import { overlapOf, type Rounds, roundsIn } from './rounds.ts';
import type { VennData } from './schema.ts';

export interface Overlap {
  /** Indexes of the sets that overlap there. */
  members: number[];
  /** Index of the region that names it. */
  region: number | undefined;
}

export function layoutVenn(data: VennData, setting: Setting): Element[] {
  const { type, theme, shape } = setting;
  const rounds = roundsIn(setting.area, data.sets.length, shape === 'tall');
  const names = blocksOf(
    data.sets.map((set, index): Content => ({ members: [index], ...set })),
    { picture: 210, size: type.label + 20, style: theme.fonts.strong },
    rounds,
    setting,
  );
  const labels = data.regions.length
    ? blocksOf(
        data.regions.map((region): Content => ({ ...region, members: membersOf(data, region.of) })),
        { picture: 150, size: type.label + 14, style: theme.fonts.strong },
        rounds,
        setting,
      )
    : [];
  const below = [
    ...data.sets.flatMap((_, index) => [`disc.${index}`, `ring.${index}`]),
    ...overlapsOf(data).map((_, index) => `overlap.${index}`),
  ];
  return present([
    ...data.sets.map((_, index) => hintOf(index, rounds, setting)),
    ...bodiesOf(data, rounds, setting),
    ...data.sets.map((_, index) => ringOf(index, rounds, setting)),
    ...data.sets.flatMap((set, index) =>
      wordsOf(
        `set.${index}`,
        `sets.${index}`,
        set.icon,
        names[index]!,
        inkOn(faceOf([index], setting), setting),
        below,
        setting,
      ),
    ),
    ...data.regions.flatMap((region, index) =>
      wordsOf(
        `region.${index}`,
        `regions.${index}`,
        region.icon,
        labels[index]!,
        litOf(region.tone, setting).ink,
        below,
        setting,
      ),
    ),
  ]);
}

/** Each disc covers what of the earlier overlaps lies in it too; the overlap of all three comes last. */
function bodiesOf(data: VennData, rounds: Rounds, setting: Setting): Element[] {
  const overlaps = overlapsOf(data);
  return data.sets.flatMap((_, set) => [
    ...discOf(set, rounds, setting),
    ...overlaps.flatMap((overlap, index) =>
      Math.max(...overlap.members) === set ? [shapeOf(overlap, index, rounds, setting)] : [],
    ),
  ]);
}

/** Every part in which two or three sets overlap. */
export function overlapsOf(data: VennData): Overlap[] {
  const groups =
    data.sets.length === 2
      ? [[0, 1]]
      : [
          [0, 1],
          [1, 2],
          [0, 2],
          [0, 1, 2],
        ];
  return groups.map((members) => {
    const region = data.regions.findIndex(
      ({ of }) => of.length === members.length && membersOf(data, of).every((one) => members.includes(one)),
    );
    return { members, region: region < 0 ? undefined : region };
  });
}

function membersOf(data: VennData, names: string[]): number[] {
  return names.map((name) => data.sets.findIndex((set) => set.text === name));
}

/** The first of a series is the accent's, which is for what is now. */
function hueOf(index: number, setting: Setting): string {
  const { series } = setting.theme.colors;
  return series[1 + (index % (series.length - 1))]!;
}

/** The colour of the part that lies in the given sets, at rest. */
export function faceOf(members: number[], setting: Setting): string {
  const { surface } = setting.theme.colors;
  const [first, ...others] = members.map((index) => hueOf(index, setting));
  const hue = others.reduce((mixed, one, index) => mix(mixed, one, 1 / (index + 2)), first!);
  return mix(surface, hue, [0, 0.26, 0.46, 0.6][members.length]!);
}

export function inkOn(face: string, setting: Setting): string {
  return legible(setting.theme.colors.ink, [face], 4.8);
}

/** Colours of a part that is spoken of. */
export function litOf(
  tone: VennData['regions'][number]['tone'],
  setting: Setting,
): { face: string; ink: string } {
  const { colors } = setting.theme;
  if (!tone || tone === 'neutral' || tone === 'now')
    return { face: colors.accent, ink: legible(colors.on_accent, [colors.accent], 4.8) };
  const face = mix(colors.surface, setting.tone(tone), 0.5);
  return { face, ink: inkOn(face, setting) };
}

function hintOf(index: number, rounds: Rounds, setting: Setting): Element {
  const { colors } = setting.theme;
  return {
    kind: 'ellipse',
    id: `hint.${index}`,
    role: 'scenery',
    box: rounds.boxes[index]!,
    stroke: colors.surface_edge,
    stroke_width: 3,
    opacity: 0.7,
  };
}

function discOf(index: number, rounds: Rounds, setting: Setting): Element[] {
  const box = rounds.boxes[index]!;
  const part = `sets.${index}`;
  return [
    { kind: 'group', id: `set.${index}`, part, box },
    {
      kind: 'ellipse',
      id: `disc.${index}`,
      part,
      group: `set.${index}`,
      box,
      fill: faceOf([index], setting),
    },
  ];
}

/** Above all discs, so that the outlines cross. */
function ringOf(index: number, rounds: Rounds, setting: Setting): Element {
  return {
    kind: 'ellipse',
    id: `ring.${index}`,
    part: `sets.${index}`,
    group: `set.${index}`,
    box: rounds.boxes[index]!,
    stroke: hueOf(index, setting),
    stroke_width: setting.theme.stroke + 1,
  };
}

function shapeOf({ members, region }: Overlap, index: number, rounds: Rounds, setting: Setting): Element {
  const boxes = members.map((one) => rounds.boxes[one]!);
  const x = Math.max(...boxes.map((box) => box.x));
  const y = Math.max(...boxes.map((box) => box.y));
  return {
    kind: 'path',
    id: `overlap.${index}`,
    ...(region === undefined ? {} : { part: `regions.${region}` }),
    box: {
      x,
      y,
      width: Math.min(...boxes.map((box) => box.x + box.width)) - x,
      height: Math.min(...boxes.map((box) => box.y + box.height)) - y,
    },
    d: overlapOf(rounds, members),
    fill: faceOf(members, setting),
  };
}

function wordsOf(
  id: string,
  part: string,
  icon: string | undefined,
  block: Block,
  color: string,
  on: string[],
  setting: Setting,
): (Element | undefined)[] {
  const { centre, picture, text, detail, height } = block;
  const top = centre.y - height / 2;
  const words = top + height - text.height - (detail?.height ?? 0);
  return [
    ...(icon
      ? setting.illustration(`${id}.icon`, icon, { x: centre.x, y: top + picture / 2 }, picture, { part, on })
      : []),
    setting.text(`${id}.text`, text, { x: centre.x, y: words, align: 'centre', color }, { part, on }),
    detail &&
      setting.text(
        `${id}.detail`,
        detail,
        { x: centre.x, y: words + text.height, align: 'centre', color },
        { part, on },
      ),
  ];
}
