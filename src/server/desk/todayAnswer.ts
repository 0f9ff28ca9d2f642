import { createHash } from 'node:crypto';
import type { Blocked } from '@/core/desk/copying';
import type { ComingCard, DeskCard } from '@/core/desk/day';
import type { DeskWords } from '@/core/words/desk';
import type { Today } from './today';

const base = (release: string): string => `/api/desk/releases/${release}`;

/** `01.jpg`, `02.jpg` …: sorted by name is sorted as posted. */
export const pictureName = (n: number): string => `${String(n).padStart(2, '0')}.jpg`;

export const blockedMessage = (blocked: Blocked, words: DeskWords): string => {
  switch (blocked.code) {
    case 'recalled':
      return words.recalled;
    case 'past':
      return words.problems.past;
    case 'stopped':
      return words.problems.stopped;
    case 'personal':
      return words.blockedPersonal(
        blocked.missing.map((token) => words.gap[token]),
        null,
      );
    case 'unresolved':
      return words.blockedUnresolved;
  }
};

const cardAnswer = (card: DeskCard, words: DeskWords) => ({
  release: card.release,
  feed: card.feed,
  feedName: card.feedName,
  channel: card.channel,
  timezone: card.timezone,
  dueAt: new Date(card.dueAt).toISOString(),
  kind: card.kind,
  audience: card.audience,
  text: card.text,
  firstComments: card.firstComments,
  images: card.images.map((image, index) => ({
    id: image.sha256,
    url: `${base(card.release)}/images/${index + 1}`,
    width: image.width,
    height: image.height,
    filename: pictureName(index + 1),
    alt: image.alt,
  })),
  video: card.video
    ? { id: card.video.sha256, url: `${base(card.release)}/video`, filename: '01.mp4' }
    : null,
  link: card.link,
  copyMode: card.copyMode,
  guidance: card.guidance,
  copyUntil: new Date(card.copyUntil).toISOString(),
  /** Why it may not be copied now; null when it may. */
  blocked: card.blocked ? { ...card.blocked, message: blockedMessage(card.blocked, words) } : null,
  receipt: card.receipt ? { ...card.receipt, at: new Date(card.receipt.at).toISOString() } : null,
  recalled: card.recalled,
});

const comingAnswer = ({ dueAt, kind, feed }: ComingCard) => ({
  dueAt: new Date(dueAt).toISOString(),
  kind,
  feed,
});

/** The body of GET /desk/today. */
export const todayAnswer = ({ day, settings }: Today, words: DeskWords) => ({
  date: day.date,
  stopped: settings.stopped,
  stoppedReason: settings.stoppedReason,
  progress: day.progress,
  cards: day.cards.map((card) => cardAnswer(card, words)),
  upcoming: day.upcoming.map(comingAnswer),
  cancelled: day.cancelled.map(comingAnswer),
});

/** A strong ETag of a body. */
export const etagOf = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether the reader has this already. */
export const isUnchanged = (headers: Headers, etag: string): boolean =>
  (headers.get('if-none-match') ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
