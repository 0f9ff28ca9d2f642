import type { CapException } from '../caps';
import type { LaunchContent } from './content';

/** What an approved script may do beyond rules, as the caps take it. Half-written ones allow nothing. */
export const exceptionsOf = ({ id, name, phases }: LaunchContent): CapException[] =>
  phases.flatMap(({ exceptions }) =>
    exceptions.flatMap(({ row, from, to, ...values }): CapException[] =>
      from === null || to === null
        ? []
        : [{ ...values, id: `${id}:${row}`, launch: id, launchName: name, from, to }],
    ),
  );
