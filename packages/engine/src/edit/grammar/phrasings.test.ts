import { beforeAll, describe, expect, test } from 'vitest';
import { exampleFilm } from '../example.ts';
import type { EditableFilm } from '../film.ts';
import type { EditOperation } from '../operations.ts';
import { understandEdit } from './index.ts';

let film: EditableFilm;
beforeAll(async () => {
  film = await exampleFilm();
});

const set = (scene: number, field: string, text: string): EditOperation => ({
  op: 'set_text',
  scene,
  field,
  text,
});
const pictured = (scene: number, field: string, picture: string): EditOperation => ({
  op: 'replace_picture',
  scene,
  field,
  picture,
});
const remove = (scene: number): EditOperation => ({ op: 'remove_scene', scene });
const move = (scene: number, to: number): EditOperation => ({ op: 'move_scene', scene, to });
const pace = (factor: number, scene?: number): EditOperation => ({
  op: 'set_pace',
  ...(scene ? { scene } : {}),
  factor,
});
const palette = (role: 'primary' | 'secondary' | 'tertiary' | 'accent', colour: string): EditOperation => ({
  op: 'recolour_film',
  role,
  colour,
});
const tone = (
  scene: number,
  field: string | undefined,
  colour: 'good' | 'danger' | 'now' | 'neutral',
): EditOperation => ({ op: 'recolour_part', scene, ...(field ? { field } : {}), colour });
const term = (from: string, to: string, scene?: number): EditOperation => ({
  op: 'rename_term',
  from,
  to,
  ...(scene ? { scene } : {}),
});
const added = (scene: number, to: 'narration' | 'remark' | 'list', text: string): EditOperation => ({
  op: 'add_text',
  scene,
  to,
  text,
});
const gone = (scene: number, field: string): EditOperation => ({ op: 'remove_text', scene, field });

