import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  /** For SMTP_URL, with the right password or another one. */
  url(password?: string): string;
  /** What it took, in order. */
  mails: Email[];
  /** Addresses that it does not know; with what it says of them. */
  unknown: Map<string, string>;
  stop(): Promise<void>;
}

const user = 'desk@team.test';
export const mailPassword = 'pass/word@of:mail';

/** A real SMTP server on this machine, which asks for a password, and repeats it where it is wrong, as some do. */
export async function startMailServer(): Promise<MailServer> {
  const mails: Email[] = [];
  const unknown = new Map<string, string>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === user && password === mailPassword
        ? done(null, { user })
        : done(new Error(`535 wrong: ${username} ${password}`)),
    onRcptTo: ({ address }, _session, done) => {
      const said = unknown.get(address);
      done(said ? Object.assign(new Error(said), { responseCode: Number(said.slice(0, 3)) }) : null);
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(
          (mail) => {
            mails.push(mail);
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: (password = mailPassword) =>
      `smtp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    mails,
    unknown,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
