/**
 * A transition draws itself on its word and a token rides at its tip; the state it reaches lights up. A state comes
 * when it is spoken of, or when the token first has to do with it.
 */
import { draw, fade, pop, present, rest, rise } from '../../motion/grammar.ts';
import type { Setting } from '../setting.ts';
import { looksOf } from './layout.ts';
import type { StatesData } from './schema.ts';

/** How long the token is on its way, s. */
const RIDE = 0.75;
/** Size of the state that holds the token. */
const LARGER = 1.06;
/** px. */
const NOD = 14;

export function moveStates(data: StatesData, setting: Setting): void {
  const { timeline, theme, placed, duration } = setting;
  const indexOf = (id: string) => data.states.findIndex((state) => state.id === id);
  const rides = data.transitions
    .map((transition, index) => ({
      index,
      at: setting.cue(`transitions.${index}`),
      from: indexOf(transition.from),
      to: indexOf(transition.to),
    }))
    .sort((a, b) => a.at - b.at);

  data.states.forEach((_, index) => {
    const spoken = setting.cue(`states.${index}`);
    const used = rides.filter((ride) => ride.from === index || ride.to === index).map((ride) => ride.at);
    const at = Math.min(spoken, ...used);
    fade(timeline, [`hint.${index}`], 0.1 + index * 0.06);
    pop(timeline, [`state.${index}`], at);
    // It is there already: a nod as it is named.
    if (spoken > at + 0.01) {
      timeline.to(`state.${index}`, { y: -NOD }, { at: spoken, over: 0.18 });
      timeline.to(`state.${index}`, { y: 0 }, { at: spoken + 0.18, over: 0.35, ease: 'in_out' });
    }
    timeline.to(`hint.${index}`, { opacity: 0 }, { at: at + 0.2, over: 0.2 });
  });

  for (const { index, at } of rides) {
    fade(timeline, [`ahead.${index}`], 0.3 + index * 0.05);
    timeline.to(`ahead.${index}`, { opacity: 0 }, { at: at + RIDE, over: 0.1 });
    draw(timeline, [`line.${index}`], at, RIDE);
    if (placed.has(`words.${index}`)) rise(timeline, [`words.${index}`], at + 0.05, 14);
    const token = `token.${index}`;
    timeline.set(token, { opacity: 0, along: 0 });
    timeline.to(token, { opacity: 1 }, { at, over: 0.1 });
    timeline.to(token, { along: 1 }, { at, over: RIDE, ease: 'in_out', path: `line.${index}` });
    timeline.to(token, { opacity: 0 }, { at: at + RIDE, over: 0.15 });
    const next = rides[rides.findIndex((ride) => ride.index === index) + 1];
    if (!next) continue;
    const settled = Math.max(next.at, at + RIDE);
    timeline.to(`line.${index}`, { stroke: theme.colors.line }, { at: settled, over: 0.4 });
    if (placed.has(`words.${index}`))
      timeline.to(`words.${index}`, { color: theme.colors.soft }, { at: settled, over: 0.4 });
  }
  light(data, rides, setting, duration);
}

/** The state that holds the token takes the accent and stands larger, from its arrival until it leaves. */
function light(
  data: StatesData,
  rides: { at: number; from: number; to: number }[],
  setting: Setting,
  duration: number,
): void {
  const { timeline } = setting;
  const first = rides[0]!;
  const start = data.start === undefined ? first.from : data.states.findIndex((one) => one.id === data.start);
  const stays = [
    { state: start, from: setting.cue(`states.${start}`), until: first.at },
    ...rides.flatMap((ride, index) => [
      { state: ride.to, from: ride.at + RIDE, until: rides[index + 1]?.at ?? duration },
    ]),
  ];
  data.states.forEach((_, index) => {
    timeline.set(`seat.${index}`, { opacity: 0 });
  });
  for (const { state, from, until } of stays) {
    if (until <= from) continue;
    const { lit, calm } = looksOf(data, state, setting);
    timeline.to(`card.${state}`, lit, { at: from, over: 0.2 });
    timeline.to(`seat.${state}`, { opacity: 1 }, { at: from, over: 0.12 });
    present(timeline, `state.${state}`, from, LARGER);
    if (until >= duration) continue;
    timeline.to(`card.${state}`, calm, { at: until, over: 0.3 });
    timeline.to(`seat.${state}`, { opacity: 0 }, { at: until, over: 0.12 });
    rest(timeline, `state.${state}`, until);
  }
}
