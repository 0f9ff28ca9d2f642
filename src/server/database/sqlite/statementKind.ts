/**
 * - `read`: leaves the database as it is; any connection will do.
 * - `write`: changes data or schema; belongs into a write transaction.
 * - `control`: begins or ends transactions or savepoints.
 * - `outside`: changes settings of a connection or must not run inside a transaction (PRAGMA x = y, VACUUM).
 */
export type StatementKind = 'read' | 'write' | 'control' | 'outside';

const kindOfVerb: Readonly<Record<string, StatementKind>> = {
  SELECT: 'read',
  VALUES: 'read',
  EXPLAIN: 'read',
  BEGIN: 'control',
  COMMIT: 'control',
  END: 'control',
  ROLLBACK: 'control',
  SAVEPOINT: 'control',
  RELEASE: 'control',
  VACUUM: 'outside',
  ATTACH: 'outside',
  DETACH: 'outside',
};

/** PRAGMAs whose argument names what to read, not what to set. */
const readingPragmas = new Set([
  'table_info',
  'table_xinfo',
  'table_list',
  'index_list',
  'index_info',
  'index_xinfo',
  'foreign_key_list',
  'foreign_key_check',
  'integrity_check',
  'quick_check',
]);

/** PRAGMAs that act without an argument. */
const actingPragmas = new Set(['wal_checkpoint', 'optimize', 'incremental_vacuum', 'shrink_memory']);

/**
 * What the first statement of `sql` does. Whatever is not known is a `write`: that is always safe, only
 * slower. (The reading connection is `query_only` besides, so that a mistake here is an error, not a write
 * past the queue.)
 */
export function statementKind(sql: string): StatementKind {
  const tokens = tokensOf(sql);
  const first = tokens.next().value;
  if (first === undefined) return 'write';
  const verb = first === 'WITH' ? verbAfterWith(tokens) : first;
  if (verb === 'PRAGMA') return pragmaKind(tokens);
  return kindOfVerb[verb] ?? 'write';
}

/** Every statement's kind in a text of several, separated by semicolons. */
export function statementKinds(sql: string): StatementKind[] {
  const kinds: StatementKind[] = [];
  let expectsVerb = true;
  let depth = 0;
  for (const token of tokensOf(sql, { keepSemicolons: true })) {
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (token === ';' && depth <= 0) {
      expectsVerb = true;
      continue;
    }
    if (!expectsVerb) continue;
    expectsVerb = false;
    // A WITH or a PRAGMA in a script counts as what is safe to assume: a write, and a setting.
    kinds.push(token === 'PRAGMA' ? 'outside' : (kindOfVerb[token] ?? 'write'));
  }
  return kinds;
}

/** `ROLLBACK TO` and the savepoints end no transaction; everything else of `control` does. */
export function endsOrBeginsTransaction(sql: string): boolean {
  const tokens = tokensOf(sql);
  const first = tokens.next().value;
  if (first === 'BEGIN' || first === 'COMMIT' || first === 'END') return true;
  if (first !== 'ROLLBACK') return false;
  for (const token of tokens) if (token === 'TO') return false;
  return true;
}

/** The verb of `WITH a AS (…), b (x) AS (…) VERB …` is the first word after a closing bracket that is not AS. */
function verbAfterWith(tokens: Generator<string>): string {
  let depth = 0;
  let afterBracket = false;
  for (const token of tokens) {
    if (token === '(') depth += 1;
    else if (token === ')') {
      depth -= 1;
      afterBracket = depth === 0;
      continue;
    } else if (depth === 0 && afterBracket && token !== ',' && token !== 'AS') return token;
    afterBracket = false;
  }
  return 'WITH';
}

function pragmaKind(tokens: Generator<string>): StatementKind {
  let name = tokens.next().value ?? '';
  let next = tokens.next().value;
  if (next === '.') {
    name = tokens.next().value ?? '';
    next = tokens.next().value;
  }
  const pragma = name.toLowerCase();
  if (next === undefined) return actingPragmas.has(pragma) ? 'outside' : 'read';
  return next === '(' && readingPragmas.has(pragma) ? 'read' : 'outside';
}

const tokenPattern =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[A-Za-z_][A-Za-z0-9_]*|[(),;.=]|[^\s]/g;

/** Words in capitals and brackets; comments and leading semicolons gone, quoted text as one token. */
function* tokensOf(sql: string, options: { keepSemicolons?: boolean } = {}): Generator<string, undefined> {
  let started = false;
  for (const [text] of sql.matchAll(tokenPattern)) {
    if (text.startsWith('--') || text.startsWith('/*')) continue;
    if (text === ';' && !options.keepSemicolons) {
      if (started) return;
      continue;
    }
    started = true;
    yield /^[A-Za-z_]/.test(text) ? text.toUpperCase() : text;
  }
}
