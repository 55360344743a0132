/** Where everybody is as the play goes on: place, size, presence and label of each figure, and what room is left. */
import { centreOf, union } from '../../layout/box.ts';
import type { Box, Point } from '../../scene.ts';
import type { Setting } from '../setting.ts';
import { attachedTo } from './attach.ts';
import { figuresOf, GROWN, reachOf } from './cast.ts';
import type { Company } from './dock.ts';
import type { Plan } from './plan.ts';
import { Room, swell } from './room.ts';
import type { StageData } from './schema.ts';
import { actOf } from './verbs.ts';

export interface State {
  centre: Point;
  scale: number;
  isGone: boolean;
  hasLabel: boolean;
  /** At whom it came to rest, and whether so that it goes where that goes. */
  on?: string;
  isUpon: boolean;
  /** Where its label went. */
  label?: Box;
  /** Its padlock, or the mark of what is rejected. */
  badge?: Company;
}

export class Whereabouts {
  #states = new Map<string, State>();
  /** What is being said, and until when, s. */
  speech: { box: Box; speaker: string; until: number } | undefined;

  constructor(
    readonly data: StageData,
    readonly setting: Setting,
    readonly plan: Plan,
  ) {
    for (const [id, home] of plan.homes) {
      const { actor } = plan.cast.figures.get(id)!;
      this.#states.set(id, {
        centre: centreOf(home),
        scale: 1,
        isGone: false,
        hasLabel: true,
        isUpon: actor.on !== undefined,
        ...(actor.on !== undefined ? { on: actor.on } : {}),
      });
    }
  }

  of(id: string): State {
    return this.#states.get(id)!;
  }

  /** Its box at the largest it will yet be. */
  largest(id: string): Box {
    const box = this.boxOf(id);
    const { name } = this.plan.cast.figures.get(id)!;
    const grows = this.data.cues.some((cue) => {
      const act = actOf(cue.do);
      return act.verb === 'grow' && (act.actor === id || act.actor === name);
    });
    const by = grows ? GROWN / this.#states.get(id)!.scale : 1;
    return swell(box, (box.width * (by - 1)) / 2, (box.height * (by - 1)) / 2);
  }

  /** Everything as it now stands, without the given figures and their labels. */
  room(without: string[]): Room {
    const { cast, labels, paths, homes } = this.plan;
    const room = new Room(this.setting.area);
    for (const id of homes.keys()) {
      const state = this.#states.get(id)!;
      const figure = cast.figures.get(id)!;
      if (state.isGone || without.includes(id)) continue;
      room.addFigure(figure, this.boxOf(id));
      if (state.badge) room.addBody(attachedTo(figure, this.boxOf(id), state.badge), `badge:${id}`);
      room.addReach(this.reachOf(id), `reach:${figure.name}`);
      if (state.label) room.addText(state.label, `label:${figure.name}`);
    }
    for (const [name, { box }] of labels) {
      const ids = cast.rows.get(name)!;
      const first = this.#states.get(ids[0]!)!;
      const isLeft = ids.length === 1 && (!first.hasLabel || first.isGone || without.includes(ids[0]!));
      if (!isLeft) room.addText(box, `label:${name}`);
    }
    for (const [name, path] of paths) {
      room.addLine(path.points, `line:${name}`);
      if (path.label) room.addText(path.label.box, `path:${name}`);
    }
    if (this.speech && !without.includes(this.speech.speaker)) room.addText(this.speech.box, 'speech');
    return room;
  }

  /** Those who rest on somebody, and whoever rests on them. */
  ridersOf(id: string): string[] {
    const direct = [...this.#states]
      .filter(([other, state]) => other !== id && state.on === id && state.isUpon && !state.isGone)
      .map(([other]) => other);
    return direct.flatMap((other) => [other, ...this.ridersOf(other)]);
  }

  /** What comes with a figure wherever it goes. */
  companyOf(id: string): Company[] {
    const { badge } = this.of(id);
    const by = this.of(id).scale;
    const centre = this.of(id).centre;
    const riders = this.ridersOf(id).map((other) => {
      const { x, y, width, height } = this.boxOf(other);
      return {
        dx: (x + width / 2 - centre.x) / by,
        dy: (y + height / 2 - centre.y) / by,
        width: width / by,
        height: height / by,
      };
    });
    return badge ? [badge, ...riders] : riders;
  }

  /** Its box with all that comes with it. */
  wholeOf(id: string): Box {
    const figure = this.plan.cast.figures.get(id)!;
    const box = this.boxOf(id);
    return union([box, ...this.companyOf(id).map((one) => attachedTo(figure, box, one))]);
  }

  /** Its box with the disc it may yet be lit by. */
  reachOf(id: string): Box {
    return reachOf(this.plan.cast.figures.get(id)!, this.boxOf(id), this.data);
  }

  boxOf(id: string): Box {
    const state = this.#states.get(id)!;
    const { width, height } = this.plan.cast.figures.get(id)!;
    const [w, h] = [width * state.scale, height * state.scale];
    return { x: state.centre.x - w / 2, y: state.centre.y - h / 2, width: w, height: h };
  }

  /** A row as a target stands for its middle figure. */
  single(ref: string): string {
    const ids = figuresOf(this.plan.cast, ref);
    return ids[Math.floor((ids.length - 1) / 2)]!;
  }
}
