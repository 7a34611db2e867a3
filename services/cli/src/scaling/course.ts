/** Something that is waited for: it calls back once, at once or later. */
export type Wait = (resume: () => void) => void;

/** What somebody does one thing after the other, waiting at each `yield`. */
export type Course = Generator<Wait, void, void>;

/** Begins a course. @param onEnd called when it is through */
export function begin(course: Course, onEnd: () => void = () => undefined): void {
  const step = (): void => {
    const { done, value } = course.next();
    if (done === true) onEnd();
    else value(step);
  };
  step();
}

/** Until all of these courses are through. */
export const allOf =
  (courses: readonly Course[]): Wait =>
  (resume) => {
    let left = courses.length;
    for (const course of courses) {
      begin(course, () => {
        left -= 1;
        if (left === 0) resume();
      });
    }
  };
