import type { StepContent } from './content';
import type { ExceptionView, LaunchView } from './view';

type PhaseView = LaunchView['phases'][number];

type ScriptField = 'name' | 'product' | 'offer' | 'launchAt' | 'timezone';
type PhaseField = 'name' | 'guidance' | 'required' | 'kinds' | 'maxSales' | 'minGapMinutes';
type StepField = 'phase' | 'title' | 'when' | 'kind' | 'feeds' | 'pictures' | 'flash' | 'guidance' | 'copy';

/** A step with the phase that it stands in. */
export interface PlacedStep {
  phase: PhaseView;
  step: StepContent;
}

/** One thing of a script itself that differs between what was approved and what is asked for now. */
export type LaunchChange =
  | { of: 'script'; field: ScriptField; before: LaunchView; after: LaunchView }
  | { of: 'phase'; field: PhaseField; before: PhaseView; after: PhaseView }
  | { of: 'phase'; field: 'added'; after: PhaseView }
  | { of: 'phase'; field: 'removed'; before: PhaseView }
  | { of: 'exception'; field: 'changed'; before: ExceptionView; after: ExceptionView }
  | { of: 'exception'; field: 'added'; after: ExceptionView }
  | { of: 'exception'; field: 'removed'; before: ExceptionView }
  | { of: 'step'; field: StepField; before: PlacedStep; after: PlacedStep }
  | { of: 'step'; field: 'added'; after: PlacedStep }
  | { of: 'step'; field: 'removed'; before: PlacedStep }
  | { of: 'order' };

const scriptFields: readonly ScriptField[] = ['name', 'product', 'offer', 'launchAt', 'timezone'];
const phaseFields: readonly PhaseField[] = [
  'name',
  'guidance',
  'required',
  'kinds',
  'maxSales',
  'minGapMinutes',
];

const stepParts: Readonly<Record<Exclude<StepField, 'phase'>, readonly (keyof StepContent)[]>> = {
  title: ['title', 'titleEn'],
  when: ['offsetDays', 'time', 'offsetMinutes'],
  kind: ['kind'],
  feeds: ['feeds', 'channels'],
  pictures: ['pictures'],
  flash: ['flash'],
  guidance: ['guidance'],
  copy: ['body', 'variants', 'firstComments', 'images', 'copyMode', 'staffGuidance'],
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** An approval of an earlier version of the product was bound to less: what it does not name is not compared. */
const differs = <T extends object>(before: T, after: T, field: keyof T): boolean =>
  before[field] !== undefined && !same(before[field], after[field]);

/** Phases by their key; of several with one key the first is the first. */
function phasesOf({ phases }: LaunchView): Map<string, PhaseView> {
  const turns = new Map<string, number>();
  return new Map(
    phases.map((phase) => {
      const turn = (turns.get(phase.key) ?? 0) + 1;
      turns.set(phase.key, turn);
      return [`${phase.key} ${turn}`, phase];
    }),
  );
}

const stepsOf = (view: LaunchView): Map<string, PlacedStep & { place: string }> =>
  new Map(
    [...phasesOf(view)].flatMap(([place, phase]) =>
      phase.steps.map((step) => [step.key, { place, phase, step }] as const),
    ),
  );

/** What is on one side alone, by its key. */
const only = <T>(own: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): T[] =>
  [...own].flatMap(([key, value]) => (other.has(key) ? [] : [value]));

const both = <T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): [T, T][] =>
  [...after].flatMap(([key, value]): [T, T][] => {
    const was = before.get(key);
    return was === undefined ? [] : [[was, value]];
  });

function phaseChanges(before: LaunchView, after: LaunchView): LaunchChange[] {
  const [was, is] = [phasesOf(before), phasesOf(after)];
  return [
    ...only(is, was).map((phase): LaunchChange => ({ of: 'phase', field: 'added', after: phase })),
    ...both(was, is).flatMap(([old, present]) =>
      phaseFields
        .filter((field) => differs(old, present, field))
        .map((field): LaunchChange => ({ of: 'phase', field, before: old, after: present })),
    ),
    ...only(was, is).map((phase): LaunchChange => ({ of: 'phase', field: 'removed', before: phase })),
  ];
}

function stepChanges(before: LaunchView, after: LaunchView): LaunchChange[] {
  const [was, is] = [stepsOf(before), stepsOf(after)];
  const fields = Object.keys(stepParts) as (keyof typeof stepParts)[];
  return [
    ...only(is, was).map((step): LaunchChange => ({ of: 'step', field: 'added', after: step })),
    ...both(was, is).flatMap(([old, present]) => {
      const changed: StepField[] = fields.filter((field) =>
        stepParts[field].some((part) => differs(old.step, present.step, part)),
      );
      const moved: StepField[] = old.place === present.place ? [] : ['phase'];
      return [...moved, ...changed].map(
        (field): LaunchChange => ({ of: 'step', field, before: old, after: present }),
      );
    }),
    ...only(was, is).map((step): LaunchChange => ({ of: 'step', field: 'removed', before: step })),
  ];
}

const exceptionsOf = ({ phases }: LaunchView): ExceptionView[] =>
  phases.flatMap(({ exceptions }) => exceptions ?? []);

/** What is about the same rule and the same feeds is the same exception with other values. */
const about = ({ rule, feeds, quietHours }: ExceptionView): string =>
  JSON.stringify([rule?.id ?? quietHours, feeds.map(({ id }) => id)]);

function exceptionChanges(before: LaunchView, after: LaunchView): LaunchChange[] {
  const old = exceptionsOf(before);
  const added: ExceptionView[] = [];
  for (const one of exceptionsOf(after)) {
    const at = old.findIndex((other) => same(other, one));
    if (at === -1) added.push(one);
    else old.splice(at, 1);
  }
  const changes = added.map((one): LaunchChange => {
    const at = old.findIndex((other) => about(other) === about(one));
    const [was] = at === -1 ? [] : old.splice(at, 1);
    return was
      ? { of: 'exception', field: 'changed', before: was, after: one }
      : { of: 'exception', field: 'added', after: one };
  });
  return [
    ...changes,
    ...old.map((one): LaunchChange => ({ of: 'exception', field: 'removed', before: one })),
  ];
}

/** What changed of a script itself, without its posts; empty when nothing did. */
export function launchChanges(before: LaunchView, after: LaunchView): LaunchChange[] {
  const changes: LaunchChange[] = [
    ...scriptFields
      .filter((field) => differs(before, after, field))
      .map((field): LaunchChange => ({ of: 'script', field, before, after })),
    ...exceptionChanges(before, after),
    ...phaseChanges(before, after),
    ...stepChanges(before, after),
  ];
  const order = (view: LaunchView) => [[...phasesOf(view).keys()], [...stepsOf(view).keys()]];
  return changes.length === 0 && !same(order(before), order(after)) ? [{ of: 'order' }] : changes;
}
