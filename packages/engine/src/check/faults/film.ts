/** A small sound film of documents, into which tests plant one fault each. */
import type { Element, SceneDocument, TextElement } from '../../scene/scene.ts';
import type { Script } from '../../script/script.ts';
import type { Storyboard } from '../../storyboard/storyboard.ts';
import type { Narration } from '../../voice/narration.ts';

export function label(id: string, x: number, y: number, rest: Partial<TextElement> = {}): TextElement {
  return {
    kind: 'text',
    id,
    box: { x, y, width: 300, height: 48 },
    font: { family: 'Inter', weight: 500, size: 40 },
    color: '#ffffff',
    lines: [{ x, baseline: y + 36, width: 300, runs: [{ text: 'label', dx: 0, width: 100 }] }],
    ...rest,
  };
}

export function sceneOf(elements: Element[], rest: Partial<SceneDocument> = {}): SceneDocument {
  return {
    id: 's1',
    aspect_ratio: '16:9',
    width: 1920,
    height: 1080,
    duration: 4,
    background: {
      gradient: {
        angle: 0,
        stops: [
          { at: 0, color: '#101020' },
          { at: 1, color: '#101020' },
        ],
      },
    },
    elements,
    tracks: [],
    cues: [],
    ...rest,
  };
}

/** "one two three", a word a second, from 0.5 s. */
export function narrationOf(rest: Partial<Narration> = {}): Narration {
  const words = ['one', 'two', 'three'].map((text, index) => ({
    text,
    start: 0.5 + index,
    end: 1.2 + index,
    section: 0,
    sentence: 0,
  }));
  return {
    voice: { engine: 'flite', name: 'rms', pace: 1 },
    duration: 4,
    sections: [{ section: 's1', start: 0, end: 4 }],
    sentences: [{ section: 's1', text: 'one two three', start: 0.5, end: 3.2 }],
    words,
    loudness: { integrated_lufs: -16, true_peak_dbtp: -1.5 },
    audio: 'narration.f32',
    ...rest,
  };
}

export function storyboardOf(at: number, word = 1): Storyboard {
  return {
    version: 1,
    title: 'A film',
    aspect_ratio: '16:9',
    video_type: 'explainer',
    theme: 'dusk',
    palette: {},
    scenes: [
      {
        id: 's1',
        component: 'points',
        headline: '',
        data: {},
        start: 0,
        end: 4,
        cues: [{ part: 'items.0', say: 'two', word, at, spoken: true }],
      },
    ],
  };
}

export function scriptOf(requested_seconds: number): Script {
  return { title: 'A film', planner: 'note', requested_seconds, sections: [], sources: [], remarks: [] };
}
