import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { AuthWords } from '../../core/words/auth';
import { bounds } from './queryBounds';

export const graphqlBounds = { tokens: 4000, fields: 400, topFields: 20, depth: 9 } as const;

/**
 * What is wrong with a GraphQL request, as a sentence; null when nothing is. Counted before the schema is
 * looked at: every alias is a field, fragments count each time they are used.
 */
export function refuseGraphql(body: unknown, words: AuthWords): string | null {
  const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : null;
  if (typeof query !== 'string') return words.graphqlForm;
  const variables = typeof body === 'object' && body !== null && 'variables' in body ? body.variables : null;
  let document: ReturnType<typeof parse>;
  try {
    document = parse(query, { maxTokens: graphqlBounds.tokens, noLocation: true });
  } catch {
    return words.graphqlForm;
  }
  const count: Count = { words, variables, fields: 0, fragments: new Map(), open: new Set() };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) count.fragments.set(definition.name.value, definition);
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (definition.selectionSet.selections.length > graphqlBounds.topFields) {
      return words.graphqlMany(graphqlBounds.topFields);
    }
    const refusal = refuseSelection(definition.selectionSet, count, 1);
    if (refusal !== null) return refusal;
  }
  return null;
}

interface Count {
  words: AuthWords;
  variables: unknown;
  fields: number;
  fragments: Map<string, FragmentDefinitionNode>;
  open: Set<string>;
}

function refuseSelection(set: SelectionSetNode, count: Count, depth: number): string | null {
  if (depth > graphqlBounds.depth) return count.words.graphqlDeep(graphqlBounds.depth);
  for (const selection of set.selections) {
    const refusal =
      selection.kind === Kind.FIELD
        ? refuseField(selection, count, depth)
        : selection.kind === Kind.INLINE_FRAGMENT
          ? refuseSelection(selection.selectionSet, count, depth)
          : refuseSpread(selection.name.value, count, depth);
    if (refusal !== null) return refusal;
  }
  return null;
}

function refuseField(field: FieldNode, count: Count, depth: number): string | null {
  count.fields += 1;
  if (count.fields > graphqlBounds.fields) return count.words.graphqlMany(graphqlBounds.fields);
  const refusal = refuseArguments(field, count);
  if (refusal !== null) return refusal;
  // The description of the schema is deep by nature and touches no data.
  if (field.selectionSet === undefined || ['__schema', '__type'].includes(field.name.value)) return null;
  return refuseSelection(field.selectionSet, count, depth + 1);
}

function refuseSpread(name: string, count: Count, depth: number): string | null {
  const fragment = count.fragments.get(name);
  // Unknown and circular fragments are refused by GraphQL's own rules.
  if (fragment === undefined || count.open.has(name)) return null;
  count.open.add(name);
  const refusal = refuseSelection(fragment.selectionSet, count, depth);
  count.open.delete(name);
  return refusal;
}

function refuseArguments(field: FieldNode, count: Count): string | null {
  const given = new Map(
    (field.arguments ?? []).map((argument) => [
      argument.name.value,
      givenValue(argument.value, count.variables),
    ]),
  );
  const limit = given.get('limit');
  const fine = typeof limit === 'number' && limit >= 1 && limit <= bounds.limit;
  if (limit !== undefined && limit !== null && !fine) return count.words.limitRange(bounds.limit);
  return given.get('pagination') === false && !fine ? count.words.limitRange(bounds.limit) : null;
}

function givenValue(node: ValueNode, variables: unknown): unknown {
  if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return Number(node.value);
  if (node.kind === Kind.BOOLEAN) return node.value;
  if (node.kind !== Kind.VARIABLE) return undefined;
  if (typeof variables !== 'object' || variables === null) return undefined;
  return Object.entries(variables).find(([name]) => name === node.name.value)?.[1];
}
