// The clock of a mock interview.
import { type Interview } from './protocol';

/** What the clock shows. */
export interface Clock {
  /** The title of the time-box; that of the last when the time is over. */
  box: string;
  /** Whole seconds until the box is over; 0 when the interview is. */
  left: number;
  /** Whole seconds until the interview is over, at least 0. */
  total: number;
  over: boolean;
}

/** The clock at a time, in milliseconds since 1970. The boxes follow one another by themselves. */
export function clockOf(interview: Interview, now: number): Clock {
  const until = (time: string) => Math.max(0, Math.ceil((Date.parse(time) - now) / 1000) || 0);
  const total = until(interview.ends);
  const boxes = [{ title: interview.box, deadline: interview.deadline }, ...interview.boxes];
  const box = boxes.find(({ deadline }) => until(deadline) > 0);
  if (total === 0 || !box) return { box: boxes.at(-1)!.title, left: 0, total, over: true };
  return { box: box.title, left: until(box.deadline), total, over: false };
}

/** Minutes and seconds, as clocks show them: "4:07". */
export function shown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
