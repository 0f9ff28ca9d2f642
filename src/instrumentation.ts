/** Next calls this once when the server process starts: the scheduler runs inside it unless SCHEDULER=off. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startInProcess } = await import('./server/scheduler/inProcess');
  await startInProcess();
}
