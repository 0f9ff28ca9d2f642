export const phaseKeys = ['tease', 'showcase', 'interact', 'on-sale', 'momentum', 'review'] as const;
export type PhaseKey = (typeof phaseKeys)[number];
