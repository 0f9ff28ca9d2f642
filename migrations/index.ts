import * as migration_20261123_021542_initial from './20261123_021542_initial';

export const migrations = [
  {
    up: migration_20261123_021542_initial.up,
    down: migration_20261123_021542_initial.down,
    name: '20261123_021542_initial'
  },
];
