// Lets the browser draw and answer keys before the next piece of work.
export function nextTask() {
  return new Promise((done) => { setTimeout(done, 0); });
}
