import type { Role } from '../model';
import type { Act, CollectionSubject, GlobalSubject, Operation, Scope } from './subjects';

export interface Grants {
  collections: Partial<Record<CollectionSubject, Partial<Record<Operation, Scope>>>>;
  globals: Partial<Record<GlobalSubject, Partial<Record<'read' | 'update' | 'readVersions', Scope>>>>;
  acts: Partial<Record<Act, Scope>>;
}

const readAll = { read: 'all' } as const;
const manage = { create: 'all', read: 'all', update: 'all', delete: 'all', readVersions: 'all' } as const;
const write = { create: 'all', read: 'all', update: 'all', readVersions: 'all' } as const;
const writeTeam = { create: 'team', read: 'team', update: 'team', readVersions: 'team' } as const;

/** What an editor and a manager share: planning. */
const planning: Grants['collections'] = {
  teams: readAll,
  'segment-dimensions': readAll,
  segments: readAll,
  feeds: { read: 'team' },
  pools: readAll,
  products: write,
  offers: write,
  occasions: manage,
  media: write,
  posts: { ...writeTeam, delete: 'team' },
  'launch-templates': manage,
  'launch-scripts': write,
  'cap-rules': readAll,
  approvals: { read: 'team' },
  comments: { read: 'team' },
  releases: { read: 'team' },
  heartbeats: readAll,
  'decision-log': { read: 'team' },
};

const planningActs: Grants['acts'] = {
  'admin.open': 'all',
  'post.submit': 'team',
  'post.withdraw': 'team',
  'post.resolve': 'team',
  'post.recall': 'team',
  'post.correct': 'team',
  'script.make': 'team',
  'script.submit': 'team',
  'script.reschedule': 'team',
  'script.cancel': 'team',
  'comment.write': 'team',
  'calendar.read': 'team',
  'plan.simulate': 'team',
  'decisions.read': 'team',
  'text.check': 'all',
  'posts.import': 'team',
  'posts.export': 'team',
  'heartbeat.read': 'all',
  'release.stop': 'all',
};

/**
 * Role → what it may do, and how far. What is not written is refused; several roles add up.
 * The reasons for the rows that surprise are in RULES.md.
 *
 * Nobody, whatever the role, creates, changes or deletes approvals, comments, releases, receipts, the audit log,
 * fences, heartbeats, decisions or notices through a door: the product's use cases write them as the system.
 */
export const table: Record<Role, Grants> = {
  admin: {
    collections: {
      users: { create: 'all', read: 'all', update: 'all' },
      teams: write,
      'segment-dimensions': write,
      segments: write,
      feeds: write,
      pools: write,
      products: write,
      offers: manage,
      occasions: manage,
      media: manage,
      posts: { read: 'all', readVersions: 'all' },
      'launch-templates': manage,
      'launch-scripts': { read: 'all', readVersions: 'all' },
      'cap-rules': { read: 'all', readVersions: 'all' },
      approvals: readAll,
      comments: readAll,
      releases: readAll,
      receipts: readAll,
      'audit-log': readAll,
      results: readAll,
      fences: readAll,
      heartbeats: readAll,
      'decision-log': readAll,
      notices: readAll,
    },
    globals: { settings: { read: 'all', update: 'all', readVersions: 'all' } },
    acts: {
      'admin.open': 'all',
      'comment.write': 'all',
      'calendar.read': 'all',
      'decisions.read': 'all',
      'plan.simulate': 'all',
      'progress.read': 'all',
      'queue.read': 'all',
      'heartbeat.read': 'all',
      'audit.read': 'all',
      'text.check': 'all',
      'user.resetPassword': 'all',
    },
  },

  editor: {
    collections: {
      ...planning,
      users: { read: 'team', update: 'own' },
      results: { read: 'team' },
    },
    globals: { settings: readAll },
    acts: planningActs,
  },

  manager: {
    collections: {
      ...planning,
      users: { create: 'team', read: 'team', update: 'team' },
      'segment-dimensions': write,
      segments: write,
      feeds: { create: 'team', read: 'team', update: 'team', readVersions: 'team' },
      'cap-rules': { create: 'team', read: 'all', update: 'team', delete: 'team', readVersions: 'all' },
      receipts: { read: 'team' },
      'audit-log': { read: 'team' },
      results: { create: 'team', read: 'team', update: 'team', delete: 'team' },
    },
    globals: { settings: { read: 'all', update: 'all', readVersions: 'all' } },
    acts: {
      ...planningActs,
      'post.approve': 'team',
      'post.requestChanges': 'team',
      'script.approve': 'team',
      'script.requestChanges': 'team',
      'release.recall': 'team',
      'release.resume': 'all',
      'progress.read': 'team',
      'queue.read': 'team',
      'audit.read': 'team',
      'user.resetPassword': 'team',
    },
  },

  staff: {
    collections: {
      users: { read: 'own', update: 'own' },
      receipts: { read: 'own' },
    },
    globals: {},
    acts: { 'desk.read': 'own', 'desk.mark': 'own' },
  },
};
