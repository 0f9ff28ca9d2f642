import { type Collection, createLocalReq, type PayloadRequest } from 'payload';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { afterCommit } from '../../../src/server/database/afterCommit';
import { inTransaction } from '../../../src/server/database/inTransaction';
import { type OpenConnection, openConnection } from '../../../src/server/database/sqlite/connection';
import { safeClientCodes } from '../../../src/server/database/sqlite/errors';
import { bootPayload, describeEachDatabase } from '../../setup';

const papers = 'papers' as never;
let n = 0;
const paper = (title: string) => {
  n += 1;
  return { title, number: `${title} ${n}` } as never;
};

describeEachDatabase(
  'transactions',
  (app) => {
    const titles = async () => {
      const { docs } = await app.payload.find({ collection: papers, pagination: false, depth: 0 });
      return docs.map((doc) => String((doc as { title?: unknown }).title)).sort();
    };
    const create = (title: string, req?: PayloadRequest) =>
      app.payload.create({ collection: papers, data: paper(title), req });

    beforeEach(async () => {
      await app.payload.delete({ collection: papers, where: {} });
    });

    it('store all of it when the function resolves and nothing when it throws', async () => {
      const made = await inTransaction(app.payload, undefined, async (req) => {
        await create('a', req);
        await create('b', req);
        return 'done';
      });
      expect(made).toBe('done');
      await expect(
        inTransaction(app.payload, undefined, async (req) => {
          await create('c', req);
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      expect(await titles()).toEqual(['a', 'b']);
    });

    it('join the one that the request is in, which decides for both', async () => {
      await expect(
        inTransaction(app.payload, undefined, async (outer) => {
          await inTransaction(app.payload, outer, async (inner) => {
            expect(inner.transactionID).toBe(outer.transactionID);
            await create('inner', inner);
          });
          throw new Error('outer fails');
        }),
      ).rejects.toThrow('outer fails');
      expect(await titles()).toEqual([]);
    });

    it('leave the request without a transaction as it was', async () => {
      const req = await createLocalReq({}, app.payload);
      await inTransaction(app.payload, req, async (inner) => {
        expect(inner).not.toBe(req);
        await create('a', inner);
      });
      expect(req.transactionID).toBeUndefined();
      expect(await titles()).toEqual(['a']);
    });

    it('are not reported as stored when something inside failed and was caught', async () => {
      await expect(
        inTransaction(app.payload, undefined, async (req) => {
          await create('a', req);
          // Payload takes the whole transaction back when one operation in it fails.
          await app.payload.create({ collection: papers, data: {} as never, req }).catch(() => {});
        }),
      ).rejects.toMatchObject({ code: 'TRANSACTION_LOST' });
      expect(await titles()).toEqual([]);
    });

    it('are not reported as stored when their commit comes after a rollback', async () => {
      const id = (await app.payload.db.beginTransaction()) as string;
      await app.payload.db.rollbackTransaction(id);
      await expect(app.payload.db.commitTransaction(id)).rejects.toMatchObject({ code: 'TRANSACTION_LOST' });
    });

    describe('work for after the commit', () => {
      it('runs in order, after others can see the change and before the answer', async () => {
        const seen: string[] = [];
        await inTransaction(app.payload, undefined, async (req) => {
          await afterCommit(req, async () => {
            await new Promise((resolve) => setTimeout(resolve, 20));
            seen.push(`first: ${await titles()}`);
          });
          await afterCommit(req, () => {
            seen.push('second');
          });
          await create('a', req);
          expect(seen).toEqual([]);
        });
        expect(seen).toEqual(['first: a', 'second']);
      });

      it('runs before the answer of an operation of Payload too', async () => {
        const seen: string[] = [];
        const req = await createLocalReq({}, app.payload);
        const hooks = (app.payload.collections as Record<string, Collection>).papers?.config.hooks
          .afterChange;
        const hook = async ({ req: inside }: { req: PayloadRequest }) => {
          await afterCommit(inside, async () => {
            seen.push(`after: ${await titles()}`);
          });
          seen.push('hook');
        };
        hooks?.push(hook as never);
        await create('a', req);
        hooks?.pop();
        expect(seen).toEqual(['hook', 'after: a']);
      });

      it('may write, in transactions of its own', async () => {
        await inTransaction(app.payload, undefined, async (req) => {
          await create('a', req);
          await afterCommit(req, async (free) => {
            expect(free.transactionID).toBeUndefined();
            await create('b', free);
            await inTransaction(app.payload, free, (inner) => create('c', inner));
          });
        });
        expect(await titles()).toEqual(['a', 'b', 'c']);
      });

      it('is dropped with a transaction that is rolled back, also when it comes too late', async () => {
        const work = vi.fn();
        let late: PayloadRequest | undefined;
        await inTransaction(app.payload, undefined, async (req) => {
          late = { ...req, payload: app.payload, transactionID: req.transactionID } as PayloadRequest;
          await afterCommit(req, work);
          throw new Error('no');
        }).catch(() => {});
        if (late) await afterCommit(late, work);
        expect(work).not.toHaveBeenCalled();
      });

      it('that throws is logged and changes neither the answer nor the work after it', async () => {
        const error = vi.spyOn(app.payload.logger, 'error').mockImplementation(() => {});
        const second = vi.fn();
        await inTransaction(app.payload, undefined, async (req) => {
          await afterCommit(req, () => {
            throw new Error('broken');
          });
          await afterCommit(req, second);
          await create('a', req);
        });
        expect(second).toHaveBeenCalledOnce();
        expect(error).toHaveBeenCalledOnce();
        error.mockRestore();
        expect(await titles()).toEqual(['a']);
      });

      it('runs at once without a transaction', async () => {
        const work = vi.fn();
        await afterCommit(await createLocalReq({}, app.payload), work);
        expect(work).toHaveBeenCalledOnce();
      });
    });
  },
  { config: 'small' },
);

describe('F7 a commit that SQLite refuses', () => {
  const fault = { refuses: false };
  const open: OpenConnection = (...args) => {
    const connection = openConnection(...args);
    const exec = connection.exec.bind(connection);
    connection.exec = (sql) => {
      if (fault.refuses && sql === 'COMMIT')
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
      exec(sql);
    };
    return connection;
  };

  it('is an error of the operation, never a document that is not stored', async () => {
    const { payload } = await bootPayload({ database: 'sqlite', config: 'small', sqlite: { open } });
    const work = vi.fn();
    fault.refuses = true;
    await expect(payload.create({ collection: papers, data: paper('lost') })).rejects.toMatchObject({
      code: safeClientCodes.commitFailed,
    });
    await expect(
      inTransaction(payload, undefined, async (req) => {
        await afterCommit(req, work);
        await payload.create({ collection: papers, data: paper('lost too'), req });
      }),
    ).rejects.toMatchObject({ code: safeClientCodes.commitFailed });
    fault.refuses = false;
    expect(work).not.toHaveBeenCalled();
    await payload.create({ collection: papers, data: paper('kept') });
    const { docs } = await payload.find({ collection: papers });
    expect(docs).toMatchObject([{ title: 'kept' }]);
  });

  it('that waits for itself ends with a plain sentence instead of never', async () => {
    const { payload } = await bootPayload({
      database: 'sqlite',
      config: 'small',
      sqlite: { limits: { stuckAfterMs: 200 } },
    });
    const silent = vi.spyOn(payload.logger, 'error').mockImplementation(() => {});
    await expect(
      inTransaction(payload, undefined, async () => {
        await payload.create({ collection: papers, data: paper('without req') });
      }),
    ).rejects.toMatchObject({
      code: safeClientCodes.waitedForItself,
      message: expect.stringContaining('without its `req`'),
    });
    silent.mockRestore();
    await payload.create({ collection: papers, data: paper('afterwards') });
  });
});

describe('a write conflict on MongoDB', () => {
  it('is tried again from the start when the transaction is its own, and not when it joined one', async () => {
    const { payload } = await bootPayload({ database: 'mongodb', config: 'small' });
    const conflict = () => Object.assign(new Error('WriteConflict'), { code: 112 });
    const work = vi.fn();
    let attempts = 0;
    await inTransaction(payload, undefined, async (req) => {
      await afterCommit(req, work);
      await payload.create({ collection: papers, data: paper('a'), req });
      attempts += 1;
      if (attempts < 3) throw conflict();
    });
    expect(attempts).toBe(3);
    expect(work).toHaveBeenCalledOnce();
    expect((await payload.count({ collection: papers })).totalDocs).toBe(1);

    let joined = 0;
    await inTransaction(payload, undefined, async (outer) => {
      const inner = inTransaction(payload, outer, async () => {
        joined += 1;
        throw conflict();
      });
      await expect(inner).rejects.toThrow('WriteConflict');
    });
    expect(joined).toBe(1);
  });
});
