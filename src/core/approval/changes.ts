import type { ResolvedView, VersionView } from './view';

type ViewField =
  | 'kind'
  | 'copyMode'
  | 'guidance'
  | 'dayBound'
  | 'priority'
  | 'onConflict'
  | 'onLate'
  | 'expiresAt'
  | 'feeds'
  | 'when'
  | 'launch';
type VersionField = 'audience' | 'text' | 'firstComments' | 'images' | 'imageTexts' | 'video' | 'link';

/** One thing that differs between what was approved and what is asked for now. */
export type Change =
  | { of: 'post'; field: ViewField; before: ResolvedView; after: ResolvedView }
  | { of: 'version'; field: VersionField; version: string; before: VersionView; after: VersionView }
  | { of: 'version'; field: 'added'; version: string; after: VersionView }
  | { of: 'version'; field: 'removed'; version: string; before: VersionView };

const viewFields: readonly ViewField[] = [
  'kind',
  'when',
  'feeds',
  'launch',
  'guidance',
  'copyMode',
  'dayBound',
  'priority',
  'onConflict',
  'onLate',
  'expiresAt',
];
const versionFields: readonly VersionField[] = [
  'text',
  'images',
  'imageTexts',
  'video',
  'link',
  'firstComments',
  'audience',
];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What changed between two resolved views, version by version; empty when they are equal. */
export function changesBetween(before: ResolvedView, after: ResolvedView): Change[] {
  const ofPost = viewFields
    .filter((field) => !same(before[field], after[field]))
    .map((field): Change => ({ of: 'post', field, before, after }));
  const was = new Map(before.versions.map((version) => [version.key, version]));
  const is = new Map(after.versions.map((version) => [version.key, version]));
  const ofVersions = after.versions.flatMap((version): Change[] => {
    const old = was.get(version.key);
    if (!old) return [{ of: 'version', field: 'added', version: version.key, after: version }];
    return versionFields
      .filter((field) => !same(old[field], version[field]))
      .map((field) => ({ of: 'version', field, version: version.key, before: old, after: version }));
  });
  const removed = before.versions
    .filter(({ key }) => !is.has(key))
    .map((version): Change => ({ of: 'version', field: 'removed', version: version.key, before: version }));
  return [...ofPost, ...ofVersions, ...removed];
}
