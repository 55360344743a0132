/** The largest form of the tree that fits: rounds with pictures or pills with words, joined by lines in branch colours. */
import { ChalktalkError } from '../../../errors.ts';
import { centreOf } from '../../layout/box.ts';
import type { Element } from '../../scene.ts';
import { mix } from '../../themes/colour.ts';
import { present, type Setting } from '../setting.ts';
import { downwards, type Form, outline, type Placed, rightwards } from './forms.ts';
import { type Node, nodesOf } from './nodes.ts';
import type { TreeData } from './schema.ts';
import { shelves } from './shelves.ts';

const forms = (form: Form, pictures: number[]) => pictures.map((picture) => ({ form, picture }));

/** Forms and sizes in order of beauty. */
const ATTEMPTS = {
  wide: [
    ...forms(downwards, [170, 150, 132, 116]),
    ...forms(rightwards, [130, 112, 96]),
    ...forms(downwards, [100, 86]),
    ...forms(rightwards, [80, 64, 52]),
    ...forms(shelves, [110, 90, 72]),
    ...forms(outline, [110, 90, 72, 56, 44]),
  ],
  tall: [
    ...forms(downwards, [200, 176, 156]),
    ...forms(outline, [150]),
    ...forms(shelves, [170, 150, 132, 116, 100]),
    ...forms(outline, [128, 108]),
    ...forms(shelves, [88, 76]),
    ...forms(outline, [92, 78, 66, 56]),
    ...forms(downwards, [130, 110]),
  ],
};

export function layoutTree(data: TreeData, setting: Setting): Element[] {
  const nodes = nodesOf(data);
  for (const { form, picture } of ATTEMPTS[setting.shape]) {
    const placed = tried(form, nodes, picture, setting);
    if (placed) return drawn(nodes, placed, setting);
  }
  throw new ChalktalkError(
    'does_not_fit',
    'The tree does not fit on screen at a readable size; show fewer nodes or shorten their words.',
  );
}

function tried(form: Form, nodes: Node[], picture: number, setting: Setting): Placed[] | undefined {
  try {
    return form(nodes, picture, setting);
  } catch (error) {
    if (error instanceof ChalktalkError && error.kind === 'does_not_fit') return undefined;
    throw error;
  }
}

function drawn(nodes: Node[], placed: Placed[], setting: Setting): Element[] {
  const { stroke } = setting.theme;
  const lines = nodes.map((node, index): Element | undefined => {
    const { line } = placed[index]!;
    return (
      line && {
        kind: 'path',
        id: `line.${index}`,
        part: node.path,
        box: line.box,
        d: line.d,
        stroke: hueOf(node, setting),
        stroke_width: stroke + [0, 5, 2, 0][node.depth]!,
      }
    );
  });
  return present([...lines, ...nodes.flatMap((node, index) => nodeOf(node, index, placed[index]!, setting))]);
}

function nodeOf(node: Node, index: number, placed: Placed, setting: Setting): (Element | undefined)[] {
  const { colors, stroke, shadow } = setting.theme;
  const { body, text, words } = placed;
  const part = node.path;
  const group = `node.${index}`;
  const pictured = node.icon !== undefined;
  const inside = { part, group, on: [`body.${index}`] };
  const shape = {
    id: `body.${index}`,
    part,
    group,
    box: body,
    fill: mix(colors.surface, hueOf(node, setting), node.depth === 0 ? 0 : 0.16),
    stroke: edgeOf(node, setting),
    stroke_width: stroke,
    shadow,
  };
  return [
    { kind: 'group', id: group, part, box: body },
    pictured
      ? { kind: 'ellipse', ...shape }
      : { kind: 'rect', ...shape, radius: Math.min(setting.theme.corner, body.height / 2) },
    ...(node.icon
      ? setting.illustration(`icon.${index}`, node.icon, centreOf(body), body.height * 0.66, inside)
      : []),
    setting.text(`text.${index}`, text, words, pictured ? { part } : inside),
  ];
}

/** The colour of the branch a node belongs to; the first of a series is the accent's, which is for what is now. */
function hueOf(node: Node, setting: Setting): string {
  const { colors } = setting.theme;
  if (node.branch < 0) return colors.second;
  const { series } = colors;
  return series[1 + (node.branch % (series.length - 1))]!;
}

/** Of a node that is not spoken of. */
export function edgeOf(node: Node, setting: Setting): string {
  return node.tone && node.tone !== 'neutral' ? setting.tone(node.tone) : hueOf(node, setting);
}
