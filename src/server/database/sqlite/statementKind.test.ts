import { describe, expect, it } from 'vitest';
import { endsOrBeginsTransaction, type StatementKind, statementKind, statementKinds } from './statementKind';

const cases: [StatementKind, string][] = [
  ['read', 'select 1'],
  ['read', '  -- insert\n /* update */ ; SELECT 1'],
  ['read', 'VALUES (1)'],
  ['read', 'EXPLAIN QUERY PLAN INSERT INTO a VALUES (1)'],
  ['read', 'WITH a AS (SELECT 1) SELECT * FROM a'],
  ['read', "WITH a AS (SELECT ') INSERT') SELECT * FROM a"],
  ['read', 'WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'],
  ['read', 'PRAGMA journal_mode'],
  ['read', 'PRAGMA main.table_info("posts")'],
  ['read', 'PRAGMA index_list(posts)'],
  ['write', 'insert into a values (1) returning id'],
  ['write', 'WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a'],
  ['write', 'WITH a AS (SELECT 1), b (x) AS NOT MATERIALIZED (SELECT 2) UPDATE c SET d = 1 RETURNING *'],
  ['write', 'with "select" as (select 1) delete from a'],
  ['write', 'REPLACE INTO a VALUES (1)'],
  ['write', 'CREATE TABLE a (b)'],
  ['write', 'DROP INDEX a'],
  ['write', 'ALTER TABLE a RENAME TO b'],
  ['write', 'nonsense'],
  ['write', ''],
  ['outside', 'PRAGMA foreign_keys = OFF'],
  ['outside', 'PRAGMA foreign_keys(0)'],
  ['outside', 'PRAGMA wal_checkpoint'],
  ['outside', 'PRAGMA wal_checkpoint(TRUNCATE)'],
  ['outside', 'VACUUM INTO "x"'],
  ['outside', 'ATTACH "x" AS y'],
  ['control', 'BEGIN IMMEDIATE'],
  ['control', 'commit'],
  ['control', 'ROLLBACK TO sp1'],
  ['control', 'savepoint sp1'],
];

describe('what a statement does', () => {
  it.each(cases)('%s: %s', (kind, sql) => {
    expect(statementKind(sql)).toBe(kind);
  });

  it('knows each statement of several, and no verb inside text', () => {
    expect(
      statementKinds("INSERT INTO a VALUES (';PRAGMA'); PRAGMA x = 1;\n DROP TABLE a; -- ;BEGIN"),
    ).toEqual(['write', 'outside', 'write']);
  });

  it('tells savepoints from the end of a transaction', () => {
    expect(['COMMIT', 'end', 'ROLLBACK', 'BEGIN'].every(endsOrBeginsTransaction)).toBe(true);
    expect(['rollback to savepoint sp1', 'RELEASE sp1', 'SAVEPOINT sp1'].some(endsOrBeginsTransaction)).toBe(
      false,
    );
  });
});