const UNDERSTOOD: [request: string, ...operations: EditOperation[]][] = [
  // Words of a scene.
  ['Change the headline of scene 2 to "Three helpers"', set(2, 'headline', 'Three helpers')],
  ['In scene 3, change the title to Ask first', set(3, 'headline', 'Ask first')],
  [
    'Please rename the heading of the third scene to "Who has the address?"',
    set(3, 'headline', 'Who has the address?'),
  ],
  ['The headline in scene 4 should read “Glass wins”', set(4, 'headline', 'Glass wins')],
  ['Set the headline at 0:02 to Messages everywhere', set(1, 'headline', 'Messages everywhere')],
  ['Could you change "At number 93" to "At number 94"?', set(3, 'data.messages.1.text', 'At number 94')],
  ['Replace the label Copper with Bronze in scene 4', set(4, 'data.bars.0.label', 'Bronze')],
  ['change the words "Your laptop" to "Your computer"', set(1, 'data.icons.1.label', 'Your computer')],
  [
    'In the last scene, change "Lost packets are sent again" to "Nothing is ever lost"',
    set(5, 'data.text', 'Nothing is ever lost'),
  ],
  ['Change the remark in scene 2 to "They never sleep."', set(2, 'remark', 'They never sleep.')],
  [
    'Change the first sentence of scene 4 to "Copper carries two hundred messages"',
    set(4, 'sentence.0', 'Copper carries two hundred messages.'),
  ],
  [
    'rewrite the last sentence in the scene about glass: Glass carries it far faster.',
    set(4, 'sentence.1', 'Glass carries it far faster.'),
  ],
  [
    'Replace "The server answers with a number." with "The server knows the number."',
    set(3, 'sentence.1', 'The server knows the number.'),
  ],
  // Terms.
  ['Rename router to gateway everywhere', term('router', 'gateway')],
  ['Replace "packet" with "parcel" throughout the video', term('packet', 'parcel')],
  ['Say "letter" instead of "message"', term('message', 'letter')],
  ['Change the word server to computer in all scenes', term('server', 'computer')],
  ['Use the term "client" instead of "browser" in scene 3', term('browser', 'client', 3)],
  ['Always call the router "switch"', term('router', 'switch')],
  // Removing and adding words.
  ['Remove the remark in scene 2', gone(2, 'remark')],
  ['delete the small text', gone(2, 'remark')],
  ['Drop the second sentence of scene 1', gone(1, 'sentence.1')],
  ['Remove "A cable carries the light."', gone(2, 'sentence.3')],
  ['Take out the item Cable from scene 2', gone(2, 'data.items.2')],
  ['Remove the words "Speed of a message" from scene 4', gone(4, 'data.unit')],
  ['Add a sentence to scene 5: Computers are patient', added(5, 'narration', 'Computers are patient.')],
  ['Also mention that light is quick in scene 4', added(4, 'narration', 'Light is quick.')],
  ['Add the remark "Measured in 2020." to scene 4', added(4, 'remark', 'Measured in 2020.')],
  ['Add "Satellite" to the list in scene 2', added(2, 'list', 'Satellite')],
  ['Add another point to the second scene: Satellite', added(2, 'list', 'Satellite')],
  // Pictures.
  ['Replace the bird in scene 1 with a hawk', pictured(1, 'data.icons.0.icon', 'hawk')],
  ['swap the picture of the bird for an eagle', pictured(1, 'data.icons.0.icon', 'eagle')],
  ['Use a rocket instead of the bird', pictured(1, 'data.icons.0.icon', 'rocket')],
  [
    'In the scene where the bird flies, turn the bird into an airplane',
    pictured(1, 'data.icons.0.icon', 'airplane'),
  ],
  ['Change the icon of the router to a compass', pictured(2, 'data.items.0.icon', 'compass')],
  ['make the package a gift', pictured(5, 'data.icons.0.icon', 'gift')],
  // Colours.
  ['Make the film blue', palette('primary', '#2563eb'), palette('accent', '#2563eb')],
  ['Change the accent colour to #0a84ff', palette('accent', '#0a84ff')],
  ['use green as the secondary color', palette('secondary', '#2f9e44')],
  ['Change the colors to navy and orange', palette('primary', '#1b2a5c'), palette('accent', '#f77f00')],
  ['Make Copper red in scene 4', tone(4, 'data.bars.0.tone', 'danger')],
  ['highlight the server in scene 2', tone(2, 'data.items.1.tone', 'now')],
  ['Colour scene 2 green', tone(2, undefined, 'good')],
  // Scenes.
  ['Remove scene 4', remove(4)],
  ['delete the last scene please', remove(5)],
  ['Get rid of scenes 2 and 3', remove(2), remove(3)],
  ['cut the intro', remove(1)],
  ['Remove the scene about the address', remove(3)],
  ['Drop the scene at 0:18', remove(2)],
  ['Move scene 4 to the beginning', move(4, 1)],
  ['Move the second scene to the end', move(2, 5)],
  ['put scene 5 before scene 3', move(5, 3)],
  ['Move scene 2 after scene 3', move(2, 3)],
  ['Swap scenes 2 and 3', move(2, 3)],
  ['Make scene 3 the first scene', move(3, 1)],
  ['move scene 3 up', move(3, 2)],
  ['Split scene 2 in two', { op: 'split_scene', scene: 2 }],
  ['Split scene 2 after the third sentence', { op: 'split_scene', scene: 2, after_sentence: 3 }],
  ['Merge scenes 3 and 4', { op: 'merge_scenes', scene: 3, with: 4 }],
  ['combine scene 3 with scene 4 into one', { op: 'merge_scenes', scene: 3, with: 4 }],
  ['Repeat scene 1 at the end', { op: 'repeat_scene', scene: 1, after: 5 }],
  ['show the third scene again', { op: 'repeat_scene', scene: 3 }],
  ['Add a closing scene that summarises the film', { op: 'add_closing' }],
  ['End the video with a short recap', { op: 'add_closing' }],
  ['I would like you to add a summary at the end, thanks!', { op: 'add_closing' }],
  // Pace.
  ['Make scene 2 shorter', pace(0.88, 2)],
  ['make the second scene a bit longer', pace(1.07, 2)],
  ['Slow down the intro', pace(1.14, 1)],
  ['Scene 3 is too fast', pace(1.14, 3)],
  ['Speed up the video', pace(0.88)],
  ['Make the narrator much slower', pace(1.28)],
  ['Make the film 10 % faster', pace(0.9)],
  // The film.
  ['Change the title to "The journey of a message"', { op: 'set_title', title: 'The journey of a message' }],
  ['Call the video Messages, explained', { op: 'set_title', title: 'Messages, explained' }],
  ['Use a female voice', { op: 'set_voice', description: 'female voice' }],
  ['Change the voice to a calm man', { op: 'set_voice', description: 'calm man' }],
  ['Make it vertical for TikTok', { op: 'set_aspect_ratio', aspect_ratio: '9:16' }],
  ['Change the aspect ratio to 16:9', { op: 'set_aspect_ratio', aspect_ratio: '16:9' }],
  ['Use a chalkboard style', { op: 'set_style', prompt: 'chalkboard style' }],
  ['make it more playful', { op: 'set_style', prompt: 'playful' }],
  ['Make the background darker', { op: 'set_style', prompt: 'dark background' }],
  ['Undo', { op: 'undo' }],
  ['take back the last change', { op: 'undo' }],
  ['Go back to the previous version', { op: 'undo' }],
  // Several at once.
  [
    'Change "At number 93" to "At number 7" and remove scene 4',
    set(3, 'data.messages.1.text', 'At number 7'),
    remove(4),
  ],
  [
    "Remove scene 4. Then make scene 2 faster, and use a woman's voice.",
    remove(4),
    pace(0.88, 2),
    { op: 'set_voice', description: 'woman voice' },
  ],
  [
    '- rename router to gateway everywhere\n- add a summary at the end',
    term('router', 'gateway'),
    { op: 'add_closing' },
  ],
];

