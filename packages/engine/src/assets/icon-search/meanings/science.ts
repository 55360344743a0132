/** Physics, chemistry and what is beyond the air. */
export const SCIENCE = `
atom, atoms, atomic, ion, quark, hydrogen, helium, carbon, carbon atom, lithium, electron, proton, neutron, quantum, quantum physics, quantum mechanics, particle, physics, atomic nucleus, particle physics, subatomic particle, electrons | atom-symbol | atom
molecule, molecules, methane, carbon dioxide molecule, water molecule, compound, chemical bond, h2o molecule, molecular | - | tabler:chart-bubble
photon, light particle, particle of light, light quantum | - | sun-dim
element, periodic table, chemical element | alembic | tabler:grid-4x4
chemistry, chemical, flask, beaker, reagent, reaction, chemical reaction, experiment, solution, catalyst, acid, laboratory, lab, alchemy, chemistry lab, substance | alembic | flask-conical
test tube, sample, vial, lab test, lab sample, assay | test-tube | test-tube
petri dish, culture, bacterial culture | petri-dish | circle-dot-dashed
science, research, scientific, study of, discovery | microscope | flask-conical
scientist, researcher, chemist, physicist, lab worker, biologist | scientist | tabler:microscope
hypothesis, theory | noto:thought-balloon | lightbulb
gravity, fall down, falling apple, newton apple, gravitation, free fall, weight of | red-apple | apple
relativity, spacetime, space time, einstein theory, time dilation | - | orbit
pendulum, swing, swinging | - | tabler:pendulum
coil, coiled spring, elastic | - | tabler:spiral
pressure, pressure gauge, barometer, psi | - | circle-gauge
speedometer, dashboard dial, gauge, meter reading, velocity, acceleration | - | gauge
temperature, thermometer, degrees celsius, celsius, fever, hot day, warm, warming, global warming, warmth, fahrenheit | thermometer | thermometer
cold, freeze, freezing, frost, ice cold, frozen, chill, absolute zero | cold-face | snowflake
snow, snowflake, winter, snowfall | snowflake | snowflake
ice, ice cube, solid ice, iceberg, glacier, ice sheet | ice | tabler:iceberg
liquid, fluid, drop, droplet, drop of water, water drop, moisture, dew, humidity | droplet | droplet
water, h2o, fresh water, drinking water | droplet | droplets
steam cloud, vapour, vapor, water vapour, evaporation, evaporate, gas cloud, exhaust, puff, smoke, fumes | dashing-away | cloud-fog
bubble, bubbles, foam, carbon dioxide bubbles, fizz | bubbles | bubbles
metal, iron, steel, aluminium, aluminum, copper, alloy, tin, titanium, ore | nut-and-bolt | anvil
anvil, blacksmith, forge, smith, bronze age, iron age | hammer-and-pick | anvil
gold, gold coin, golden, coin of gold | coin | coins
diamond, crystal, gem, jewel, precious stone, gemstone, quartz, ruby, emerald | gem-stone | gem
rock, stone, mineral, boulder, pebble, geology, rocks, meteorite, asteroid | rock | stone
sand, desert sand, beach sand, silicon, sand grain | desert | tabler:sandbox
salt, sodium, sodium chloride, table salt | salt | tabler:salt
soap, detergent, suds, hand wash, hygiene, washing | soap | soap-dispenser-droplet
glass, pane, glass of water, drinking glass | tumbler-glass | glass-water
plastic, plastic bottle, bottle, squeeze bottle, polymer | lotion-bottle | tabler:bottle
oxygen, air, wind, breeze, breath of air, breath, nitrogen, atmosphere, airflow, gust | wind-face | wind
carbon dioxide, co2, emission, emissions, pollution, greenhouse gas, carbon emissions, smog, air pollution | factory | factory
greenhouse, greenhouse effect | thermometer | thermometer-sun
light, sunlight, sunshine, ray, daylight, bright, brightness, solar, rays, visible light, sunbeam | sun | sun
prism, spectrum, rainbow, refraction, colours of light, dispersion | rainbow | tabler:prism-light
ultraviolet, uv, infrared, sunscreen | sun-with-face | tabler:uv-index
shadow, dark, darkness, night, midnight, night time | night-with-stars | moon
x ray, xray, x rays, radiograph, medical imaging, mri, scan, ct scan | noto:x-ray | bone
space, light year, outer space, universe, cosmos, galaxy, milky way, astronomy, stars, deep space, big universe | milky-way | galaxy
planet, saturn, exoplanet, planets, solar system, gas giant, jupiter, uranus, neptune | ringed-planet | tabler:planet
mars, mercury, venus, red planet | ringed-planet | tabler:planet
earth, world, globe, planet earth, our planet, global, worldwide, the globe, the world, international, globalisation, globalization | globe-showing-europe-africa | earth
asia, china, japan, australia, india | globe-showing-asia-australia | earth
america, americas, united states, usa, new world | globe-showing-americas | earth
europe, africa, eu, european union | globe-showing-europe-africa | earth
moon, lunar, full moon, tides moon | full-moon | moon
moon phase, crescent, crescent moon, phases of the moon | crescent-moon | moon
eclipse, solar eclipse, lunar eclipse | - | eclipse
sun, star sun, our star, solar heat, summer, noon, hot sun, day time, daytime, midday | sun | sun
sunrise, dawn, morning, daybreak | sunrise | sunrise
sunset, dusk, evening, twilight | sunset | sunset
shooting star, meteor, falling star | shooting-star | tabler:meteor
comet, tail of a comet, halley | comet | tabler:comet
supernova, nova, bright star, sirius | glowing-star | sparkle
orbit, orbiting, revolve, revolution around, ellipse, trajectory | ringed-planet | orbit
rocket, moon landing, moon race, apollo, launch, spaceship, space travel, lift off, missile, space shuttle, startup, space race, start up | rocket | rocket
astronaut, cosmonaut, moon walker | astronaut | tabler:helmet
alien, extraterrestrial, life on other planets | alien | tabler:alien
ufo, flying saucer | flying-saucer | tabler:ufo
`;
