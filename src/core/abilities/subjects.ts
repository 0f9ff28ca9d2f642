/**
 * What can be done, and to what. Closed lists: an action or a collection that is not here does not
 * compile, and `src/access` proves at compile time that every slug of the product is named.
 */
export const collectionSubjects = [
  'users',
  'teams',
  'segment-dimensions',
  'segments',
  'feeds',
  'pools',
  'products',
  'offers',
  'occasions',
  'media',
  'posts',
  'launch-templates',
  'launch-scripts',
  'cap-rules',
  'approvals',
  'comments',
  'releases',
  'receipts',
  'audit-log',
  'results',
  'fences',
  'heartbeats',
  'decision-log',
  'notices',
] as const;
export type CollectionSubject = (typeof collectionSubjects)[number];

export const globalSubjects = ['settings'] as const;
export type GlobalSubject = (typeof globalSubjects)[number];

export const operations = ['create', 'read', 'update', 'delete', 'readVersions'] as const;
export type Operation = (typeof operations)[number];

/** Acts of the product. The word before the dot is the thing that is acted on. */
export const acts = [
  'admin.open',
  'post.submit',
  'post.withdraw',
  'post.approve',
  'post.requestChanges',
  'post.resolve',
  'post.recall',
  'post.correct',
  'script.make',
  'script.submit',
  'script.reschedule',
  'script.cancel',
  'script.approve',
  'script.requestChanges',
  'release.recall',
  'release.stop',
  'release.resume',
  'comment.write',
  'calendar.read',
  'plan.simulate',
  'decisions.read',
  'text.check',
  'posts.import',
  'posts.export',
  'desk.read',
  'desk.mark',
  'progress.read',
  'queue.read',
  'heartbeat.read',
  'audit.read',
  'user.resetPassword',
] as const;
export type Act = (typeof acts)[number];

/**
 * How far a permission reaches, least first.
 * `own`: what belongs to the person. `team`: what concerns the feeds (or people) of the person's team,
 * and everything when the person has no team. `all`: everything.
 */
export const scopes = ['none', 'own', 'team', 'all'] as const;
export type Scope = (typeof scopes)[number];
