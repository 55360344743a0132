/** Everyday life: food and drink, transport, home, clothes, music and sport. */
export const THINGS = `
coffee, espresso, caffeine, cup of coffee, hot drink, latte, cappuccino, coffee cup, cafe, cup | hot-beverage | coffee
tea, cup of tea, green tea, mug of tea | teacup-without-handle | coffee
coffee bean, bean, beans | beans | bean
milk, glass of milk, dairy milk, lactose | glass-of-milk | milk
juice, soft drink, soda, cola, cup with straw, lemonade, fizzy drink, beverage, drink | cup-with-straw | cup-soda
beer, ale, pint, brewing, brewery | beer-mug | beer
wine, glass of wine, grape wine, vineyard | wine-glass | wine
alcohol, cocktail, spirits drink, drunk, ethanol | cocktail-glass | martini
champagne, toast to | bottle-with-popping-cork | wine
sugar, candy, sweet, sweets, glucose sugar, sweetener, sugar cube, confectionery | candy | candy
chocolate, cocoa, cacao | chocolate-bar | tabler:chocolate
cake, slice of cake, dessert, shortcake | shortcake | cake-slice
birthday cake | birthday-cake | cake
ice cream, gelato | soft-ice-cream | ice-cream-cone
honey, pot of honey | honey-pot | -
bread, loaf, baking, dough, baked bread, flour, loaf of bread, starch, carbohydrate, carbohydrates, gluten, sourdough | bread | croissant
rice, cooked rice, bowl of rice | cooked-rice | tabler:bowl-chopsticks
pasta, spaghetti, noodles, noodle | spaghetti | tabler:bowl-chopsticks
soup, stew, bowl of soup, broth, hot soup | steaming-bowl | soup
pizza, slice of pizza | pizza | pizza
hamburger, burger, fast food, junk food | hamburger | hamburger
french fries, chips, fries, fried food | french-fries | -
sandwich | sandwich | sandwich
cheese, fermentation, ferment | cheese-wedge | tabler:cheese
meat, steak, beef | cut-of-meat | beef
butter, fat, lipid, fats, grease | butter | -
olive oil, olive, cooking oil | olive | -
apple, red apple | red-apple | apple
orange, tangerine, citrus, vitamin c | tangerine | citrus
lemon, sour, citric acid, lemon juice | lemon | citrus
banana | banana | banana
grape, grapes, bunch of grapes | noto:grapes | grape
strawberry, berry, berries | strawberry | cherry
cherry | cherries | cherry
fruit, fruits, fruit bowl | red-apple | apple
vegetable, vegetables, veg, broccoli, greens | broccoli | broccoli
salad, lettuce, cabbage | green-salad | salad
tomato, ketchup | tomato | cherry
potato, potatoes, potato famine | potato | -
onion, layers of an onion, tor | onion | -
garlic | garlic | -
chilli, chili, pepper, spicy, capsaicin, hot pepper, spice, spices, spice trade | hot-pepper | tabler:pepper
corn, maize | ear-of-corn | wheat
nuts, peanut, peanuts | peanuts | nut
popcorn, movie snack | popcorn | popcorn
fork, fork and knife | fork-and-knife | utensils
food, meal, dinner, lunch, restaurant, eat, dish, cuisine, breakfast, supper, nutrient, nutrients | fork-and-knife-with-plate | utensils
cooking, recipe, frying pan, fry, pan, ingredient, ingredients | cooking | cooking-pot
pot, saucepan, cooking pot, stew pot | pot-of-food | cooking-pot
knife, kitchen knife, sharp, blade | kitchen-knife | slice
spoon, teaspoon, tablespoon | spoon | tabler:bowl-spoon
bowl, bowl with spoon | bowl-with-spoon | soup
jar, container jar | jar | container
canned food, tin can, preserve, preservation | canned-food | can-soda
lunch box, take away, takeaway, takeout | takeout-box | paper-bag
car, ford model t, traffic jam, automobile, motor car, vehicle, electric car, traffic, self driving car, sedan, cars, autonomous car, motor vehicle | automobile | car
electric vehicle, ev | automobile | ev-charger
race car, racing car, formula one, fast car | racing-car | car-front
taxi, cab, uber | taxi | car-taxi-front
bus, coach, public transport, school bus | bus | bus
train, railway, rail, passenger train, railroad, railway train, railways | train | train-front
high speed train, bullet train, express train, shinkansen, maglev | high-speed-train | train-front
tram, streetcar | tram | tram-front
subway, underground, tube train, metro | metro | train-front-tunnel
railway track, rails, train track, railway line | railway-track | train-track
road, motorway, highway, street, lane, roads | motorway | road
traffic light, traffic lights, semaphore | - | tabler:traffic-lights
bicycle, bike, pushbike | bicycle | bike
motorcycle, motorbike | motorcycle | motorbike
scooter, moped | motor-scooter | scooter
tractor, plough, plow, combine harvester | tractor | tractor
ship, vessel, steamship, steamboat, ocean ship, navy, fleet, warship, cargo ship, merchant ship | ship | ship
boat, sailboat, sailing, yacht, sail, sailing ship, caravel, sailing boat | sailboat | sailboat
speedboat, motorboat | speedboat | ship
ferry, ferry boat | ferry | ship
canoe, kayak, raft, rowing boat | canoe | kayak
submarine, u boat | - | tabler:submarine
anchor, harbour, harbor, port, seaport | anchor | anchor
aeroplane, airplane, plane, aircraft, flight, jet, fly in the air, airliner, flying, aviation, jumbo jet, wright brothers | airplane | plane
airport, take off, takeoff, departure, departures | airplane-departure | plane-takeoff
landing, runway, arrival, touch down, arrivals | airplane-arrival | plane-landing
wing, lift of a wing, aeroplane wing, airfoil, aerofoil | wing | plane
helicopter, rotor | helicopter | helicopter
hot air balloon, balloon flight, zeppelin, airship, montgolfier | balloon | tabler:air-balloon
balloon, balloons, inflate | balloon | balloon
parachute, skydiving | parachute | tabler:parachute
wheel, tyre, tire, rotate, rotation, spin, spinning, rim | wheel | ship-wheel
steering wheel, steer, steering | - | tabler:steering-wheel
brake, brakes | - | octagon-pause
seat belt, seatbelt, seat, passenger seat | seat | armchair
luggage, suitcase, travel, trip, baggage, tourist, tourism, migration, migrant, emigrate, refugee, journey bag, migrate | luggage | luggage
backpack, rucksack, school bag | backpack | backpack
chair, furniture, stool, armchair | chair | armchair
sofa, couch, living room | couch-and-lamp | sofa
desk, office desk, table furniture, dining table | - | tabler:desk
window, window pane, window glass | window | tabler:window
bathtub, bath, archimedes, tub, eureka | bathtub | bath
shower, shower head | shower | shower-head
toilet, wc, sewage, sanitation, sewer, plumbing | toilet | toilet
sink, faucet, tap, tap water, water tap, pipe, pipes, water pipe, pipeline | potable-water | faucet
toothbrush, toothpaste, brushing teeth, fluoride | toothbrush | toothbrush
broom, sweep, cleaning, clean up, cleanup, tidy, cleaner | broom | brush-cleaning
sponge | sponge | -
basket wicker, wicker basket | basket | shopping-basket
tissue, toilet paper, paper roll, roll of paper | roll-of-paper | tabler:toilet-paper
needle, sewing, thread of cotton, cotton, textile, cloth, fabric, spinning jenny, loom, weaving, weaver, yarn, spool, tailor | thread | spool
wool ball, ball of wool, knitting | yarn | tabler:yarn
shirt, t shirt, clothes, clothing, t shirts, garment, fashion | t-shirt | shirt
trousers, jeans, pants | jeans | -
dress, gown | dress | -
coat, jacket, warm clothes, raincoat | coat | tabler:jacket
hat, top hat, magician hat | noto:top-hat | -
cap, baseball cap | billed-cap | -
shoe, trainers, sneaker, running shoe, sneakers | running-shoe | sport-shoe
boot, hiking boot, boots | hiking-boot | footprints
glove, gloves | gloves | hand
scarf | scarf | -
sock, socks | socks | tabler:sock
eyeglasses, spectacles, glasses, reading glasses | glasses | glasses
necklace, bead, beads, jewellery, jewelry | prayer-beads | gem
ribbon, bow tie | ribbon | ribbon
helmet, hard hat, safety helmet, safety, crash helmet | rescue-workers-helmet | hard-hat
fire extinguisher, put out fire, extinguish | fire-extinguisher | fire-extinguisher
fire engine, fire truck | fire-engine | tabler:firetruck
police car, patrol car | police-car | siren
siren, emergency light, police light | police-car-light | siren
life ring, lifebuoy, rescue, help, support, life buoy, lifeline, life saver, save lives | ring-buoy | life-buoy
toy, teddy, teddy bear | teddy-bear | toy-brick
doll, nesting dolls, nested, russian doll, matryoshka, nesting | nesting-dolls | box
lego, toy brick, building block, building blocks, component, components, module, modules | brick | blocks
kite | kite | -
yo yo | yo-yo | -
boomerang | boomerang | -
football, soccer, ball, soccer ball, footballer, world cup | soccer-ball | volleyball
basketball | basketball | tabler:ball-basketball
tennis, tennis racket, tennis ball, wimbledon | tennis | tabler:ball-tennis
baseball, pitcher | baseball | tabler:ball-baseball
golf, golf ball | flag-in-hole | tabler:golf
bowling, bowling ball, skittles | bowling | tabler:bowling
billiards, pool game, snooker, pool ball, billiard ball, billiard balls | noto:pool-8-ball | tabler:sport-billiard
boxing, boxing glove, boxer, punch | boxing-glove | hand-fist
skateboard, skate | skateboard | tabler:skateboard
music, song, melody, tune, musical note, note of music, pop song, rhythm, harmony | noto:musical-notes | music
musical score, sheet music, score, symphony, clef | musical-score | tabler:clef
guitar, string instrument, guitar string, rock music, electric guitar | guitar | guitar
piano, keys of a piano, piano key | musical-keyboard | piano
violin, fiddle, orchestra, string vibrating | violin | music
drum, drums, beat, drumming | drum | drum
trumpet, brass, fanfare | trumpet | music
saxophone, jazz | saxophone | music
flute, whistle | flute | whistle
bell ringing, church bell | bell | bell-ring
whistle blower, whistleblower | megaphone | megaphone
mailbox, letter box, post box, letterbox, postbox | postbox | mailbox
post office, postal service | post-office | mailbox
fence, hedge, picket fence | - | fence
sign post, signpost, sign, street sign, crossroads | placard | signpost
toolbox, tool box | toolbox | toolbox
rope, string, thread of execution, thread | thread | spool
sewing needle, needle and thread, needle in a haystack | sewing-needle | tabler:needle
basket of eggs, diversification, diversify, all eggs in one basket | nest-with-eggs | egg
snowman | snowman | tabler:snowman
christmas, christmas tree, xmas, holiday season | christmas-tree | tree-pine
pumpkin, halloween | jack-o-lantern | ghost
picnic, picnic basket | basket | shopping-basket
`;
