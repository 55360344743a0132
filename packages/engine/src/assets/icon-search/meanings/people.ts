/** Who acts: people by what they do, where they live, and what history made of them. */
export const PEOPLE = `
person, human being, individual, adult, you, me, human figure, citizen, consumer, buyer, customer, resident, reader, voter person, player | person | user
man, he, father, husband, dad, boy friend, guy, gentleman | man | user
woman, she, mother, wife, mum, mom, lady | woman | user
child, kid, boy, youngster, son | boy | baby
girl, daughter | girl | baby
parents, family, household, parent, generation, generations, ancestors | people-hugging | users
old person, elderly, grandparent, ageing, aging, old age, pensioner, pension, retirement, senior, older person | older-person | user
people, team, crowd of people, friends, colleagues, humans, staff, members, humanity, mankind, citizens | noto:busts-in-silhouette | users
couple, pair of people, two people | noto:busts-in-silhouette | users
president, prime minister, senator, politician, minister, chancellor, mayor | office-worker | landmark
leader, boss, manager, ceo, chief, executive, office worker, employee, worker, businessman, business person, salesman, banker, economist | office-worker | briefcase
engineer, programmer, developer, coder, software engineer, technologist, computer scientist, hacker at work, alan turing, turing | technologist | code-xml
teacher, instructor, tutor, lecturer, mentor, professor teaching | teacher | tabler:chalkboard-teacher
student, pupil, learner, graduate student, apprentice, schoolchild | student | graduation-cap
farmer, peasant, grower, shepherd, serf | farmer | wheat
builder, construction worker, labourer, laborer, workman, bricklayer | construction-worker | hard-hat
factory worker, welder, welding | factory-worker | factory
miner, mining, mine, pickaxe, pick, gold mine, coal mine, gold rush, quarry | pick | pickaxe
mechanic, plumber, repairman, technician, car mechanic | mechanic | wrench
cook, chef, baker | cook | chef-hat
artist, painter, sculptor | artist | palette
singer, musician, performer, pop star, rock star | singer | mic-vocal
composer, conductor | musical-score | music
actor, actress, comedian | performing-arts | drama
pilot, captain, aviator, airman | pilot | plane
sailor, seaman, navigator, explorer, columbus, captain cook, magellan | sailboat | ship-wheel
driver, motorist, commuter | automobile | car
firefighter, fireman, fire brigade | firefighter | tabler:firetruck
police, police officer, cop, policeman, sheriff, law enforcement | police-officer | siren
guard, sentry, gatekeeper, watchman, bodyguard, bouncer, security guard | guard | shield-user
soldier, army, troops, military, infantry, legion, fighter, world war soldier | military-helmet | shield
judge, court, magistrate, courtroom, trial, supreme court, verdict, gavel, lawsuit | judge | gavel
lawyer, attorney, advocate | briefcase | scale
king, monarch, crown, royal, emperor, monarchy, kingdom, empire, throne, ruler king, tsar, sovereign, royalty, louis xvi, caesar, reign | crown | crown
queen, princess, empress | princess | crown
prince | prince | crown
knight, crusader, armour, armor, chivalry | crossed-swords | chess-knight
pope, priest, religion, church, cathedral, catholic, christianity, faith, monk, bishop, reformation, monastery, luther | church | church
mosque, islam, muslim | mosque | tabler:mosque
temple, shrine, parthenon, greek temple, ancient greece, ancient rome, rome, roman empire, classical, athens, republic, senate, philosophy | classical-building | landmark
synagogue, judaism, jewish | synagogue | tabler:jewish-star
philosopher, socrates, plato, aristotle, sage, mage, wizard, merlin | man-mage | tabler:wand
superhero, hero, saviour | person-superhero | shield
villain, bad guy, bad actor, devil, evil, demon, malicious | person-supervillain | venetian-mask
angel, saint | baby-angel | -
ghost, phantom, spirit, spooky | ghost | ghost
monster, ogre, beast | ogre | -
zombie, undead, botnet | person-zombie | ghost
vampire, dracula | person-vampire | -
dragon, dragons | dragon | tabler:dragon
genie, wish | man-genie | -
santa, santa claus, father christmas | santa-claus | -
clown, circus | clown-face | tabler:building-circus
messenger, postman, mail carrier, courier, carrier, delivery man, mailman | postal-horn | mailbox
runner, running, run, jog, sprint, marathon, athlete | person-running | tabler:run
walker, walk, walking, pedestrian, hiker, stroll | person-walking | tabler:walk
swimming pool | person-swimming | waves-ladder
swimmer, swim, swimming | person-swimming | tabler:swimming
climber, climb, climbing | person-climbing | mountain
dancer, dance, dancing, ballet | woman-dancing | music
cyclist, cycling, riding a bike | person-biking | bike
surfer, surfing | person-surfing | waves
skier, skiing, ski | skier | mountain-snow
wrestler, wrestling, fight, fighting, conflict | person-wrestling | swords
weightlifter, weightlifting, lifting | person-lifting-weights | dumbbell
juggler, juggling, multitasking, multi tasking | person-juggling | tabler:circles
raising hand, volunteer, participation | person-raising-hand | hand
shrug, shrugging, do not know, dont know, who knows, no idea | person-shrugging | circle-question-mark
wave hello, waving, hello, greeting, goodbye, hi, waving hand, wave hand, client hello, server hello | waving-hand | hand
applause, clap, clapping, bravo | clapping-hands | hand
prayer, please, thanks, thank you, gratitude, hope, pray | folded-hands | heart-handshake
fist, protest, revolution, uprising, resistance, rebellion, french revolution, revolt, strike, riot, protester, civil rights, october revolution | raised-fist | hand-fist
promise, pinky, oath, fingers crossed | crossed-fingers | handshake
war, battle, sword, swords, crossed swords, world war, civil war, warfare, combat, invasion, siege, duel, conquest, first world war, second world war, great war, crusade | crossed-swords | swords
dagger, knife weapon, assassination, stab | dagger | sword
bow and arrow, archer, bow, arrow weapon | bow-and-arrow | bow-arrow
gun, pistol, rifle, firearm, cannon, weapon, gunpowder, assassin | - | crosshair
axe, hatchet | axe | axe
castle, fortress, middle ages, medieval, feudal, fort, feudalism, medieval castle | castle | castle
city, town, skyline, urban, metropolis, new york, downtown, cityscape, urbanisation | cityscape | building-2
village, suburb, houses, settlement, hamlet, neighbourhood, neighborhood, housing | houses | houses
house, home, household home, dwelling, cottage, smart home, residence | house | house
hut, cabin, stone age, caveman, cave, prehistoric | hut | tent
tent, camp, camping | camping | tent
building, skyscraper, office, office building, company, corporation, business, firm, headquarters, apartment, enterprise, organisation, organization, tower block, institution, agency, workplace | office-building | building-2
government, parliament, state, capitol, ministry, congress, authority, white house, politics, administration, government building, museum, nation state | classical-building | landmark
country, nation, homeland, national | triangular-flag | flag
border, frontier, customs, customs officer, tariff, tariffs | - | fence
embassy, united nations, league | globe-with-meridians | globe
statue of liberty, liberty, freedom, independence, independence day | statue-of-liberty | bird
prison, jail, prisoner, imprisonment, cage, bastille | chains | tabler:prison
slave, slavery, bondage, chained, shackles | chains | link
hotel, inn, lodging | hotel | hotel
stadium, arena, colosseum, olympics, olympic games, gladiator | stadium | tabler:building-stadium
ferris wheel, amusement park, fair ground | ferris-wheel | ferris-wheel
roller coaster, ups and downs | roller-coaster | roller-coaster
eiffel tower, paris, tower | tokyo-tower | tabler:building-eiffel-tower
lighthouse, beacon | - | lighthouse
vase, pottery, urn, amphora, clay pot, jar of clay, ceramics | amphora | amphora
air traffic controller, control tower | - | tower-control
moai, easter island, statue | moai | tabler:building-monument
mummy, tomb, pharaoh tomb, tutankhamun, coffin | coffin | tabler:coffin
viking, vikings, longship, norse | axe | ship
samurai, ninja, shogun | noto:ninja | swords
treasure, treasure chest | noto:treasure-chest | tabler:treasure-chest
titanic, shipwreck, ocean liner, cruise ship | passenger-ship | ship
`;
