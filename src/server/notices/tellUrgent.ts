import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { Instant } from '@/core/model';
import { decisionLink, type Subject, subjectKey, type Urgent, urgentKey, urgentOnes } from '@/core/notices';
import { hourMs } from '@/core/time';
import { urgentWords } from '@/core/words/notices';
import { duplicateFields } from '../database/insertOnce';
import { inTransaction } from '../database/inTransaction';
import { rows } from '../posts/references';
import { loadSettings } from '../settings/load';
import { type Notice, writeNotices } from './notify';
import { loadReaders } from './people';
import { loadSubjects, withFeeds } from './subjects';

/** Writes down what is due within two hours and waits, for those who may decide on it; once for each submission. */
export async function tellUrgent(payload: Payload, now: Instant): Promise<void> {
  const { graceMinutes, approverMustDiffer } = await loadSettings(payload);
  const until = now + 2 * hourMs;
  const subjects = await loadSubjects(payload, { now, graceMinutes, until, inReviewOnly: true });
  if (subjects.length === 0) return;
  const told = await toldOf(payload, subjects);
  // First without people: on most ticks everybody who should know has been told. Posts of approved scripts may be for
  // somebody by themselves.
  const alone = subjects.filter(({ changed }) => changed === 0);
  const isUntold = [subjects, alone].some(
    (some) => urgentOnes({ subjects: some, people: [], approverMustDiffer }, { now, told }).length > 0,
  );
  if (!isUntold) return;
  const people = await loadReaders(payload);
  const world = { subjects: await withFeeds(payload, subjects), people, approverMustDiffer };
  const notices = urgentOnes(world, { now, told }).flatMap((urgent) => noticesOf(urgent, now));
  try {
    await inTransaction(payload, undefined, (req) => writeNotices(req, notices, now));
  } catch (error) {
    // Another process was faster: it tells them.
    if (!duplicateFields(error)) throw error;
  }
}

async function toldOf(payload: Payload, subjects: readonly Subject[]): Promise<Set<string>> {
  const topics = subjects.map((subject) => urgentKey(subject, subjects));
  const found = await rows(payload, slugs.notices, { topic: { in: topics } }, undefined, { topic: true });
  return new Set(found.map(({ topic }) => String(topic)));
}

function noticesOf(urgent: Urgent, now: Instant): Notice[] {
  const { key, subject, to, group } = urgent;
  const notice = {
    ...{ kind: 'urgent', key, urgency: 'now' as const },
    words: urgentWords(urgent, now),
    link: decisionLink(subject),
    about: [subjectKey(subject)],
  };
  return [{ ...notice, to }, ...(group ? [{ ...notice, to: 'robot' as const }] : [])];
}
