import { slugs } from '@collections/slugs';
import DataLoader from 'dataloader';
import type { FieldHook, PayloadRequest } from 'payload';
import type { CardKey } from '@/core/model';
import { keys } from '../entry';

type Recalls = DataLoader<string, string | null>;

/** One query for all rows that a request reads at once. */
const recallsOf = new WeakMap<PayloadRequest, Recalls>();

function newRecalls(req: PayloadRequest): Recalls {
  return new DataLoader(
    async (wanted) => {
      const { docs } = await req.payload.db.find<{ id: string; key: string; at: string }>({
        collection: slugs.releases,
        where: { key: { in: [...wanted] } },
        select: { key: true, at: true },
        limit: 0,
        pagination: false,
        req,
      });
      const found = new Map(docs.map(({ key, at }) => [key, at]));
      return wanted.map((key) => found.get(key) ?? null);
    },
    // A request may read, recall and read again.
    { cache: false },
  );
}

/** When a release was recalled: computed from the log at each read, since releases never change. */
export const recalledAtOf: FieldHook = async ({ data, req }) => {
  if (data?.type !== 'release' || typeof data.card !== 'string') return null;
  const recalls = recallsOf.get(req) ?? newRecalls(req);
  recallsOf.set(req, recalls);
  return recalls.load(keys.recall(data.card as CardKey));
};
