import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Knowledge, loadKnowledge } from './knowledge.ts';
import { type Entry, materialOf, readNoteFile } from './knowledge-folders.ts';

/** Small notes in the shape of the shipped ones: file | title | other names | narration. */
const NOTES = `
https | How HTTPS keeps a secret | https, tls, secure web, padlock in the browser | Your card number crosses a dozen machines. The server signs a certificate. Your browser and the server agree on a key.
internet | A letter cut into postcards | internet, how the internet works, packets, packet switching | Routers pass packets from network to network. It began in 1969.
blockchain | A ledger nobody owns | blockchain, bitcoin ledger, distributed ledger | Each block carries the hash of the one before.
hash-table | Finding a book without searching | hash table, hash map, dictionary data structure | A hash function turns a key into a shelf number.
binary-search | Twenty questions | binary search, searching a sorted list | Drop half each time.
neural-network | A machine that learns from mistakes | neural network, neural networks, deep learning, backpropagation | It learns to recognise digits from examples. Each weight moves a little.
machine-learning | Learning from examples | machine learning, ml, supervised learning | A model is fitted to examples.
quantum-computing | Computing with possibilities | quantum computing, quantum computer, qubit, qubits | A qubit is in two states at once. Physics is quantum.
public-key | The padlock you can post | public key cryptography, asymmetric encryption, rsa | Anyone may close the padlock.
git | Snapshots that branch | git, version control, git branches | A commit is a snapshot. Merge joins two branches.
wifi | Shouting in turns | wifi, wireless network | Each device waits for silence.
gps | Four clocks in the sky | gps, satellite navigation, global positioning system | Satellites send the time.
sky | Why the sky is blue | blue sky, sky colour, rayleigh scattering | Blue light scatters more than red light. At sunset, light crosses more air.
rainbow | Sunlight unpicked by rain | rainbow, rainbows | Each drop bends the light.
black-holes | Where light cannot leave | black hole, event horizon | A star collapses under its own weight.
relativity | Your clock is not mine | relativity, special relativity, theory of relativity, time dilation, e=mc2 | A moving clock ticks slower.
photosynthesis | How a leaf eats light | photosynthesis, chlorophyll, how plants make food | Plants take in carbon dioxide and water, and give off oxygen.
vaccines | A rehearsal for your body | vaccine, vaccination, immunisation, how vaccines work | A vaccine trains the immune system to fight germs.
immune-system | An army that remembers | immune system, white blood cells, antibodies | It remembers an invader.
heart | A pump that never rests | heart, human heart, circulation, blood circulation | The heart beats. A valve attacks nothing.
dna | The recipe in every cell | dna, genetic code, double helix | DNA is copied before a cell divides.
evolution | Luck, sorted | evolution, natural selection, darwin, survival of the fittest | What survives leaves children.
sleep | The night shift in your head | sleep, why we sleep, rem sleep | The brain washes itself.
water-cycle | The same water, again | water cycle, rain, evaporation, how rain forms | Water rises as vapour and falls as rain.
tides | The Moon pulls a bulge | tides, tide, high tide | The sea fills a basin.
seasons | A tilted spinning top | seasons, why we have seasons, summer and winter | Earth leans.
plate-tectonics | The floor that drifts | plate tectonics, continental drift, earthquake, earthquakes | Plates grind past each other.
volcano | A lid on pressure | volcano, volcanoes, eruption | Magma rises.
greenhouse | A blanket made of gas | greenhouse effect, global warming, climate change | Carbon dioxide holds heat.
moon-landing | A phone call from the Moon | moon landing, apollo 11, moon race, space race | Armstrong stepped down in 1969.
french-revolution | Bread, debt and a king | french revolution, bastille, revolution in france | In 1789 bread cost a day's wage.
industrial-revolution | Steam moves into the mill | industrial revolution, steam engine | Watt's engine.
printing-press | Words by the thousand | printing press, gutenberg, movable type | In Mainz, letters of lead.
world-war-one | The summer that broke Europe | first world war, world war i, wwi, great war | An archduke was shot in 1914.
roman-empire | How Rome fell | fall of rome, roman empire, fall of the roman empire | Rome taxed, split and fell.
inflation | Why money buys less every year | inflation, rising prices, why do prices go up, purchasing power | Prices rise. The shop was in Germany.
compound-interest | Money that has children | compound interest, compound growth, rule of 72 | Interest earns interest.
supply-demand | Two lines that cross | supply and demand, market price, equilibrium price | Sellers and buyers meet.
stock-market | A slice of a company | stock market, shares, stocks, stock exchange | A share is a slice. It may crash.
gdp | Counting a country's work | gdp, gross domestic product | It adds up what is sold.
credit-card | Borrowing for a month | credit card, credit cards | The bank pays the shop.
pythagoras | The square on the longest side | pythagorean theorem, pythagoras | Three squares.
pi | The number in every circle | pi, 3.14 | A circle's edge.
prime-numbers | Numbers that refuse to split | prime number, primes | Only one and itself.
probability | What a coin cannot know | probability, odds, chance | A coin has no memory.
bayes | How much to change your mind | bayes theorem, bayes rule, conditional probability | A test is positive.
microwave | Shaking water with waves | microwave oven, microwaves | A microwave oven heats the water in food.
refrigerator | Carrying heat out of a box | refrigerator, fridge, heat pump | A gas boils inside.
battery | Electrons that take the long way | battery, lithium ion battery, rechargeable battery | Ions cross, electrons go round.
electric-motor | A magnet that chases itself | electric motor, motors | Electricity makes a coil a magnet. The motor turns. Motion comes out.
aeroplane | Air pushed down, wing pushed up | airplane, aeroplane, how planes fly, lift, wing | The wing turns air downwards.
bee-dance | A map danced in the dark | bee waggle dance, bees, honey bee dance | A bee dances on the comb.
computer-mouse | The click | computer mouse, how a computer mouse works | A light looks at the desk.
`;

