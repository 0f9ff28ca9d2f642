import { describe, expect, it } from 'vitest';
import { OutcomeUnknown } from '../../../src/server/database/errors';
import { insertOnce } from '../../../src/server/database/insertOnce';
import { inTransaction } from '../../../src/server/database/inTransaction';
import { bootPayload, describeEachDatabase } from '../../setup';

const entries = 'entries' as never;
const entry = (seq: number, key: string, log = 'pool:1') => ({ log, seq, key, content: { text: '你好' } });

describeEachDatabase(
  'insertOnce',
  (app) => {
    it('stores the document, with its JSON', async () => {
      expect(await insertOnce(app.payload, entries, entry(1, 'first'))).toEqual({ ok: true });
      const found = await app.payload.find({ collection: entries, where: { key: { equals: 'first' } } });
      expect(found.docs).toMatchObject([{ log: 'pool:1', seq: 1, content: { text: '你好' } }]);
    });

    it('names the one field of a simple unique index', async () => {
      expect(await insertOnce(app.payload, entries, entry(2, 'first'))).toEqual({
        ok: false,
        duplicate: ['key'],
      });
    });

    it('names all fields of a compound unique index', async () => {
      expect(await insertOnce(app.payload, entries, entry(1, 'second'))).toEqual({
        ok: false,
        duplicate: ['log', 'seq'],
      });
    });

    it('goes on after a duplicate', async () => {
      expect(await insertOnce(app.payload, entries, entry(2, 'second'))).toMatchObject({ ok: true });
      expect(await insertOnce(app.payload, entries, entry(2, 'third', 'pool:2'))).toMatchObject({ ok: true });
    });

    it('lets one of twenty at once through, and the others know why not', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => insertOnce(app.payload, entries, entry(7, `at-once-${n}`))),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter(({ ok }) => !ok)).toEqual(
        Array.from({ length: 19 }, () => ({ ok: false, duplicate: ['log', 'seq'] })),
      );
    });

    it('takes part in a transaction', async () => {
      await expect(
        inTransaction(app.payload, undefined, async (req) => {
          await insertOnce(app.payload, entries, entry(8, 'rolled-back'), req);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(await insertOnce(app.payload, entries, entry(8, 'rolled-back'))).toMatchObject({ ok: true });
    });

    it('F5 says that the outcome is unknown when the answer is lost, and the second try finds the first', async () => {
      const create = app.payload.db.create;
      app.payload.db.create = async (args) => {
        await create.call(app.payload.db, args);
        throw Object.assign(new Error('connection 3 to the server timed out'), {
          name: 'MongoNetworkTimeoutError',
        });
      };
      await expect(insertOnce(app.payload, entries, entry(9, 'unanswered'))).rejects.toBeInstanceOf(
        OutcomeUnknown,
      );
      app.payload.db.create = create;
      expect(await insertOnce(app.payload, entries, entry(10, 'unanswered'))).toEqual({
        ok: false,
        duplicate: ['key'],
      });
    });

    it('refuses a document without its key, which would be a duplicate of nothing', async () => {
      const { key: _key, ...without } = entry(11, 'x');
      await expect(insertOnce(app.payload, entries, without)).rejects.toThrow('entries.key is part of');
    });
  },
  { config: 'small' },
);

describe('insertOnce into a collection of several tables', () => {
  it('is refused, because one statement would not be the whole commit', async () => {
    const { payload } = await bootPayload({ database: 'sqlite', config: 'small' });
    await expect(insertOnce(payload, 'papers' as never, { title: 'x' })).rejects.toThrow('papers.parts');
  });
});
