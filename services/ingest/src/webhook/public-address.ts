import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';

const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');
/** Azure's metadata is answered from an address that looks like any other. */
const METADATA = new Set(['168.63.129.16']);

/** Whether an IP address belongs to the public internet: not to this machine, a private network, or a special purpose. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  // An IPv4 address in IPv6 clothes is looked at as what it is.
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast' || METADATA.has(address.toString())) return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_IPV6);
}

/** The host of a URL when it is an IP address, however it was written there. */
export function addressOf(host: string): string | null {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : null;
}

/** Thrown instead of connecting. It does not name the address: what a private name stands for is nobody's business. */
export class NotPublicError extends Error {
  constructor() {
    super('The address belongs to a private network or to this machine.');
    this.name = 'NotPublicError';
  }
}

export type Lookup = (
  host: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * How undici connects to public addresses only. The address that is looked at is the one connected to, at every
 * connection: a name that means something else a moment later gains nothing.
 */
export function connectToPublic(timeoutMs: number, resolve: Lookup = systemLookup): buildConnector.connector {
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new NotPublicError(), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ timeout: timeoutMs, lookup });
  return (options, callback) => {
    // No name, no look-up.
    const address = addressOf(options.hostname);
    if (address && !isPublicAddress(address)) callback(new NotPublicError(), null);
    else connect(options, callback);
  };
}
