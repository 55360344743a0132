/** What can be wrong with a folder that files are stored in, as sentences that name the fix and no path. */
import { Fault } from '../errors.ts';
import { missing } from './keys.ts';

const ELSEWHERE = 'or set storage.dir to a folder elsewhere';
const RIGHTS = `The server may not write to the storage folder; give its user the right to read and write there, ${ELSEWHERE}.`;

const SENTENCES: Record<string, string> = {
  ENOSPC: `The disk that films are stored on is full; free space on it, keep films for fewer days (retention_days), ${ELSEWHERE}.`,
  EDQUOT: `The disk quota for stored films is used up; raise it, ${ELSEWHERE}.`,
  EFBIG: `A film is larger than files on this disk may be; ${ELSEWHERE.slice(3)}.`,
  EROFS: `The storage folder is on a read-only disk; mount it writable, ${ELSEWHERE}.`,
  ENOENT: `The storage folder cannot be made or has vanished; mount or make it, ${ELSEWHERE}.`,
  EACCES: RIGHTS,
  EPERM: RIGHTS,
  ENOTDIR: `Part of the path of the storage folder is a file; move that file away, ${ELSEWHERE}.`,
  EEXIST: `The storage folder is a file; move that file away, ${ELSEWHERE}.`,
  EISDIR: 'A folder lies where a film is to be stored; move it away, nothing but films belongs there.',
  ELOOP:
    'A symbolic link lies in the storage folder; replace it by what it points to: links are not followed.',
  EIO: 'The disk that films are stored on reports errors; check it, and restore from a backup if need be.',
  EMFILE: 'Too many files are open; raise the limit of open files (ulimit -n) and start the server again.',
  ENFILE: 'Too many files are open on this machine; close programs, or raise the limit of the system.',
  ESTALE: 'The network disk that films are stored on was mounted anew; start the server again.',
};

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

/** A Fault of whatever went wrong while a stored file was read. */
export function readFault(error: unknown): Fault {
  const code = codeOf(error);
  // A link, or a file where a folder would have to be: nothing is stored there.
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return missing(error);
  return folderFault(error);
}

/** A Fault of whatever went wrong while something was written. */
export function folderFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const sentence = SENTENCES[codeOf(error) ?? ''];
  return new Fault(
    'unavailable',
    sentence ?? 'A file could not be stored or read; look in the log for why, and check the storage folder.',
    { cause: error },
  );
}
