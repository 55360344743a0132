/** Weather, land and sea, plants and animals. */
export const NATURE = `
weather, climate, partly cloudy, meteorology | sun-behind-cloud | cloud-sun
climate change, climate crisis, global heating | globe-showing-europe-africa | thermometer-sun
rain, rainfall, rainy, shower of rain, precipitation, drizzle, rain cloud, monsoon | cloud-with-rain | cloud-rain
storm, thunderstorm, thunder, lightning, bad weather | cloud-with-lightning-and-rain | cloud-lightning
tornado, twister, whirlwind | tornado | tornado
hurricane, cyclone, typhoon, whirlpool, vortex | cyclone | tabler:storm
fog, mist, haze, unclear | fog | cloud-fog
umbrella, rain cover, insurance, insure | umbrella | umbrella
flood, flooding, high water, deluge | water-wave | tabler:flood
wave of water, sea wave, ocean wave, tsunami, tide, surf, tides, tidal wave, high tide, low tide | water-wave | waves
ocean, sea, seawater, atlantic, pacific, sea level, deep sea, open sea, waters | water-wave | waves
river, stream, lake, pond, canal, creek, watershed, nile | national-park | waves
waterfall, fountain, spring water, geyser | fountain | tabler:fountain
beach, coast, shore, seaside, holiday, vacation | beach-with-umbrella | parasol
island, desert island, atoll | desert-island | tree-palm
mountain, mountains, avalanche, peak, hill, mount everest, everest, summit, alps, himalaya, mountain range | snow-capped-mountain | mountain-snow
volcano, eruption, lava, magma, volcanic eruption, vesuvius | noto:volcano | tabler:volcano
tectonic plate, tectonic plates, plate tectonics, fault line | - | layers
earthquake, seismic, quake, tremor, seismograph | derelict-house | activity
desert, sahara, dry land, drought, arid | desert | sun
forest, woods, jungle, rainforest, woodland, deforestation | evergreen-tree | trees
tree, oak, trees, plane tree, deciduous tree | deciduous-tree | tree-deciduous
pine, conifer, fir, spruce, evergreen | evergreen-tree | tree-pine
palm, palm tree, tropics, tropical, coconut palm | palm-tree | tree-palm
wood, log, timber, lumber, firewood | wood | tabler:wood
leaf, photosynthesis, chlorophyll, green leaf, foliage, vegetation, chloroplast, ecology, organic, green energy, ecosystem | leafy-green | leaf
autumn, fall leaves, autumn leaf, fallen leaf | fallen-leaf | tabler:leaf-maple
plant, houseplant, potted plant, greenery, garden, gardening | potted-plant | tabler:plant-2
seed, seedling, sprout, sapling, young plant, germination, grow, germinate, crop | seedling | sprout
root, roots, carrot root, taproot | carrot | carrot
flower, blossom, bloom, pollen, petal, pollination | blossom | flower-2
rose, red rose | rose | rose
sunflower | sunflower | flower
tulip, tulips, tulip mania, tulip bulb | tulip | tabler:flower
cactus, succulent | cactus | tabler:cactus
mushroom, fungus, mould, mold, yeast, spore, penicillin mould, mycelium | mushroom | tabler:mushroom
wheat, grain, cereal, harvest, barley, rice plant, crops, agriculture, oats, agricultural revolution | sheaf-of-rice | wheat
soil, earth soil, ground, dirt, compost | seedling | shovel
farm, farming, field, farmland, barn | tractor | tractor
cow, cattle, dairy, bull, livestock | cow | tabler:milk
pig, pork, hog, swine | pig | tabler:pig
sheep, lamb, wool, ewe, ewes, flock | ewe | -
goat | goat | -
horse, pony, stallion, cavalry, mare, horseback | horse | tabler:horse
dog, puppy, hound, pavlov, retriever | dog | dog
cat, kitten, kitty, schrodinger cat, schrodingers cat | cat | cat
mouse, mouse animal, lab mouse, rodent | mouse | rat
rat, rats, plague rat | rat | rat
rabbit, hare, bunny | rabbit | rabbit
fox | fox | -
wolf, wolves, pack of wolves | wolf | -
bear, grizzly | bear | -
lion, predator, big cat | lion | -
tiger | tiger | -
elephant, mammoth sized | elephant | -
monkey, ape, chimpanzee, primate, chimp | monkey | -
gorilla | gorilla | -
giraffe | giraffe | -
zebra | zebra | -
camel, caravan, silk road | camel | -
kangaroo, marsupial | kangaroo | -
bird, sparrow, songbird, finch, finches, robin bird | bird | bird
eagle, hawk, falcon, bird of prey | eagle | bird
owl, wisdom, night owl | owl | -
chicken, hen, poultry | chicken | -
rooster, cock | rooster | -
duck | duck | -
penguin, antarctica, antarctic | penguin | -
dove, peace dove, pigeon | dove | bird
parrot | parrot | bird
bat, echolocation, bats | bat | -
snake, serpent, python, snake venom, venom, viper | snake | worm
lizard, gecko, reptile, chameleon | lizard | -
crocodile, alligator | crocodile | -
turtle, tortoise, slow | turtle | turtle
frog, toad, amphibian, tadpole | frog | -
dinosaur, t rex, tyrannosaurus, dinosaurs, cretaceous | t-rex | -
sauropod, brontosaurus, long neck dinosaur | sauropod | -
fossil, fossils, bone, skeleton, skeletal, bones, ancient bone | bone | bone
mammoth, ice age | mammoth | snowflake
fish, cod, tuna, herring, shoal | fish | fish
shark, great white | shark | fish
whale, blue whale | spouting-whale | fish
dolphin | dolphin | fish
octopus, tentacle | octopus | -
crab, crustacean | crab | -
shell, seashell, nautilus, sea shell | spiral-shell | shell
coral, coral reef, reef | coral | -
jellyfish | jellyfish | -
insect, ant, ants, ant colony, colony of ants, colony | ant | bug
bee, honeybee, honey bee, bees, beehive, pollinator, hive | honeybee | bug
butterfly, moth, metamorphosis, butterfly effect, caterpillar | butterfly | tabler:butterfly
caterpillar larva, larva, maggot | bug | worm
fly, housefly | fly | bug
mosquito, malaria, gnat | mosquito | bug
flea, fleas, tick bug, parasite | cockroach | bug
beetle, scarab | beetle | bug
ladybird, ladybug | lady-beetle | bug
spider, arachnid, tarantula | spider | tabler:spider
spider web, cobweb, web of a spider | spider-web | -
snail, slug, slowness | snail | snail
animal, animals, wildlife, mammal, paw, pet, pets, creature, species | noto:paw-prints | paw-print
egg, eggs, ovum, egg cell | egg | egg
nest, bird nest | nest-with-eggs | birdhouse
feather, quill, light as a feather | feather | feather
extinction, extinct, dodo | dodo | skull
evolution, natural selection, survival of the fittest, human evolution | monkey | dna
food chain, food web | lion | link
`;
