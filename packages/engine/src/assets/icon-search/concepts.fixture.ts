/**
 * Everyday concepts as an explainer would ask for them, and what an acceptable colour picture of each is called. Held
 * apart from the table of meanings: the words are those of ordinary talk, not those the table was written with.
 */

/** `concept: words of which the icon's name must contain one`, `none` where no picture is the right answer. */
const ROWS = `
poodle: dog, poodle; puppy: dog; hound: dog; kitten: cat; tabby: cat; stallion: horse; pony: horse; calf: cow, ox; piglet: pig; lamb: ewe, sheep, lamb
rooster: rooster; hen: rooster, chicken; chick: chick; sparrow: bird; robin: bird; eagle: eagle; owl: owl; hawk: eagle, bird; salmon: fish; tuna: fish
trout: fish; cod: fish; goldfish: fish; great white shark: shark; humpback whale: whale; orca: whale, orca; lobster: lobster; prawn: shrimp; wasp: honeybee, bee; bumblebee: bee
mosquito: mosquito; moth: butterfly; caterpillar: bug; beetle: beetle; spider: spider; viper: snake; cobra: snake; crocodile: crocodile; alligator: crocodile; tortoise: turtle
toad: frog; grizzly bear: bear; polar bear: bear; panther: leopard; cheetah: leopard; lioness: lion; chimpanzee: monkey, gorilla; ape: gorilla, monkey; hare: rabbit; bunny: rabbit
oak: tree; maple tree: tree, maple; pine tree: evergreen; palm: palm; forest: tree, evergreen; rose: rose; daisy: blossom, flower; tulip: tulip; seed: seedling; sapling: seedling
mushroom: mushroom; weed: herb, seedling, leaf; crop: rice, corn, wheat, seedling; harvest: rice, corn, wheat; hill: mountain; cliff: mountain, rock; canyon: desert, mountain, park; beach: beach; coast: beach; island: island
lake: water, wave, park; river: water, wave, park; stream: water, wave, park; pond: water, wave, lotus; snow: snow; blizzard: snow; hail: snow, ice, rain; thunder: lightning, voltage; lightning: lightning, voltage; storm: lightning, tornado, rain
hurricane: cyclone, tornado; drought: desert, cactus; flood plain: water, wave; sunrise: sunrise; sunset: sunset; comet: comet; meteor: comet, shooting; asteroid: comet, rock; galaxy: milky, galaxy; constellation: star, milky
physician: health, doctor; nurse: health; surgeon: health; dentist: health, tooth; patient: thermometer, bandage, hospital, bed; pharmacist: health, pill, scientist; pharmacy: pill, hospital, medical; medicine: pill; tablet of medicine: pill; injection: syringe
fracture: bandage, bone, crutch; wound: bandage; headache: head, face, bandage; fever: thermometer; flu: thermometer, sneezing, face, microbe; allergy: sneezing, face; toothache: tooth; skeleton: skull, bone; muscle: biceps; eyesight: eye
chef: cook; baker: cook, bread, baguette; waiter: plate, cook; farmer: farmer; fisherman: fishing, fish; lawyer: judge, scale; judge: judge; policeman: police; firefighter: firefighter; soldier: guard, helmet, soldier
pilot: pilot; astronaut: astronaut; engineer: mechanic, worker, gear, technologist, scientist; plumber: mechanic, wrench, worker; electrician: mechanic, worker, plug, voltage; carpenter: hammer, saw, worker, mechanic; painter: artist; musician: singer, guitar, musical, violin; singer: singer; actor: performing
student: student; professor: teacher; pupil in class: student; toddler: child, baby; infant: baby; teenager: boy, girl, person, child; grandmother: old-woman, woman; grandfather: old-man, man; family: family; wedding: wedding, ring, bride, couple
taxi: taxi; cab: taxi; lorry: truck; van: minibus, truck; tractor: tractor; motorbike: motorcycle; scooter: scooter; tram: tram; subway: metro; underground railway: metro
jet: airplane; airliner: airplane; airport: airplane, departure, arrival; helicopter: helicopter; yacht: sailboat; ferry: ferry; canoe: canoe; submarine: none; harbour: anchor, ship; lighthouse: none
skyscraper: building, cityscape; cottage: house; apartment: building, house; mansion: house; castle: castle; church: church; mosque: mosque; temple: temple, shrine, classical; school: school; library: books, classical
hospital: hospital; hotel: hotel; supermarket: shopping, store, cart; mall: shopping, department, store; stadium: stadium; theatre: performing, theatre; museum: classical; courtroom: judge, scale, classical; parliament: classical; prison: chains
hammer: hammer; screwdriver: screwdriver; wrench: wrench; saw: saw; ladder: ladder; rope: knot, thread; nail: nail, nut, hammer; toolbox: toolbox; bucket: bucket; broom: broom
chair: chair; sofa: couch; armchair: couch, chair; bed: bed; lamp: lamp, bulb; candle: candle; mirror: mirror; window: window; door: door; bathtub: bathtub
shirt: shirt; trousers: jeans; dress: dress; coat: coat; hat: hat; boots: boot; sneakers: shoe; gloves: glove; scarf: scarf; necktie: necktie
violin: violin; guitar: guitar; piano: keyboard; trumpet: trumpet; drum: drum; song: note; melody: note; orchestra: violin, musical; radio: radio; cinema: camera, clapper, projector, film
football: soccer, football; tennis: tennis; basketball: basketball; swimming: swim; running: run; jogging: run; cycling: bik, bicycle; skiing: ski; boxing: boxing; trophy: trophy
doubt: thinking, question; anger: angry, anger, pouting; joy: face, smil, grin, joy; sadness: sad, cry, frown; fear: fear; surprise: astonished, surprised, hushed; love: heart; boredom: expressionless, yawning, unamused, neutral, face; success: trophy, check, party; failure: cross, face, decreasing, thumbs
growth: increasing, seedling; decline: decreasing; wealth: money, gem, dollar; poverty: palms; profit: money, increasing, dollar; debt: money, card, dollar, wings; salary: money, dollar, banknote; shopping: shopping; auction: hammer, gavel, judge; charity: hand, heart
birthday: cake; christmas: tree, santa; holiday: beach, umbrella, palm, luggage, airplane; travel: luggage, airplane, map; suitcase: luggage; passport: passport; map of town: map; compass: compass; anchor: anchor; treasure: gem, chest, coin
homework: memo, books, pencil, notebook; exam: memo, hundred, student; essay: memo, page; letter to friend: envelope, mail; parcel: package; newspaper article: newspaper; dictionary: book; novel: book; poem: scroll, page, memo, pen; diary: notebook, book, ledger
Mozart: none; Rosa Parks: none; Isaac Newton: none; gravitas: none; because: none; nevertheless: none; Monday: none; Picasso: none; photon: none; entropy: none
`;

export interface Concept {
  concept: string;
  /** Parts of acceptable icon names; empty where nothing should be found. */
  accepted: string[];
}

export const CONCEPTS: Concept[] = ROWS.split(/[;\n]/)
  .map((row) => row.trim())
  .filter(Boolean)
  .map((row) => {
    const [concept, accepted] = row.split(':').map((cell) => cell.trim());
    return { concept: concept!, accepted: accepted === 'none' ? [] : accepted!.split(', ') };
  });
