import Database from 'libsql';

/** Keeps SQLite's write lock: `holdLock FILE MILLISECONDS`. Says `locked` and `released`. */
const [path = '', milliseconds = '0'] = process.argv.slice(2);
const database = new Database(path);
database.exec('BEGIN IMMEDIATE');
console.log('locked');
setTimeout(() => {
  database.exec('COMMIT');
  console.log('released');
}, Number(milliseconds));
