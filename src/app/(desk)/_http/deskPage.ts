import type { PayloadRequest } from 'payload';
import { createElement } from 'react';
import { actorOf, can } from '@/core/abilities';
import type { Locale } from '@/core/model';
import { addDays } from '@/core/time';
import { databaseWords } from '@/core/words/database';
import { type DeskProblem, deskWords } from '@/core/words/desk';
import { DeskPage } from '@/desk/DeskPage';
import { NoFeedsPage } from '@/desk/LoginPage';
import { localeFor } from '@/server/auth/language';
import { databaseAnswers } from '@/server/database/answers';
import { presentNow } from '@/server/database/serverNow';
import { managerOf } from '@/server/desk/managerOf';
import { deskSettings } from '@/server/desk/settings';
import { type DeskUser, readToday } from '@/server/desk/today';
import { htmlPage, plain, seeOther } from './answers';

export const problemIn = (value: string | null, locale: Locale): DeskProblem | null =>
  value !== null && Object.hasOwn(deskWords[locale].problems, value) ? (value as DeskProblem) : null;

const noFeeds = async (req: PayloadRequest, request: Request, office: boolean): Promise<Response> => {
  const locale = localeFor(req);
  const { brand } = await deskSettings(req.payload);
  const person = { name: (req.user as unknown as DeskUser).name ?? '' };
  return htmlPage(
    createElement(NoFeedsPage, { view: { locale, words: deskWords[locale], brand, person, office } }),
    request,
  );
};

/** A day to look back at; undefined for today, null for what is no day. */
const askedDay = (value: string | null): string | null | undefined => {
  if (value === null) return undefined;
  try {
    return addDays(value, 0);
  } catch {
    return null;
  }
};

/** GET /desk: who asks, may they, what is there, draw it. */
export async function deskPage(req: PayloadRequest, request: Request): Promise<Response> {
  const actor = actorOf(req.user);
  if (!actor?.active) {
    // Without its database everybody is a stranger: nobody is sent to sign in over that.
    if (await databaseAnswers(req.payload)) return seeOther('/desk/login');
    return plain(503, databaseWords.unavailable[localeFor(req)]);
  }
  const office = can(actor, 'admin.open');
  if (!can(actor, 'desk.read')) return noFeeds(req, request, office);
  const { searchParams } = new URL(request.url);
  const date = askedDay(searchParams.get('date'));
  if (date === null) return seeOther('/desk');
  const user = req.user as unknown as DeskUser;
  const now = await presentNow(req.payload);
  const { day, today, feeds, settings } = await readToday({ payload: req.payload, user, now, date });
  if (feeds.length === 0) return noFeeds(req, request, office);
  // The future is not for the desk, and today has one address.
  if (date !== undefined && date >= today) return seeOther('/desk');
  const locale = localeFor(req);
  const view = {
    locale,
    words: deskWords[locale],
    now,
    brand: settings.brand,
    timezone: settings.timezone,
    person: { name: user.name ?? '' },
    day,
    today,
    stopped: settings.stopped,
    stoppedReason: settings.stoppedReason,
    problem: problemIn(searchParams.get('problem'), locale),
    manager: day.cards.some(({ blocked }) => blocked?.code === 'personal')
      ? await managerOf(req.payload, user)
      : null,
    feedNames: new Map(feeds.map(({ id, name }) => [id, name])),
  };
  return htmlPage(createElement(DeskPage, { view }), request);
}
