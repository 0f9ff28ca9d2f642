import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { Locale } from '@/core/model';
import { mayStillRead } from '@/core/notices';
import { noticeWords } from '@/core/words/notices';
import { type Robot, sendToRobot } from '@/integrations/robots';
import { isIdOf } from '../documents';
import { MailFailed } from '../mail/mail';
import { hasMail } from '../mail/noMail';
import { rows } from '../posts/references';
import { base } from './channels';
import type { Outgoing } from './deliver';
import { loadReaders } from './people';
import { loadPresent } from './present';

/** `final`: trying again would change nothing. */
export type Sent = { ok: true; via: string } | { ok: false; problem: string; final?: boolean };

/** The longest that a mail may take, whatever its server says; shorter than the lease of its row. */
const patienceMs = 30_000;

/** By mail, in the language of the person as it is now; to the log where there is no mail or no address. */
export async function sendToPerson(payload: Payload, row: Outgoing): Promise<Sent> {
  const person = isIdOf(payload, row.to)
    ? (await rows(payload, slugs.users, { id: { equals: row.to } }, undefined, personFields))[0]
    : undefined;
  if (person?.active !== true) return { ok: false, problem: 'inactive', final: true };
  if (!(await isTheirs(payload, row))) return { ok: false, problem: 'not-theirs', final: true };
  const locale: Locale = person.locale === 'en' ? 'en' : 'zh';
  const { subject, text } = row.words[locale];
  const address = typeof person.email === 'string' ? person.email : '';
  if (!address || !hasMail(payload)) {
    payload.logger.info({ msg: 'A notice, without mail.', to: row.to, kind: row.kind, subject });
    return { ok: true, via: 'log' };
  }
  const words = noticeWords[locale];
  const end = `${words.open}: ${base()}${row.link}\n\n${words.end}`;
  return mailed(payload, { to: address, subject, text: `${text}\n\n${end}\n` });
}

/** Teams and roles may have changed since it was written. Of several things that one is gone keeps back no digest. */
async function isTheirs(payload: Payload, { kind, to, about }: Outgoing): Promise<boolean> {
  if (about.length === 0) return true;
  const [reader] = await loadReaders(payload, to);
  const present = await loadPresent(payload, about);
  if (kind !== 'digest') return mayStillRead(reader, about, present);
  const there = about.filter((subject) => present.has(subject));
  return reader !== undefined && mayStillRead(reader, there, present);
}

const personFields = { active: true, locale: true, email: true } as const;

async function mailed(payload: Payload, mail: { to: string; subject: string; text: string }): Promise<Sent> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Sent>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, problem: 'timeout' }), patienceMs);
  });
  // Nobody answers a machine, and no machine should.
  const headers = { 'Auto-Submitted': 'auto-generated' };
  const sending = payload.email.sendEmail({ ...mail, headers }).then(
    (): Sent => ({ ok: true, via: 'mail' }),
    (error: unknown): Sent => ({ ok: false, problem: error instanceof MailFailed ? error.code : 'unknown' }),
  );
  try {
    return await Promise.race([sending, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Groups speak Chinese. */
export async function sendToGroup(robot: Robot, { words, link }: Outgoing): Promise<Sent> {
  const { subject, text } = words.zh;
  const { open, end } = noticeWords.zh;
  const answer = await sendToRobot(robot, {
    subject,
    text: `${text}\n\n${end}`,
    link: { label: open, address: `${base()}${link}` },
  });
  return answer.ok ? { ok: true, via: robot.kind } : answer;
}
