/** The encoded pictures of a film, as they lie in the file: what tells whether anything was encoded again. */
import { createHash } from 'node:crypto';
import { AVMEDIA_TYPE_VIDEO } from 'node-av/constants';
import { FormatContext, Packet } from 'node-av/lib';

/** SHA-256 of each video packet, in order: one for each frame. */
export async function packetHashes(file: string): Promise<string[]> {
  return (await packetsOf(file)).map(({ hash }) => hash);
}

/** The runs of packets from one key frame to the next, each by its hash: what is decoded without knowing the others. */
export async function runHashes(file: string): Promise<ReadonlySet<string>> {
  const runs: string[][] = [];
  for (const { hash, key } of await packetsOf(file)) {
    if (key || runs.length === 0) runs.push([]);
    runs.at(-1)!.push(hash);
  }
  return new Set(runs.map(runHash));
}

export function runHash(packets: readonly string[]): string {
  return createHash('sha256').update(packets.join()).digest('hex');
}

export function packetHash(packet: Packet): string {
  return createHash('sha256').update(packet.data!).digest('hex');
}

async function packetsOf(file: string): Promise<{ hash: string; key: boolean }[]> {
  const format = new FormatContext();
  if ((await format.openInput(file)) < 0) throw new Error(`${file} is no film that can be opened`);
  const packet = new Packet();
  packet.alloc();
  try {
    await format.findStreamInfo();
    const video = format.findBestStream(AVMEDIA_TYPE_VIDEO);
    const packets: { hash: string; key: boolean }[] = [];
    while (format.readFrameSync(packet) >= 0) {
      if (packet.streamIndex === video) packets.push({ hash: packetHash(packet), key: packet.isKeyframe });
      packet.unref();
    }
    return packets;
  } finally {
    packet.free();
    await format.closeInput();
  }
}
