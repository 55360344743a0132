import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChalktalkError } from '../../errors.ts';
import { normalise } from './normalise.ts';

/** Each line: what is written ⇒ what is said. */
const READINGS = `
Light travels at 300,000 km/s. ⇒ light travels at three hundred thousand kilometers per second.
It is 3×10^8 m/s ⇒ it is three times ten to the power of eight meters per second.
It cost $1.5M in 1969. ⇒ it cost one point five million dollars in nineteen sixty nine.
€20 bn, $3.2 billion ⇒ twenty billion euros, three point two billion dollars.
£3–5 million for $0.99 or $1.50 ⇒ three to five million pounds for ninety nine cents or one dollar and fifty cents.
$5/month, USD 50, 40 EUR ⇒ five dollars per month, fifty dollars, forty euros.
The API uses HTTPS. ⇒ the ay p i uses h t t p s.
NASA's RAM holds 2 JPEGs. ⇒ nassa's ram holds two jaypeg's.
CPUs and GPUs ⇒ c p u's and g p u's.
On March 5, 2024 at 9:05 a.m. ⇒ on march fifth, twenty twenty four at nine oh five ay m.
on 5 March 1990 ⇒ on the fifth of march nineteen ninety.
Released 2024-03-05. ⇒ released march fifth twenty twenty four.
from 1939–1945 in the 1990s and '80s ⇒ from nineteen thirty nine to nineteen forty five in the nineteen nineties and eighties.
in 1500 homes, 1941 homes ⇒ in fifteen hundred homes, one thousand nine hundred forty one homes.
In 1941 chemists met. A QR code, divided by c. ⇒ in nineteen forty one chemists met, a q r code, divided by c.
A is for John O’Sullivan ⇒ ay is for john o sullivan.
In 2000 and 2005 ⇒ in two thousand and two thousand five.
It runs in O(n log n) time. ⇒ it runs in o of n log n time.
not O(n^2) or O(1) ⇒ not o of n squared or o of one.
call foo() or parseURLQuery, my_var_name ⇒ call foo or parse u r l query, my var name.
Henry VIII and World War II ⇒ henry the eighth and world war two.
Louis XIV, Saturn V, Elizabeth I ⇒ louis the fourteenth, saturn five, elizabeth the first.
20 °C to -5°C, 5–10% ⇒ twenty degrees celsius to minus five degrees celsius, five to ten percent.
If x ≤ 5 & y ≥ 3 ⇒ if x is at most five and y is at least three.
a → b, x < y, x = 2 ⇒ a to b, x is less than y, x equals two.
under <5 ms ⇒ under less than five milliseconds.
See https://www.example.com/docs?x=1 ⇒ see example dot com slash docs.
jo.doe@example.org ⇒ jo dot doe at example dot org.
Schrödinger’s naïve café ⇒ schrodinger's naive cafe.
“quoted” … and (in brackets) too ⇒ quoted, and, in brackets, too.
CO₂ and H2O, C6H12O6 ⇒ c o two and h two o, c six h twelve o six.
x², 10⁻³, 2½ cups ⇒ x squared, ten to the power of minus three, two and one half cups.
3/4 of it, 1/2, 24/7, 2 1/3 ⇒ three quarters of it, one half, twenty four seven, two and one third.
The U.S. and e.g. Dr. Smith vs. Mr. Jones ⇒ the u s and for example doctor smith versus mister jones.
This is plan A. Vitamin A is next. ⇒ this is plan ay, vitamin ay is next.
a 5-km run, a 15 kWh battery ⇒ a five kilometer run, a fifteen kilowatt hour battery.
1,234,567 people in the 21st century ⇒ one million two hundred thirty four thousand five hundred sixty seven people in the twenty first century.
0.5 ms, 3.14, v1.2.3 ⇒ zero point five milliseconds, three point one four, v one point two point three.
SHA-256, RSA-2048, RFC 8446, x86 ⇒ shah two fifty six, r s ay twenty forty eight, r f c eighty four forty six, x eighty six.
4K, 3D, 5G, 300 K, 1920×1080 ⇒ four k, three d, five g, three hundred kelvins, nineteen twenty by ten eighty.
C++ and C#, Node.js, .NET, TCP/IP ⇒ c plus plus and c sharp, node dot j s, dot net, t c p i p.
~50% use #1; 10x faster ⇒ about fifty percent use number one, ten times faster.
5 – 10 and 5 - 3 and n-1 ⇒ five to ten and five minus three and n minus one.
f(x) = 2x + 1, E = mc² ⇒ f of x equals two x plus one, e equals m c squared.
230 V at 50 Hz with 5 W/m² ⇒ two hundred thirty volts at fifty hertz with five watts per square meter.
150 million km away, 1 km, 16GB ⇒ one hundred fifty million kilometers away, one kilometer, sixteen gigabytes.
Δt is small, π ≈ 3.14, 5 μm ⇒ delta t is small, pi is about three point one four, five micrometers.
THIS IS VERY LOUD ABOUT HTTPS ⇒ this is very loud about h t t p s.
Is it true? ⇒ is it true?
rock—paper – scissors ⇒ rock, paper, scissors.
the students' books aren't John's ⇒ the students books aren't john's.
iPhone and YouTube on macOS ⇒ i phone and you tube on mac o s.
a 3:1 ratio at 16:9 ⇒ a three to one ratio at sixteen to nine.
10 000 km, 6.02e23 ⇒ ten thousand kilometers, six point zero two times ten to the power of twenty three.
`
  .trim()
  .split('\n')
  .map((line) => line.split(' ⇒ ') as [string, string]);

