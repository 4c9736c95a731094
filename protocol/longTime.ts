/** The day of a date in local time, as “1 May 2026”. */
export function longDay(date: Date): string {
  return DAY.format(date);
}

/**
 * A time in ISO 8601 as the day and the time of day in local time: “1 May 2026, 14:05”; the text
 * itself if it is not a time.
 */
export function longTime(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : `${longDay(date)}, ${TIME.format(date)}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
