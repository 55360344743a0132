/** The body, its cells, illness and its remedies, feelings. */
export const LIFE = `
dna, gene, genes, genetics, genome, double helix, chromosome, heredity, genetic code, inheritance, mutation, rna, mrna, genetic | dna | dna
cell, cancer cell, living cell, body cell, cells of the body, animal cell, human cell, plant cell, stem cell, cell division, mitosis | petri-dish | circle-dot
cell nucleus, nucleus, organelle, mitochondrion, mitochondria, ribosome | petri-dish | circle-dot
bacterium, bacteria, microbe, germ, germs, pathogen, micro organism, microorganism, e coli, bacterial infection, microbiome | microbe | germ
virus, viruses, coronavirus, covid, covid 19, flu, influenza, infection, viral infection, flu virus, pandemic, hiv, epidemic virus, smallpox | microbe | virus
vaccine, vaccination, injection, syringe, jab, shot, inoculation, immunization, immunisation, insulin shot, booster shot, anaesthetic | syringe | syringe
antibody, antibodies, white cell, immune system, immune response, white blood cell, immune cell, t cell | shield | shield-plus
protein, enzyme, amino acid, proteins, hormone, enzymes | - | beef
pill, tablet pill, medicine, drug, medication, antibiotic, aspirin, capsule, antibiotics, painkiller, penicillin, placebo, pharmaceutical, medicines, dose | pill | pill
medical, medicine sign, healthcare, health care, health system | medical-symbol | heart-pulse
health, healthy, wellness, wellbeing, heartbeat, pulse, heart rate, ecg, blood pressure, cardiogram | beating-heart | heart-pulse
heart, heart valve, cardiac, heart organ, heart muscle, human heart, circulatory system, ventricle | anatomical-heart | heart
heart attack, heartbreak, broken heart | broken-heart | heart-crack
blood, drop of blood, bleeding, blood cell, red blood cell, haemoglobin, blood test, blood sugar, blood type, hemoglobin, blood vessel, artery, vein, bloodstream | drop-of-blood | droplet
lung, lungs, breathing, breathe, respiration, respiratory system, inhale, exhale, airway | lungs | tabler:lungs
brain, mind, neuron, neurons, nerve, nervous system, cortex, memory in the brain, psychology, intelligence, cognition, nerve cell, synapse, neuroscience, cognitive, subconscious, mental | brain | brain
stomach, digestion, digestive system, gut, intestine, eating, belly, digest | fork-and-knife-with-plate | utensils
liver, kidney, kidneys, organ, pancreas, spleen, stomach organ | - | -
bone fracture, broken bone, skeleton bone, fracture | bone | bone-fracture
tooth, dental, dentist, teeth, enamel, molar | tooth | tabler:dental
muscle, strong, strength training, biceps, power of muscle, muscles, force of muscle, gym, exercise, workout, fitness, biceps flexed | flexed-biceps | biceps-flexed
hand, palm of hand, open hand, fingers | raised-hand | hand
finger, index finger, point at, touch, press button, push button | index-pointing-up | pointer
foot, feet, toe | foot | footprints
leg, knee, legs | leg | footprints
ear, hearing, hear, ears, cochlea, eardrum | ear | ear
nose, smell, sniff, scent, smelling, odour | nose | -
mouth, lips, lip | mouth | tabler:mood-smile
tongue, taste, taste bud, flavour, flavor | tongue | -
skin, body, human body, human, anatomy | person-standing | person-standing
skull, death, deadly, dead, mortality, skull bone, fatal, died, toxin | skull | skull
poison, toxic, cyanide, pirate, piracy, lethal | skull-and-crossbones | skull
grave, tombstone, burial, die, gravestone, cemetery | headstone | tabler:grave
plague, black death, epidemic, bubonic plague, pestilence, cholera outbreak, cholera | rat | tabler:biohazard
cancer, tumour, tumor, tumor cell, leukemia | reminder-ribbon | ribbon
diabetes, insulin, glucose, blood glucose | syringe | syringe
allergy, allergies, sneeze, sneezing, hay fever, cold virus, pollen allergy, cough | sneezing-face | tabler:mood-sick
sick, ill, illness, patient, disease, unwell, sickness, ill person, symptom | face-with-thermometer | tabler:emergency-bed
headache, injury, wound, migraine, head injury, concussion, wounded | face-with-head-bandage | bandage
bandage, plaster, first aid, heal, healing, recovery, cure, band aid | adhesive-bandage | bandage
mask face, face mask, surgical mask, face masks | face-with-medical-mask | tabler:face-mask
hospital, clinic, emergency room, infirmary, ward | hospital | hospital
ambulance, emergency, emergency vehicle, paramedic, 911 | ambulance | ambulance
doctor, nurse, physician, medic, surgeon, health worker, gp doctor, surgery | health-worker | stethoscope
stethoscope, check up, checkup, diagnosis, medical exam, examination | stethoscope | stethoscope
wheelchair, disability, accessibility, disabled | manual-wheelchair | accessibility
baby, infant, newborn, birth, born, toddler | baby | baby
pregnancy, pregnant, pregnant woman, womb, fetus, foetus | pregnant-woman | baby
sleep, sleeping, asleep, rest, nap, rem sleep, deep sleep, tired, dream, dreams, dreaming, sleep cycle | sleeping-face | bed
zzz, snore, snoring, idle, dormant, standby, inactive | zzz | tabler:zzz
bed, bedroom, mattress, bedtime | person-in-bed | bed-double
insomnia, sleepless, awake, wide awake, alert mind | eyes | eye
happy, smile, joy, happiness, glad, smiling, pleasure, satisfaction, satisfied, dopamine, reward feeling | grinning-face-with-big-eyes | smile
sad, unhappy, sorrow, sadness, depressed, depression, grief, regret | crying-face | frown
angry, anger, rage, furious | angry-face | angry
fear, scared, afraid, terror, panic, anxiety, fright, anxious | fearful-face | tabler:mood-wrrr
surprise, surprised, shocked, shock, astonished, amazing, unexpected | astonished-face | tabler:mood-surprised
confused, confusion, puzzled, unsure, uncertain | confused-face | tabler:mood-confuzed
worried, worry, stress, stressed, nervous, tension | anxious-face-with-sweat | tabler:mood-nervous
mind blown, exploding head, overwhelmed, overload | exploding-head | tabler:mood-crazy-happy
bored, boredom, neutral, indifferent, no opinion | neutral-face | meh
laugh, laughing, funny, humour, humor, joke, comedy | face-with-tears-of-joy | laugh
cry, tears, crying, weep, tear | loudly-crying-face | frown
cool, sunglasses, confident, shades | smiling-face-with-sunglasses | glasses
nerd, geek, smart, clever, genius | nerd-face | glasses
famine, starvation | - | utensils
hungry, hunger, appetite, tasty, delicious | face-savoring-food | utensils
thirst, thirsty, dehydration, sweat, sweating, perspiration | hot-face | droplets
addiction, smoking, cigarette, tobacco, nicotine | cigarette | cigarette
yoga, meditation, mindfulness, calm, relax, relaxation, zen | person-in-lotus-position | tabler:yoga
weight loss, diet, nutrition, vitamin, vitamins, healthy food, fibre food, balanced diet | green-salad | salad
calorie, calories, metabolism, body heat | fire | flame
`;
