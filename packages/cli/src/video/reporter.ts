/** Tells how the film comes along: a bar on a terminal, plain lines in a pipe, JSON lines for machines. */
import type { Film, Progress, Stage } from '@chalktalk/engine';
import { SingleBar } from 'cli-progress';

export interface Reporter {
  progress(progress: Progress): void;
  say(line: string): void;
  finished(film: Film): void;
  failed(message: string): void;
}

const NAMES: Record<Stage, string> = {
  voiceover: 'Writing and speaking',
  highlevel: 'Planning scenes',
  lowlevel: 'Placing scenes',
  scan_assets: 'Gathering pictures',
  generating_frames: 'Drawing frames',
};

export function reporterFor({ json }: { json: boolean }): Reporter {
  if (json) return jsonReporter();
  return process.stderr.isTTY ? barReporter() : lineReporter();
}

function jsonReporter(): Reporter {
  const write = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
  return {
    progress: (progress) => write({ event: 'progress', ...progress }),
    say: (line) => process.stderr.write(`${line}\n`),
    finished: (film) =>
      write({ event: 'complete', video: film.video, folder: film.folder, report: film.report }),
    failed: (message) => write({ event: 'failed', error: message }),
  };
}

function barReporter(): Reporter {
  const bar = new SingleBar({
    format: '{stage} {bar} {percentage}% {counts} {left}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  let stage: Stage | undefined;
  let started = 0;
  const close = () => {
    if (stage) bar.stop();
    stage = undefined;
  };
  return {
    progress(progress) {
      const payload = { stage: NAMES[progress.stage].padEnd(21), counts: counts(progress), left: '' };
      if (progress.stage !== stage) {
        close();
        stage = progress.stage;
        started = performance.now();
        bar.start(Math.max(1, progress.total), progress.done, payload);
      }
      bar.setTotal(Math.max(1, progress.total));
      bar.update(progress.done, { ...payload, left: timeLeft(progress, started) });
    },
    say(line) {
      close();
      process.stderr.write(`${line}\n`);
    },
    finished(film) {
      close();
      summary(film);
    },
    failed(message) {
      close();
      process.stderr.write(`${message}\n`);
    },
  };
}

function lineReporter(): Reporter {
  let stage: Stage | undefined;
  return {
    progress(progress) {
      if (progress.stage === stage) return;
      stage = progress.stage;
      process.stderr.write(`${NAMES[stage]} …\n`);
    },
    say: (line) => process.stderr.write(`${line}\n`),
    finished: summary,
    failed: (message) => process.stderr.write(`${message}\n`),
  };
}

function summary(film: Film): void {
  const { report } = film;
  for (const remark of report.remarks) process.stderr.write(`${remark}\n`);
  const seconds = report.film.duration_seconds.toFixed(1);
  process.stderr.write(
    `${report.title}: ${seconds} s in ${report.scenes.length} scenes, made at ${report.speed.times_realtime.toFixed(1)} × real time, ${report.gates.length} gates passed.\n`,
  );
  process.stdout.write(`${film.video}\n`);
}

function counts(progress: Progress): string {
  if (progress.scenes) return `scene ${progress.scenes.done}/${progress.scenes.total}`;
  return `${progress.done}/${progress.total} ${progress.unit}`;
}

function timeLeft(progress: Progress, started: number): string {
  const share = progress.total > 0 ? progress.done / progress.total : 0;
  if (share < 0.08 || share >= 1) return '';
  const left = ((performance.now() - started) / 1000) * (1 / share - 1);
  return `${Math.max(1, Math.round(left))} s left`;
}
