import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Networks that are not the internet: this machine, the operator's own, and those that lead nowhere. */
const notPublic = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  if (family === 4) return !notPublic.check(bare, 'ipv4');
  // An IPv4 address written as IPv6 is asked of both lists by Node itself.
  return family === 6 && !notPublic.check(bare, 'ipv6');
}

export type Resolved =
  | { readonly ok: true; readonly address: string; readonly family: 4 | 6 }
  | { readonly ok: false; readonly because: 'unknown-host' | 'private-address' };

/**
 * The one address that is then connected to: a name that is asked twice may lead elsewhere the second time. A name that
 * leads to any private address is refused as a whole.
 */
export async function resolveAddress(hostname: string, mayBePrivate: boolean): Promise<Resolved> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true, verbatim: true }).catch(() => []);
  const [first] = found;
  if (!first) return { ok: false, because: 'unknown-host' };
  if (!mayBePrivate && !found.every(({ address }) => isPublicAddress(address)))
    return { ok: false, because: 'private-address' };
  return { ok: true, address: first.address, family: first.family === 6 ? 6 : 4 };
}
