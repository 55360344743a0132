/** Countries by the names people give them: the one table behind flags and maps. */

export interface Country {
  /** ISO 3166-1 alpha-2, lower case. */
  code: string;
  /** As the atlas (Natural Earth) abbreviates it. */
  atlas: string;
  /** The usual English name first. */
  names: string[];
  /** "French", "Saudi Arabian". */
  adjectives: string[];
}

/** `code | name in the atlas where it differs | names | adjectives` */
const ROWS = `
ad | | Andorra |
ae | United Arab Emirates | United Arab Emirates, UAE, Emirates | Emirati
af | | Afghanistan | Afghan
ag | Antigua and Barb. | Antigua and Barbuda |
ai | | Anguilla |
al | | Albania |
am | | Armenia | Armenian
ao | | Angola |
aq | | Antarctica |
ar | | Argentina | Argentine, Argentinian
as | | American Samoa |
at | | Austria | Austrian
au | | Australia | Australian
aw | | Aruba |
ax | Åland | Åland Islands |
az | | Azerbaijan | Azerbaijani
ba | Bosnia and Herz. | Bosnia and Herzegovina, Bosnia |
bb | | Barbados |
bd | | Bangladesh | Bangladeshi
be | | Belgium | Belgian
bf | | Burkina Faso |
bg | | Bulgaria | Bulgarian
bh | | Bahrain |
bi | | Burundi |
bj | | Benin |
bm | | Bermuda |
bn | | Brunei |
bo | | Bolivia |
br | | Brazil | Brazilian
bs | Bahamas | The Bahamas, Bahamas |
bt | | Bhutan |
bw | | Botswana |
by | | Belarus | Belarusian
bz | | Belize |
ca | | Canada | Canadian
cd | Dem. Rep. Congo | Democratic Republic of the Congo, DR Congo, DRC, Congo-Kinshasa |
cf | Central African Rep. | Central African Republic |
cg | Congo | Republic of the Congo, Congo, Congo-Brazzaville |
ch | | Switzerland | Swiss
ci | Côte d'Ivoire | Ivory Coast, Côte d'Ivoire |
ck | Cook Is. | Cook Islands |
cl | | Chile | Chilean
cm | | Cameroon |
cn | | China | Chinese
co | | Colombia | Colombian
cr | | Costa Rica |
cu | | Cuba | Cuban
cv | Cabo Verde | Cape Verde, Cabo Verde |
cw | | Curaçao |
cy | | Cyprus |
cz | Czechia | Czechia, Czech Republic | Czech
de | | Germany | German
dj | | Djibouti |
dk | | Denmark | Danish
dm | | Dominica |
do | Dominican Rep. | Dominican Republic |
dz | | Algeria | Algerian
ec | | Ecuador |
ee | | Estonia | Estonian
eg | | Egypt | Egyptian
eh | W. Sahara | Western Sahara |
er | | Eritrea |
es | | Spain | Spanish
et | | Ethiopia | Ethiopian
fi | | Finland | Finnish
fj | | Fiji |
fk | Falkland Is. | Falkland Islands, Falklands |
fm | | Micronesia |
fo | Faeroe Is. | Faroe Islands |
fr | | France | French
ga | | Gabon |
gb | United Kingdom | United Kingdom, UK, Great Britain, Britain | British
gd | | Grenada |
ge | | Georgia | Georgian
gg | | Guernsey |
gh | | Ghana | Ghanaian
gl | | Greenland |
gm | Gambia | The Gambia, Gambia |
gn | | Guinea |
gq | Eq. Guinea | Equatorial Guinea |
gr | | Greece | Greek
gt | | Guatemala |
gu | | Guam |
gw | | Guinea-Bissau |
gy | | Guyana |
hk | | Hong Kong |
hn | | Honduras |
hr | | Croatia | Croatian
ht | | Haiti |
hu | | Hungary | Hungarian
id | | Indonesia | Indonesian
ie | | Ireland | Irish
il | | Israel | Israeli
im | | Isle of Man |
in | | India | Indian
iq | | Iraq | Iraqi
ir | | Iran | Iranian, Persian
is | | Iceland | Icelandic
it | | Italy | Italian
je | | Jersey |
jm | | Jamaica | Jamaican
jo | | Jordan | Jordanian
jp | | Japan | Japanese
ke | | Kenya | Kenyan
kg | | Kyrgyzstan |
kh | | Cambodia | Cambodian
ki | | Kiribati |
km | | Comoros |
kn | St. Kitts and Nevis | Saint Kitts and Nevis |
kp | | North Korea | North Korean
kr | | South Korea | South Korean, Korean
kw | | Kuwait | Kuwaiti
ky | Cayman Is. | Cayman Islands |
kz | | Kazakhstan | Kazakh
la | | Laos |
lb | | Lebanon | Lebanese
lc | | Saint Lucia |
li | | Liechtenstein |
lk | | Sri Lanka | Sri Lankan
lr | | Liberia |
ls | | Lesotho |
lt | | Lithuania | Lithuanian
lu | | Luxembourg |
lv | | Latvia | Latvian
ly | | Libya | Libyan
ma | | Morocco | Moroccan
mc | | Monaco |
md | | Moldova |
me | | Montenegro |
mg | | Madagascar |
mh | Marshall Is. | Marshall Islands |
mk | Macedonia | North Macedonia, Macedonia |
ml | | Mali |
mm | Myanmar | Myanmar, Burma |
mn | | Mongolia | Mongolian
mo | Macao | Macau, Macao |
mp | N. Mariana Is. | Northern Mariana Islands |
mr | | Mauritania |
ms | | Montserrat |
mt | | Malta |
mu | | Mauritius |
mv | | Maldives |
mw | | Malawi |
mx | | Mexico | Mexican
my | | Malaysia | Malaysian
mz | | Mozambique |
na | | Namibia |
nc | | New Caledonia |
ne | | Niger |
nf | | Norfolk Island |
ng | | Nigeria | Nigerian
ni | | Nicaragua |
nl | Netherlands | Netherlands, Holland | Dutch
no | | Norway | Norwegian
np | | Nepal | Nepalese, Nepali
nr | | Nauru |
nu | | Niue |
nz | | New Zealand | New Zealand
om | | Oman |
pa | | Panama |
pe | | Peru | Peruvian
pf | Fr. Polynesia | French Polynesia |
pg | | Papua New Guinea |
ph | | Philippines | Philippine, Filipino
pk | | Pakistan | Pakistani
pl | | Poland | Polish
pr | | Puerto Rico |
ps | | Palestine | Palestinian
pt | | Portugal | Portuguese
pw | | Palau |
py | | Paraguay |
qa | | Qatar | Qatari
ro | | Romania | Romanian
rs | | Serbia | Serbian
ru | Russia | Russia, Russian Federation | Russian
rw | | Rwanda |
sa | | Saudi Arabia | Saudi, Saudi Arabian
sb | Solomon Is. | Solomon Islands |
sc | | Seychelles |
sd | | Sudan |
se | | Sweden | Swedish
sg | | Singapore | Singaporean
sh | | Saint Helena |
si | | Slovenia | Slovenian
sk | | Slovakia | Slovak
sl | | Sierra Leone |
sm | | San Marino |
sn | | Senegal | Senegalese
so | | Somalia |
sr | | Suriname |
ss | S. Sudan | South Sudan |
st | São Tomé and Principe | São Tomé and Príncipe |
sv | | El Salvador |
sx | | Sint Maarten |
sy | | Syria | Syrian
sz | eSwatini | Eswatini, Swaziland |
tc | Turks and Caicos Is. | Turks and Caicos Islands |
td | | Chad |
tg | | Togo |
th | | Thailand | Thai
tj | | Tajikistan |
tl | Timor-Leste | Timor-Leste, East Timor |
tm | | Turkmenistan |
tn | | Tunisia | Tunisian
to | | Tonga |
tr | Turkey | Turkey, Türkiye | Turkish
tt | | Trinidad and Tobago |
tw | | Taiwan |
tz | | Tanzania | Tanzanian
ua | | Ukraine | Ukrainian
ug | | Uganda | Ugandan
us | United States of America | United States, United States of America, USA, US, America | American
uy | | Uruguay |
uz | | Uzbekistan | Uzbek
va | Vatican | Vatican City, Vatican |
vc | St. Vin. and Gren. | Saint Vincent and the Grenadines, Saint Vincent |
ve | | Venezuela | Venezuelan
vg | British Virgin Is. | British Virgin Islands |
vi | U.S. Virgin Is. | US Virgin Islands |
vn | | Vietnam | Vietnamese
vu | | Vanuatu |
ws | | Samoa |
xk | | Kosovo |
ye | | Yemen |
za | | South Africa | South African
zm | | Zambia |
zw | | Zimbabwe |
`;

