import type { AdminViewServerProps } from 'payload';
export const ProgressView = (_: AdminViewServerProps) => null;