test.each(READINGS)('%s', (written, said) => {
  expect(normalise(written).text).toBe(/[.?]$/.test(said) ? said : `${said}.`);
});

test('every token of a sentence maps to the words it became, and punctuation alone to none', () => {
  const { tokens } = normalise('It cost $1.5 million — in 2024.');
  expect(tokens).toEqual([
    { text: 'It', words: ['it'] },
    { text: 'cost', words: ['cost'] },
    { text: '$1.5', words: ['one', 'point', 'five'] },
    { text: 'million', words: ['million', 'dollars'] },
    { text: '—', words: [] },
    { text: 'in', words: ['in'] },
    { text: '2024.', words: ['twenty', 'twenty', 'four'] },
  ]);
});

test('a name in its own script may go unsaid, a sentence may not', () => {
  expect(normalise('The city of Tokyo (東京) grew quickly.').tokens[4]).toEqual({
    text: '(東京)',
    words: [],
  });
  expect(() => normalise('東京は日本の首都です。')).toThrow(
    /cannot say "東京は日本の首都です。"; write it in English/,
  );
  expect(() => normalise('…')).toThrow(ChalktalkError);
});

const WILD = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...'a A I x 5 19 1969 3.14 1,000 $ € % ° °C km /s - – — ( ) . , : ; ? ! \' " + = < > ≤ ^ 2 ² ½ ₂ _ / \\ # @ & * x × API foo() e.g. V XIV µ π ß é 東 🎉 … am 9:05 2024-01-02 bn million'.split(
          ' ',
        ),
        ' ',
        ' ',
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join('')),
);

test('any text is either unspeakable or becomes plain English words, each belonging to a token', () => {
  fc.assert(
    fc.property(WILD, (text) => {
      let spoken: ReturnType<typeof normalise>;
      try {
        spoken = normalise(text);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ChalktalkError', kind: 'unspeakable' });
        return;
      }
      expect(spoken.tokens.map((token) => token.text)).toEqual(text.split(/\s+/).filter(Boolean));
      const words = spoken.tokens.flatMap((token) => token.words);
      for (const word of words) expect(word).toMatch(/^[a-z]+(?:'[a-z]+)?$/);
      expect(spoken.text.replace(/,|[.?]$/g, '')).toBe(words.join(' '));
    }),
    { numRuns: 3000, seed: 20 },
  );
});