/** Names that are first of all something else, or of more than one place: a country only beside its flag, or on a map. */
const AMBIGUOUS = new Set([
  'turkey',
  'georgia',
  'jordan',
  'chad',
  'jersey',
  'guinea',
  'china',
  'america',
  'us',
]);

let countries: Country[] | undefined;
let byName: Map<string, Country> | undefined;
let byAdjective: Map<string, Country> | undefined;

function allCountries(): readonly Country[] {
  countries ??= ROWS.trim()
    .split('\n')
    .map((row) => {
      const [code, atlas, names, adjectives] = row.split('|').map((cell) => cell.trim());
      const list = (cell = '') => cell.split(', ').filter(Boolean);
      return { code: code!, atlas: atlas || names!, names: list(names), adjectives: list(adjectives) };
    });
  return countries;
}

/** The country of a name ("Germany", "the Netherlands", "UK"), whatever its case and accents. */
export function findCountry(name: string): Country | undefined {
  byName ??= new Map(
    allCountries().flatMap((country) =>
      [country.atlas, ...country.names].map((each): [string, Country] => [plain(each), country]),
    ),
  );
  return byName.get(plain(name));
}

/** The country of an adjective: "French". */
export function countryOfAdjective(adjective: string): Country | undefined {
  byAdjective ??= new Map(
    allCountries().flatMap((country) =>
      country.adjectives.map((each): [string, Country] => [plain(each), country]),
    ),
  );
  return byAdjective.get(plain(adjective));
}

/** True where a name alone says too little to be taken for a country. */
export function isAmbiguous(name: string): boolean {
  return AMBIGUOUS.has(plain(name));
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .replace(/^the\s+/, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
