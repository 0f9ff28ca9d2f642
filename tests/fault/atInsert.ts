import type { Payload } from 'payload';

type Create = Payload['db']['create'];

/** Runs `work` before or after each insert into the log that `of` picks, until it is taken back. */
export function atInsert(
  payload: Payload,
  when: 'before' | 'after',
  of: (data: Record<string, unknown>) => boolean,
  work: () => Promise<void>,
): () => void {
  const create = payload.db.create;
  const insert = (async (args: Parameters<Create>[0]) => {
    const picked = args.collection === 'releases' && of(args.data);
    if (picked && when === 'before') await work();
    const inserted = await create.call(payload.db, args);
    if (picked && when === 'after') await work();
    return inserted;
  }) as Create;
  payload.db.create = insert;
  return () => {
    payload.db.create = create;
  };
}
