/**
 * Just enough of WASI preview 1, in memory, to run a command-line program compiled to WebAssembly:
 * arguments, a clock that stands still, output streams, and files that exist only for one run.
 */

export interface ProgramRun {
  code: number;
  stdout: string;
  stderr: string;
  /** Every file the program wrote or was given, by name. */
  files: Map<string, Uint8Array>;
}

interface OpenFile {
  bytes: Uint8Array;
  length: number;
  position: number;
}

const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const NO_ENTRY = 44;
const NOT_SEEKABLE = 29;
const CREATE = 1;
const STDOUT = 1;
const STDERR = 2;
/** The one folder a program sees, handed to it already open. */
const FOLDER = 3;
const CHARACTER_DEVICE = 2;
const DIRECTORY = 3;
const REGULAR_FILE = 4;
const ALL_RIGHTS = 0xffff_ffff_ffff_ffffn;

class Exit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Runs a program to its end; `args[0]` is its own name. Same arguments and files, same result: nothing of the host
 * leaks in.
 */
export async function runProgram(
  program: WebAssembly.Module,
  args: string[],
  given: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<ProgramRun> {
  const argv = args.map((argument) => encoder.encode(`${argument}\0`));
  const files = new Map<string, OpenFile>();
  for (const [name, bytes] of given)
    files.set(name, { bytes: bytes.slice(), length: bytes.length, position: 0 });
  const descriptors = new Map<number, OpenFile>();
  const streams: Record<number, Uint8Array[]> = { [STDOUT]: [], [STDERR]: [] };
  let nextDescriptor = FOLDER + 1;
  let memory: WebAssembly.Memory;
  const view = () => new DataView(memory.buffer);
  const heap = () => new Uint8Array(memory.buffer);

  const buffers = (vector: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      at: view().getUint32(vector + index * 8, true),
      size: view().getUint32(vector + index * 8 + 4, true),
    }));

  const imports = {
    args_sizes_get(count: number, size: number) {
      view().setUint32(count, argv.length, true);
      const total = argv.reduce((sum, argument) => sum + argument.length, 0);
      view().setUint32(size, total, true);
      return SUCCESS;
    },
    args_get(pointers: number, buffer: number) {
      let at = buffer;
      for (const [index, argument] of argv.entries()) {
        view().setUint32(pointers + index * 4, at, true);
        heap().set(argument, at);
        at += argument.length;
      }
      return SUCCESS;
    },
    clock_time_get(_clock: number, _precision: bigint, result: number) {
      view().setBigUint64(result, 0n, true);
      return SUCCESS;
    },
    fd_close(descriptor: number) {
      descriptors.delete(descriptor);
      return SUCCESS;
    },
    fd_fdstat_get(descriptor: number, result: number) {
      const kind = descriptor === FOLDER ? DIRECTORY : descriptor < FOLDER ? CHARACTER_DEVICE : REGULAR_FILE;
      const out = view();
      out.setUint8(result, kind);
      out.setUint8(result + 1, 0);
      out.setUint16(result + 2, 0, true);
      out.setBigUint64(result + 8, ALL_RIGHTS, true);
      out.setBigUint64(result + 16, ALL_RIGHTS, true);
      return SUCCESS;
    },
    fd_fdstat_set_flags: () => SUCCESS,
    fd_prestat_get(descriptor: number, result: number) {
      if (descriptor !== FOLDER) return BAD_DESCRIPTOR;
      view().setUint8(result, 0);
      view().setUint32(result + 4, 1, true);
      return SUCCESS;
    },
    fd_prestat_dir_name(descriptor: number, name: number, length: number) {
      if (descriptor !== FOLDER) return BAD_DESCRIPTOR;
      heap().set(encoder.encode('.').subarray(0, length), name);
      return SUCCESS;
    },
    fd_read(descriptor: number, vector: number, count: number, result: number) {
      const file = descriptors.get(descriptor);
      let total = 0;
      for (const { at, size } of file ? buffers(vector, count) : []) {
        const piece = file!.bytes.subarray(file!.position, Math.min(file!.length, file!.position + size));
        heap().set(piece, at);
        file!.position += piece.length;
        total += piece.length;
      }
      view().setUint32(result, total, true);
      return SUCCESS;
    },
    fd_seek(descriptor: number, offset: bigint, whence: number, result: number) {
      const file = descriptors.get(descriptor);
      if (!file) return NOT_SEEKABLE;
      const from = whence === 0 ? 0 : whence === 1 ? file.position : file.length;
      file.position = from + Number(offset);
      view().setBigUint64(result, BigInt(file.position), true);
      return SUCCESS;
    },
    fd_write(descriptor: number, vector: number, count: number, result: number) {
      let total = 0;
      for (const { at, size } of buffers(vector, count)) {
        const piece = heap().slice(at, at + size);
        const stream = streams[descriptor];
        const file = descriptors.get(descriptor);
        if (stream) stream.push(piece);
        else if (file) append(file, piece);
        else return BAD_DESCRIPTOR;
        total += size;
      }
      view().setUint32(result, total, true);
      return SUCCESS;
    },
    path_open(
      _folder: number,
      _lookup: number,
      path: number,
      length: number,
      flags: number,
      _rights: bigint,
      _inheriting: bigint,
      _descriptorFlags: number,
      result: number,
    ) {
      const name = decoder.decode(heap().slice(path, path + length));
      let file = files.get(name);
      if (!file) {
        if (!(flags & CREATE)) return NO_ENTRY;
        file = { bytes: new Uint8Array(1 << 18), length: 0, position: 0 };
        files.set(name, file);
      }
      file.position = 0;
      descriptors.set(nextDescriptor, file);
      view().setUint32(result, nextDescriptor, true);
      nextDescriptor += 1;
      return SUCCESS;
    },
    proc_exit(code: number) {
      throw new Exit(code);
    },
  };

  const instance = await WebAssembly.instantiate(program, { wasi_snapshot_preview1: imports });
  memory = instance.exports.memory as WebAssembly.Memory;
  let code = 0;
  try {
    (instance.exports._start as () => void)();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
    code = error.code;
  }
  return {
    code,
    stdout: decoder.decode(Buffer.concat(streams[STDOUT]!)),
    stderr: decoder.decode(Buffer.concat(streams[STDERR]!)),
    files: new Map([...files].map(([name, file]) => [name, file.bytes.subarray(0, file.length)])),
  };
}

function append(file: OpenFile, piece: Uint8Array): void {
  const end = file.position + piece.length;
  if (end > file.bytes.length) {
    const larger = new Uint8Array(Math.max(end, file.bytes.length * 2));
    larger.set(file.bytes);
    file.bytes = larger;
  }
  file.bytes.set(piece, file.position);
  file.position = end;
  file.length = Math.max(file.length, end);
}
