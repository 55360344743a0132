/** From command-line words to a brief's fields. */
import { readFile } from 'node:fs/promises';
import { type BriefInput, ChalktalkError, type Palette } from '@chalktalk/engine';

export interface VideoFlags {
  seconds?: string;
  aspect: string;
  type: string;
  style?: string;
  palette?: string;
  voice?: string;
  knowledge?: string[];
  from?: string;
  out?: string;
  sheet?: boolean;
  json?: boolean;
}

/** The unchecked brief; `parseBrief` checks it. @throws ChalktalkError `bad_brief` */
export function briefFrom(task: string, flags: VideoFlags): BriefInput {
  return {
    task,
    ...(flags.seconds !== undefined ? { video_duration_seconds: secondsOf(flags.seconds) } : {}),
    aspect_ratio: flags.aspect as BriefInput['aspect_ratio'],
    video_type: flags.type as BriefInput['video_type'],
    ...(flags.style !== undefined ? { global_style_prompt: flags.style } : {}),
    ...(flags.palette !== undefined ? { color_palette: paletteOf(flags.palette) } : {}),
    ...(flags.voice !== undefined ? { voice_description: flags.voice } : {}),
  };
}

function secondsOf(text: string): number {
  const seconds = Number(text.trim().replace(/s$/, ''));
  if (!Number.isFinite(seconds)) {
    throw new ChalktalkError('bad_brief', `--seconds must be a number from 30 to 300, not "${text}".`);
  }
  return seconds;
}

/** `primary=#0a84ff,accent=#ff9f0a`. Names and colours are checked by the brief's schema. */
function paletteOf(text: string): Palette {
  const entries = text
    .split(',')
    .filter((pair) => pair.trim())
    .map((pair) => {
      const [name, colour, ...more] = pair.split('=').map((piece) => piece.trim());
      if (!name || !colour || more.length > 0) {
        throw new ChalktalkError(
          'bad_brief',
          `--palette must look like primary=#0a84ff,accent=#ff9f0a; "${pair.trim()}" does not.`,
        );
      }
      return [name, colour] as const;
    });
  return Object.fromEntries(entries) as Palette;
}

/** The note's text. @throws ChalktalkError `bad_note` when it cannot be read or is not UTF-8. */
export async function readNote(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'does not exist' : 'cannot be read';
    throw new ChalktalkError('bad_note', `The note ${file} ${why}; check the path given with --from.`, {
      cause,
    });
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ChalktalkError(
      'bad_note',
      `The note ${file} is not UTF-8 text; save it as UTF-8 and try again.`,
      { cause },
    );
  }
}
