/** Marks, numbers, shapes, time and what one thinks or does. */
export const IDEAS = `
check, tick, yes, correct, right answer, done, ok, okay, valid, success, true, verified, passed, approved, works | check-mark-button | circle-check
cross, no, wrong, false, error, fail, failure, invalid, incorrect, x mark, rejected, mistake, denied, failed | cross-mark | circle-x
warning, danger, caution, hazard, risk, alarm sign, attention, risky, dangerous, threat | warning | triangle-alert
stop, halt, stop sign, stopped, octagon | stop-sign | octagon-x
forbidden, prohibited, ban, banned, not allowed, blocked, block access, illegal | prohibited | ban
question, question mark, why, unknown, mystery, doubt, what, quiz, ask, unknowable, curiosity | red-question-mark | circle-question-mark
exclamation, exclamation mark, important, urgent | red-exclamation-mark | circle-alert
information sign, info, about, fact | information | info
star, favourite, rating, favorite, best, quality, review, excellent | star | star
heart symbol, love, like it, affection, romance, favourites | red-heart | heart
thumbs up, good, agree, benefit, advantage, pro, approval, positive, upvote, pros, strength | thumbs-up | thumbs-up
thumbs down, bad, disagree, disadvantage, con, negative, drawback, downvote, cons, weakness | thumbs-down | thumbs-down
plus, add, addition, sum of two, more, extra, positive sign | plus | plus
minus, subtract, subtraction, less, take away | minus | minus
multiply, multiplication, times, product | multiply | x
divide sign, division sign | divide | divide
equals, equal, equality, same, equals sign, equation | heavy-equals-sign | equal
inequality, not equal, unequal | - | equal-not
infinity, infinite, endless, forever, limitless, eternity, limit | infinity | infinity
percent, percentage, per cent, rate, interest rate, share of, fraction of, discount | - | percent
pi, circle constant, 3 14 | - | pi
sigma, sum, total, summation, add up | abacus | sigma
square root, root, radical, radicals | - | radical
number, digit, numbers, digits, numeral, count, counting, integer, prime number, prime, natural number | input-numbers | hash
abacus, counting frame, arithmetic, sums | abacus | tabler:abacus
calculator, calculate, calculation, computation, compute, computing, reckoning | abacus | calculator
mathematics, maths, math, formula, algebra, theorem, maths formula, calculus, proof | triangular-ruler | square-function
geometry, shape, shapes, geometric, polygon | triangular-ruler | shapes
circle, round, disk shape, disc shape, pi circle | blue-circle | circle
square, box shape, quadrilateral | blue-square | square
inclined plane, ramp, slope, incline | - | triangle-right
triangle, three corners, pyramid shape, right triangle, pythagoras | noto:red-triangle-pointed-up | triangle
rectangle, oblong | - | rectangle-horizontal
hexagon, honeycomb, hexagonal | - | hexagon
cube, three dimensions, 3d, dimension, block cube | ice | box
sphere, ball shape, globe shape | blue-circle | tabler:sphere
cone | - | cone
cylinder | - | cylinder
pyramid, pyramids, egypt, ancient egypt, pharaoh | - | pyramid
angle, degrees, corner angle, protractor | triangular-ruler | angle
spiral, golden ratio, swirl | cyclone | tabler:spiral
wave, wave function, sine wave, oscillation, frequency, waveform, vibration, wavelength, fourier, signal wave, radio wave, light wave, radio waves, electromagnetic wave, microwaves | wavy-dash | audio-waveform
vector, direction, arrow, force | right-arrow | move-up-right
right, forward, next, onwards, ahead, go, leads to | right-arrow | arrow-right
left, backward, previous, back | left-arrow | arrow-left
up, upward, upwards, above, higher | up-arrow | arrow-up
down, downward, downwards, below, lower | down-arrow | arrow-down
exchange, swap, trade off, two way, back and forth, both ways, interchange, transfer | left-right-arrow | arrow-left-right
increase, growth, rise, growing, rising, upward trend, rising chart, gain, going up, improve, improvement, progress, exponential growth | chart-increasing | trending-up
decrease, decline, fall, shrinking, falling, downward trend, drop, loss of value, going down, reduction, crash, recession | chart-decreasing | trending-down
chart, bar chart, statistics, statistic, diagram, data chart, bars, stats, histogram, analytics, analysis, comparison chart, metrics | bar-chart | chart-column
pie chart, share, proportion, slice of the pie, market share | - | chart-pie
line chart, line graph, plot, graph of, trend, time series, function graph, curve | chart-increasing | chart-line
bell curve, normal distribution, distribution, gaussian | - | chart-spline
scatter plot, correlation, regression | - | chart-scatter
probability, chance, die, random, luck, randomness, game of chance, gamble, gambling, dice roll, roll of the dice, uncertainty, odds, likelihood, coincidence | game-die | dices
coin flip, heads or tails, toss, coin toss | coin | coins
cards, playing cards, card game, poker, deck of cards | joker | playing-cards
chess, chess piece, strategy, game theory, tactic, tactics, chess pawn, board game | noto:chess-pawn | chess-knight
game, play, playing, fun | video-game | gamepad-2
maze, labyrinth, complexity, complicated | - | tabler:route-2
knot, tangle, entangled, entanglement, tangled, quantum entanglement, confusion of lines | knot | line-squiggle
target, goal, aim, bullseye, accuracy, precise, objective, precision, purpose, focus, hit | bullseye | target
scales, balance, weigh, justice, fairness, law, equilibrium, fair, compare, comparison, trade offs, legal, balanced, measure against, equal rights, pros and cons | balance-scale | scale
ruler, measure, length, measurement, distance, size, metre, meter, kilometre, centimetre, scale | straight-ruler | ruler
weight, mass, heavy, kilogram, load, kilo | - | weight
compass, sextant, bearing, north, orientation, magnetic compass, direction finding | compass | compass
map, continent, continents, world map, atlas, geography, chart of the world, treasure map | world-map | map
route, path, way, journey, itinerary, course, shortest path, track | - | route
flag, finish, milestone, marker, nation flag | triangular-flag | flag
finish line, race finish, end of the race, race | chequered-flag | flag-triangle-right
trophy, winner, prize, win, victory, champion, award, winning, cup trophy | trophy | trophy
medal, first place, gold medal, honour, nobel prize | 1st-place-medal | medal
clock, clock face, time, hour, o clock, hours, what time | mantelpiece-clock | clock
wristwatch, watch, wrist watch | watch | watch
alarm clock, wake up, wake, waking, morning alarm | alarm-clock | alarm-clock
stopwatch, timer, seconds, second, minute, minutes, millisecond, timing, milliseconds, deadline | stopwatch | timer
hourglass, waiting, wait, sand timer, patience, passage of time | hourglass-not-done | hourglass
time is up, expired, out of time | hourglass-done | hourglass
calendar, date, day, week, month, year, schedule, days, appointment, annual, weeks, years, months, decade | tear-off-calendar | calendar
history, past, ancient, long ago, antiquity, ancient times | amphora | history
future, crystal ball, prediction, predict, forecast, fortune, prophecy, forecasting | noto:crystal-ball | sparkles
thought, thinking, think, consider, wonder, imagine, imagination, reasoning, ponder | noto:thought-balloon | message-circle-more
thinker, thinking face, hesitate, decision, decide, choose, choice, dilemma | thinking-face | signpost
speech, speak, talk, say, speaking, conversation, dialogue, discussion, talking, voice, debate, statement, comment | noto:speaking-head | speech
language, translation, translate, foreign language, languages, linguistics, translator, grammar | noto:speech-balloon | languages
alphabet, letters, abc, writing system, character, characters, latin alphabet, word, words | input-latin-letters | case-sensitive
text, paragraph, sentence, writing | memo | text
write, note, notes, memo, pencil and paper, draft, edit, writer, essay, exam, sign up, take notes, homework, test paper | memo | notebook-pen
pen, fountain pen, ink, ink pen | fountain-pen | pen-tool
pencil, drawing pencil, sketch | pencil | pencil
paint, palette, colour, color, colours, colors, art palette, mixing paint, paint colour, mix of colours, artist palette, pigment, painter palette | artist-palette | palette
brush, paintbrush, painting brush | paintbrush | paintbrush
paint bucket, paint pot, bucket of paint, bucket, pail | bucket | paint-bucket
book, textbook, reading, read, novel, literature, story, open book, chapter, tale, storytelling | open-book | book-open
books, library, stack of books, bookshelf, knowledge, encyclopedia, encyclopaedia, study, learn, learning | books | library
bible, holy book, scripture, manual, handbook, guide book, dictionary | closed-book | book
scroll, papyrus, hieroglyph, parchment, ancient text, manuscript, treaty, constitution, declaration, charter, decree | scroll | scroll
contract, agreement, deal, terms | page-with-curl | file-check
handshake, deal made, partnership, agree on, cooperation, cooperate, trust, alliance, negotiate, negotiation, handshakes, diplomacy, peace treaty | handshake | handshake
school, education, classroom, class, schooling, lesson | school | school
graduation, university, degree, graduate, college, student cap, academic, academy | - | graduation-cap
brainstorm, creativity, creative, magic, sparkle, new, shiny, clean, sparkles, brand new, wow | sparkles | sparkles
magic wand, spell, transform, wizardry, transformation | magic-wand | wand-sparkles
key idea, key point, main idea | light-bulb | lightbulb
rule, rules, instruction, guideline, instructions, checklist sheet, clipboard, survey, plan, test | clipboard | clipboard-list
bookmark, keep, saved page | bookmark | bookmark
label, tag, price tag, name tag, price, category | label | tag
pushpin, pinned, drawing pin | pushpin | pin
paperclip, attachment, attached | paperclip | paperclip
scissors, cut, snip, cutting, gene editing, crispr | scissors | scissors
gift, present, reward, donation, bonus, surprise gift | wrapped-gift | gift
party, celebration, celebrate, festival, birthday, new year, carnival | party-popper | party-popper
fireworks, firework | fireworks | sparkles
vote, ballot, election, voting, democracy, ballot box, referendum, voter, elections, poll | ballot-box-with-ballot | vote
peace, peaceful | peace-symbol | tabler:peace
recycle, recycling, reuse, sustainability, circular economy, sustainable | recycling-symbol | recycle
radioactive, radiation, nuclear, radioactivity, nuclear power, uranium, nuclear energy, fission, nuclear fission | radioactive | radiation
biohazard, contamination, contagion, biological hazard, contagious, toxic waste | biohazard | biohazard
explosion, explode, blast, big bang, collision, impact, crash into, bang, burst, boom | collision | tabler:boom
bomb, explosive, nuclear bomb, atomic bomb, dynamite | noto:bomb | bomb
fire, flame, burn, burning, blaze, combustion, heat, wildfire, hot, campfire, bonfire, ignite | fire | flame
door, entrance, way in, doorway | door | door-open
exit, way out, leave, escape | door | log-out
gate, barrier, barricade, roadblock, obstacle, hurdle | construction | construction
wall, brick wall, bricks, brick, barrier wall | brick | brick-wall
bridge, crossing, span, suspension bridge | bridge-at-night | tabler:building-bridge-2
stairs, staircase, step, steps, stair | - | tabler:stairs-up
hole, pit, gap, cavity | noto:hole | circle-dashed
black hole, event horizon, singularity | noto:hole | tabler:galaxy
footprints, footsteps, trace, track record, traces, carbon footprint, footprint | noto:footprints | footprints
mask, theatre mask, drama, disguise mask, theatre, theater, stage, play on stage | performing-arts | drama
mirror, reflection, reflect, symmetry, symmetric, reflected | mirror | mirror-rectangular
`;