const entries: Entry[] = NOTES.trim()
  .split('\n')
  .map((line) => {
    const [name, title, also, narration] = line.split(' | ') as [string, string, string, string];
    const text = `---\ntitle: "${title}"\nalso: ${JSON.stringify(also.split(', '))}\nsources: [A book]\n---\n\n# ${title}\n${narration}\n`;
    return {
      kind: 'note',
      file: `knowledge/${name}.md`,
      title,
      isUsers: false,
      text,
      also: also.split(', '),
    };
  });
const knowledge = new Knowledge(entries);
const found = (task: string) => {
  const match = knowledge.find(task);
  return match ? path.basename(match.entry.file, '.md') : null;
};

const ASKED: [string, string][] = [
  ['Explain how HTTPS works in 30 seconds', 'https'],
  ['HTTPS', 'https'],
  ['what is https?', 'https'],
  ['Explain TLS to a beginner in 45 seconds', 'https'],
  ['Why is there a padlock in the browser?', 'https'],
  ['Make a 60-second explainer video about HTTPS with simple analogies', 'https'],
  ['How does HTTPS keep my card number secret?', 'https'],
  ['Explain how the internet works for my grandma', 'internet'],
  ['how the Internet works', 'internet'],
  ['What is packet switching?', 'internet'],
  ['ELI5: blockchain', 'blockchain'],
  ['what is the point of a blockchain', 'blockchain'],
  ['Explain blockchains', 'blockchain'],
  ['What is a hash table and why is it fast?', 'hash-table'],
  ['Explain hash maps', 'hash-table'],
  ['hashmap', 'hash-table'],
  ['Teach me binary search step by step', 'binary-search'],
  ['Explain how a neural network learns to recognize digits, with simple examples', 'neural-network'],
  ['How do neural networks work?', 'neural-network'],
  ['Explain deep learning', 'neural-network'],
  ['What is machine learning and how does it work?', 'machine-learning'],
  ['Explain machine-learning in plain English', 'machine-learning'],
  ['Explain quantum computing', 'quantum-computing'],
  ['How do quantum computers work', 'quantum-computing'],
  ['what are qubits', 'quantum-computing'],
  ['public-key cryptography explained', 'public-key'],
  ['Make me a video on git for beginners', 'git'],
  ['What is version control?', 'git'],
  ['How does Wi-Fi work?', 'wifi'],
  ['explain wifi', 'wifi'],
  ['How does GPS know where I am?', 'gps'],
  ['How does GPS work', 'gps'],
  ['Why is the sky blue?', 'sky'],
  ['why the sky is blue', 'sky'],
  ['Explain Rayleigh scattering in 2 minutes', 'sky'],
  ['How do rainbows form?', 'rainbow'],
  ['Can you make a short animated explainer about how black holes form?', 'black-holes'],
  ['blackholes', 'black-holes'],
  ['Tell me about the theory of relativity in simple terms', 'relativity'],
  ['Explain E=mc2', 'relativity'],
  ['Explain E = mc²', 'relativity'],
  ["I have a test tomorrow. Please explain photosynthesis to me like I'm five", 'photosynthesis'],
  ['Photosynthesis, explained simply', 'photosynthesis'],
  ['explain photosyntesis', 'photosynthesis'],
  ['How do plants make food?', 'photosynthesis'],
  ['How do vaccines work?', 'vaccines'],
  ['Explain immunization', 'vaccines'],
  ['How do vaccines train the immune system to fight germs?', 'vaccines'],
  ['how does the immune system work', 'immune-system'],
  ['How does the heart work?', 'heart'],
  ['the human heart', 'heart'],
  ['What is DNA?', 'dna'],
  ['Describe how DNA is copied', 'dna'],
  ['Explain evolution by natural selection', 'evolution'],
  ["Explain Darwin's evolution", 'evolution'],
  ['Why do we sleep?', 'sleep'],
  ['the science of sleep', 'sleep'],
  ['Explain me the water cycle', 'water-cycle'],
  ['How does rain form', 'water-cycle'],
  ['What causes tides?', 'tides'],
  ['Why do we have seasons?', 'seasons'],
  ['What causes earthquakes?', 'plate-tectonics'],
  ['Give me an overview of plate tectonics', 'plate-tectonics'],
  ['earthqakes', 'plate-tectonics'],
  ['How do volcanoes erupt', 'volcano'],
  ['The greenhouse effect', 'greenhouse'],
  ['Explain climate change in 90 seconds', 'greenhouse'],
  ['Create a 45s TikTok video on the Moon landing with fun analogies', 'moon-landing'],
  ['Apollo 11', 'moon-landing'],
  ['make a 2-minute video about the French Revolution for kids', 'french-revolution'],
  ['The French revolutoin', 'french-revolution'],
  ['What was the Industrial Revolution?', 'industrial-revolution'],
  ['Who was Gutenberg?', 'printing-press'],
  ['Explain the First World War', 'world-war-one'],
  ['why did the Roman Empire fall', 'roman-empire'],
  ["what's inflation?", 'inflation'],
  ['Inflation — what is it and why does it matter?', 'inflation'],
  ['Why do prices go up?', 'inflation'],
  ['In 60 seconds, explain compound interest to a 10-year-old.', 'compound-interest'],
  ['Explain supply and demand to high school students', 'supply-demand'],
  ['How does the stock market work', 'stock-market'],
  ['What does GDP mean?', 'gdp'],
  ['i want a 2 min explainer film on how credit cards work please', 'credit-card'],
  ['Teach me the Pythagorean theorem', 'pythagoras'],
  ['what is pi', 'pi'],
  ['Explain prime numbers', 'prime-numbers'],
  ["Explain Bayes' theorem", 'bayes'],
  ['How does a microwave oven heat food?', 'microwave'],
  ['How does a fridge work?', 'refrigerator'],
  ['Explain lithium-ion batteries', 'battery'],
  ['Show how an electric motor turns electricity into motion in 90 seconds.', 'electric-motor'],
  ['how do planes fly', 'aeroplane'],
  ['How do aeroplanes stay up?', 'aeroplane'],
  ['Why did Gutenberg change the world?', 'printing-press'],
  ['who invented the printing press', 'printing-press'],
  ['Why does inflation grow so fast?', 'inflation'],
  ["the bee's waggle dance", 'bee-dance'],
  ['A video about bees', 'bee-dance'],
];

