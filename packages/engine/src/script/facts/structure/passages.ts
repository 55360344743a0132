/**
 * Passages with the kind a careful reader would give them: the table the recognisers are held to.
 * `not` lists traps: wordings that look like a kind and are none.
 */
import type { Structure } from '../../structure.ts';

export interface Row {
  passage: string;
  kind: Structure['kind'];
  /** Words that must be among the pieces. */
  holds?: readonly string[];
}

export const PASSAGES: readonly Row[] = [
  // Definitions
  {
    passage: 'A coral reef is an underwater ecosystem built by tiny animals.',
    kind: 'definition',
    holds: ['coral reef', 'underwater ecosystem'],
  },
  {
    passage: 'Photosynthesis is the process by which plants turn light into sugar.',
    kind: 'definition',
    holds: ['Photosynthesis'],
  },
  {
    passage: 'HTTP is a protocol for moving documents between machines.',
    kind: 'definition',
    holds: ['HTTP', 'protocol'],
  },
  {
    passage: 'Vaccines are medicines that train the immune system.',
    kind: 'definition',
    holds: ['Vaccines', 'medicines'],
  },
  {
    passage: 'Inflation refers to the rise in prices over time.',
    kind: 'definition',
    holds: ['Inflation', 'rise'],
  },
  {
    passage: 'The movement of water across a membrane is called osmosis.',
    kind: 'definition',
    holds: ['osmosis'],
  },
  {
    passage: 'An algorithm is a set of rules that solves a problem.',
    kind: 'definition',
    holds: ['algorithm'],
  },
  // Enumerations
  {
    passage: 'A cell has three main parts: the membrane, the nucleus and the cytoplasm.',
    kind: 'enumeration',
    holds: ['Membrane', 'Nucleus', 'Cytoplasm'],
  },
  {
    passage: 'Air consists of nitrogen, oxygen, argon and traces of other gases.',
    kind: 'enumeration',
    holds: ['Nitrogen', 'Argon'],
  },
  {
    passage: 'The main causes are smoking, poor diet and lack of exercise.',
    kind: 'enumeration',
    holds: ['Smoking', 'Poor diet'],
  },
  {
    passage: 'There are four types of tissue: muscle, nerve, connective and epithelial.',
    kind: 'enumeration',
    holds: ['Muscle'],
  },
  {
    passage: 'First, solar panels are cheap. Second, they need little care. Third, they run for decades.',
    kind: 'enumeration',
    holds: ['Solar panels are cheap'],
  },
  {
    passage: 'The kit includes a torch, a whistle, a blanket and a radio.',
    kind: 'enumeration',
    holds: ['Whistle'],
  },
  { passage: 'Concrete is made of cement, sand, gravel and water.', kind: 'enumeration', holds: ['Gravel'] },
  // Steps
  {
    passage: 'First, crush the grapes. Then press the juice from the skins. Finally, let it ferment.',
    kind: 'steps',
    holds: ['Crush the grapes'],
  },
  {
    passage: 'First the compiler reads the source. Then it builds a tree. Finally it writes machine code.',
    kind: 'steps',
  },
  {
    passage: 'Preheat the oven. Mix the flour and the butter. Add the eggs. Bake for 40 minutes.',
    kind: 'steps',
    holds: ['Preheat the oven'],
  },
  { passage: 'Unplug the router. Wait for ten seconds. Plug it in again.', kind: 'steps' },
  {
    passage: 'To begin, open the settings. Next, choose a language. After that, restart the machine.',
    kind: 'steps',
  },
  { passage: 'Barley → malt → wort → beer.', kind: 'steps', holds: ['Barley', 'Wort'] },
  // Cause and effect
  { passage: 'Smoking causes lung cancer.', kind: 'cause', holds: ['Smoking', 'Lung cancer'] },
  { passage: 'Heavy rain led to floods in the valley.', kind: 'cause', holds: ['Heavy rain'] },
  {
    passage: 'The bridge collapsed because the cables had rusted.',
    kind: 'cause',
    holds: ['The bridge collapsed'],
  },
  {
    passage: 'Warm air holds more water. As a result, storms bring heavier rain.',
    kind: 'cause',
    holds: ['Storms bring heavier rain'],
  },
  { passage: 'Demand rose faster than supply, so prices went up.', kind: 'cause', holds: ['Prices went up'] },
  { passage: 'Ocean warming triggers coral bleaching. Coral bleaching leads to starvation.', kind: 'cause' },
  { passage: 'Tides are caused by the pull of the Moon.', kind: 'cause' },
  // Comparisons
  {
    passage: 'TCP checks every packet, while UDP sends packets without checking.',
    kind: 'comparison',
    holds: ['TCP', 'UDP'],
  },
  {
    passage: 'Frogs have smooth skin, whereas toads have dry skin.',
    kind: 'comparison',
    holds: ['Frogs', 'Toads'],
  },
  {
    passage: 'Unlike lithium cells, sodium cells work well in the cold.',
    kind: 'comparison',
    holds: ['Lithium cells', 'Sodium cells'],
  },
  {
    passage: 'Cash is private. Cards, by contrast, leave a record.',
    kind: 'comparison',
    holds: ['Cash', 'Cards'],
  },
  {
    passage: 'Diesel engines ignite fuel by pressure. In contrast, petrol engines ignite fuel by a spark.',
    kind: 'comparison',
  },
  {
    passage: 'Arteries carry blood away from the heart, while veins carry blood back to it.',
    kind: 'comparison',
    holds: ['Arteries', 'Veins'],
  },
  // Dates
  {
    passage:
      'In 1957, Sputnik reached orbit. In 1961, Yuri Gagarin flew around the Earth. In 1969, Apollo 11 landed on the Moon.',
    kind: 'dates',
    holds: ['1957', '1961', '1969'],
  },
  { passage: 'The wall was built in 1961. It fell in 1989.', kind: 'dates', holds: ['1961', '1989'] },
  {
    passage: 'On 14 July 1789, a crowd stormed the Bastille. On 21 January 1793, the king was executed.',
    kind: 'dates',
  },
  { passage: 'Printing reached Europe in the 15th century. Steam drove the presses by 1814.', kind: 'dates' },
  {
    passage: 'The company was founded in 1998, and in 2004 it went public.',
    kind: 'dates',
    holds: ['1998', '2004'],
  },
  {
    passage: 'Rome was founded in 753 BC. The republic began in 509 BC. Augustus became emperor in 27 BC.',
    kind: 'dates',
  },
  // Quantities
  {
    passage: 'Revenue was 1.2 million euros in Q1, 1.5 million euros in Q2 and 1.1 million euros in Q3.',
    kind: 'quantities',
    holds: ['Q1', 'Q2', 'Q3'],
  },
  {
    passage: 'A cheetah runs at 110 km/h, a lion at 80 km/h and a human at 37 km/h.',
    kind: 'quantities',
    holds: ['Cheetah', 'Lion', 'Human'],
  },
  {
    passage: 'Germany emits 8 tonnes per person. France emits 5 tonnes per person.',
    kind: 'quantities',
    holds: ['Germany', 'France'],
  },
  {
    passage: 'Coal provides 35 percent of the power. Gas provides 23 percent.',
    kind: 'quantities',
    holds: ['Coal', 'Gas'],
  },
  {
    passage: 'Sales reached €4.1 million in May and €5.3 million in June.',
    kind: 'quantities',
    holds: ['May', 'June'],
  },
  // One number
  { passage: 'Light travels at 299,792 km/s.', kind: 'number', holds: ['299,792'] },
  { passage: 'A quarter of all marine species live on reefs.', kind: 'number', holds: ['A quarter'] },
  { passage: 'The human heart beats 100,000 times a day.', kind: 'number', holds: ['100,000'] },
  { passage: 'The dam cost 4.5 billion dollars.', kind: 'number', holds: ['4.5 billion'] },
  { passage: 'One in five adults sleeps badly. One in five people forgets it.', kind: 'statement' },
  // Messages
  {
    passage: 'The client sends a hello to the server. The server replies with a certificate.',
    kind: 'messages',
    holds: ['Client', 'Server', 'Certificate'],
  },
  {
    passage: 'The browser asks the resolver for an address, and the resolver answers with a number.',
    kind: 'messages',
    holds: ['Browser', 'Resolver'],
  },
  {
    passage:
      'The card sends its number to the terminal. The terminal forwards the number to the bank. The bank replies with an approval.',
    kind: 'messages',
    holds: ['Card', 'Terminal', 'Bank'],
  },
  {
    passage: 'Alice sends a key to Bob. Bob replies with a signed message.',
    kind: 'messages',
    holds: ['Alice', 'Bob'],
  },
  {
    passage:
      'The client sends a SYN to the server. The server replies with a SYN-ACK. The client then sends an ACK.',
    kind: 'messages',
  },
  // Cycles
  {
    passage:
      'Water evaporates from the sea. It condenses into clouds. It falls as rain. Rivers carry it back to the sea, and the cycle begins again.',
    kind: 'cycle',
  },
  {
    passage:
      'Eggs hatch into larvae. Larvae turn into pupae. Pupae become adults. Adults lay eggs, and the cycle repeats.',
    kind: 'cycle',
  },
  {
    passage:
      'The piston draws in fuel. It compresses the fuel. The spark fires. The exhaust leaves, and the process starts over.',
    kind: 'cycle',
  },
  // Formulas
  { passage: "Einstein's formula is $E = mc^2$.", kind: 'formula', holds: ['E = mc^2'] },
  { passage: 'Force follows F = ma in every case.', kind: 'formula', holds: ['F = ma'] },
  { passage: 'The area is $A = \\pi r^2$ for a circle.', kind: 'formula' },
  // Statements: nothing more particular is there
  { passage: 'Sleep restores the brain.', kind: 'statement' },
  { passage: 'Nobody knows what dreams are for.', kind: 'statement' },
  { passage: 'The sea looks calm. Below it, life is loud.', kind: 'statement' },

  // Traps
  { passage: 'The problem is a lack of funds.', kind: 'statement' },
  { passage: 'It is a pity that the bridge was closed.', kind: 'statement' },
  { passage: 'There is a storm that nobody expected.', kind: 'statement' },
  { passage: 'Marie Curie was a physicist.', kind: 'statement' },
  { passage: 'This is a problem that grows.', kind: 'statement' },
  { passage: 'Yesterday I bought bread, cheese and wine.', kind: 'statement' },
  { passage: 'At first, nobody cared. The war came anyway.', kind: 'statement' },
  { passage: 'The First Lady spoke. The Second World War was over.', kind: 'statement' },
  { passage: 'The cause of the fire is unknown.', kind: 'statement' },
  { passage: 'Vaccines do not cause autism.', kind: 'statement' },
  { passage: 'He did not leave because he was tired.', kind: 'statement' },
  { passage: 'Smoking may cause harm.', kind: 'statement' },
  { passage: 'She worked so that he could study.', kind: 'statement' },
  { passage: 'Nero played while Rome was burning.', kind: 'statement' },
  { passage: 'While we slept, the snow fell.', kind: 'statement' },
  { passage: 'The plan is more than a wish.', kind: 'statement' },
  { passage: 'The hall holds 1500 people.', kind: 'number' },
  { passage: 'The novel 1984 is still read. Windows 2000 is not.', kind: 'statement' },
  { passage: 'The army had 2000 men in 1500 tents.', kind: 'statement' },
  { passage: 'Prices rose from 10 to 20 percent.', kind: 'statement' },
  { passage: 'The trip takes between 5 and 10 hours.', kind: 'statement' },
  { passage: 'Two minutes later, the phone rang.', kind: 'statement' },
  { passage: 'The doctor sends her regards.', kind: 'statement' },
  { passage: 'The river sends mud to the sea. The sea answers with waves.', kind: 'statement' },
  { passage: 'She rides a bicycle to work, and it never breaks.', kind: 'statement' },
  { passage: 'The news cycle is short.', kind: 'statement' },
  { passage: 'Motorcycles are loud. Cars are quieter. Trains are best.', kind: 'statement' },
  { passage: 'Set x = 5 and the guests = tired is not a formula.', kind: 'statement' },
  { passage: 'A ticket costs $5 and a drink costs $3.', kind: 'quantities' },
  { passage: 'The results are good, and the mood is better.', kind: 'statement' },
  { passage: 'Then he left. Next door, a dog barked.', kind: 'statement' },
  { passage: 'Use is made of steam. Press reports were kind. Cut flowers last a week.', kind: 'statement' },
  { passage: 'Our answer is the best of them.', kind: 'statement' },
  { passage: 'The teacher asks the class to sit.', kind: 'statement' },
  { passage: 'If she runs 38 degrees to the right, fly 38 degrees right of it.', kind: 'statement' },
  {
    passage: 'Lock 100 pounds in a drawer for ten years, yet it comes out buying what 82 pounds bought.',
    kind: 'statement',
  },
  { passage: 'The first player meets 22 others, the next meets 21.', kind: 'statement' },
  {
    passage: 'A list of items needs at most 20 steps. Half of what remains is lost.',
    kind: 'number',
    holds: ['20'],
  },
  {
    passage:
      'The resolver asks a root server for the address. The root server replies with a referral. The resolver then asks the top-level server, which returns the name of another. The name server answers with the IP address.',
    kind: 'messages',
    holds: ['"from":"Top-level server","to":"Resolver"', '"from":"Name server","to":"Resolver"'],
  },
];
