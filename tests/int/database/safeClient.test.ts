import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { type OpenConnection, openConnection } from '../../../src/server/database/sqlite/connection';
import { safeClientCodes } from '../../../src/server/database/sqlite/errors';
import {
  createSafeClient,
  type SafeClient,
  type SafeClientOptions,
} from '../../../src/server/database/sqlite/safeClient';
import { startChild } from '../../setup/child';

/*
 * What @libsql/client does in the place of this client, with one file and two connections a and b:
 *   a: BEGIN IMMEDIATE
 *   b: INSERT …                  → SQLITE_BUSY, and the statement stays active on b
 *   a: COMMIT
 *   b: INSERT …                  → "1 row changed"
 *   a: SELECT count(*)           → 0, now and after b has ended: the write was never committed;
 *                                  and until b's statement is collected, b keeps the write lock.
 */

let path: string;
let client: SafeClient;
const others: SafeClient[] = [];

const newClient = (options: Partial<SafeClientOptions> = {}) => {
  const made = createSafeClient({ url: `file:${path}`, ...options });
  others.push(made);
  return made;
};

/** What a connection of somebody else sees. */
const seen = (sql: string): unknown[] => {
  const second = openConnection(path, { queryOnly: true, busyTimeoutMs: 50, foreignKeys: true });
  try {
    return second.run(sql).rows.map((row) => row[0]);
  } finally {
    second.discard();
  }
};

beforeEach(async () => {
  path = join(mkdtempSync(join(inject('runDirectory'), 'client-')), 'test.db');
  client = newClient();
  await client.executeMultiple(`
    CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT UNIQUE, parent INTEGER REFERENCES notes (id));
    CREATE UNIQUE INDEX text_parent ON notes (text, parent);
  `);
});

afterEach(() => {
  for (const made of others.splice(0)) made.close();
});

const insert = (text: string) => ({ sql: 'INSERT INTO notes (text) VALUES (?)', args: [text] });

describe('connections', () => {
  it('sets its PRAGMAs on every connection, the second transaction included', async () => {
    for (let n = 0; n < 3; n += 1) {
      const transaction = await client.transaction('write');
      await transaction.execute(insert(`n${n}`));
      const value = async (pragma: string) => (await transaction.execute(`PRAGMA ${pragma}`)).rows[0]?.[0];
      expect(await value('busy_timeout')).toBeLessThanOrEqual(50);
      expect(await value('foreign_keys')).toBe(1);
      expect(await value('synchronous')).toBe(2);
      expect(await value('journal_mode')).toBe('wal');
      await transaction.commit();
    }
  });

  it('keeps what one statement sets from the next writes', async () => {
    await client.execute('PRAGMA foreign_keys = OFF');
    await expect(
      client.execute("INSERT INTO notes (text, parent) VALUES ('orphan', 99)"),
    ).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
  });

  it('reads while a transaction writes, and sees nothing of it until it is committed', async () => {
    const transaction = await client.transaction('write');
    await transaction.execute(insert('late'));
    const before = performance.now();
    expect((await client.execute('SELECT count(*) FROM notes')).rows[0]?.[0]).toBe(0);
    expect(performance.now() - before).toBeLessThan(50);
    await transaction.commit();
    expect((await client.execute('SELECT count(*) FROM notes')).rows[0]?.[0]).toBe(1);
  });

  it('writes what begins with WITH and what returns rows through the queue', async () => {
    const { rows } = await client.execute(
      "WITH a AS (SELECT 'x' AS t) INSERT INTO notes (text) SELECT t FROM a RETURNING id, text",
    );
    expect(rows[0]).toMatchObject({ id: 1, text: 'x' });
    expect(seen('SELECT text FROM notes')).toEqual(['x']);
  });

  it('refuses to begin and end transactions by SQL', async () => {
    await expect(client.execute('BEGIN')).rejects.toMatchObject({ code: safeClientCodes.notSupported });
    const transaction = await client.transaction('write');
    await expect(transaction.execute('COMMIT')).rejects.toMatchObject({ code: safeClientCodes.notSupported });
    await expect(transaction.executeMultiple('SELECT 1; COMMIT')).rejects.toMatchObject({
      code: safeClientCodes.notSupported,
    });
    await transaction.rollback();
  });

  it('reads integers, bytes, names and positions as the usual client does', async () => {
    const { rows, columns } = await client.execute({
      sql: 'SELECT ? AS a, ? AS b, ? AS c',
      args: [1, new Uint8Array([1, 2]), true],
    });
    expect(columns).toEqual(['a', 'b', 'c']);
    expect(rows[0]?.a).toBe(1);
    expect(rows[0]?.[2]).toBe(1);
    expect([...new Uint8Array(rows[0]?.b as ArrayBuffer)]).toEqual([1, 2]);
    expect(Object.keys(rows[0] ?? {})).toEqual(['a', 'b', 'c']);
  });
});

