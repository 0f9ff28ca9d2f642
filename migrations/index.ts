import * as migration_20261122_211650_initial from './20261122_211650_initial';

export const migrations = [
  {
    up: migration_20261122_211650_initial.up,
    down: migration_20261122_211650_initial.down,
    name: '20261122_211650_initial'
  },
];
