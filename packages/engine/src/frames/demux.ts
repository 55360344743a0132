/** The encoded pictures of a film, as they lie in the file: what tells whether anything was encoded again. */
import { createHash } from 'node:crypto';
import { AVMEDIA_TYPE_VIDEO } from 'node-av/constants';
import { FormatContext, Packet } from 'node-av/lib';

/** SHA-256 of each video packet, in order: one for each frame. */
export async function packetHashes(file: string): Promise<string[]> {
  const format = new FormatContext();
  if ((await format.openInput(file)) < 0) throw new Error(`${file} is no film that can be opened`);
  const packet = new Packet();
  packet.alloc();
  try {
    await format.findStreamInfo();
    const video = format.findBestStream(AVMEDIA_TYPE_VIDEO);
    const hashes: string[] = [];
    while (format.readFrameSync(packet) >= 0) {
      if (packet.streamIndex === video) hashes.push(createHash('sha256').update(packet.data!).digest('hex'));
      packet.unref();
    }
    return hashes;
  } finally {
    packet.free();
    await format.closeInput();
  }
}
