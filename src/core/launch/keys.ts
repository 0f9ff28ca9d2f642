interface Keyed {
  key?: unknown;
}
type Phase = Record<string, unknown> & { steps?: unknown };

const stepsIn = (phase: Phase): Keyed[] => (Array.isArray(phase?.steps) ? (phase.steps as Keyed[]) : []);
const keyIn = (step: Keyed): string => (typeof step?.key === 'string' ? step.key.trim() : '');

/** The phases with a key for each step that has none: the next free of s1, s2, s3, … */
export function keyedSteps<P extends Phase>(phases: readonly P[]): P[] {
  const taken = new Set(phases.flatMap((phase) => stepsIn(phase).map(keyIn)));
  let n = 0;
  const next = (): string => {
    do n += 1;
    while (taken.has(`s${n}`));
    return `s${n}`;
  };
  return phases.map((phase) =>
    Array.isArray(phase?.steps)
      ? { ...phase, steps: stepsIn(phase).map((step) => (keyIn(step) ? step : { ...step, key: next() })) }
      : phase,
  );
}

/** The first step whose key an earlier one has; null: each has its own. */
export function twiceUsedKey(phases: readonly Phase[]): { key: string; phase: number; step: number } | null {
  const seen = new Set<string>();
  for (const [phase, one] of phases.entries()) {
    for (const [step, { key }] of stepsIn(one).entries()) {
      const text = keyIn({ key });
      if (seen.has(text)) return { key: text, phase, step };
      seen.add(text);
    }
  }
  return null;
}
