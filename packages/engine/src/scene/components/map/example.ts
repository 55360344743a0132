import type { Example } from '../component.ts';
import type { MapData } from './schema.ts';

export const example: Example<MapData> = {
  headline: 'Coffee took two centuries to reach *London*',
  narration:
    'Coffee grew wild in the hills of Ethiopia. In the fifteenth century ships carried it from there to Mocha, in Yemen. ' +
    'A hundred years on, caravans brought it to Istanbul, which opened the first coffee houses. ' +
    'Merchants took it on to Venice. And in 1652 it crossed Europe, and London had a house of its own.',
  data: {
    view: 'auto',
    regions: [{ country: 'Ethiopia', say: 'Ethiopia' }],
    places: [
      { name: 'Ethiopia', note: 'wild', say: 'Ethiopia' },
      { name: 'Mocha', note: 'about 1450', say: 'Mocha' },
      { name: 'Istanbul', note: '1555', say: 'Istanbul' },
      { name: 'Venice', note: '1615', say: 'Venice' },
      { name: 'London', note: '1652', say: 'London' },
    ],
    routes: [
      { from: 'Ethiopia', to: 'Mocha', traveller: 'sailboat', say: 'ships carried' },
      { from: 'Mocha', to: 'Istanbul', traveller: 'camel', say: 'caravans' },
      { from: 'Istanbul', to: 'Venice', traveller: 'sailboat', say: 'Merchants took' },
      { from: 'Venice', to: 'London', traveller: 'coffee', say: 'crossed Europe' },
    ],
  },
};

/** The whole world. */
export const worldExample: Example<MapData> = {
  headline: 'Half of all people live in *seven* countries',
  narration:
    'India and China alone hold more than a third of mankind. Then come the United States, Indonesia, Pakistan, Nigeria and Brazil.',
  data: {
    view: 'world',
    regions: [
      { country: 'India', tone: 'now', say: 'India' },
      { country: 'China', tone: 'now', say: 'China' },
      { country: 'United States', say: 'United States' },
      { country: 'Indonesia', say: 'Indonesia' },
      { country: 'Pakistan', say: 'Pakistan' },
      { country: 'Nigeria', say: 'Nigeria' },
      { country: 'Brazil', say: 'Brazil' },
    ],
    places: [],
    routes: [],
  },
};
