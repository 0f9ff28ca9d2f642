/** Every slug, once. A leaf: it imports nothing, so anything may import it. */
export const slugs = {
  users: 'users',
  teams: 'teams',
  segmentDimensions: 'segment-dimensions',
  segments: 'segments',
  feeds: 'feeds',
  pools: 'pools',
  products: 'products',
  offers: 'offers',
  occasions: 'occasions',
  media: 'media',
  posts: 'posts',
  launchTemplates: 'launch-templates',
  launchScripts: 'launch-scripts',
  capRules: 'cap-rules',
  approvals: 'approvals',
  comments: 'comments',
  releases: 'releases',
  receipts: 'receipts',
  auditLog: 'audit-log',
  results: 'results',
  fences: 'fences',
  heartbeats: 'heartbeats',
  decisions: 'decision-log',
  notices: 'notices',
} as const;

export const globalSlugs = { settings: 'settings' } as const;

export type Slug = (typeof slugs)[keyof typeof slugs];
