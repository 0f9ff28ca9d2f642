export * from './names';
export * from './refusals';
export * from './sizes';
