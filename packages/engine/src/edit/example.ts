/** A small film for tests of edits: five scenes of a note, timed by counting words instead of by speaking. */
import { parseBrief } from '../brief/brief.ts';
import type { Script } from '../script/script.ts';
import { scriptFor, storyboardFor } from '../steps.ts';
import type { Narration, SectionSpan, SentenceSpan, Word } from '../voice/narration.ts';
import type { EditableFilm } from './film.ts';

export const EXAMPLE_NOTE = `---
title: How a message travels
also: [message travels]
sources: ["A book about networks (2020)"]
---

# Messages *fly* around the world
Every message you send flies around the world like a bird. A laptop sends it in less than a second.

\`\`\`show
statement:
  icons:
    - { icon: bird, label: A message, say: "bird" }
    - { icon: laptop, label: Your laptop, say: "laptop" }
\`\`\`

# Three *machines* help
Three machines help it on its way. A router chooses the road. A server keeps the answer. A cable carries the light.

\`\`\`show
points:
  items:
    - { text: Router, detail: chooses the road, icon: "tabler:router", say: "A router" }
    - { text: Server, icon: desktop-computer, say: "A server" }
    - { text: Cable, icon: electric-plug, say: "A cable" }
remark: { text: All three work day and night., say: "carries" }
\`\`\`

# First, *ask* for the address
First your browser asks for the address. The server answers with a number.

\`\`\`show
sequence:
  parties: [{ name: Browser, icon: laptop }, { name: Server, icon: desktop-computer }]
  messages:
    - { from: Browser, to: Server, text: "Where is the shop?", say: "asks" }
    - { from: Server, to: Browser, text: "At number 93", say: "answers" }
\`\`\`

# Glass is *faster* than copper
Copper carries a message at two hundred units. Glass carries it at three hundred.

\`\`\`show
bars:
  unit: Speed of a message
  bars:
    - { label: Copper, value: 200, say: "Copper" }
    - { label: Glass, value: 300, tone: now, say: "Glass" }
\`\`\`

# Nobody *loses* a packet
In the end every packet arrives. What is lost is sent again, so the router never worries.

\`\`\`show
statement:
  icons:
    - { icon: package, label: A packet, say: "packet" }
  text: Lost packets are sent again
\`\`\`
`;

export async function exampleFilm(): Promise<EditableFilm> {
  const brief = parseBrief({ task: 'How a message travels', video_duration_seconds: 40 });
  const script = await scriptFor(brief, { note: { text: EXAMPLE_NOTE, file: 'example.md' } });
  const narration = countedNarration(script);
  return { brief, script, narration, storyboard: await storyboardFor(brief, script, narration) };
}

/** Seconds. */
const WORD = 0.4;
const PAUSE = 0.6;
const FPS = 30;

/** A narration in which every word takes as long. */
export function countedNarration(script: Script): Narration {
  const sections: SectionSpan[] = [];
  const sentences: SentenceSpan[] = [];
  const words: Word[] = [];
  let at = 0;
  script.sections.forEach((section, index) => {
    const start = at;
    at += 0.5;
    for (const { text } of section.sentences) {
      const from = at;
      for (const word of text.split(/\s+/)) {
        words.push({
          text: word,
          start: at,
          end: at + WORD - 0.1,
          section: index,
          sentence: sentences.length,
        });
        at += WORD;
      }
      sentences.push({ section: section.id, text, start: from, end: at });
      at += PAUSE;
    }
    at = Math.ceil(at * FPS) / FPS;
    sections.push({ section: section.id, start, end: at });
  });
  return {
    voice: { engine: 'flite', name: 'rms', pace: 1 },
    duration: at,
    sections,
    sentences,
    words,
    loudness: { integrated_lufs: -16, true_peak_dbtp: -1.7, gain_db: 5 },
    audio: 'narration.f32',
  };
}
