/** Calls back when a new day begins in the zone: lateness and "as of" change with the day. */
export function watchDay(timeZone: string, onNewDay: () => void): () => void {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  let today = format.format();
  const timer = setInterval(() => {
    const now = format.format();
    if (now === today) return;
    today = now;
    onNewDay();
  }, 1_000);
  timer.unref();
  return () => clearInterval(timer);
}
