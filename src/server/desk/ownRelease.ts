import type { Payload } from 'payload';
import { type Actor, can } from '@/core/abilities';
import type { ReleasedCard } from '@/core/desk/types';
import { feedsOf } from './feedsOf';
import { releaseById } from './rows';
import { deskSettings } from './settings';
import type { DeskUser } from './today';

/** A release of one of the person’s feeds; null for what does not exist and for what is others’. */
export async function ownRelease(payload: Payload, user: DeskUser, id: string): Promise<ReleasedCard | null> {
  const [release, feeds] = await Promise.all([releaseById(payload, id), feedsOf(payload, user)]);
  return release && feeds.some((feed) => feed.id === release.feed) ? release : null;
}

interface Reader {
  payload: Payload;
  user: DeskUser;
  /** With the feeds of the team. */
  actor: Actor | null;
}

/** A release whose files the person may see: of an own feed, or by the right to read releases. */
export async function readableRelease(
  { payload, user, actor }: Reader,
  id: string,
): Promise<ReleasedCard | null> {
  if (can(actor, 'desk.read')) {
    const own = await ownRelease(payload, user, id);
    // Stopped: no file is handed out; who may read releases still looks at them.
    if (own && !(await deskSettings(payload)).stopped) return own;
  }
  const release = await releaseById(payload, id);
  return release && can(actor, 'read', { type: 'releases', feeds: [release.feed] }) ? release : null;
}
