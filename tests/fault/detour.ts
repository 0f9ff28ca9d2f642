import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut and opened again on the same port. */
export interface Detour {
  port: number;
  cut: () => Promise<void>;
  open: () => Promise<void>;
}

/** A replica set tells its drivers where to find it: then that is here. Both names have the same length. */
function renamed(chunk: Buffer, target: number, port: number): Buffer {
  const [told, wanted] = [`127.0.0.1:${target}`, `127.0.0.1:${port}`];
  const text = chunk.toString('latin1');
  return text.includes(told) && told.length === wanted.length
    ? Buffer.from(text.replaceAll(told, wanted), 'latin1')
    : chunk;
}

/** Passes every connection on to a port of this machine. */
export async function proxyTo(target: number): Promise<Detour> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  };
  let port = 0;
  const listen = (at: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const made = createServer((here) => {
        const there = connect(target, '127.0.0.1');
        keep(here);
        keep(there);
        here.pipe(there);
        there.on('data', (chunk: Buffer) => here.write(renamed(chunk, target, port)));
        here.on('close', () => there.destroy());
        there.on('close', () => here.destroy());
      });
      server = made;
      made.once('error', reject);
      made.listen(at, '127.0.0.1', () => resolve((made.address() as AddressInfo).port));
    });
  port = await listen(0);
  return {
    port,
    cut: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        server = null;
        for (const socket of sockets) socket.destroy();
      }),
    open: async () => {
      await listen(port);
    },
  };
}

/** The same database by way of a proxy. A real server may call itself by any name: the driver goes straight to it. */
export async function behindProxy(url: string): Promise<{ url: string; proxy: Detour }> {
  const { port, host } = new URL(url);
  const proxy = await proxyTo(Number(port));
  const direct = process.env.TEST_MONGODB_URL ? '&directConnection=true' : '';
  return { url: url.replace(host, `127.0.0.1:${proxy.port}`) + direct, proxy };
}
