/**
 * Recipes: pictures that no single icon is, by what they mean. Each row reads
 * `phrase, phrase | base; part@place; part@place*size^`; `^` lays a part on the one before it.
 */
import { ALL_SETS } from '../icon-search/sets.ts';
import { spelledWordsOf, wordsOf } from '../icon-search/words.ts';
import { type Composition, compositionOf } from './composition.ts';

const RECIPES = `
secure website, secure browser, secure web page, https website, encrypted website, secure site | laptop; chalktalk:browser@on*130; locked@on*120^
secure connection, encrypted connection, encrypted traffic, vpn, secure tunnel | chalktalk:globe; locked@corner*120
secure server, encrypted server, hardened server | chalktalk:server; locked@corner*115
secure payment, safe payment, protected payment | credit-card; locked@corner
secure database, encrypted database, encrypted data, encryption at rest | chalktalk:database; locked@corner*115
encrypted message, encrypted email, encrypted mail, end to end encryption, private message | chalktalk:speech; locked@on
encrypted file, encrypted document, locked file, locked document | chalktalk:page; locked@corner*115
website, web page, webpage, home page, site | laptop; chalktalk:browser@on*135
online shop, web shop, online store, online shopping, e-commerce, ecommerce | laptop; shopping-cart@on
online banking, internet banking | laptop; bank@on
online learning, online course, e-learning, remote teaching | laptop; noto:graduation-cap@on
video call, online meeting, video conference, remote meeting | laptop; technologist@on*110
online payment, digital payment, card payment online | laptop; credit-card@on*110
mobile payment, phone payment, contactless payment, mobile banking | mobile-phone; credit-card@on*130
text message, sms, chat message | mobile-phone; speech-balloon@corner
phishing, phishing mail, phishing email | e-mail; fishing-pole@corner*130
spam, spam mail, junk mail | e-mail; warning@corner
computer virus, malware, infected computer, trojan horse program, ransomware computer | laptop; microbe@on
hacked computer, compromised computer, computer attack, cyber attack, cyberattack | laptop; skull-and-crossbones@on
hacked server, compromised server | chalktalk:server; skull-and-crossbones@corner*115
server crash, server failure, server down, broken server, overloaded server | chalktalk:server; fire@corner*120
web server | chalktalk:server; chalktalk:globe@corner
file server, file storage | chalktalk:server; file-folder@corner*110
database server | chalktalk:server; chalktalk:database@corner*105
cloud storage, cloud drive, cloud backup, backup in cloud | cloud; file-folder@on
cloud computing, cloud server, data centre, data center, cloud service | cloud; chalktalk:server@on
cloud database | cloud; chalktalk:database@on
weather station, weather forecast, weather app | mobile-phone; sun-behind-cloud@on
search engine, web search, online search | chalktalk:browser; magnifying-glass-tilted-left@on
web application, web app | chalktalk:browser; gear@on
error page, browser error, page not found, broken website | chalktalk:browser; warning@on
bug report, software bug, bug in code, code bug | chalktalk:terminal; lady-beetle@corner
code review | chalktalk:terminal; magnifying-glass-tilted-left@corner
software update, system update, app update | laptop; counterclockwise-arrows-button@on
bug fix, patch, repair software | laptop; hammer-and-wrench@on
artificial intelligence model, ai model, language model, large language model | chalktalk:chip; brain@on*130
ai assistant, chatbot, chat bot | chalktalk:speech; robot@on
robot teacher, ai tutor | robot; noto:graduation-cap@top
smart home, home automation | house; wireless@corner
mortgage, home loan, house price, housing market, property price | house; money-bag@corner*110
rent, renting, home rental | house; key@corner
house fire, burning house | house; fire@corner*120
home insurance, house insurance | house; shield@corner
solar house, solar home, home solar | house; sun@corner*110
flood, flooded house, flooding | house; water-wave@corner*130
electric car, ev, electric vehicle, charging car | automobile; high-voltage@corner
car crash, car accident, collision of cars | automobile; collision@corner*120
car insurance | automobile; shield@corner
self driving car, autonomous car, driverless car | automobile; robot@corner
oil price, fuel price, petrol price, gas price | fuel-pump; coin@corner
stock crash, market crash, stock market crash, recession | chart-decreasing; collision@corner
global trade, world trade, international trade, globalisation, globalization | globe-showing-europe-africa; ship@corner*115
global warming, climate change, warming planet, hot planet, climate crisis | globe-showing-europe-africa; thermometer@corner*115
burning planet, planet on fire | globe-showing-europe-africa; fire@corner*120
pandemic, global epidemic | globe-showing-europe-africa; microbe@corner
world peace | globe-showing-europe-africa; dove@corner
air pollution, carbon emission, carbon emissions, emissions, industrial pollution | factory; noto:fog@top
coal power, coal power plant, coal plant | factory; rock@corner
nuclear energy, nuclear power, nuclear power plant, nuclear plant, atomic energy | factory; radioactive@corner
wind power, wind energy | wind-face; high-voltage@corner
solar power, solar energy, solar panel energy | sun; high-voltage@corner
hydropower, hydroelectric power, water power | water-wave; high-voltage@corner
heart attack, heart disease, heart failure | anatomical-heart; high-voltage@corner
heart surgery, heart operation | anatomical-heart; adhesive-bandage@corner
brain disease, dementia, brain damage | brain; adhesive-bandage@corner
medical research, drug research, drug trial, clinical trial | microscope; pill@corner
genetic engineering, gene editing, gene therapy, crispr | dna; scissors@corner
vaccination, vaccinated, immunisation, immunization | shield; syringe@on
immune system, immunity, immune defence | shield; microbe@on
antivirus, virus protection | shield; laptop@on
data protection, privacy, data privacy, online privacy, gdpr | shield; locked@on
food safety, safe food | shield; red-apple@on
healthy food, healthy eating, healthy diet | fork-and-knife-with-plate; green-salad@centre
food delivery, meal delivery | bicycle; takeout-box@top
online delivery, parcel delivery, package delivery | delivery-truck; package@corner
refrigerated transport, cold chain | delivery-truck; snowflake@corner
scientific paper, research paper, scientific article | chalktalk:page; microscope@corner
contract, signed contract, agreement signed, treaty | chalktalk:page; fountain-pen@corner
birth certificate | chalktalk:page; baby@corner
tax, tax return, taxes, tax form | chalktalk:page; money-bag@corner
invoice, bill to pay, receipt to pay | chalktalk:page; coin@corner
legal document, law text, legislation | chalktalk:page; balance-scale@corner
report, annual report, business report | chalktalk:page; bar-chart@corner
music file, sheet music | chalktalk:page; musical-note@corner
breaking news, news alert | newspaper; police-car-light@corner
fake news, misinformation, disinformation | newspaper; cross-mark@corner
dream, dreaming, dreams | thought-balloon; sleeping-face@on
idea in mind, having an idea, brainwave | thought-balloon; light-bulb@on
love letter | e-mail; red-heart@corner
voting online, online vote, electronic voting, e-voting | laptop; ballot-box-with-ballot@on
election result, election results | ballot-box-with-ballot; bar-chart@corner
space station research, astronaut training | astronaut; microscope@corner
moon landing, lunar landing, landing on moon | full-moon; rocket@corner*120
mars mission, mission to mars, trip to mars | ringed-planet; rocket@corner*120
time travel, time machine | mantelpiece-clock; rocket@corner*115
deadline, time pressure | calendar; alarm-clock@corner
long time, passing time | hourglass-not-done; mantelpiece-clock@corner
time is money | mantelpiece-clock; coin@corner*110
`;

const MAIN = 'fluent-emoji-flat';

let recipes: Map<string, Composition> | undefined;

/** Every recipe by its phrases, in the singular. */
export function allRecipes(): ReadonlyMap<string, Composition> {
  if (!recipes) {
    recipes = new Map();
    for (const row of RECIPES.trim().split('\n')) {
      const [phrases, parts] = row.split('|').map((cell) => cell.trim());
      const named = parts!.split(';').map((part) => {
        const trimmed = part.trim();
        return ALL_SETS.some((set) => trimmed.startsWith(`${set.name}:`)) ? trimmed : `${MAIN}:${trimmed}`;
      });
      const composition = compositionOf(`composed:${named.join(';')}`);
      if (!composition) throw new Error(`A recipe is not well formed: ${row}`);
      for (const phrase of phrases!.split(',')) {
        for (const key of [spelledWordsOf(phrase), wordsOf(phrase)]) {
          if (!recipes.has(key.join(' '))) recipes.set(key.join(' '), composition);
        }
      }
    }
  }
  return recipes;
}

/** The recipe for exactly this meaning. */
export function recipeFor(words: readonly string[]): Composition | undefined {
  return allRecipes().get(words.join(' '));
}
