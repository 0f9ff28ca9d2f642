import { describe, expect, it } from 'vitest';
import { type FeedId, type Role, roles } from '../model';
import { type Actor, acts, can, collectionSubjects, operations, ruleWithinTeam, scopeOf } from '.';
import { actorOf } from './actor';
import { type Account, type AccountChange, mayManage, refuseAccountChange } from './people';

const anActor = (...given: Role[]): Actor => ({ id: '1', roles: given, active: true, team: null });
const ofTeam = (actor: Actor, ...feeds: string[]): Actor => ({
  ...actor,
  team: 'T',
  feeds: feeds as FeedId[],
});

describe('the ability table', () => {
  it('1: several roles add up', () => {
    expect(can(anActor('staff'), 'post.approve')).toBe(false);
    expect(can(anActor('staff', 'manager'), 'post.approve')).toBe(true);
    expect(can(anActor('staff', 'manager'), 'desk.read')).toBe(true);
    expect(scopeOf(anActor('editor', 'staff'), 'read', 'users')).toBe('team');
  });

  it('2: whoever is not active, or nobody, may nothing', () => {
    const gone = { ...anActor(...roles), active: false };
    for (const actor of [gone, null]) {
      for (const act of acts) expect(can(actor, act)).toBe(false);
      for (const subject of collectionSubjects) {
        for (const operation of operations) expect(can(actor, operation, subject)).toBe(false);
      }
    }
  });

  it('2: an account without the mark of being active is not active', () => {
    expect(actorOf({ id: 1, roles: ['admin'] })?.active).toBe(false);
    expect(actorOf({ id: 1, roles: ['admin'], active: 1 })?.active).toBe(false);
    expect(actorOf({ id: 1, roles: ['root', 'editor'], active: true })?.roles).toEqual(['editor']);
    expect(actorOf({ id: 1, collection: 'robots', roles: ['admin'], active: true })).toBeNull();
  });

  it('3, 4: acting asks for every feed of the thing, reading the list for one', () => {
    const manager = ofTeam(anActor('manager'), 'A');
    expect(can(manager, 'post.approve', { type: 'posts', feeds: ['A'] })).toBe(true);
    expect(can(manager, 'post.approve', { type: 'posts', feeds: ['A', 'B'] })).toBe(false);
    expect(can(manager, 'post.approve', { type: 'posts', feeds: ['B'] })).toBe(false);
    expect(can(anActor('manager'), 'post.approve', { type: 'posts', feeds: ['A', 'B'] })).toBe(true);
    expect(can({ ...manager, feeds: undefined }, 'post.approve', { type: 'posts', feeds: ['A'] })).toBe(
      false,
    );
  });

  it('5: an admin answers for the system, not for the content', () => {
    for (const act of ['post.approve', 'script.approve', 'release.recall', 'release.resume'] as const) {
      expect(can(anActor('admin'), act)).toBe(false);
      expect(can(anActor('admin', 'manager'), act)).toBe(true);
      expect(can(anActor('editor'), act)).toBe(false);
    }
    expect(can(anActor('admin'), 'update', 'posts')).toBe(false);
    expect(can(anActor('admin'), 'read', 'posts')).toBe(true);
  });

  it('6: records are written through no door by anybody', () => {
    const everything = anActor(...roles);
    for (const subject of [
      'approvals',
      'comments',
      'releases',
      'receipts',
      'audit-log',
      'fences',
      'heartbeats',
      'notices',
    ] as const) {
      for (const operation of ['create', 'update', 'delete'] as const) {
        expect(can(everything, operation, subject), `${operation} ${subject}`).toBe(false);
      }
    }
  });

  it('7: staff read their account and their receipts, and use the desk', () => {
    const readable = collectionSubjects.filter((subject) => can(anActor('staff'), 'read', subject));
    expect(readable).toEqual(['users', 'receipts']);
    expect(acts.filter((act) => can(anActor('staff'), act))).toEqual(['desk.read', 'desk.mark']);
    expect(can(anActor('staff'), 'read', 'settings')).toBe(false);
    expect(can(anActor('staff'), 'read', { type: 'receipts', owner: '1' })).toBe(true);
    expect(can(anActor('staff'), 'read', { type: 'receipts', owner: '2' })).toBe(false);
  });

  it('12: accounts are deleted by nobody', () => {
    expect(can(anActor(...roles), 'delete', 'users')).toBe(false);
  });
});

describe('what is kept', () => {
  it('14: what a plan or a person hangs on is deleted by nobody', () => {
    for (const subject of [
      'feeds',
      'pools',
      'segments',
      'segment-dimensions',
      'products',
      'teams',
    ] as const) {
      expect(can(anActor(...roles), 'delete', subject), subject).toBe(false);
    }
  });
});

