import { expect, it } from 'vitest';
import { readiness, readinessResponse } from '@/server/health/ready';
import { beat, lastPass } from '@/server/scheduler/heartbeat';
import { bootPayload, describeEachDatabase } from '../setup';

const minute = 60_000;
const now = Date.parse('2026-11-23T10:00:00+08:00');

describeEachDatabase('readiness', (app) => {
  it('warns before any scheduler has run, while the database answers', async () => {
    expect(await readiness(app.payload, now)).toEqual({
      ok: false,
      database: 'ok',
      scheduler: { lastPassAt: null, silent: true, problem: null },
    });
  });

  it('is well after a pass, and warns three minutes after the last one of any process', async () => {
    await beat(app.payload, { process: 'a:1', now: now - 10 * minute, milliseconds: 5, problem: null });
    await beat(app.payload, { process: 'b:2', now, milliseconds: 5, problem: null });
    expect(await readiness(app.payload, now + 3 * minute)).toEqual({
      ok: true,
      database: 'ok',
      scheduler: { lastPassAt: new Date(now).toISOString(), silent: false, problem: null },
    });
    expect(await readiness(app.payload, now + 3 * minute + 1)).toMatchObject({
      ok: false,
      scheduler: { silent: true },
    });
  });

  it('names the problem of the last pass, and is well again after one without', async () => {
    await beat(app.payload, {
      process: 'a:1',
      now: now + minute,
      milliseconds: 0,
      problem: 'clock-stepped',
    });
    const bad = await readiness(app.payload, now + minute);
    expect(bad).toMatchObject({ ok: false, scheduler: { silent: false, problem: 'clock-stepped' } });
    expect(readinessResponse(bad).status).toBe(503);
    await beat(app.payload, { process: 'a:1', now: now + 2 * minute, milliseconds: 5, problem: null });
    const good = await readiness(app.payload, now + 2 * minute);
    expect(good).toMatchObject({ ok: true, scheduler: { problem: null } });
    expect(readinessResponse(good).status).toBe(200);
  });

  it('warns although a process whose clock is wrong says so at every tick: it releases nothing', async () => {
    await app.payload.db.deleteMany({ collection: 'heartbeats', where: {} });
    await beat(app.payload, { process: 'a:1', now, milliseconds: 5, problem: null });
    const wrong = { process: 'b:2', milliseconds: 0, problem: 'clock-stepped' };
    await beat(app.payload, { ...wrong, now: now + 10 * minute });
    const silent = { silent: true, lastPassAt: new Date(now).toISOString(), problem: 'clock-stepped' };
    expect(await readiness(app.payload, now + 10 * minute)).toMatchObject({ ok: false, scheduler: silent });
    await beat(app.payload, { ...wrong, now: now + 60 * minute });
    expect(await readiness(app.payload, now + 30 * minute)).toMatchObject({ scheduler: silent });
  });

  it('warns although a process whose clock was an hour ahead left its beat there', async () => {
    await app.payload.db.deleteMany({ collection: 'heartbeats', where: {} });
    await beat(app.payload, { process: 'a:1', now, milliseconds: 5, problem: null });
    await beat(app.payload, { process: 'b:2', now: now + 60 * minute, milliseconds: 5, problem: null });
    expect(await readiness(app.payload, now + 4 * minute)).toMatchObject({ scheduler: { silent: true } });
  });

  it('takes a beat that is a few seconds ahead for one of now', async () => {
    await app.payload.db.deleteMany({ collection: 'heartbeats', where: {} });
    await beat(app.payload, { process: 'a:1', now: now + 30_000, milliseconds: 5, problem: null });
    const ready = { silent: false, lastPassAt: new Date(now).toISOString() };
    expect(await readiness(app.payload, now)).toMatchObject({ ok: true, scheduler: ready });
  });

  it('tells what the last pass did, also when its process has lost its clock since', async () => {
    await app.payload.db.deleteMany({ collection: 'heartbeats', where: {} });
    await beat(app.payload, { process: 'a:1', now, milliseconds: 5, released: 3, problem: null });
    await beat(app.payload, {
      process: 'a:1',
      now: now + minute,
      milliseconds: 0,
      problem: 'clock-stepped',
    });
    const last = { at: now, milliseconds: 5, released: 3 };
    expect(await lastPass(app.payload, now + minute)).toMatchObject(last);
  });

  it('keeps one row for each process that lives: a new one sweeps those of a day ago', async () => {
    const later = now + 25 * 60 * minute;
    await beat(app.payload, { process: 'c:3', now: later, milliseconds: 5, problem: null });
    const { docs } = await app.payload.find({ collection: 'heartbeats', depth: 0 });
    expect(docs.map(({ process }) => process)).toEqual(['c:3']);
    await app.payload.db.deleteMany({ collection: 'heartbeats', where: {} });
    await beat(app.payload, { process: 'a:1', now, milliseconds: 5, problem: null });
  });

  it('tells nothing about hosts, processes or counts', async () => {
    const text = await readinessResponse(await readiness(app.payload, now)).text();
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(['database', 'ok', 'scheduler']);
    expect(text).not.toMatch(/a:1|b:2|process|released|milliseconds/);
  });
});

it('F18 answers, and says that the database does not, when it is gone', async () => {
  const booted = await bootPayload({ database: 'sqlite' });
  (booted.payload.db as unknown as { client: { close: () => void } }).client.close();
  booted.payload.logger.error = () => {};
  const gone = await readiness(booted.payload, now);
  expect(gone).toEqual({
    ok: false,
    database: 'unreachable',
    scheduler: { lastPassAt: null, silent: true, problem: null },
  });
  expect(readinessResponse(gone).status).toBe(503);
});