const REFUSED: [request: string, sentence: RegExp][] = [
  ['', /not understood/],
  ['Make it better', /not understood/],
  ['asdf qwer', /not understood/],
  ['Remove everything', /not understood/],
  ['Remove scene 9', /There is no scene 9; the film has scenes 1 to 5/],
  ['Delete the scene about dinosaurs', /No scene is about "dinosaurs"/],
  ['Remove the scene with the laptop', /Several scenes are about/],
  ['Change "server" to "computer"', /stands in scene 2 .*name one of them/],
  ['Change the headline to "Hello"', /In which scene/],
  ['Replace the dragon in scene 2 with a hawk', /not understood|No picture/],
  ['Replace the bird in scene 1 with a flurgelhorpf', /There is no picture of "flurgelhorpf"/],
  ['Replace the laptop with a phone', /"laptop" is shown in scene 1 .*scene 3/],
  ['Rename modem to gateway everywhere', /"modem" is neither written nor spoken/],
  ['Make scene 2 3 seconds long', /can last from/],
  ['Use the voice of Morgan Freeman', /cannot follow/],
  ['Remove scene 2 and make it nicer for my grandma', /not understood/],
  ['Remove the sentence "It was a dark night."', /not understood/],
  ['Drop the scene at 5:00', /The film ends at/],
  ['Remove the remark in scene 1', /Scene 1 has no remark/],
  ['Drop the fourth sentence of scene 1', /2 sentences/],
  ['Make Copper purple in scene 4', /Parts of a scene are coloured by what they mean/],
  ['Undo and remove scene 2', /Undoing stands alone/],
  ['Move scene 3 to position 12', /There is no place 12/],
  ['Merge scenes 2, 3 and 4', /Name the two scenes/],
  ['Add background music', /not understood/],
  ['Translate the film to French', /not understood/],
  ['Make scene 2 look like a chalkboard', /Style is that of the whole film|not understood/],
  ['x'.repeat(5001), /at most 5000 characters/],
];

describe('a request in plain English becomes the operations it asks for', () => {
  test.each(UNDERSTOOD)('%s', async (request, ...operations) => {
    expect(await understandEdit(request, film)).toEqual(operations);
  });

  test('more than sixty phrasings are held to', () => {
    expect(UNDERSTOOD.length).toBeGreaterThanOrEqual(60);
    expect(REFUSED.length).toBeGreaterThanOrEqual(20);
  });
});

describe('what is unknown, impossible or ambiguous is refused in a sentence', () => {
  test.each(REFUSED)('%.60s', async (request, sentence) => {
    await expect(understandEdit(request, film)).rejects.toMatchObject({
      kind: 'bad_edit',
      isTheirs: true,
      message: expect.stringMatching(sentence),
    });
  });
});
