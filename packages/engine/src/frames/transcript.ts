/** The film's words as plain text: a paragraph a scene, under its headline and time. */
import type { Script } from '../script/script.ts';
import type { Narration } from '../voice/narration.ts';

export function transcriptOf(script: Script, narration: Narration): string {
  const scenes = script.sections.map((section, index) => {
    const start = narration.sections[index]!.start;
    const heading = section.headline.replaceAll('*', '');
    return `[${clock(start)}] ${heading}\n${section.sentences.map((sentence) => sentence.text).join(' ')}\n`;
  });
  const sources = script.sources.map(
    (source) => `- ${source.title}${source.url ? `, ${source.url}` : ''} (${source.where})`,
  );
  return `${script.title}\n\n${scenes.join('\n')}\nSources\n${sources.join('\n')}\n`;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
