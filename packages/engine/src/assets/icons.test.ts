import { loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allMeanings } from './icon-search/meanings.ts';
import { drawingOf, namesOf, SETS } from './icon-search/sets.ts';
import { findIcon, iconSvg, requireIcon } from './icons.ts';

/** A meaning, then the colour icons and the line icons that may show it; `-` is none. */
const EXPECTED = `
server | chalktalk:server | server
your web servers | composed:chalktalk:server;chalktalk:globe@corner | server
busy web server | chalktalk:server | server
browser | chalktalk:browser | app-window
router | - | router
database | chalktalk:database | database
cloud | cloud | cloud
packet | package | package
certificate | scroll | tabler:certificate
key | key | key
private key | key | key
padlock | locked | lock
HTTPS | locked | lock
hacker | person-supervillain | hat-glasses
listener | detective | hat-glasses
eavesdropper | detective | hat-glasses
shop | convenience-store | store
convenience store | convenience-store | store
convenience-store | convenience-store | -
card number | credit-card | credit-card
laptop | laptop | laptop
the laptop | laptop | laptop
phone | mobile-phone | smartphone
Wi-Fi | wireless | wifi
Wi-Fi router | - | router
GPS satellites | satellite | satellite
satellite dish | satellite-antenna | satellite-dish
network | spider-web | network
internet | globe-with-meridians | globe
email | e-mail | mail
password | key | rectangle-ellipsis
fingerprint | noto:fingerprint | fingerprint-pattern
firewall | brick | brick-wall-fire
bug | lady-beetle | bug
algorithm | - | workflow
sort | - | arrow-up-narrow-wide
tree | deciduous-tree | tree-deciduous
binary tree | - | tabler:binary-tree
family tree | - | tabler:binary-tree
stack | books | layers
hash table | chalktalk:table | table-2
chip | chalktalk:chip | cpu
neural network | spider-web, robot | network, brain-circuit
robot | robot | bot
atom | atom-symbol | atom
electrons | atom-symbol | atom
molecule | - | tabler:chart-bubble
cell | petri-dish | circle-dot
virus | microbe | virus
bacteria | microbe | germ
vaccine | syringe | syringe
heart | anatomical-heart | heart
lungs | lungs | tabler:lungs
brain | brain | brain
neurons | brain | brain
DNA | dna | dna
protein | - | beef
blood | drop-of-blood | droplet
sleep | sleeping-face | bed
cancer | reminder-ribbon | ribbon
photosynthesis | leafy-green | leaf
leaf | leafy-green | leaf
leaves | leafy-green | leaf
planet | ringed-planet | tabler:planet
Earth | globe-showing-europe-africa | earth
sun | sun | sun
moon | full-moon | moon
star | star | star
black hole | noto:hole | tabler:galaxy
rocket | rocket | rocket
telescope | telescope | telescope
microscope | microscope | microscope
prism | rainbow | tabler:prism-light
magnet | magnet | magnet
bank | bank | landmark
money | dollar-banknote | banknote
coins | coin | coins
inflation | chart-increasing | trending-up
piggy bank | pig | piggy-bank
stock market | chart-increasing | chart-candlestick
interest rate | - | percent
percent | - | percent
factory | factory | factory
power plant | factory | factory
nuclear power plant | composed:fluent-emoji-flat:factory;fluent-emoji-flat:radioactive@corner | factory
ship | ship | ship
cargo ship | ship | ship, ship-cargo
train | train | train-front
steam train | locomotive | train-front
king | crown | crown
French king | crown | crown
war | crossed-swords | swords
cold war | crossed-swords | swords
plague | rat | tabler:biohazard
printing press | newspaper | printer
old printing press | newspaper | printer
telegraph | - | tabler:wave-square
steam engine | locomotive | train-front
engine | - | engine
battery | battery | battery-full
fridge | - | refrigerator
microwave | - | microwave
camera | camera | camera
photo | framed-picture | image
dice | game-die | dices
probability | game-die | dices
prime number | input-numbers | hash
circle | blue-circle | circle
triangle | noto:red-triangle-pointed-up | triangle
graph | - | waypoints
chart | bar-chart | chart-column
clock | mantelpiece-clock | clock
calendar | tear-off-calendar | calendar
water | droplet | droplets
rain | cloud-with-rain | cloud-rain
ocean | water-wave | waves
wave | wavy-dash | audio-waveform
tidal wave | water-wave | waves
earthquake | derelict-house | activity
volcano | noto:volcano | tabler:volcano
mountains | snow-capped-mountain | mountain-snow
coffee | hot-beverage | coffee
sugar | candy | candy
loaf of bread | bread | croissant
apple | red-apple | apple
dinosaur | t-rex | -
golden retriever | dog | dog
book | open-book | book-open
books | books | library
light bulb | light-bulb | lightbulb
idea | light-bulb | lightbulb
scientist | scientist | tabler:microscope
teacher | teacher | tabler:chalkboard-teacher
people | noto:busts-in-silhouette | users
person | person | user
warning | warning | triangle-alert
question | red-question-mark | circle-question-mark
traffic light | - | tabler:traffic-lights
chart-increasing | chart-increasing | -
check-mark-button | check-mark-button | -
electric-plug | noto:electric-plug | plug
red-heart | red-heart | -
delivery truck | delivery-truck | truck
river bank | - | -
time machine | composed:fluent-emoji-flat:mantelpiece-clock;fluent-emoji-flat:rocket@corner*115 | -
butterfly wing | - | -
no signal | - | -
hippocampus | - | -
virgo | - | -
seven | - | -
x | - | -
cl | - | -
Germany | circle-flags:de | -
xyzzy | - | -
`;

