/** The addresses under which browsers reach this machine. */

import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';

const privateRange = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** Bridges and tunnels of containers and virtual machines: a phone cannot reach them. */
const virtualName = /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|tun|tap|utun|tailscale|wg)/i;

/** IPv4 addresses of other machines' view, the likeliest for a phone in the same network first. */
export function lanAddresses(interfaces = networkInterfaces()) {
  const found = [];
  for (const [name, addresses] of Object.entries(interfaces)) {
    for (const { family, internal, address } of addresses ?? []) {
      if (family !== 'IPv4' || internal || address.startsWith('169.254.')) continue;
      const rank = (virtualName.test(name) ? 2 : 0) + (privateRange.test(address) ? 0 : 1);
      found.push({ address, rank });
    }
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => address);
}

/** @returns a sentence when nobody can listen on this port, else undefined. */
export function portProblem(port, host) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE') {
        done(
          `Port ${port} is in use: stop the program that has it, or start with another, e.g. PORT=${port + 1} npm start.`,
        );
      } else if (error.code === 'EACCES') {
        done(`Port ${port} may not be opened by this user: take one above 1024, e.g. PORT=3000 npm start.`);
      } else {
        done(`Port ${port} cannot be opened: ${error.message}.`);
      }
    });
    probe.listen({ port, host }, () => probe.close(() => done(undefined)));
  });
}
