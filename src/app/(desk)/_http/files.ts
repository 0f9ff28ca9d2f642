import { actorWithFeeds } from '@/access/actor';
import type { ReleasedCard } from '@/core/desk/types';
import { type DeskWords, deskWords } from '@/core/words/desk';
import { localeFor } from '@/server/auth/language';
import { readableRelease } from '@/server/desk/ownRelease';
import type { DeskUser } from '@/server/desk/today';
import { plain } from './answers';
import { deskRequest } from './request';

type Serve = (release: ReleasedCard, words: DeskWords) => Promise<Response | null>;

/** A file of a release for the desk’s own pages, under the same rule as the API’s. */
export async function releaseFile(request: Request, id: string, serve: Serve): Promise<Response> {
  const req = await deskRequest(request);
  const words = deskWords[localeFor(req)];
  if (!req.user) return plain(401, words.api.signIn);
  const user = req.user as unknown as DeskUser;
  const release = await readableRelease({ payload: req.payload, user, actor: await actorWithFeeds(req) }, id);
  const served = release ? await serve(release, words) : null;
  return served ?? plain(404, words.api.notFound);
}