test.each(ASKED)('"%s" finds the note %s', (task, expected) => {
  expect(found(task)).toBe(expected);
});

const NOTHING = [
  'Explain quantum chromodynamics',
  'Explain quantum entanglement',
  'quantum mechanics',
  'history of pizza',
  'The history of the internet',
  'Explain the Russian Revolution',
  'Explain the Second World War',
  'World War II',
  'What is a heart attack?',
  'How does a heart attack start?',
  'Why do heart transplants last so long?',
  'how fast food changed the world',
  'heart disease',
  'How to bake bread',
  'How to train a dog',
  'the computer',
  'Explain water',
  'What is light?',
  'black hat hackers',
  'the blue whale',
  'internet of things',
  'How do solar panels work?',
  'Explain the machine gun',
  'The Moon',
  'Explain the price of gold',
  'neural crest cells',
  'the nervous system',
  'Explain the solar system',
  'DNA computing',
  'credit default swaps',
  'battery farming',
  'Explain the Roman numerals',
  'binary stars',
  'the tree of life',
  'Explain the theory of everything',
  'the future of vaccines',
  'side effects of vaccines',
  'Why do cats purr?',
  'supply chain attacks',
  'What is the meaning of life?',
  'Explain git and Kubernetes',
  'Explain kubernetes',
  'how the stock cube was invented',
  'prime ministers of Britain',
  'Compare HTTPS with Kerberos',
  'mouse',
  'how do mice live',
  'sky diving',
  'pie',
  'Make a video',
  'explain',
  'What is it?',
  '????',
  'Tell me a joke',
  'Erkläre die Quantenmechanik',
  'Who is the president of France?',
  'Write a poem about rain in spring on Mars',
];

