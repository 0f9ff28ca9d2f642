import { hostname } from 'node:os';

/** This process among those that work on one database: its beats are its own. */
export const processName = `${hostname()}:${process.pid}`;
