/** A component's example as a storyboard of one scene, spoken at an even pace: for the gallery, the preview and tests. */
import type { AspectRatio, Palette } from '../brief/brief.ts';
import { bindCues } from '../storyboard/bind.ts';
import type { Storyboard } from '../storyboard/storyboard.ts';
import type { Narration, Word } from '../voice/narration.ts';
import type { Component, Example } from './components/component.ts';

const SECONDS_PER_WORD = 60 / 145;
const BEFORE = 0.45;
const AFTER = 1.2;

export interface ExampleOptions<Data> {
  aspect_ratio: AspectRatio;
  theme: string;
  palette?: Palette;
  /** Another example than the component's own. */
  example?: Example<Data>;
}

export function exampleStoryboard<Data>(
  component: Component<Data>,
  options: ExampleOptions<Data>,
): Storyboard {
  const example = options.example ?? component.example;
  const data = component.schema.parse(example.data);
  const narration = evenNarration(example.narration);
  return {
    version: 1,
    title: component.name,
    aspect_ratio: options.aspect_ratio,
    video_type: 'explainer',
    theme: options.theme,
    palette: options.palette ?? {},
    scenes: [
      {
        id: 's1',
        component: component.name,
        headline: example.headline,
        data,
        start: 0,
        end: narration.duration,
        cues: bindCues(component.parts(data), narration, 0),
      },
    ],
  };
}

/** Speech of one word every 0.41 s, without audio. */
export function evenNarration(text: string): Narration {
  const tokens = text.split(/\s+/).filter(Boolean);
  const words: Word[] = tokens.map((word, index) => ({
    text: word,
    start: BEFORE + index * SECONDS_PER_WORD,
    end: BEFORE + (index + 0.9) * SECONDS_PER_WORD,
    section: 0,
    sentence: 0,
  }));
  const duration = Math.ceil((BEFORE + tokens.length * SECONDS_PER_WORD + AFTER) * 30) / 30;
  return {
    voice: { engine: 'flite', name: 'rms', pace: 1 },
    duration,
    sections: [{ section: 's1', start: 0, end: duration }],
    sentences: [{ section: 's1', text, start: BEFORE, end: duration - AFTER }],
    words,
    loudness: { integrated_lufs: -16, true_peak_dbtp: -1.5 },
    audio: '',
  };
}
