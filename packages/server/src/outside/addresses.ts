/**
 * Which addresses belong to the public internet. Everything that IANA has set aside (private, loopback, link-local,
 * shared, multicast, documentation, tunnels and translations that lead back to IPv4) is not for requests that strangers
 * ask for. https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry
 */
import net from 'node:net';

const RESERVED_V4: [address: string, bits: number][] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by carriers' customers
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local; clouds tell their secrets here
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocols
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // multicast relays
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and broadcast
];

/** All unicast addresses of the public IPv6 internet lie in here; mapped, translated and local ones lie outside. */
const GLOBAL_V6: [address: string, bits: number] = ['2000::', 3];

const RESERVED_V6: [address: string, bits: number][] = [
  ['2001::', 23], // protocols, Teredo among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: an IPv4 address in disguise
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
];

const reserved = new net.BlockList();
for (const [address, bits] of RESERVED_V4) reserved.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of RESERVED_V6) reserved.addSubnet(address, bits, 'ipv6');
const globalV6 = new net.BlockList();
globalV6.addSubnet(...GLOBAL_V6, 'ipv6');

/** @param address as DNS gives it; whatever is no address is not public */
export function isPublic(address: string): boolean {
  switch (net.isIP(address)) {
    case 4:
      return !reserved.check(address, 'ipv4');
    case 6:
      // One with a zone belongs to a link of this machine.
      return !address.includes('%') && globalV6.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
    default:
      return false;
  }
}
