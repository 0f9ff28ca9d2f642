import type { AuthWords } from '../../core/words/auth';

export const bounds = {
  queryBytes: 16 * 1024,
  limit: 500,
  depth: 3,
  whereDepth: 8,
  whereConditions: 100,
  valueLength: 2000,
  sortFields: 5,
} as const;

const operators = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
  'within',
  'intersects',
  'near',
]);

type Tree = Map<string, Tree | string>;

/**
 * What is wrong with a query string of the REST API, as a sentence; null when nothing is. Payload would
 * answer `limit=0` with everything there is, and walk whatever nesting it is given.
 * `writing`: bulk writes of the admin say limit=0 for "all that I selected".
 */
export function refuseQuery(
  search: string,
  words: AuthWords,
  { writing = false, mostBytes = bounds.queryBytes as number } = {},
): string | null {
  if (Buffer.byteLength(search) > mostBytes) return words.queryTooLong(mostBytes / 1024);
  const params = new URLSearchParams(search);
  return (
    refuseNumbers(params, words, writing) ??
    refuseSort(params.getAll('sort'), words) ??
    refuseWhere(params, words)
  );
}

function refuseNumbers(params: URLSearchParams, words: AuthWords, writing: boolean): string | null {
  for (const [key, value] of params) {
    const name = /(?:^|\[)(limit|depth|page)\]?(?:\[\])*$/.exec(key)?.[1];
    if (name === undefined || key.startsWith('where')) continue;
    const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
    if (name === 'depth' && !(number <= bounds.depth)) return words.depthRange(bounds.depth);
    if (name === 'page' && !(number >= 1)) return words.pageRange;
    const least = writing ? 0 : 1;
    if (name === 'limit' && !(number >= least && number <= bounds.limit))
      return words.limitRange(bounds.limit);
  }
  const unpaged = params.get('pagination') === 'false' && !params.has('limit');
  return unpaged && !writing ? words.limitRange(bounds.limit) : null;
}

function refuseSort(sorts: string[], words: AuthWords): string | null {
  const fields = sorts.flatMap((sort) => sort.split(','));
  const fine =
    fields.length <= bounds.sortFields && fields.every((field) => /^\s*-?\w+(\.\w+){0,5}\s*$/.test(field));
  return fine || fields.every((field) => field === '') ? null : words.sortForm;
}

function refuseWhere(params: URLSearchParams, words: AuthWords): string | null {
  const tree: Tree = new Map();
  for (const [key, value] of params) {
    if (!key.startsWith('where')) continue;
    if (key === 'where') {
      const parsed = treeOf(value);
      if (parsed === null) return words.whereForm;
      for (const entry of parsed) tree.set(...entry);
      continue;
    }
    const path = [...key.matchAll(/\[([^\]]*)\]/g)].map((part) => part[1] ?? '');
    if (path.length > bounds.whereDepth * 2 + 3) return words.whereDeep(bounds.whereDepth);
    if (!put(tree, path, value)) return words.whereForm;
  }
  return refuseTree(tree, words, { depth: 0, seen: { conditions: 0 } });
}

interface Walk {
  depth: number;
  seen: { conditions: number };
}

/** `and` and `or` hold lists of conditions; anything else is a field, which holds operators. */
function refuseTree(tree: Tree, words: AuthWords, walk: Walk): string | null {
  if (walk.depth > bounds.whereDepth) return words.whereDeep(bounds.whereDepth);
  for (const [key, value] of tree) {
    const refusal = ['and', 'or'].includes(key.toLowerCase())
      ? refuseList(value, words, walk)
      : refuseField(key, value, words, walk);
    if (refusal !== null) return refusal;
  }
  return null;
}

function refuseList(value: Tree | string, words: AuthWords, walk: Walk): string | null {
  if (typeof value === 'string') return value === '' ? null : words.whereForm;
  for (const branch of value.values()) {
    if (typeof branch === 'string') {
      if (branch !== '') return words.whereForm;
      continue;
    }
    const refusal = refuseTree(branch, words, { ...walk, depth: walk.depth + 1 });
    if (refusal !== null) return refusal;
  }
  return null;
}

function refuseField(field: string, value: Tree | string, words: AuthWords, walk: Walk): string | null {
  if (!/^\w+(\.\w+){0,8}$/.test(field) || typeof value === 'string') return words.whereForm;
  for (const [operator, operand] of value) {
    if (!operators.has(operator)) return words.operatorUnknown(operator.slice(0, 40));
    walk.seen.conditions += 1;
    if (walk.seen.conditions > bounds.whereConditions) return words.whereMany(bounds.whereConditions);
    const refusal = refuseOperand(operator, operand, words, walk);
    if (refusal !== null) return refusal;
  }
  return null;
}

function refuseOperand(
  operator: string,
  operand: Tree | string,
  words: AuthWords,
  walk: Walk,
): string | null {
  if (typeof operand === 'string') {
    return operand.length > bounds.valueLength ? words.valueTooLong(bounds.valueLength) : null;
  }
  const isList = [...operand.keys()].every((key) => /^\d*$/.test(key));
  if (!isList) {
    return operator === 'contains'
      ? refuseTree(operand, words, { ...walk, depth: walk.depth + 1 })
      : words.whereForm;
  }
  return [...operand.values()].every((item) => typeof item === 'string' && item.length <= bounds.valueLength)
    ? null
    : words.whereForm;
}

/** Sets a value at a path; false when the same place is both a value and a branch. */
function put(tree: Tree, path: readonly string[], value: string): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return false;
  if (rest.length === 0) {
    // `field[in][]=1&field[in][]=2`: a list without numbers.
    tree.set(key === '' ? String(tree.size) : key, value);
    return true;
  }
  const place = key === '' ? String(tree.size) : key;
  const branch = tree.get(place) ?? new Map();
  if (typeof branch === 'string') return false;
  tree.set(place, branch);
  return put(branch, rest, value);
}

/** Payload also takes `where` as JSON. */
function treeOf(json: string): Tree | null {
  if (json === '') return new Map();
  try {
    const tree = toTree(JSON.parse(json), 0);
    return typeof tree === 'string' ? null : tree;
  } catch {
    return null;
  }
}

function toTree(value: unknown, depth: number): Tree | string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > bounds.whereDepth * 3) throw new Error('too deep');
  return new Map(Object.entries(value).map(([key, part]) => [key, toTree(part, depth + 1)]));
}
