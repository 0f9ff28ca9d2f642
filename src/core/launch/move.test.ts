import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { aPhase, aStep } from '../../../tests/builders/launchParts';
import { holdsFor } from '../../../tests/builders/soak';
import type { PostId, RuleId } from '../model';
import { localDateOf, resolveWall, wallTimeOf } from '../time';
import type { ExceptionContent } from './content';
import { movedWithLaunch } from './launchMove';
import { type MovablePost, movedExceptions, movedPosts } from './move';
import { instantOf, offsetAt } from './offset';

const zone = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`${text}+08:00`);
const launchAt = at('2026-11-11T20:00:00');
const launch = (steps: Parameters<typeof aStep>[0][], exceptions: ExceptionContent[] = []) => ({
  launchAt,
  timezone: zone,
  phases: [aPhase<ExceptionContent>({ steps: steps.map(aStep), exceptions })],
});
const post = (more: Partial<MovablePost> = {}): MovablePost => ({
  id: '1' as PostId,
  launchStep: 's1',
  scheduledAt: launchAt,
  expiresAt: null,
  isOut: false,
  ...more,
});

/** The same by another library: a day and a wall time, a gap moves forward, of two the first. */
const byTemporal = (days: number, time: string, from: number, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;

const zones = fc.constantFrom(zone, 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC');
const instants = fc
  .integer({
    min: Date.parse('2026-01-01T00:00:00Z') / 60_000,
    max: Date.parse('2028-12-31T00:00:00Z') / 60_000,
  })
  .map((minutes) => minutes * 60_000);
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

describe('when a step is', () => {
  it('13: T−7 days 20:00, T−1 h, T+3 days', () => {
    const time = { launchAt, timezone: zone };
    expect(instantOf(aStep({ offsetDays: -7, time: '20:00' }), time)).toBe(at('2026-11-04T20:00:00'));
    expect(instantOf(aStep({ offsetMinutes: -60 }), time)).toBe(at('2026-11-11T19:00:00'));
    expect(instantOf(aStep({ offsetDays: 3, time: '12:00' }), time)).toBe(at('2026-11-14T12:00:00'));
    expect(instantOf(aStep({ offsetDays: 3, time: '', offsetMinutes: null }), time)).toBeNull();
    expect(instantOf(aStep({ offsetDays: 3, time: '12:00', offsetMinutes: 5 }), time)).toBeNull();
  });

  it('13: over month and year ends and changes of the clock it is what another library says', () => {
    holdsFor(
      fc.tuple(zones, instants, fc.integer({ min: -180, max: 180 }), times),
      ([timezone, from, offsetDays, time]) => {
        expect(instantOf(aStep({ offsetDays, time }), { launchAt: from, timezone })).toBe(
          byTemporal(offsetDays, time, from, timezone),
        );
      },
    );
  });

  it('13: the offset of an instant leads back to it, on the minute, unless its wall time occurs twice', () => {
    holdsFor(fc.tuple(instants, instants), ([from, when]) => {
      const time = { launchAt: from, timezone: zone };
      expect(instantOf(aStep(offsetAt(when, time)), time)).toBe(when);
    });
  });
});

describe('moving a launch', () => {
  const to = at('2026-11-13T20:00:00');

  it('14: a post at its step’s time goes where the step goes', () => {
    const steps = [{ offsetDays: -1, time: '20:30' }];
    const moved = movedPosts(launch(steps), [post({ scheduledAt: at('2026-11-10T20:30:00') })], to);
    expect(moved).toMatchObject([{ how: 'step', to: at('2026-11-12T20:30:00') }]);
  });

  it('14: one that an editor has moved by hand keeps its own offset: by days, or by minutes where its step counts them', () => {
    const byHand = post({ scheduledAt: at('2026-11-10T09:15:00') });
    const later = at('2026-11-13T21:00:00');
    expect(movedPosts(launch([{ offsetDays: -1, time: '20:30' }]), [byHand], later)).toMatchObject([
      { how: 'own', to: at('2026-11-12T09:15:00') },
    ]);
    expect(movedPosts(launch([{ offsetMinutes: -60 }]), [byHand], later)).toMatchObject([
      { how: 'own', to: at('2026-11-12T10:15:00') },
    ]);
  });

  it('14: what is out stays, and so does what has no time', () => {
    const posts = [post({ isOut: true }), post({ scheduledAt: null })];
    expect(movedPosts(launch([{}]), posts, to).map(({ how, to: when }) => [how, when])).toEqual([
      ['stays', launchAt],
      ['stays', null],
    ]);
  });

  it('14: an end of its own goes along', () => {
    const ends = post({ expiresAt: launchAt + 3_600_000 });
    expect(movedPosts(launch([{}]), [ends], to)).toMatchObject([{ expiresAt: to + 3_600_000 }]);
  });

  it('14: there and back again everything is where it was, whatever day lies in between', () => {
    holdsFor(
      fc.tuple(zones, instants, instants, fc.integer({ min: -30, max: 30 }), times),
      ([timezone, from, other, offsetDays, time]) => {
        const script = { ...launch([{ offsetDays, time }]), launchAt: from, timezone };
        const [step] = script.phases[0]?.steps ?? [];
        const scheduledAt = step ? instantOf(step, { launchAt: from, timezone }) : null;
        const [there] = movedPosts(script, [post({ scheduledAt })], other);
        const [back] = movedPosts(
          { ...script, launchAt: other },
          [post({ scheduledAt: there?.to ?? null })],
          from,
        );
        expect(back?.to).toBe(scheduledAt);
        expect([there?.how, back?.how]).toEqual(['step', 'step']);
      },
    );
  });

  describe('14: there and back again what was moved by hand', () => {
    /** Where it is after a move to `other` and back, and whether the clock stood in its way. */
    const thereAndBack = (
      when: number,
      { from, other, timezone }: Record<'from' | 'other', number> & { timezone: string },
    ) => {
      const script = { ...launch([{ offsetDays: 0, time: '00:00' }]), timezone };
      const own = (scheduledAt: number) => [post({ scheduledAt, launchStep: 'none' })];
      const [there] = movedPosts({ ...script, launchAt: from }, own(when), other);
      const [back] = movedPosts({ ...script, launchAt: other }, own(there?.to ?? 0), from);
      const wall = wallTimeOf(when, timezone);
      const skipped = wallTimeOf(there?.to ?? 0, timezone) !== wall;
      const second = resolveWall(localDateOf(when, timezone), wall, timezone) !== when;
      return { back: back?.to ?? null, skipped, second };
    };
    it('is where it was, unless the clock skips its time over there or its day has it twice', () => {
      holdsFor(fc.tuple(zones, instants, instants, instants), ([timezone, from, other, when]) => {
        const { back, skipped, second } = thereAndBack(when, { from, other, timezone });
        if (!skipped && !second) expect(back).toBe(when);
      });
    });
    const newYork = 'America/New_York';
    const there = {
      from: Date.parse('2035-03-05T20:00:00-05:00'),
      other: Date.parse('2035-03-12T20:00:00-04:00'),
      timezone: newYork,
    };
    it('comes back later by what was skipped: 02:30 in spring becomes 03:30', () => {
      const { back } = thereAndBack(Date.parse('2035-03-04T02:30:00-05:00'), there);
      expect(back).toBe(Date.parse('2035-03-04T03:30:00-05:00'));
      expect(thereAndBack(Date.parse('2035-03-04T03:30:00-05:00'), there).back).toBe(back);
    });
    it('comes back as the first of an hour that its day has twice', () => {
      const { back } = thereAndBack(Date.parse('2035-11-04T01:30:00-05:00'), {
        ...there,
        from: Date.parse('2035-11-05T20:00:00-05:00'),
      });
      expect(back).toBe(Date.parse('2035-11-04T01:30:00-04:00'));
    });
  });

  const exception = (from: number, until: number): ExceptionContent => ({
    row: 'r1',
    rule: '1' as RuleId,
    feeds: [],
    from,
    to: until,
    limit: 8,
    minGapMinutes: null,
    quietHours: false,
    reason: '开售当天',
  });
  const span = (from: string, until: string, to2: string) => {
    const moved = movedExceptions(launch([], [exception(at(from), at(until))]), at(to2)).get('r1');
    return moved && [moved.from, moved.to];
  };

  it('15: an exception of whole days stays one, whatever the hour of the launch', () => {
    expect(span('2026-11-11T00:00:00', '2026-11-12T00:00:00', '2026-11-13T10:00:00')).toEqual([
      at('2026-11-13T00:00:00'),
      at('2026-11-14T00:00:00'),
    ]);
  });
  it('15: hours around the launch stay as far from it', () => {
    expect(span('2026-11-11T19:30:00', '2026-11-11T22:00:00', '2026-11-13T10:00:00')).toEqual([
      at('2026-11-13T09:30:00'),
      at('2026-11-13T12:00:00'),
    ]);
  });
  it('15: and keep their wall times over a change of the clock', () => {
    const move = {
      from: Date.parse('2026-10-31T20:00:00-04:00'),
      to: Date.parse('2026-11-02T20:00:00-05:00'),
      zone: 'America/New_York',
    };
    expect(movedWithLaunch(Date.parse('2026-10-31T09:00:00-04:00'), move, 'days')).toBe(
      Date.parse('2026-11-02T09:00:00-05:00'),
    );
  });
});
