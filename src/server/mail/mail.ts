import { nodemailerAdapter } from '@payloadcms/email-nodemailer';
import type { EmailAdapter } from 'payload';
import type { Env } from '../env';
import { isLoopback } from './loopback';
import { noMail } from './noMail';

const patienceMs = 10_000;

/** A mail did not get out. Says why in a code and nothing else: what a server answers may repeat what it was told. */
export class MailFailed extends Error {
  override readonly name = 'MailFailed';

  constructor(readonly code: string) {
    super(`A mail did not get out (${code}).`);
  }
}

/** `EAUTH 535`, `ECONNREFUSED`: of nodemailer's error the code and what the server's answer begins with. */
const codeOf = (error: unknown): string => {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const parts = [code, responseCode].filter((part) => /^[A-Z0-9]{3,20}$/.test(String(part ?? '')));
  return parts.length > 0 ? parts.join(' ') : 'unknown';
};

/** Of `Moments Desk <desk@example.com>`: both parts; without a name the product's. */
export function senderOf(from: string): { name: string; address: string } {
  const [, name = '', address = from] = /^(.*?) ?<([^<>]+)>$/.exec(from) ?? [];
  return { name: name.trim() || 'Moments Desk', address };
}

/** Where SMTP_URL says, never over a line that others can read; without it none is sent. */
export async function mailAdapter({ SMTP_URL, MAIL_FROM }: Partial<Env>): Promise<EmailAdapter> {
  if (!SMTP_URL || !MAIL_FROM) return noMail;
  const url = new URL(SMTP_URL);
  const secure = url.protocol === 'smtps:';
  const from = senderOf(MAIL_FROM);
  const smtp = await nodemailerAdapter({
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    // A mail server that is down must not keep the desk from starting.
    skipVerify: true,
    transportOptions: {
      host: url.hostname,
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && !isLoopback(url.hostname),
      ...(url.username
        ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
        : {}),
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      dnsTimeout: patienceMs,
    },
  });
  return (args) => {
    const inner = smtp(args);
    return {
      ...inner,
      sendEmail: async (message) => {
        try {
          return await inner.sendEmail(message);
        } catch (error) {
          throw new MailFailed(codeOf(error));
        }
      },
    };
  };
}