describe('cap rules', () => {
  it('15: of the team’s feeds alone; one that names none is about all', () => {
    const manager = ofTeam(anActor('manager'), 'A', 'B');
    const rules = [['A', 'B'], ['A', 'C'], ['C'], []];
    expect(rules.map((feeds) => ruleWithinTeam(manager, feeds))).toEqual([true, false, false, false]);
    expect(rules.every((feeds) => ruleWithinTeam(anActor('manager'), feeds))).toBe(true);
    expect(ruleWithinTeam({ ...manager, feeds: undefined }, ['A'])).toBe(false);
    expect(scopeOf(manager, 'read', 'cap-rules')).toBe('all');
    expect(scopeOf(manager, 'update', 'cap-rules')).toBe('team');
  });
});

describe('who may change whose account', () => {
  const person = (id: string, given: Role[], team: string | null = 'T'): Account => ({
    id,
    roles: given,
    team,
  });
  const manager = ofTeam(anActor('manager'), 'A');
  const staff = person('9', ['staff']);
  const refuse = (actor: Actor, before: Account | null, change: AccountChange) =>
    refuseAccountChange({ actor, before, change });

  it('8: a manager manages staff of the team and of none, not others, not himself', () => {
    expect(mayManage(manager, staff)).toBe(true);
    expect(mayManage(manager, person('9', ['staff'], null))).toBe(true);
    expect(mayManage(manager, person('9', ['staff'], 'U'))).toBe(false);
    expect(mayManage(manager, person('9', ['staff', 'editor']))).toBe(false);
    expect(mayManage(manager, person('9', []))).toBe(false);
    expect(mayManage({ ...manager, id: '9' }, staff)).toBe(false);
    expect(mayManage(anActor('editor'), staff)).toBe(false);
    expect(mayManage({ ...manager, active: false }, staff)).toBe(false);
    expect(mayManage(anActor('admin'), person('9', ['admin'], 'U'))).toBe(true);
  });

  it('8: nobody but an admin gives a role, except that a manager makes staff', () => {
    expect(refuse(manager, null, { roles: ['staff'] })).toBeNull();
    expect(refuse(manager, null, { roles: ['editor'] })).toBe('roles');
    expect(refuse(manager, null, { roles: ['staff', 'manager'] })).toBe('roles');
    expect(refuse(manager, staff, { roles: ['editor'] })).toBe('roles');
    expect(refuse({ ...manager, id: '9' }, person('9', ['manager']), { roles: ['admin'] })).toBe('roles');
    expect(refuse(anActor('admin'), staff, { roles: ['editor'] })).toBeNull();
  });

  it('8: a manager switches staff off and moves them to the own team only', () => {
    expect(refuse(manager, staff, { active: false })).toBeNull();
    expect(refuse(manager, person('9', ['editor']), { active: false })).toBe('active');
    expect(refuse(manager, person('9', ['staff'], null), { team: 'T' })).toBeNull();
    expect(refuse(manager, staff, { team: 'U' })).toBe('team');
    expect(refuse(manager, null, { team: null })).toBe('team');
    expect(refuse(anActor('manager'), staff, { team: 'U' })).toBeNull();
  });

  it('9: nobody fills the own profile or changes the own sign-in name, an admin does', () => {
    const self = anActor('staff');
    expect(refuse(self, person('1', ['staff']), { profile: true })).toBe('profile');
    expect(refuse(self, person('1', ['staff']), { signInName: true })).toBe('signInName');
    expect(refuse(anActor('manager'), person('1', ['manager']), { profile: true })).toBe('profile');
    expect(refuse(manager, staff, { profile: true, signInName: true })).toBeNull();
    expect(refuse(anActor('admin'), person('1', ['admin']), { profile: true })).toBeNull();
    expect(refuse(self, person('1', ['staff']), {})).toBeNull();
  });

  it('13: API keys are set by admins alone', () => {
    expect(refuse(manager, staff, { apiKey: true })).toBe('apiKey');
    expect(refuse(anActor('admin'), staff, { apiKey: true })).toBeNull();
  });

  it('21: editors stop, managers resume, an admin does neither', () => {
    const may = (role: Role) => [can(anActor(role), 'release.stop'), can(anActor(role), 'release.resume')];
    expect(may('editor')).toEqual([true, false]);
    expect(may('manager')).toEqual([true, true]);
    expect(may('admin')).toEqual([false, false]);
    expect(may('staff')).toEqual([false, false]);
  });
});
