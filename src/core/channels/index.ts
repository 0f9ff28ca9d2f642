export { type ChannelContent, checkForChannel } from './checkForChannel';
export { type Look, looksOf } from './looks';
export { type ChannelFacts, channelTable, type DefaultCap, defaultCaps, type Folding } from './table';