const cases = EXPECTED.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string]);

function accepted(cell: string, main: string): (string | undefined)[] {
  if (cell === '-') return [undefined];
  return cell.split(',').map((name) => (name.includes(':') ? name.trim() : `${main}:${name.trim()}`));
}

test(`each of ${cases.length} meanings finds a picture of it in both styles, or none`, () => {
  const wrong = cases.flatMap(([meaning, colour, line]) => {
    const found = [findIcon(meaning, 'colour')?.id, findIcon(meaning, 'line')?.id];
    const right =
      accepted(colour, 'fluent-emoji-flat').includes(found[0]) && accepted(line, 'lucide').includes(found[1]);
    return right ? [] : [`${meaning} → ${found.join(' | ')}`];
  });
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(120);
});

test('every icon in the table of meanings exists, and the table is large', () => {
  const missing = [...allMeanings()].flatMap(([phrase, { colour, line }]) =>
    [colour, line]
      .filter((icon) => icon && !namesOf(icon.set).has(icon.name) && !drawingOf(icon.set, icon.name))
      .map((icon) => `${phrase}: ${icon!.set.name}:${icon!.name}`),
  );
  expect(missing).toEqual([]);
  expect(new Set(allMeanings().values()).size).toBeGreaterThanOrEqual(400);
});

test('an icon named by set is taken at its word, in either style', () => {
  expect(findIcon('tabler:router', 'colour')).toMatchObject({
    set: 'tabler',
    name: 'router',
    licence: 'MIT',
  });
  expect(findIcon('noto:treasure-chest', 'line')).toMatchObject({
    id: 'noto:treasure-chest',
    licence: 'Apache-2.0',
  });
  expect(findIcon('tabler:no-such-icon', 'line')).toBeNull();
  expect(findIcon('nosuchset:router', 'line')).toBeNull();
});

test('no ordinary words find a skin tone, a flag, a letter, a keycap, a labelled button or an hour', () => {
  const words = fc.constantFrom(
    'one',
    'three',
    'o',
    'clock',
    'a',
    'b',
    'ok',
    'up',
    'flag',
    'spain',
    'dark',
    'light',
    'medium',
    'hand',
    'face',
    'button',
    'woman',
    'blood',
    'type',
    'new',
    'big',
    'old',
    'world',
    'letter',
    'number',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (phrase) => {
      const id = findIcon(phrase.join(' '), 'colour')?.id ?? '';
      expect(id).not.toMatch(
        /skin-tone|:flag-|keycap|(?<!check-mark)-button|o-?clock|-thirty|:letter-|:digit-/,
      );
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('whatever is asked for, what is found can be drawn', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.constantFrom('colour', 'line'), (meaning, style) => {
      const icon = findIcon(meaning, style as 'colour' | 'line');
      if (icon) expect(iconSvg(icon.id, { height: 20 }).svg).toContain('<svg');
    }),
    { numRuns: 200, seed: 11 },
  );
});

test('an unknown meaning that is required is refused with what to do', () => {
  expect(() => requireIcon('flux capacitor', 'colour')).toThrow(
    /no picture of "flux capacitor".*"tabler:router"/,
  );
});

test('an icon is drawn at the height asked for, line icons in the colour given', async () => {
  const { svg, width, height } = iconSvg('lucide:server', { height: 120, color: '#ff0088' });
  expect([width, height]).toEqual([120, 120]);
  expect(svg).toContain('#ff0088');
  expect(svg).not.toContain('currentColor');
  const image = await loadImage(Buffer.from(svg));
  expect([image.width, image.height]).toEqual([120, 120]);
  expect(() => iconSvg('lucide:no-such', { height: 10 })).toThrow(/no icon "lucide:no-such"/);
});

test('an icon that is another one turned round is drawn turned', () => {
  const right = iconSvg('fluent-emoji-flat:backhand-index-pointing-right', { height: 32 }).svg;
  const left = iconSvg('fluent-emoji-flat:backhand-index-pointing-left', { height: 32 }).svg;
  expect(right).toContain('scale(-1 1)');
  expect(left).not.toContain('scale(-1 1)');
});

test('a drawing is cut out of its file whole, in every set', () => {
  for (const set of SETS) {
    const names = [...namesOf(set)];
    for (let at = 0; at < names.length; at += 400) {
      const drawing = drawingOf(set, names[at]!);
      expect(drawing?.body, `${set.name}:${names[at]}`).toMatch(/^<.*>$/s);
      expect(drawing?.height).toBe({ 'fluent-emoji-flat': 32, noto: 128, lucide: 24, tabler: 24 }[set.name]);
    }
  }
});
