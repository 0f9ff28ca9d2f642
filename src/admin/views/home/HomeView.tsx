import type { AdminViewServerProps } from 'payload';
export const HomeView = (_: AdminViewServerProps) => null;
