/** `chalktalk video`: makes one film and says where it is. */
import path from 'node:path';
import { ChalktalkError, makeFilm, parseBrief } from '@chalktalk/engine';
import { cacheFolder } from '../cache.ts';
import { explain } from '../failure.ts';
import { briefFrom, readNote, type VideoFlags } from './flags.ts';
import { reporterFor } from './reporter.ts';
import { slugOf } from './slug.ts';

export type { VideoFlags } from './flags.ts';

export async function makeVideo(words: string, flags: VideoFlags): Promise<void> {
  const reporter = reporterFor({ json: flags.json === true });
  const stop = new AbortController();
  let interrupts = 0;
  const onInterrupt = () => {
    interrupts += 1;
    if (interrupts > 1) process.exit(130);
    reporter.say('Stopping …');
    stop.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    if (flags.from !== undefined && words.trim()) {
      throw new ChalktalkError('bad_brief', 'Give either a task or --from note.md, not both.');
    }
    const note =
      flags.from === undefined ? undefined : { text: await readNote(flags.from), file: flags.from };
    const task = note ? `The note ${path.basename(note.file)}` : words;
    const brief = parseBrief(briefFrom(task, flags));
    const name = slugOf(note ? path.basename(note.file, path.extname(note.file)) : brief.task);
    const outDir = path.resolve(flags.out ?? path.join('videos', name));
    const film = await makeFilm(brief, {
      outDir,
      cacheDir: cacheFolder(),
      knowledgeDirs: (flags.knowledge ?? []).map((folder) => path.resolve(folder)),
      ...(note ? { note } : {}),
      ...(flags.sheet ? { sheet: true } : {}),
      signal: stop.signal,
      onProgress: reporter.progress,
    });
    reporter.finished(film);
  } catch (error) {
    const failure = explain(error);
    reporter.failed(failure.message);
    process.exitCode = failure.exitCode;
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}
