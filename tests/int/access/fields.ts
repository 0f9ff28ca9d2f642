import type {
  Field,
  FieldAccess,
  PayloadRequest,
  SanitizedCollectionConfig,
  SanitizedGlobalConfig,
} from 'payload';
import type { Role } from '../../../src/core/model';

const askers: readonly Role[] = ['admin', 'editor', 'manager', 'staff'];
const operations = ['create', 'read', 'update'] as const;

/**
 * Every field of a collection or global as it was built, Payload's own included, with what each role may do
 * to it on somebody else's document. `open`: whatever the document allows. `system`: read, written by nobody.
 * Otherwise the roles with the first letters of what they may.
 */
export async function fieldRights(
  config: SanitizedCollectionConfig | SanitizedGlobalConfig,
): Promise<Record<string, string>> {
  const rights: Record<string, string> = {};
  await walk(config.fields, '', rights);
  return rights;
}

async function walk(fields: readonly Field[], path: string, rights: Record<string, string>): Promise<void> {
  for (const field of fields) {
    const name = 'name' in field && field.name ? `${path}${field.name}` : undefined;
    if (name !== undefined && field.type !== 'ui') rights[name] = await rightsOf(field);
    const below = name === undefined ? path : `${name}.`;
    if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        const inTab = 'name' in tab && tab.name ? `${below}${tab.name}.` : below;
        await walk(tab.fields, inTab, rights);
      }
    } else if ('fields' in field) {
      await walk(field.fields, below, rights);
    }
  }
}

async function rightsOf(field: Field): Promise<string> {
  const access: Partial<Record<string, FieldAccess>> = 'access' in field && field.access ? field.access : {};
  const hidden = 'hidden' in field && field.hidden === true;
  const found: string[] = [];
  for (const role of askers) {
    const letters: string[] = [];
    for (const operation of operations) {
      if (operation === 'read' && hidden) continue;
      if ((await access[operation]?.(question(role))) ?? true) letters.push(operation[0] ?? '');
    }
    found.push(`${role}:${letters.join('') || '-'}`);
  }
  const each = new Set(found.map((right) => right.split(':')[1]));
  if (each.size > 1) return found.join(' ');
  const [same = '-'] = each;
  return { cru: 'open', r: 'system', '-': 'hidden' }[same] ?? `all:${same}`;
}

function question(role: Role): Parameters<FieldAccess>[0] {
  const req = { user: { id: 1, collection: 'users', roles: [role], active: true }, payload: {} };
  return {
    req: req as unknown as PayloadRequest,
    doc: { id: 2, roles: ['staff'] },
    siblingData: {},
    data: {},
  };
}
