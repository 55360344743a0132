/** Quote: one sentence that deserves to be read as it is heard, with the one who said it. */
import { defineComponent } from '../component.ts';
import { example } from './example.ts';
import { layoutQuote } from './layout.ts';
import { moveQuote } from './motion.ts';
import { halves, phrasesOf, wordsIn } from './phrases.ts';
import { quoteSchema } from './schema.ts';

export const quote = defineComponent({
  name: 'quote',
  purpose: 'A sentence quoted word for word, with its speaker; its words light up as the voice says them.',
  schema: quoteSchema,
  headline: 'own',
  parts: (data) => {
    const words = wordsIn(data.text);
    let from = 0;
    const phrases = phrasesOf(data.text).map((length, index) => {
      const label = words.slice(from, from + length).join(' ');
      from += length;
      return { path: `words.${index}`, label };
    });
    // Last, so that a name spoken after the quotation does not push its words behind it.
    return [
      ...phrases,
      { path: 'speaker', label: data.speaker, say: data.say ?? wordsIn(data.speaker).at(-1)! },
    ];
  },
  layout: layoutQuote,
  motion: moveQuote,
  split: (data) => {
    const pieces = halves(data.text);
    return (
      pieces && [
        { ...data, text: pieces[0] },
        { ...data, text: pieces[1] },
      ]
    );
  },
  example,
});