describe('all or nothing', () => {
  it('stores nothing of a batch whose last statement is refused', async () => {
    await expect(client.batch([insert('a'), insert('b'), insert('a')])).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    expect(seen('SELECT text FROM notes')).toEqual([]);
    await client.execute(insert('after'));
    expect(seen('SELECT text FROM notes')).toEqual(['after']);
  });

  it('stores nothing of a script whose last statement is wrong', async () => {
    await expect(
      client.executeMultiple("INSERT INTO notes (text) VALUES ('a'); INSERT INTO nowhere VALUES (1)"),
    ).rejects.toThrow('nowhere');
    expect(seen('SELECT text FROM notes')).toEqual([]);
  });

  it('goes on with a transaction after a duplicate in it', async () => {
    const transaction = await client.transaction('write');
    await transaction.execute(insert('a'));
    await expect(transaction.execute(insert('a'))).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    await transaction.execute(insert('b'));
    await transaction.commit();
    expect(seen('SELECT text FROM notes')).toEqual(['a', 'b']);
  });

  it('leaves nothing open after a write that was refused', async () => {
    await client.execute(insert('a'));
    await expect(client.execute(insert('a'))).rejects.toThrow();
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE; COMMIT');
    other.close();
  });
});

describe('locks', () => {
  // Again when it fails: other work on the machine stops this process too, and that is not the client's doing.
  it('F6 waits for another process without stopping the event loop, and keeps all that it acknowledged', {
    retry: 2,
  }, async () => {
    const holder = startChild('holdLock', path, '2000');
    await holder.line('locked');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    // The first interval is only a starting point: let it pass before the work.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const began = performance.now();
    await Promise.all(Array.from({ length: 20 }, (_, n) => client.execute(insert(`n${n}`))));
    delay.disable();
    expect(performance.now() - began).toBeGreaterThan(1_000);
    expect(delay.max / 1e6).toBeLessThan(100);
    expect(seen('SELECT count(*) FROM notes')).toEqual([20]);
    await holder.exited;
  });

  it('gives up after its limit, says so, and works again afterwards', async () => {
    const impatient = newClient({ busyLimitMs: 150 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(impatient.execute(insert('refused'))).rejects.toMatchObject({ code: safeClientCodes.busy });
    await expect(impatient.transaction('write')).rejects.toMatchObject({ code: safeClientCodes.busy });
    other.exec('COMMIT');
    other.close();
    await impatient.execute(insert('taken'));
    expect(seen('SELECT text FROM notes')).toEqual(['taken']);
  });

  it('does not lose what follows a busy statement on a connection that waits by itself', () => {
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const connection = openConnection(path, { queryOnly: false, busyTimeoutMs: 5, foreignKeys: true });
    expect(() => connection.run(insert('busy'))).toThrow('locked');
    other.exec('COMMIT');
    connection.run(insert('open'));
    connection.discard();
    // Closing alone would leave the lock with the statement that was never finished.
    other.exec('BEGIN IMMEDIATE; COMMIT');
    other.close();
  });

  it('ends a write that waits for the transaction around it', async () => {
    const quick = newClient({ stuckAfterMs: 150 });
    const transaction = await quick.transaction('write');
    await transaction.execute(insert('outer'));
    await expect(quick.execute(insert('inner'))).rejects.toMatchObject({
      code: safeClientCodes.waitedForItself,
    });
    await transaction.commit();
    expect(seen('SELECT text FROM notes')).toEqual(['outer']);
  });

  it('takes back a transaction that was forgotten, and tells the one who comes back to it', async () => {
    const quick = newClient({ idleLimitMs: 100 });
    const forgotten = await quick.transaction('write');
    await forgotten.execute(insert('forgotten'));
    await quick.execute(insert('next'));
    expect(forgotten.state).toBe('expired');
    await expect(forgotten.commit()).rejects.toMatchObject({ code: safeClientCodes.transactionClosed });
    expect(seen('SELECT text FROM notes')).toEqual(['next']);
  });
});

describe('a chain of statements', () => {
  const links = 3_000;

  /** How often the loop came to others while something went on. */
  const turnsDuring = async (work: () => Promise<void>): Promise<number> => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    await work();
    clearInterval(others);
    return turns;
  };

  it('lets everything else have its turn, or a pass of the scheduler would stop every answer', async () => {
    const turns = await turnsDuring(async () => {
      for (let n = 0; n < links; n += 1) await client.execute('SELECT count(*) FROM notes');
    });
    expect(turns).toBeGreaterThan(2);
  });

  it('does so in a transaction too, and keeps the order of what is asked at once', async () => {
    const transaction = await client.transaction('write');
    const turns = await turnsDuring(async () => {
      await Promise.all(Array.from({ length: links }, (_, n) => transaction.execute(insert(`n${n}`))));
      for (let n = 0; n < links; n += 1) await transaction.execute('SELECT 1');
    });
    await transaction.commit();
    expect(turns).toBeGreaterThan(2);
    expect(seen('SELECT text FROM notes ORDER BY id')).toEqual(
      Array.from({ length: links }, (_, n) => `n${n}`),
    );
  });
});

describe('F7 a commit that fails', () => {
  /** Refuses COMMIT, as a full disk does, as long as `refuses` is set. */
  const faulty = () => {
    const fault = { refuses: true };
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
    return { fault, faultyClient: newClient({ open }) };
  };

  it('is an error of the single statement, of the batch and of the transaction, and stores nothing', async () => {
    const { fault, faultyClient } = faulty();
    const failed = { code: safeClientCodes.commitFailed };
    await expect(faultyClient.execute(insert('one'))).rejects.toMatchObject(failed);
    await expect(faultyClient.batch([insert('two')])).rejects.toMatchObject(failed);
    const transaction = await faultyClient.transaction('write');
    await transaction.execute(insert('three'));
    await expect(transaction.commit()).rejects.toMatchObject(failed);
    expect(transaction.state).toBe('commit-failed');
    expect(seen('SELECT text FROM notes')).toEqual([]);
    fault.refuses = false;
    await faultyClient.execute(insert('four'));
    expect(seen('SELECT text FROM notes')).toEqual(['four']);
  });

  it('of a deferred foreign key is an error too', async () => {
    await client.executeMultiple(
      'CREATE TABLE strict (id INTEGER PRIMARY KEY, note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)',
    );
    const transaction = await client.transaction('write');
    await transaction.execute('INSERT INTO strict (note) VALUES (99)');
    await expect(transaction.commit()).rejects.toMatchObject({ code: safeClientCodes.commitFailed });
    await client.execute(insert('after'));
    expect(seen('SELECT count(*) FROM strict')).toEqual([0]);
  });
});

describe('closing', () => {
  it('begins nothing new and lets a transaction end', async () => {
    const transaction = await client.transaction('write');
    await transaction.execute(insert('last'));
    client.close();
    await expect(client.execute('SELECT 1')).rejects.toMatchObject({ code: safeClientCodes.clientClosed });
    await transaction.commit();
    expect(seen('SELECT text FROM notes')).toEqual(['last']);
  });
});
