/** Mermaid blocks on their whole way: from a note, and from a text pasted into a task, to cues on spoken words. */
import { expect, test } from 'vitest';
import { parseBrief } from '../../brief/brief.ts';
import { components, schemas } from '../../scene/components/registry.ts';
import { evenNarration } from '../../scene/example.ts';
import { bindCues } from '../../storyboard/bind.ts';
import type { Section } from '../script.ts';
import { writeScript } from '../write.ts';

const KINDS = [
  {
    component: 'diagram',
    chart: 'flowchart LR\n  A[Browser] -->|asks| B[Resolver]\n  B --> C[Root]',
    told: 'The browser turns to a resolver when it does not know an address. The resolver asks the root of all names first.',
    spoken: ['nodes.0', 'nodes.1', 'nodes.2'],
  },
  {
    component: 'sequence',
    chart: 'sequenceDiagram\n  Browser->>Server: Hello\n  Server-->>Browser: Certificate',
    told: 'The browser says hello to the server over the open network. The server answers with its certificate at once.',
    spoken: ['messages.0', 'messages.1'],
  },
  {
    component: 'timeline',
    chart: 'timeline\n  1957 : Sputnik\n  1969 : Moon landing',
    told: 'In 1957 the satellite Sputnik circled the Earth. The Moon landing of 1969 came only twelve years after it.',
    spoken: ['events.0', 'events.1'],
  },
  {
    component: 'donut',
    chart: 'pie\n  "Nitrogen" : 78\n  "Oxygen" : 21\n  "Argon" : 1',
    told: 'Most of the air is nitrogen, a gas that hardly reacts. Oxygen makes up a fifth, and argon about one per cent.',
    spoken: ['slices.0', 'slices.1', 'slices.2'],
  },
  {
    component: 'states',
    chart: 'stateDiagram-v2\n  [*] --> Locked\n  Locked --> Open : coin',
    told: 'The turnstile is locked until somebody pays for the ride. A coin makes it open for exactly one person.',
    spoken: ['states.0', 'states.1', 'transitions.0'],
  },
];

function boundTo(section: Section): string[] {
  const component = components[section.show!.component]!;
  const data = component.schema.parse(section.show!.data);
  const text = section.sentences.map((sentence) => sentence.text).join(' ');
  const cues = bindCues(component.parts(data), evenNarration(text), 0);
  return cues.filter((cue) => cue.spoken).map((cue) => cue.part);
}

const briefOf = (task: string) => parseBrief({ task, video_duration_seconds: 30 });
const shownIn = (sections: Section[], component: string) =>
  sections.filter((section) => section.show?.component === component);

test.each(KINDS)(
  'a note shows its Mermaid block as $component',
  async ({ component, chart, told, spoken }) => {
    const note = `---\ntitle: A film\nsources: [a book]\n---\n# The *point* of it\n${told}\n\n\`\`\`mermaid\n${chart}\n\`\`\`\n`;
    const script = await writeScript(briefOf(note), { schemas });
    const [section] = shownIn(script.sections, component);
    expect(section!.show).not.toHaveProperty('drawn');
    expect(boundTo(section!)).toEqual(expect.arrayContaining(spoken));
  },
);

test.each(KINDS)(
  'a pasted text shows its Mermaid block as $component',
  async ({ component, chart, told, spoken }) => {
    const task = `Explain this in a short film:\n\nThis is how it works in practice, as every engineer learns in the first year.\n\n\`\`\`mermaid\n${chart}\n\`\`\`\n\n${told}\n\nAnd that is all there is to know before you build one of your own.`;
    const script = await writeScript(briefOf(task), { schemas });
    const sections = shownIn(script.sections, component);
    expect(sections).toHaveLength(1);
    expect(boundTo(sections[0]!)).toEqual(expect.arrayContaining(spoken));
  },
);

test('a chart that cannot be read fails the task and names the line of the block', async () => {
  const task = `The browser asks the server, and the server answers it within a second or two.\n\n\`\`\`mermaid\nflowchart LR\n  A --> B\n  A =>> C\n\`\`\`\n\nThat is how the web works today, in every country of the world.`;
  await expect(writeScript(briefOf(task), { schemas })).rejects.toThrow(
    'the Mermaid block in the text, line 3: "=>> C" is not understood',
  );
});
