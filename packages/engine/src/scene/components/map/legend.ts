/** The names below a map that is too small for them: in rows, each by the colour it has on the map. */
import { ChalktalkError } from '../../../errors.ts';
import { around } from '../../layout/box.ts';
import type { Element } from '../../scene.ts';
import { present, type Setting } from '../setting.ts';
import type { Named } from './names.ts';
import type { View } from './projection.ts';

const DOT = 36;
const ROW = 132;
const GAP = 24;

/** The whole world across a tall frame leaves no room for chips on it, and much below it. */
export function isListed(view: View, setting: Setting): boolean {
  return view.kind === 'oval' && setting.shape === 'tall';
}

/** Ids as on chips: the group `ID.label`, in it `ID.name` and `ID.note`. */
export function legendOf(named: Named[], view: View, setting: Setting): Element[] {
  const { area } = setting;
  const top = view.box.y + view.box.height + 56;
  const columns = named.length > 5 ? 2 : 1;
  const rows = Math.ceil(named.length / columns);
  const row = Math.min(ROW, (area.y + area.height - top) / rows);
  const width = (area.width - GAP * (columns - 1)) / columns;
  return named.flatMap((one, index) => {
    const { id, part, name, note, color } = one;
    const height = name.height + (note?.height ?? 0);
    if (height > row - 8 || Math.max(name.width, note?.width ?? 0) > width - DOT - GAP) {
      throw new ChalktalkError(
        'does_not_fit',
        `There is no room below the map for ${named.length} names; name fewer, or shorten them.`,
      );
    }
    const x = area.x + (index % columns) * (width + GAP);
    const middle = top + (Math.floor(index / columns) + 0.5) * row;
    const left = x + DOT + GAP;
    const inside = { part, group: `${id}.label` };
    return present([
      {
        kind: 'group',
        id: `${id}.label`,
        part,
        box: { x, y: middle - row / 2, width, height: row },
      },
      {
        kind: 'ellipse',
        id: `${id}.dot`,
        box: around({ x: x + DOT / 2, y: middle }, DOT),
        fill: color,
        ...inside,
      },
      setting.text(`${id}.name`, name, { x: left, y: middle - height / 2 }, inside),
      note &&
        setting.text(
          `${id}.note`,
          note,
          { x: left, y: middle - height / 2 + name.height, color: setting.theme.colors.soft },
          inside,
        ),
    ]);
  });
}
