/**
 * Kinds: what a thing is, for things that have no picture of their own. A poodle is shown as a dog, a carpenter as a
 * builder. Only kinds that look like the thing: a person with a name is no picture of "scientist".
 */
import { spelledWordsOf, wordsOf } from './words.ts';

/** `kind: what is of that kind`; the kind is looked up as a meaning. */
const ROWS = `
dog: poodle, puppy, hound, labrador, terrier, beagle, dachshund, bulldog, greyhound, husky, collie, mutt, sheepdog, spaniel
cat: tabby, kitten, tomcat, siamese, kitty
horse: stallion, mare, pony, foal, thoroughbred, steed
cow: calf, heifer, cattle, dairy cow
pig: piglet, sow, boar, swine, hog
sheep: flock of sheep, livestock
chicken: poultry
bird: robin, sparrow, finch, thrush, blackbird, nightingale, swallow, lark, wren, canary, cuckoo, songbird, woodpecker, kingfisher, starling, seagull, gull, albatross, pelican, stork, heron, crane bird, hummingbird, raven, crow, magpie
eagle: hawk, falcon, kestrel, vulture, condor, bird of prey, buzzard, osprey
fish: salmon, trout, tuna, cod, goldfish, herring, carp, sardine, pike fish, mackerel, eel, bass fish, perch, haddock, anchovy, seafood, shoal
tropical fish: clownfish, reef fish, aquarium fish
whale: orca, blue whale, sperm whale, narwhal, cetacean
dolphin: porpoise
shrimp: prawn, krill, plankton
lobster: crayfish
snail: slug
honeybee: wasp, bumblebee, hornet, pollinator
fly: gnat, midge, housefly
beetle: weevil, ladybug, scarab
bug: caterpillar, larva, aphid, insect pest, grub, maggot
snake: cobra, viper, python snake, rattlesnake, anaconda, adder, serpent, boa
lizard: gecko, iguana, chameleon, salamander, newt, reptile
crocodile: caiman
turtle: terrapin
frog: tadpole, amphibian
leopard: panther, cheetah, jaguar, big cat, lynx, puma, cougar
lion: lioness, lion cub
bear: grizzly, brown bear, cub
monkey: baboon, lemur, macaque, primate
gorilla: ape, chimpanzee, bonobo
deer: stag, doe, elk, moose, reindeer, antelope, gazelle
ox: bull, bison, yak, buffalo
rabbit: bunny, leveret
mouse animal: rodent, vole, shrew, gerbil
tree: oak, maple, beech, birch, elm, ash tree, chestnut tree, willow, apple tree, cherry tree, fruit tree, orchard, maple tree
evergreen tree: pine, pine tree, fir, spruce, cedar, conifer, larch, yew
flower: daisy, buttercup, dandelion, wildflower, marigold, orchid, lily, violet, daffodil, bloom
leaf: weed, foliage, nettle, fern
sheaf of rice: crop, crops, harvest, cereal crop, barley, oats, rye, millet, grain field
potato: root vegetable, tuber
mountain: cliff, peak, ridge, summit, hillside, highland, alps, himalaya
desert: canyon, dune, wasteland, savanna, badlands
water wave: pond, flood plain, rapids, torrent, surf, tide, bay, gulf
snowflake: blizzard, hail, frost, snowstorm, sleet, snowfall
shooting star: meteorite
comet: meteor, meteoroid, asteroid
star: constellation, supernova, sun like star
cloud with rain: drizzle, downpour, shower of rain, monsoon
fog: mist, haze
doctor: physician, surgeon, pharmacist, paediatrician, cardiologist, anaesthetist, midwife, vet, veterinarian, medic
pill: pharmacy, tablet of medicine, capsule, painkiller, drugstore, aspirin, paracetamol, prescription drug, penicillin
thermometer: fever, flu, influenza
tooth: toothache, tooth decay, cavity, molar
eye: eyesight, vision sense, retina, pupil of eye, eyeball
fork and knife with plate: waiter, waitress
fishing pole: fisherman, angler, fishing line
judge: lawyer, attorney, barrister, magistrate, solicitor, advocate
construction worker: bricklayer, labourer, laborer, docker, miner, roofer
mechanic: electrician, carpenter, plumber, technician, joiner, locksmith, welder
teacher: professor, lecturer, tutor, schoolteacher
boy: teenager, teen, adolescent, lad
girl: schoolgirl
old woman: grandmother, granny, grandma, old lady, elderly woman
old man: grandfather, grandpa, pensioner, elder, elderly man
people hugging: reunion
office worker: clerk, accountant, manager, banker, civil servant, boss, salesman
guard: sentry, legionary, redcoat, musketeer
farmer: peasant, shepherd, gardener, rancher, serf
cook: chef, baker
astronaut: cosmonaut, spacewalker
detective: investigator, sleuth, inspector
minibus: van, camper van, delivery van, people carrier
delivery truck: lorry, removal van
metro: underground railway, subway train, tube train
tram: streetcar, trolley car
ship: ocean liner, cruise ship, tanker, freighter, steamship, cruise liner, warship, battleship
sailboat: yacht, galleon, caravel, schooner, sailing ship, clipper ship, dinghy, catamaran
canoe: kayak, rowing boat, rowboat, raft, dugout
airplane: airliner, jet plane, passenger jet, glider, biplane, fighter jet, bomber, jumbo jet
house: mansion, cottage, villa, bungalow, hut, cabin, dwelling, farmhouse
office building: apartment, tower block, headquarters, block of flats
department store: mall, shopping mall, shopping centre, supermarket chain
hospital: clinic, infirmary, emergency room
hotel: inn, hostel, motel
classical building: parliament, courthouse, museum, senate, temple of the greeks
school: kindergarten, high school, schoolhouse
knot: rope, cord, string of rope, lasso
hammer: mallet, nail, anvil
wrench: spanner
kitchen knife: dagger, scalpel, cleaver
jeans: trousers, pants, slacks
t shirt: shirt, blouse, jersey clothing
coat: jacket, overcoat, raincoat, anorak
hiking boot: boots, wellington
running shoe: sneakers, trainers, footwear
couch and lamp: armchair, furniture, living room
violin: cello, viola, fiddle, string instrument, orchestra, string quartet
guitar: banjo, ukulele, lute, mandolin
trumpet: trombone, tuba, brass instrument, cornet, horn instrument
musical note: melody, tune, lullaby, symphony
microphone: singer, karaoke, podcast, vocalist
running: jogging, sprint, sprinter, marathon, jogger
soccer: football match, penalty kick
money with wings: debt, spending, expenditure, overspending, cost of living
birthday cake: birthday, anniversary
envelope: letter to friend, love note, postcard, correspondence
newspaper: newspaper article, magazine, headline news, gazette
scroll: poem, verse, sonnet, manuscript, parchment, papyrus
notebook: diary, journal, logbook
soccer ball: ball game
meat on bone: poultry meat, mutton, lamb chop, pork chop
bread: toast of bread, pastry, biscuit
cheese wedge: cheddar, gouda, mozzarella, parmesan, brie
grape: raisin, vine
beer: lager, stout, cider
cocktail glass: gin, rum, vodka, whisky, whiskey, spirits
gem: ruby, emerald, sapphire, jewel, jewellery, diamond ring stone
`;

let kinds: Map<string, string> | undefined;

/** What a thing is a kind of, as a meaning; undefined for what no row names. */
export function kindOf(words: readonly string[]): string | undefined {
  if (!kinds) {
    kinds = new Map();
    for (const row of ROWS.trim().split('\n')) {
      const [kind, members] = row.split(': ');
      for (const member of members!.split(', ')) {
        for (const key of [spelledWordsOf(member), wordsOf(member)]) {
          if (!kinds.has(key.join(' '))) kinds.set(key.join(' '), kind!);
        }
      }
    }
  }
  return kinds.get(words.join(' '));
}

/** Every kind there is, for tests. */
export function allKinds(): string[] {
  return ROWS.trim()
    .split('\n')
    .map((row) => row.split(': ')[0]!);
}
