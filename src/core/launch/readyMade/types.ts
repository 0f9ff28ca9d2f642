import type { Channel, Kind, Locale } from '../../model';
import type { PhaseKey } from '../phases';

type Both = Record<Locale, string>;

/** A ready-made template: data, made once for a new installation and edited by people from then on. */
export interface ReadyMade {
  key: string;
  name: Both;
  /** For whom and when, in two sentences at most. */
  description: Both;
  phases: readonly ReadyPhase[];
}

export interface ReadyPhase {
  key: PhaseKey;
  name: Both;
  /** A script cannot be submitted without a step in it. */
  required: boolean;
  /** Which kinds its steps may have; empty: all. */
  kinds: readonly Kind[];
  /** At most so many sales posts in the phase; null: any number. */
  maxSales: number | null;
  /** At least so many minutes between two of its steps; null: any. */
  minGapMinutes: number | null;
  /** For editors: what the phase is for. */
  guidance: string;
  steps: readonly ReadyStep[];
}

/** T is the launch instant. A wall time on a day counted from the launch day, or minutes from the instant. */
export type ReadyOffset = { days: number; time: string } | { minutes: number };

export interface ReadyStep {
  /** Unique within the template: lower case, digits, hyphens. */
  key: string;
  title: Both;
  kind: Kind;
  channels: readonly Channel[];
  at: ReadyOffset;
  /** A flash group begins or ends with this step. */
  flash?: 'opens' | 'closes';
  body: string;
  /** Other copy for a segment, by its key (`new`, `returning`, `member`, `dormant`). */
  variants?: readonly { key: string; body: string }[];
  firstComments?: readonly string[];
  /** How many pictures it should have. */
  pictures: number;
  /** For editors: what to fill in, which pictures. */
  guidance: string;
  /** For staff, on their desk. */
  staffGuidance?: string;
  copyMode?: 'exact' | 'example';
}