test.each(NOTHING)('"%s" finds nothing rather than a related note', (task) => {
  expect(found(task)).toBeNull();
});

test('the nearest notes are named when none is about the topic', () => {
  expect(knowledge.near('Explain quantum chromodynamics')).toContain('Computing with possibilities');
  expect(knowledge.near('Erkläre die Welt')).toEqual([]);
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chalktalk-knowledge-'));
  await mkdir(path.join(folder, 'shipped'));
  await mkdir(path.join(folder, 'own', 'deep'), { recursive: true });
  const note = (title: string, also: string) =>
    `---\ntitle: ${title}\nalso: [${also}]\nsources: [A book]\n---\n# Point\nIt is so. It is really so.\n`;
  await writeFile(path.join(folder, 'shipped', 'tea.md'), note('Tea', 'tea, green tea'));
  await writeFile(path.join(folder, 'shipped', 'coffee.md'), note('Coffee', 'coffee'));
  await writeFile(path.join(folder, 'own', 'my-tea.md'), note('tea', 'tea'));
  await writeFile(path.join(folder, 'own', 'README.md'), '# Tea and coffee\nA folder.');
  await writeFile(
    path.join(folder, 'own', 'deep', 'cocoa.md'),
    note('Cocoa', 'cocoa').replace('# Point', '# Point {from=soon}'),
  );
  await writeFile(
    path.join(folder, 'own', 'mate_drink.md'),
    'Mate is a drink. It comes from South America.\n',
  );
  await writeFile(path.join(folder, 'own', 'latin.md'), Buffer.from([0x23, 0x20, 0xe9, 0x0a]));
});
afterAll(() => rm(folder, { recursive: true }));

test("the user's folders are read with their subfolders, and the user's note wins over a shipped one of the same title", async () => {
  const both = await loadKnowledge([path.join(folder, 'own')], path.join(folder, 'shipped'));
  expect(both.entries.map((entry) => path.basename(entry.file)).sort()).toEqual([
    'cocoa.md',
    'coffee.md',
    'latin.md',
    'mate_drink.md',
    'my-tea.md',
  ]);
  expect(both.find('What is tea?')?.entry.file).toBe(path.join(folder, 'own', 'my-tea.md'));
  expect(both.find('What is coffee?')?.entry.file).toBe(path.join('shipped', 'coffee.md'));
});

test('a note that cannot be read is reported by file and line, still found, and stops no other', async () => {
  const both = await loadKnowledge([path.join(folder, 'own')], path.join(folder, 'shipped'));
  expect(both.faults).toHaveLength(2);
  expect(both.faults[0]).toMatch(/cocoa\.md line 6: "\{from=soon\}" is not understood/);
  expect(both.faults[1]).toMatch(/latin\.md: the note is not UTF-8/);
  expect(both.find('explain cocoa')?.entry.kind).toBe('broken');
});

test('plain Markdown in a folder is found by its file name', async () => {
  const own = await loadKnowledge([path.join(folder, 'own')], path.join(folder, 'shipped'));
  expect(own.find('what is the mate drink?')?.entry.kind).toBe('plain');
});

test('a folder that is not there is named, and a note that is not there too', async () => {
  await expect(loadKnowledge([path.join(folder, 'nowhere')])).rejects.toThrow(
    /knowledge folder .*nowhere cannot be read/,
  );
  await expect(readNoteFile(path.join(folder, 'nowhere.md'))).rejects.toThrow(/there is no such file/);
  await expect(readNoteFile(folder)).rejects.toThrow(/cannot be read/);
});

test('the material a script can be drawn from changes with every note in reach, and with nothing else', async () => {
  const shipped = path.join(folder, 'shipped');
  const before = await materialOf({ knowledgeDirs: [path.join(folder, 'own')] }, shipped);
  expect(Object.keys(before)).toHaveLength(6);
  expect(await materialOf({ knowledgeDirs: [path.join(folder, 'own')] }, shipped)).toEqual(before);
  await writeFile(path.join(folder, 'own', 'README.md'), 'Changed.');
  expect(await materialOf({ knowledgeDirs: [path.join(folder, 'own')] }, shipped)).toEqual(before);
  await writeFile(path.join(folder, 'own', 'mate_drink.md'), 'Changed.');
  expect(await materialOf({ knowledgeDirs: [path.join(folder, 'own')] }, shipped)).not.toEqual(before);
  const note = { text: 'a', file: 'a.md' };
  expect(Object.keys(await materialOf({ note }))).toEqual(['a.md']);
});
