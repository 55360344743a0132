/** Puts a finished film into its folder: everything is made in a folder of its own, and appears only when whole. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { outputError } from '../job.ts';
import type { SceneDocument } from '../scene/scene.ts';
import type { Script } from '../script/script.ts';
import type { Storyboard } from '../storyboard/storyboard.ts';
import type { Narration } from '../voice/narration.ts';
import { captionsOf, toSrt, toVtt } from './captions.ts';
import type { Clip } from './clip.ts';
import { muxFilm } from './mux.ts';
import { thumbnailOf } from './thumbnail.ts';
import { transcriptOf } from './transcript.ts';

export interface FilmDocuments {
  script: Script;
  narration: Narration;
  /** Folder in which `narration.audio` lies. */
  audioDir: string;
  storyboard: Storyboard;
  scenes: SceneDocument[];
  clips: Clip[];
}

export const FILM_FILES = [
  'video.mp4',
  'captions.vtt',
  'captions.srt',
  'thumbnail.png',
  'transcript.txt',
  'storyboard.json',
] as const;

/** The contact sheet, made where it was asked for. */
export const SHEET_FILE = 'sheet.png';

/** Makes all files of a film but the report in `folder`. @throws ChalktalkError `output` */
export async function assembleFilm(film: FilmDocuments, folder: string): Promise<void> {
  const captions = captionsOf(film.narration);
  const first = film.scenes[0]!;
  try {
    await mkdir(folder, { recursive: true });
    // The still is compressed on a thread of its own while the film is joined.
    const thumbnail = thumbnailOf(film.scenes);
    thumbnail.catch(() => undefined);
    await muxFilm({
      clips: film.clips,
      width: first.width,
      height: first.height,
      samples: await samplesOf(film),
      title: film.script.title,
      out: path.join(folder, 'video.mp4'),
    });
    await writeFile(path.join(folder, 'captions.vtt'), toVtt(captions));
    await writeFile(path.join(folder, 'captions.srt'), toSrt(captions));
    await writeFile(path.join(folder, 'transcript.txt'), transcriptOf(film.script, film.narration));
    await writeFile(path.join(folder, 'storyboard.json'), `${JSON.stringify(film.storyboard, null, 2)}\n`);
    await writeFile(path.join(folder, 'thumbnail.png'), await thumbnail);
  } catch (cause) {
    throw outputError(folder, cause);
  }
}

/** Moves an assembled film to where it was asked for, replacing an older one file by file, the video last. */
export async function publishFilm(from: string, to: string): Promise<void> {
  try {
    await mkdir(to, { recursive: true });
    for (const name of [...FILM_FILES.filter((file) => file !== 'video.mp4'), 'report.json', 'video.mp4']) {
      await move(path.join(from, name), path.join(to, name));
    }
    if (existsSync(path.join(from, SHEET_FILE))) {
      await move(path.join(from, SHEET_FILE), path.join(to, SHEET_FILE));
    }
    await rm(from, { recursive: true, force: true });
  } catch (cause) {
    throw outputError(to, cause);
  }
}

/** The target may lie on another disk than the cache: then it is copied beside its place and renamed. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const temporary = `${to}.${process.pid}.part`;
    try {
      await writeFile(temporary, await readFile(from));
      await rename(temporary, to);
    } finally {
      await rm(temporary, { force: true });
    }
  }
}

async function samplesOf({ narration, audioDir }: FilmDocuments): Promise<Float32Array> {
  const bytes = await readFile(path.join(audioDir, narration.audio));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
