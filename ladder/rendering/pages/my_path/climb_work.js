// One budget of work for all stages of an answer, counted in steps and never in time: a step is one demand looked at,
// or what takes about as long. Every run then gives the same answer.

// Steps that a first plan may take, whatever the budget for all that comes after it.
export const FIRST_PLAN = 200000;

// Steps for one answer, beyond those of its first plan.
export const CLIMB_BUDGET = 130000;

// Steps that may still be spent, by a stage or by a part of it. A part ends where it has spent its own steps, or where
// the whole has spent all.
export class Work {
  #left;
  #whole;

  constructor(steps, whole = null) {
    this.#left = steps;
    this.#whole = whole;
  }

  // The steps that may still be spent, none below zero.
  get left() {
    const own = Math.max(0, this.#left);
    return this.#whole === null ? own : Math.min(own, this.#whole.left);
  }

  // Whether more was asked for than there was, here or in the whole.
  get isDone() {
    return this.#left < 0 || (this.#whole !== null && this.#whole.isDone);
  }

  // Takes the steps, and tells whether there were so many.
  spend(steps) {
    this.#left -= steps;
    if (this.#whole !== null) this.#whole.spend(steps);
    return !this.isDone;
  }

  // A part of this work, of at most so many steps.
  part(steps) {
    return new Work(steps, this);
  }

  // One part of so many, of what is left.
  share(parts) {
    return this.part(Math.floor(this.left / parts));
  }
}
