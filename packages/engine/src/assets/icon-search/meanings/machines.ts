/** Computers, programs, data and the machines of industry. */
export const MACHINES = `
laptop, notebook computer, portable computer, my machine, macbook | laptop | laptop
computer, turing machine, pc, desktop, desktop computer, workstation, machine, mainframe, supercomputer | desktop-computer | computer
monitor, screen, display, computer screen, computer monitor | desktop-computer | monitor
keyboard, typing, computer keyboard, typist | keyboard | keyboard
computer mouse, mouse pointer, click, cursor, pointer click | computer-mouse | mouse
pointer, cursor arrow | backhand-index-pointing-right | mouse-pointer-2
phone, smartphone, mobile, mobile phone, cell phone, cellphone, handset, iphone, app on a phone | mobile-phone | smartphone
telephone, landline, old telephone, phone call, call, rotary phone | telephone | phone
tablet, ipad | mobile-phone | tablet
printer, print, printed, 3d printer | printer | printer
printing press, gutenberg, letterpress, movable type, typesetting | newspaper | printer
typewriter | keyboard | keyboard
chip, cpu, processor, microchip, semiconductor, silicon chip, computer chip, microprocessor, core | chalktalk:chip | cpu
transistor, circuit, integrated circuit, circuit board, motherboard, logic gate, pcb, electronics, electronic circuit | - | circuit-board
memory, ram, random access memory, computer memory, memory chip, working memory | - | memory-stick
gpu, graphics card, graphics processor | - | gpu
hard disk, hard drive, disk, storage, ssd, disc drive, disk drive, storage device | computer-disk | hard-drive
floppy, floppy disk, save, saved, backup | floppy-disk | save
cd, compact disc, optical disc, dvd | optical-disk | disc
usb, usb stick, flash drive, thumb drive | - | usb
file, document, paper, page, sheet, report, text file, sheet of paper, form | page-facing-up | file-text
files, papers, documents, paperwork, records | bookmark-tabs | files
folder, directory folder, file folder | file-folder | folder
archive, filing cabinet, file cabinet, cabinet | - | archive
trash, bin, delete, wastebasket, garbage, rubbish, recycle bin, deleted, garbage collection, waste, discard | wastebasket | trash-2
code, source code, program code, programming, software, program, source, coding, html, script, open source | chalktalk:terminal | code-xml
terminal, command line, shell prompt, console, command prompt | chalktalk:terminal | terminal
function, procedure, method, subroutine | gear | square-function
lambda, lambda calculus | - | lambda
variable, parameter, unknown | label | variable
algorithm, recipe steps, flowchart, workflow, procedure steps, flow chart | - | workflow
compiler, compile, build, interpreter, translator program | hammer-and-wrench | hammer
loop, iteration, repeat, cycle, recursion, again, repetition, loops | counterclockwise-arrows-button | repeat
refresh, sync, synchronise, synchronize, update, renew, reload, circulation | clockwise-vertical-arrows | refresh-cw
sort, sorting, order, sorted, ascending order, ordering | - | arrow-up-narrow-wide
binary search, halving, divide and conquer | magnifying-glass-tilted-left | search
binary, bit, bits, ones and zeros, byte, bytes, zeros and ones, machine code | input-numbers | binary
array, list of cells, row of boxes | - | brackets
stack, pile, layers, layer, stacked, strata | books | layers
queue, line of people, waiting line | noto:busts-in-silhouette | list-end
list, to do list, checklist, todo list, task list | clipboard | list-checks
tree structure, data tree, binary tree, decision tree, family tree, hierarchy, phylogenetic tree, tree of life, search tree | - | tabler:binary-tree
graph, node, nodes, nodes and edges, node graph, vertices, network graph | - | waypoints
branch, fork, git, version control, branching, commit | - | git-branch
merge, join, combine, merging, unite, merged | - | git-merge
split, divide, division, separation, splitting, divided | - | split
filter, funnel, filtering, sieve | - | funnel
matrix, grid, spreadsheet, cells, excel, table of numbers, rows and columns | - | grid-3x3
pixel, pixels, image grid, resolution | - | grid-3x3
data, information, dataset, data set, big data, training data | bar-chart | database
data compression, compression, compress, zip, squeeze, zipped | noto:clamp | shrink
artificial intelligence, ai, machine learning, deep learning, language model, large language model, llm, chatgpt, neural net, ai model | robot | brain-circuit
robot, robotics, android, automaton, autonomous machine, droid | robot | bot
robot arm, industrial robot, mechanical arm, assembly robot | mechanical-arm | robot-arm
drone, quadcopter | - | drone
virtual reality, vr, headset, vr headset | goggles | rectangle-goggles
settings, options, configuration, setup, preferences, gears, gear, mechanism, process, cog, machinery, cogs, mechanics | gear | settings
slider, control, controls, knob, tuning, parameter tuning, adjust, adjustment | level-slider | sliders-horizontal
control panel, control knobs, dials, mixer | control-knobs | sliders-vertical
tool, tools, repair, maintenance, fix, mend, workshop, kit | hammer-and-wrench | wrench
hammer | hammer | hammer
wrench, spanner, mechanic tool | wrench | wrench
screwdriver | screwdriver | tabler:tool
nut, bolt, screw, fastener, nut and bolt, nuts and bolts | nut-and-bolt | bolt
saw, carpentry | carpentry-saw | -
ladder, step ladder | ladder | tabler:ladder
magnet, magnetism, magnetic, attraction, magnetic field, electromagnet, horseshoe magnet, electromagnetism | magnet | magnet
battery, cell battery, accumulator, lithium battery, charged, rechargeable battery, lithium ion battery, energy storage | battery | battery-full
low battery, empty battery, drained battery, flat battery, discharged | low-battery | battery-low
charger, charging, charge, recharge | noto:electric-plug | battery-charging
plug, electric plug, mains, socket, power supply, appliance, power outlet, power cable | noto:electric-plug | plug
electricity, power, electric, voltage, lightning bolt, current, electric current, electrical power, energy, spark, electric charge, electric field, bolt of electricity | high-voltage | zap
power station, power plant, nuclear power plant, nuclear plant, coal plant, coal power plant, generator | factory | factory
power grid, grid of power, electricity grid, pylon, power line, power lines, national grid, transmission line | high-voltage | utility-pole
solar panel, solar cell, photovoltaic, solar power, solar energy, photovoltaic cell, solar farm | - | solar-panel
wind turbine, windmill, wind power, wind farm, wind energy | - | tabler:building-wind-turbine
dam, hydropower, hydroelectric, reservoir, hydroelectric dam | - | dam
engine, motor, car engine, electric motor, combustion engine, internal combustion engine, jet engine, turbine, diesel engine | - | engine
steam engine, steam locomotive, locomotive, steam train, steam | locomotive | train-front
piston, pump, cylinder pump, compressor, heat pump | - | tabler:engine
fuel, petrol, gasoline, diesel, petrol station, gas station, fuel pump | fuel-pump | fuel
oil, oil rig, oil well, crude oil, barrel, petroleum, oil barrel, drum of oil, oil drum, oil barrels | oil-drum | barrel
coal, lump of coal, charcoal, fossil fuel, fossil fuels | rock | flame-kindling
natural gas, gas, gas flame, burner, methane flame | fire | flame
factory, plant floor, industry, manufacturing, mill, industrial, industrial revolution, production, industrialisation, works | factory | factory
assembly line, production line, conveyor belt, conveyor | factory | briefcase-conveyor-belt
warehouse, depot, storehouse, storage building | department-store | warehouse
crane, building site, construction, construction site, under construction, scaffolding | building-construction | tabler:crane
excavator, bulldozer, digger | tractor | tabler:backhoe
refrigerator, fridge, freezer, cooler, icebox | - | refrigerator
microwave, microwave oven | - | microwave
stove, oven, hob, cooker, induction hob | - | tabler:cooker
thermostat | thermometer | thermometer
washing machine, laundry, dishwasher, washer | - | washing-machine
vacuum cleaner, vacuum, hoover, robot vacuum | - | robot-vacuum
kettle, boiling water, boil, tea kettle | teapot | coffee
toaster, toast | bread | tabler:bread
air conditioner, air conditioning, heater, radiator, air vent, ventilation, cooling, heating | snowflake | air-vent
fan, ventilator, propeller | - | fan
light bulb, bulb, idea, lamp, invention, insight, lightbulb, lighting, inspiration, innovation, led, incandescent bulb | light-bulb | lightbulb
torch, flashlight, beam, light beam, beam of light, ray of light | flashlight | flashlight
laser, laser beam | - | spotlight
candle, candlestick, candlelight, wax candle | candle | tabler:candle
television, tv, tv set, telly, broadcast television | television | tv
remote control, remote | - | tabler:device-remote
game console, video game, gaming, controller, game controller, gamepad | video-game | gamepad-2
joystick, arcade | joystick | joystick
speaker, loudspeaker, volume, sound, audio, noise, loud, sound wave, loudness | speaker-high-volume | volume-2
headphones, headset audio, earphones, listening, earbuds, noise cancelling headphones | headphone | headphones
microphone, mic, recording, voice recording, record voice, studio microphone | studio-microphone | mic
megaphone, announcement, announce, advertising, advertisement, marketing, publicity, shout, campaign | megaphone | megaphone
camera, photo camera, digital camera, photography, photographer | camera | camera
photo, photograph, picture, image, painting, snapshot, photos, landscape painting, artwork, art | framed-picture | image
film, movie, cinema, motion picture, film strip, frames, frame of film, video frame | noto:film-frames | film
film camera, movie camera, film making, video recording | noto:movie-camera | video
projector, film projector | film-projector | projector
lens, camera lens, optical lens, glass lens | - | aperture
telescope, astronomer telescope, observatory, space telescope, galileo | telescope | telescope
microscope, microscopy, electron microscope | microscope | microscope
binoculars | eyes | binoculars
radar, lidar, sonar | satellite-antenna | radar
sensor, detector, thermostat sensor | - | radar
telegraph, morse code, morse, telegram, telegraphy | - | tabler:wave-square
`;
